/*
 * The development sets for search as guides that opas builds and as plain
 * pages that Pagefind indexes, and larger guides made of their sentences.
 */
import fs from "node:fs";
import path from "node:path";
import { ROOT } from "../lib/site.mjs";

export const SETS = process.env.OPAS_SEARCH_DEV ??
	path.join(ROOT, "../shared/search-dev");
export const LANGUAGES = ["tr", "fi", "ko", "fa", "sr-Latn", "sr-Cyrl"];
export const QUERY_SETS = ["Q1", "Q2", "Q3", "Q4", "Q5"];

const lines = (language, name) =>
	fs.readFileSync(path.join(SETS, language, name), "utf8").split("\n")
		.filter(Boolean).map((line) => JSON.parse(line));

export const readDocuments = (language) => lines(language, "corpus.jsonl");
export const readQueries = (language) => lines(language, "queries.jsonl");

/* The same numbers on every machine: a linear congruential generator
 * (Numerical Recipes). */
export function makeRandom(seed) {
	let state = seed >>> 0;
	return (below) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor(state / 4294967296 * below);
	};
}

/* count documents of about as many bytes each, of the sentences of the
 * language's documents in a new order. */
export function recombine(language, count, bytes = 530) {
	const sentences = readDocuments(language).flatMap(({ text }) =>
		text.split(/(?<=[.!?…؟])\s+/u)).filter((one) => one.length > 20);
	const random = makeRandom(count);
	const documents = [];
	for (let i = 0; i < count; i++) {
		const chosen = [];
		let size = 0;
		while (size < bytes) {
			const one = sentences[random(sentences.length)];
			chosen.push(one);
			size += Buffer.byteLength(one) + 1;
		}
		documents.push({ id: `d${i}`,
			title: chosen[0].split(/\s+/).slice(0, 5).join(" "),
			text: chosen.join(" ") });
	}
	return documents;
}

const markdown = (text) => text.replace(/[\\`*_{}[\]()#+\-.!|~<>&:"'^$]/g,
	(sign) => `\\${sign}`);
const html = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/* A guide of one language. */
export function writeGuide(folder, language, documents, settings = "") {
	const content = path.join(folder, "content", language);
	fs.rmSync(folder, { recursive: true, force: true });
	fs.mkdirSync(content, { recursive: true });
	fs.writeFileSync(path.join(folder, "content/guide.yaml"),
		`opas: 1\ntitle: Bench\nlocales: [${language}]\n${settings}`);
	for (const { id, title, text } of documents)
		fs.writeFileSync(path.join(content, `${id}.md`),
			`---\ntitle: ${JSON.stringify(title)}\n---\n\n` +
			`${markdown(text)}\n`);
}

/* The same documents as pages with nothing around them. */
export function writePages(folder, language, documents) {
	fs.rmSync(folder, { recursive: true, force: true });
	fs.mkdirSync(folder, { recursive: true });
	fs.writeFileSync(path.join(folder, "index.html"),
		`<!DOCTYPE html><html lang="${language}"><title>Bench</title>` +
		"<body></body></html>\n");
	for (const { id, title, text } of documents)
		fs.writeFileSync(path.join(folder, `${id}.html`),
			`<!DOCTYPE html>\n<html lang="${language}"><head>` +
			`<meta charset="utf-8"><title>${html(title)}</title></head>` +
			`<body data-pagefind-body><h1>${html(title)}</h1>` +
			`<p>${html(text)}</p></body></html>\n`);
}
