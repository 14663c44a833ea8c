/*
 * Holds content/README.md to the program: where a block of Markdown is
 * followed by one of HTML, 'opas render' makes the one out of the other.
 * Addresses of blocks, which the page leaves out, are left out here too.
 * usage: node tests/readme.mjs [--program build/opas]
 */
import fs from "node:fs";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { ENVIRONMENT } from "./lib/run.mjs";
import { ROOT } from "./lib/site.mjs";
import { Tally } from "./lib/tally.mjs";

/* Sections of "Markdown" that must show what they do. */
const SHOWN = ["Tables", "Task lists", "Callouts", "Footnotes",
	"Definition lists", "Strikethrough", "Figures", "Code"];

const { values: options } = parseArgs({
	options: { program: { type: "string", default: "build/opas" } },
});
const program = path.resolve(ROOT, options.program);
const tally = new Tally("readme");
const text = fs.readFileSync(path.join(ROOT, "content/README.md"), "utf8");

function render(markdown) {
	const done = spawnSync(program, ["render", "-"],
		{ input: markdown, env: ENVIRONMENT, encoding: "utf8" });
	return { html: (done.stdout ?? "").replace(/ data-b="[^"]*"/g, ""),
		messages: done.stderr ?? String(done.error) };
}

function sectionOf(offset) {
	return [...text.slice(0, offset).matchAll(/^#{2,3} (.*)$/gm)]
		.at(-1)?.[1] ?? "";
}

const shown = new Set();
const PAIR = /^(`{3,})markdown\n((?:(?!\1).*\n)+)\1\n\n```html\n([^]*?)```$/gm;
for (const pair of text.matchAll(PAIR)) {
	const [, , markdown, html] = pair;
	const section = sectionOf(pair.index);
	const is = render(markdown);
	shown.add(section);
	tally.equal(is.html, html, `${section}: the HTML shown`);
	tally.equal(is.messages, "", `${section}: no message`);
}
for (const section of SHOWN)
	tally.check(shown.has(section),
		`the section '${section}' shows Markdown and its HTML`);
tally.finish();
