/*
 * opas over the same documents: build, and search --batch.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { ROOT } from "../lib/site.mjs";

export const PROGRAM = process.env.OPAS ?? path.join(ROOT, "build/opas");

export function opasBuild(folder) {
	const begin = process.hrtime.bigint();
	const result = spawnSync("/usr/bin/time", ["-f", "%M", PROGRAM, "build",
		"--quiet", "--root", folder], { encoding: "utf8" });
	if (result.status !== 0)
		throw new Error(`opas build: ${result.stderr}`);
	return { seconds: Number(process.hrtime.bigint() - begin) / 1e9,
		memory: Number(result.stderr.trim().split("\n").at(-1)) / 1024 };
}

/* For each query its results as opas gives them. */
export function opasAnswers(folder, language, queries) {
	const input = queries.map(({ query }) =>
		`${JSON.stringify({ lang: language, query })}\n`).join("");
	const result = spawnSync(PROGRAM, ["search", "--batch", "--limit", "0",
		"--root", folder],
	{ input, encoding: "utf8", maxBuffer: 1 << 30 });
	if (result.status !== 0)
		throw new Error(`opas search: ${result.stderr}`);
	return result.stdout.split("\n").filter(Boolean)
		.map((line) => JSON.parse(line));
}
