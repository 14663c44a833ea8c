/*
 * Runs unit test programs, as many at a time as there are processors, and
 * adds up what cmocka says of them.
 * usage: node tests/units.mjs [--under "valgrind -q ..."] PROGRAM...
 */
import os from "node:os";
import path from "node:path";
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { ENVIRONMENT } from "./lib/run.mjs";
import { Tally } from "./lib/tally.mjs";

const SECONDS = 120;

const { values: options, positionals: programs } = parseArgs({
	allowPositionals: true,
	options: { under: { type: "string", default: "" } },
});
const tally = new Tally("units");

function count(output, word) {
	let sum = 0;
	for (const match of output.matchAll(
		new RegExp(`^\\[  ${word}  \\] .*?(\\d+) test\\(s\\)`, "gm")))
		sum += Number(match[1]);
	return sum;
}

/* Of a program that passed cmocka's own lines are left out. */
function judge(program, end, output) {
	const name = program.replace(/^.*\/unit\//, "");
	const passed = count(output, "PASSED");
	const failed = count(output, "FAILED");
	tally.passed += passed;
	tally.failed += failed;
	if (failed > 0 || end !== 0)
		console.log(`${name}:\n${output.trimEnd()}`);
	if (end !== 0 && failed === 0)
		tally.fail(`${name} ends with status 0`, `it ended with ${end}`);
	else if (passed + failed === 0)
		tally.fail(`${name} runs a test`, output);
}

function start(program) {
	return new Promise((resolve) => {
		const [file, ...args] = [...options.under.split(" ")
			.filter(Boolean), path.resolve(program)];
		const child = spawn(file, args, { env: ENVIRONMENT,
			stdio: ["ignore", "pipe", "pipe"],
			timeout: SECONDS * 1000, killSignal: "SIGKILL" });
		let output = "";
		child.stdout.on("data", (data) => { output += data; });
		child.stderr.on("data", (data) => { output += data; });
		child.on("error", (error) => { output += error.message; });
		child.on("close", (status, signal) => {
			judge(program, status ?? signal, output);
			resolve();
		});
	});
}

const waiting = [...programs];
async function work() {
	while (waiting.length > 0)
		await start(waiting.shift());
}
await Promise.all(Array.from({ length: os.cpus().length }, work));
tally.finish();
