/*
 * Runs all parts of 'make check', two at a time, prints what each has to say
 * when it is done, and adds up.  The site and the unit tests are built.
 * usage: node tests/check.mjs [--long] BUILD_FOLDER
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { ROOT, listFiles } from "./lib/site.mjs";

const { values: options, positionals: [build = "build"] } = parseArgs({
	allowPositionals: true,
	options: { long: { type: "boolean", default: false } },
});

const SANITIZED = "make --no-print-directory CC=clang " +
	"SANITIZE=address,undefined OPTIMIZE='-O1 -g'";
const program = `${build}/opas`;

function units(folder) {
	return listFiles(path.join(ROOT, "tests/unit"))
		.filter((name) => name.endsWith("_test.c"))
		.map((name) => `${folder}/unit/${name.slice(0, -2)}`).join(" ");
}

/* What takes longest comes first. */
const SHORT = [
	["sanitizers: unit tests, golden sites and the guide",
		`${SANITIZED} -j2 all units && ` +
		`node tests/sanitized.mjs build/clang-address-undefined ` +
		units("build/clang-address-undefined")],
	["accessibility", "node tests/accessibility.mjs"],
	["browser", "node tests/browser.mjs"],
	["reading", "node tests/reading.mjs"],
	["compare", "node tests/compare.mjs"],
	["search in the browser",
		`node tests/search-browser.mjs --program ${program}`],
	["handout builder", "node tests/builder.mjs"],
	["search in trouble",
		`node tests/search-trouble.mjs --program ${program}`],
	["golden queries", `node tests/golden.mjs --program ${program}`],
	["handouts", `node tests/handouts.mjs --program ${program}`],
	["linebreaks", "node tests/linebreaks.mjs"],
	["reproducible", `sh tests/reproducible.sh ${program}`],
	["validity", "node tests/validity.mjs"],
	["unit tests", `node tests/units.mjs ${units(build)}`],
	["golden sites", `node tests/sites.mjs --program ${program}`],
	["readme", `node tests/readme.mjs --program ${program}`],
	["commonmark", `node tests/commonmark.mjs --program ${program}`],
	["content", "node tests/content.mjs"],
	["interface", "node tests/interface.mjs"],
	["crawl", "node tests/crawl.mjs"],
	["locales", `node tests/locales.mjs --program ${program}`],
	["translations", `node tests/translations.mjs --program ${program}`],
	["walkthrough", `node tests/walkthrough.mjs --program ${program}`],
	["images", `node tests/images.mjs --program ${program}`],
	["fuzz", "make --no-print-directory fuzzers && " +
		"node tests/fuzz.mjs build/fuzz/engine_*"],
	["layers", "node tests/layers.mjs"],
	["messages", "node tests/messages.mjs"],
	["install", "sh tests/install.sh"],
];

const LONG = [
	["clang", "make --no-print-directory CC=clang -j2 all units && " +
		`node tests/units.mjs ${units("build/clang")}`],
	/* Under valgrind nobody learns that a program to start is missing. */
	["unit tests under valgrind", "node tests/units.mjs --under " +
		"'valgrind -q --error-exitcode=9 --leak-check=full " +
		"--suppressions=tests/valgrind.supp' " +
		units(build).replace(/\S+\/process_test/, "")],
	["handouts, long",
		`node tests/handouts.mjs --program ${program} --long`],
	["reproducible, long", `sh tests/reproducible.sh ${program} --long`],
];

/* A make below must not take part in the job server of the one above. */
const environment = { ...process.env };
delete environment.MAKEFLAGS;
delete environment.MFLAGS;
delete environment.MAKELEVEL;

/* Passed and failed as the last such line says. */
function countsOf(output) {
	const lines = [...output.matchAll(
		/^(?:\w+: )?(\d+) passed, (\d+) failed$/gm)];
	const last = lines.at(-1);
	return last ? { passed: Number(last[1]), failed: Number(last[2]) }
		: null;
}

function runPart([name, command]) {
	return new Promise((resolve) => {
		const begin = Date.now();
		const child = spawn("sh", ["-c", command], { cwd: ROOT,
			env: environment, stdio: ["ignore", "pipe", "pipe"] });
		let output = "";
		child.stdout.on("data", (data) => { output += data; });
		child.stderr.on("data", (data) => { output += data; });
		child.on("close", (status) => {
			const seconds = (Date.now() - begin) / 1000;
			const counts = countsOf(output) ??
				{ passed: 0, failed: 1 };
			if (status !== 0 && counts.failed === 0)
				counts.failed = 1;
			console.log(`\n--- ${name}`);
			console.log(output.trimEnd());
			if (status !== 0)
				console.log(`(ended with status ${status}: ` +
					`${command.slice(0, 120)})`);
			resolve({ name, seconds, ...counts });
		});
	});
}

const parts = options.long ? LONG : SHORT;
const waiting = [...parts];
const results = [];
const begin = Date.now();
async function work() {
	while (waiting.length > 0)
		results.push(await runPart(waiting.shift()));
}
fs.mkdirSync(path.join(ROOT, "build"), { recursive: true });
await Promise.all(Array.from(
	{ length: options.long ? 1 : Math.max(2, os.cpus().length) }, work));

console.log(`\n--- all, in ${Math.round((Date.now() - begin) / 1000)} s`);
let passed = 0;
let failed = 0;
for (const [name] of parts) {
	const result = results.find((one) => one.name === name);
	console.log(`${name}: ${result.passed} passed, ${result.failed} ` +
		`failed (${result.seconds.toFixed(1)} s)`);
	passed += result.passed;
	failed += result.failed;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
