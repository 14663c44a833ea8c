/*
 * Runs programs for tests, and keeps folders of their own for them.
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { spawnSync } from "node:child_process";

/* What the program under test may see of the environment, the same on every
 * machine. */
export const ENVIRONMENT = {
	PATH: process.env.PATH,
	HOME: "/nonexistent",
	LANG: "C.UTF-8",
	TZ: "UTC",
	ASAN_OPTIONS: "detect_stack_use_after_return=1:" +
		"strict_string_checks=1:check_initialization_order=1",
	UBSAN_OPTIONS: "halt_on_error=1:print_stacktrace=1",
};

/* Runs a program to its end: { status, output } with standard output and
 * error in the order in which they were written.  A signal gives its name as
 * the status. */
export function run(program, args, options = {}) {
	const name = path.join(os.tmpdir(), `opas-run-${process.pid}`);
	const file = fs.openSync(name, "w+");
	try {
		const done = spawnSync(program, args, {
			cwd: options.cwd,
			env: { ...ENVIRONMENT, ...options.env },
			stdio: ["ignore", file, file],
			timeout: options.timeout ?? 120000,
		});
		if (done.error)
			return { status: done.error.message, output: "" };
		return { status: done.status ?? done.signal,
			output: fs.readFileSync(name, "utf8") };
	} finally {
		fs.closeSync(file);
		fs.rmSync(name);
	}
}

const folders = [];
process.on("exit", () => folders.forEach((folder) =>
	fs.rmSync(folder, { recursive: true, force: true })));

/* A new empty folder, removed when the test program ends. */
export function newFolder(name) {
	const folder = fs.mkdtempSync(
		path.join(fs.realpathSync(os.tmpdir()), `opas-${name}-`));
	folders.push(folder);
	return folder;
}

export function copyTree(from, to) {
	fs.cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}
