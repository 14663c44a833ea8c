/*
 * Writes a guide of 5 x N articles to measure with: prose of sentences from
 * the real articles, the real principles, links between articles.  The same
 * N and SEED give the same guide.
 * usage: node tests/generate.mjs N FOLDER [SEED]
 */
import fs from "node:fs";
import path from "node:path";
import { readPrinciples } from "./lib/content.mjs";
import { copyTree } from "./lib/run.mjs";
import { ROOT, listFiles } from "./lib/site.mjs";

const [count, folder, seed = 1] = process.argv.slice(2);
if (!(Number(count) > 0) || !folder) {
	console.error("usage: node tests/generate.mjs N FOLDER [SEED]");
	process.exit(2);
}

/* A linear congruential generator (Knuth, MMIX), high bits only. */
let state = BigInt(seed) * 2654435761n + 1n;
function random(below) {
	state = (state * 6364136223846793005n + 1442695040888963407n) &
		0xffffffffffffffffn;
	return Number((state >> 33n) % BigInt(below));
}

function pick(items) {
	return items[random(items.length)];
}

function several(least, most, make) {
	return Array.from({ length: least + random(most - least + 1) }, make);
}

/* Sentences of prose, without markup. */
function readSentences(locale) {
	const found = [];
	for (const name of listFiles(path.join(ROOT, "content", locale))) {
		const text = fs.readFileSync(
			path.join(ROOT, "content", locale, name), "utf8")
			.replace(/^---\n[^]*?\n---\n/, "");
		for (const block of text.split(/\n\n+/))
			if (/^\p{L}/u.test(block))
				found.push(...block.replace(/\[([^\]]*)\]\([^)]*\)/g,
					"$1").replace(/[*_`[\]]/g, "")
					.split(/(?<=[.!?؟])\s+/)
					.filter((one) => one.length > 12));
	}
	return found;
}

function idOf(locale, number) {
	return `${locale}-${String(number).padStart(5, "0")}`;
}

const SECTIONS = 6;
const locales = fs.readdirSync(path.join(ROOT, "content"),
	{ withFileTypes: true }).filter((entry) => entry.isDirectory())
	.map((entry) => entry.name).sort();
const principles = readPrinciples().map(({ id }) => id);

function paragraph(sentences) {
	const text = several(3, 6, () => pick(sentences)).join(" ");
	if (random(3) > 0)
		return text;
	const target = idOf(pick(locales), random(Number(count)));
	const anchor = random(2) > 0 ? `#s${1 + random(SECTIONS)}` : "";
	return `${text} [${pick(sentences).split(" ").slice(0, 3).join(" ")}]` +
		`(${target}.md${anchor})`;
}

function section(number, sentences) {
	const taught = new Set(several(1, 3, () => pick(principles)));
	const title = pick(sentences).split(" ").slice(0, 5).join(" ")
		.replace(/[{}#]/g, "");
	const list = several(3, 5, () => `- ${pick(sentences)}`).join("\n");
	return `## ${title} {#s${number} principles="${[...taught].join(" ")}"}` +
		`\n\n${paragraph(sentences)}\n\n${paragraph(sentences)}\n\n` +
		`${list}\n`;
}

function article(sentences) {
	const quoted = (text) => JSON.stringify(text);
	const day = String(1 + random(28)).padStart(2, "0");
	const month = String(1 + random(12)).padStart(2, "0");
	const sections = Array.from({ length: SECTIONS }, (none, index) =>
		section(index + 1, sentences));
	return `---\ntitle: ${quoted(pick(sentences))}\n` +
		`description: ${quoted(pick(sentences))}\n` +
		`updated: 2026-${month}-${day}\n---\n\n` +
		`${paragraph(sentences)}\n\n${sections.join("\n")}`;
}

const to = path.join(folder, "content");
fs.mkdirSync(to, { recursive: true });
for (const name of ["guide.yaml", "principles.yaml"])
	fs.copyFileSync(path.join(ROOT, "content", name), path.join(to, name));
copyTree(path.join(ROOT, "locales"), path.join(folder, "locales"));
for (const locale of locales) {
	const sentences = readSentences(locale);
	fs.mkdirSync(path.join(to, locale), { recursive: true });
	for (let number = 0; number < Number(count); number++)
		fs.writeFileSync(path.join(to, locale,
			`${idOf(locale, number)}.md`), article(sentences));
}
