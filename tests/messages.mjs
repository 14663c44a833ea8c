/*
 * Holds the table of messages against the program and the tests: every row is
 * given somewhere, and some test provokes it, a case of tests/sites or, for
 * what a guide cannot provoke, a unit test.
 * usage: node tests/messages.mjs
 */
import fs from "node:fs";
import path from "node:path";
import { ROOT, listFiles } from "./lib/site.mjs";
import { Tally } from "./lib/tally.mjs";

function readAll(folder, pattern) {
	return listFiles(path.join(ROOT, folder))
		.filter((name) => pattern.test(name))
		.map((name) => fs.readFileSync(
			path.join(ROOT, folder, name), "utf8")).join("\n");
}

/* What no test can provoke: the dictionary comes with a package that the tests
 * install, and is found wherever the library looks for it. */
const BEYOND = new Set(["DICTIONARY_MISSING"]);

/* { name, code, text, hint } of every row. */
function readRows() {
	const source = fs.readFileSync(
		path.join(ROOT, "generator/base/messages.h"), "utf8");
	const string = (piece) => [...piece.matchAll(/"((?:\\.|[^"\\])*)"/g)]
		.map(([, part]) => part).join("");
	return [...source.matchAll(
		/^MESSAGE\((\w+), (REPORT_\w+), "([^"]*)",\s*N_\(([^]*?)\),\s*(NULL|N_\([^]*?\))\)$/gm)]
		.map(([, name, level, code, text, hint]) => ({ name, level,
			code, text: string(text), hint: string(hint) }));
}

const tally = new Tally("messages");
const rows = readRows();
const program = readAll("generator", /\.c$/);
const units = readAll("tests/unit", /\.[ch]$/);
const cases = readAll("tests/sites", /(^|\/)expected\.txt$/);
const count = fs.readFileSync(path.join(ROOT,
	"generator/base/messages.h"), "utf8").match(/^MESSAGE\(/gm).length;

tally.equal(rows.length, count, "every row can be read");
tally.equal(new Set(rows.map(({ code }) => code)).size, rows.length,
	"no code stands twice");
for (const { name, code, text, hint } of rows) {
	tally.equal(code, name.toLowerCase().replace(/_/g, "-"),
		`the code of ${name} is its name`);
	tally.check(new RegExp(`\\bMESSAGE_${name}\\b`).test(program),
		`the program gives ${name}`);
	tally.check(BEYOND.has(name) || cases.includes(`[${code}]`) ||
		new RegExp(`\\bMESSAGE_${name}\\b`).test(units) ||
		units.includes(`[${code}]`),
	`a test provokes ${name}`);
	tally.check(!/failed to|!|\.$/.test(text + hint) &&
		/^[a-z'{]|^(PO|YAML|HTML)\b/.test(text),
	`the text of ${name} begins small, and ends without a full stop`,
	text);
}
tally.finish();
