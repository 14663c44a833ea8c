/*
 * Builds the small guides of tests/sites end to end and compares messages,
 * exit status and output with what their folders say (tests/README.md).
 * usage: node tests/sites.mjs [--program build/opas] [case...]
 * UPDATE=1 rewrites messages and output, never a status.
 */
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { copyTree, newFolder, run } from "./lib/run.mjs";
import { ROOT, listFiles } from "./lib/site.mjs";
import { Tally, missing } from "./lib/tally.mjs";

const CASES = path.join(ROOT, "tests/sites");
/* Messages that need another program at work or a machine in trouble: unit
 * tests provoke them. */
const ELSEWHERE = new Set(["output-busy", "output-changed",
	"output-unremovable", "record-damaged", "program-missing",
	"program-failed", "data-missing", "dictionary-missing",
	"font-missing", "browser-missing", "browser-failed", "browser-slow",
	/* Faults of the program itself. */
	"search-unfound", "search-empty"]);

const UPDATE = process.env.UPDATE === "1";

const { values: options, positionals } = parseArgs({
	allowPositionals: true,
	options: { program: { type: "string", default: "build/opas" } },
});
const program = path.resolve(ROOT, options.program);
const tally = new Tally("sites");

function readOr(file, otherwise) {
	return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : otherwise;
}

function write(file, text) {
	fs.mkdirSync(path.dirname(file), { recursive: true });
	fs.writeFileSync(file, text);
}

/* Names of assets hold a hash of their bytes; which one is of no concern
 * here. */
function mask(text) {
	return text.replace(/\.[0-9a-f]{10}\.(?=[a-z])/g, ".HASH.");
}

/* Path -> what must not change when a build fails. */
function snapshot(folder) {
	const found = {};
	if (!fs.existsSync(folder))
		return found;
	for (const name of listFiles(folder)) {
		const file = path.join(folder, name);
		const { ino, mtimeMs, size } = fs.statSync(file);
		found[name] = [ino, mtimeMs, size,
			fs.readFileSync(file, "latin1")].join(" ");
	}
	return found;
}

function pick(object, keys) {
	return Object.fromEntries(keys.map((key) => [key, object[key]]));
}

/* The case as it was before the fault: its own before/, else the common one.
 */
function buildBefore(name, work) {
	const own = path.join(CASES, name, "before");
	const from = fs.existsSync(own) ? own
		: path.join(CASES, "_common/before");
	copyTree(from, path.join(work, "before"));
	const { status, output } = run(program, ["build", "--quiet", "--root",
		"before", "--output", "site"], { cwd: work });
	tally.check(status === 0, `${name}: the site before is built`, output);
	fs.rmSync(path.join(work, "before"), { recursive: true });
	return snapshot(path.join(work, "site"));
}

/* Runs the lines of a case's command file; the last one counts. */
function runCommands(name, work, more = []) {
	const lines = readOr(path.join(CASES, name, "command"),
		"build --root guide --output site").trim().split("\n");
	let done;
	for (const line of lines) {
		done = run(program, [...line.split(/\s+/), ...more],
			{ cwd: work });
		if (line !== lines.at(-1))
			tally.check(done.status === 0,
				`${name}: '${line}' ends with status 0`,
				done.output);
	}
	return done;
}

/* How many files the program counts is seen in their list. */
function maskCount(text) {
	return text.replace(/(files written )\d+/, "$1N");
}

function compareText(claim, file, actual) {
	const expected = readOr(file, null);
	if (actual === expected) {
		tally.check(true, claim);
	} else if (UPDATE) {
		write(file, actual);
		console.log(`updated: ${path.relative(ROOT, file)}`);
	} else {
		tally.fail(claim, difference(expected ?? "", actual));
	}
}

/* The first lines that differ. */
function difference(expected, actual) {
	const should = expected.split("\n");
	const is = actual.split("\n");
	const at = is.findIndex((line, index) => line !== should[index]);
	const from = at < 0 ? is.length : at;
	const shown = (lines) => lines.slice(from, from + 8).join("\n  ") ||
		"(nothing more)";
	return `from line ${from + 1}\nis:\n  ${shown(is)}\n` +
		`should be:\n  ${shown(should)}`;
}

/* Of a partial case PARTIAL lists all files, and only those in expected/ are
 * compared; else all are. */
function compareTree(name, site) {
	const expected = path.join(CASES, name, "expected");
	const partial = path.join(expected, "PARTIAL");
	const isPartial = fs.existsSync(partial);
	const built = !fs.existsSync(site) ? []
		: listFiles(site).filter((file) => file !== ".opas");
	if (isPartial)
		compareText(`${name}: the files of the site`, partial,
			built.map((file) => `${mask(file)}\n`).join(""));
	else if (UPDATE)
		fs.rmSync(expected, { recursive: true, force: true });
	const wanted = isPartial
		? listFiles(expected).filter((file) => file !== "PARTIAL")
		: built;
	if (!isPartial && !UPDATE)
		tally.equal(built, fs.existsSync(expected)
			? listFiles(expected) : [],
		`${name}: the files of the site`);
	for (const file of wanted) {
		if (!built.includes(file))
			tally.fail(`${name}: ${file} is written`);
		else
			compareText(`${name}: ${file}`,
				path.join(expected, file),
				mask(fs.readFileSync(path.join(site, file),
					"utf8")));
	}
}

function runCase(name) {
	const folder = path.join(CASES, name);
	const work = newFolder("site");
	const site = path.join(work, "site");
	const status = Number(readOr(path.join(folder, "status"), "0"));

	copyTree(path.join(folder, "guide"), path.join(work, "guide"));
	if (fs.existsSync(path.join(folder, "beside")))
		copyTree(path.join(folder, "beside"),
			path.join(work, "beside"));
	const layout = readOr(path.join(folder, "layout"), "").trim();
	if (layout)
		copyTree(path.join(CASES, "_common", layout),
			path.join(work, "guide/templates"));

	const before = status !== 0 || fs.existsSync(path.join(folder, "before"))
		? buildBefore(name, work) : null;
	const beside = path.join(work, "beside");
	const around = fs.existsSync(beside) ? snapshot(beside) : null;
	const done = runCommands(name, work);
	tally.equal(done.status, status, `${name}: exit status`);
	if (around)
		tally.equal(pick(snapshot(beside), Object.keys(around)), around,
			`${name}: what is beside the guide is left as it was`);
	compareText(`${name}: messages`, path.join(folder, "expected.txt"),
		maskCount(done.output));
	if (fs.existsSync(path.join(folder, "expected.json"))) {
		const json = runCommands(name, work, ["--json"]);
		tally.equal(json.status, status,
			`${name}: exit status with --json`);
		compareText(`${name}: messages as JSON`,
			path.join(folder, "expected.json"), json.output);
	}
	if (status !== 0)
		tally.equal(snapshot(site), before,
			`${name}: the site before is left as it was`);
	else
		compareTree(name, site);
	fs.rmSync(work, { recursive: true });
}

/* Every message that users can provoke by what they write has a case. */
function checkMessages(names) {
	const rows = fs.readFileSync(
		path.join(ROOT, "generator/base/messages.h"), "utf8")
		.matchAll(/^MESSAGE\(\w+,\s*REPORT_\w+,\s*"([a-z0-9-]+)"/gm);
	const all = names.map((name) =>
		readOr(path.join(CASES, name, "expected.txt"), "")).join("");
	for (const [, code] of rows)
		if (!ELSEWHERE.has(code))
			tally.check(all.includes(`[${code}]`),
				`a case provokes the message ${code}`);
}

if (!fs.existsSync(program))
	missing("sites", `there is no program ${options.program}; run 'make'`);
const all = fs.readdirSync(CASES).filter((name) =>
	fs.existsSync(path.join(CASES, name, "guide")));
for (const name of positionals.length > 0 ? positionals : all)
	runCase(name);
if (positionals.length === 0)
	checkMessages(all);
tally.finish();
