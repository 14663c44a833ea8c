/*
 * Runs fuzzers: over their corpora only, or with --seconds N on, all at the
 * same time. What makes one fail is kept beside it.
 * usage: node tests/fuzz.mjs [--seconds N] FUZZER...
 */
import fs from "node:fs";
import path from "node:path";
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { ROOT } from "./lib/site.mjs";
import { Tally } from "./lib/tally.mjs";

const { values: options, positionals: fuzzers } = parseArgs({
	allowPositionals: true,
	options: { seconds: { type: "string", default: "0" } },
});
const tally = new Tally("fuzz");

/* New inputs go below build/, so that the corpora stay small. */
function argumentsFor(fuzzer, corpus) {
	const folder = path.dirname(fuzzer);
	const found = path.join(folder, "found", path.basename(fuzzer));
	if (options.seconds === "0")
		return ["-runs=0", corpus];
	fs.mkdirSync(found, { recursive: true });
	return [`-max_total_time=${options.seconds}`, "-timeout=10",
		`-artifact_prefix=${folder}/`, found, corpus];
}

function fuzz(fuzzer) {
	const name = path.basename(fuzzer);
	const corpus = path.join(ROOT, "tests/fuzz/corpus", name);
	return new Promise((resolve) => {
		const child = spawn(path.resolve(fuzzer),
			argumentsFor(fuzzer, corpus),
			{ stdio: ["ignore", "ignore", "pipe"] });
		let output = "";
		child.stderr.on("data", (data) => {
			output = (output + data).slice(-20000);
		});
		child.on("error", (error) => { output += error.message; });
		child.on("close", (status) => {
			const runs = /^Done (\d+) runs/m.exec(output)?.[1] ?? 0;
			const least = fs.readdirSync(corpus).length;
			tally.check(status === 0 && runs >= least,
				`${name} runs over its corpus (${least})` +
				` and holds (${runs} runs)`, output);
			if (options.seconds !== "0")
				console.log(`${name}: ${runs} runs`);
			resolve();
		});
	});
}

await Promise.all(fuzzers.map(fuzz));
tally.finish();
