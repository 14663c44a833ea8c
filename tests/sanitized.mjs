/*
 * What a build with sanitizers must live through: the unit tests, the golden
 * sites, the whole guide and its own start.
 * usage: node tests/sanitized.mjs BUILD_FOLDER UNIT_TEST...
 */
import fs from "node:fs";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { copyTree, newFolder, run } from "./lib/run.mjs";
import { ROOT, listFiles } from "./lib/site.mjs";
import { Tally } from "./lib/tally.mjs";

const [build, ...units] = process.argv.slice(2);
const program = path.resolve(build, "opas");
const tally = new Tally("sanitized");

/* Runs another test program and adds what it counted. */
function include(...args) {
	const { stdout, status } = spawnSync(process.execPath, args,
		{ cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26 });
	const counts = /(\d+) passed, (\d+) failed\n$/.exec(stdout);
	tally.passed += Number(counts?.[1] ?? 0);
	tally.failed += Number(counts?.[2] ?? 0);
	if (status !== 0)
		console.log(stdout.trimEnd());
	if (!counts)
		tally.fail(`${args[0]} comes to its end`);
}

/* The guide as it is, built with another number of workers each time. */
function buildGuide(jobs) {
	const work = newFolder("sanitized");
	for (const name of ["content", "templates", "locales"])
		copyTree(path.join(ROOT, name), path.join(work, name));
	const { status, output } = run(program,
		["build", "--jobs", String(jobs), "--root", work]);
	tally.check(status === 0 && !/sanitizer|runtime error/i.test(output),
		`the guide is built with --jobs ${jobs}`, output);
	if (status !== 0)
		return;
	const plain = path.join(ROOT, "site");
	const built = path.join(work, "site");
	const differing = listFiles(built).filter((name) =>
		!fs.existsSync(path.join(plain, name)) ||
		!fs.readFileSync(path.join(plain, name)).equals(
			fs.readFileSync(path.join(built, name))));
	tally.equal(differing, [],
		`with --jobs ${jobs} the guide is the same to the byte`);
}

include("tests/units.mjs", ...units);
include("tests/sites.mjs", "--program", program);
buildGuide(1);
buildGuide(4);
tally.finish();
