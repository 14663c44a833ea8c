/**
 * What the classes of a language alone are worth, without the engine: for
 * each query the documents with a word of the same class (strict) or group
 * (loose), against the judgements of the development sets.
 * usage: node tests/search/classes.mjs LANG [SET]
 *   LANG is a folder of $OPAS_SEARCH_DEV; with SET the queries that fail are
 *   listed: relevant documents missed, others found, and by which words.
 */
import fs from "node:fs";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { ROOT } from "../lib/site.mjs";

const [LANG, SHOW] = process.argv.slice(2);
const FOLDER = path.join(process.env.OPAS_SEARCH_DEV ??
	path.join(ROOT, "../shared/search-dev"), LANG);
const WORD = /[\p{L}\p{M}\p{Nd}\u200c\u200d]+(?:['\u2019:][\p{L}\p{M}\p{Nd}\u200c\u200d]+)*/gu;

const lines = (name) => fs.readFileSync(path.join(FOLDER, name), "utf8")
	.split("\n").filter(Boolean).map((line) => JSON.parse(line));
const lower = (text) => text.toLocaleLowerCase(LANG.slice(0, 2))
	.normalize("NFC");
/* A rough stand-in for the engine's folding, good enough to find the forms
 * that an analysis adds. */
const fold = (text) => lower(text).normalize("NFKD")
	.replace(/[\p{Mn}\u200c\u200d'\u2019:]/gu, "").replace(/ı/g, "i")
	.replace(/đ/g, "dj");
const wordsOf = (text) => lower(text).match(WORD) ?? [];

const documents = lines("corpus.jsonl").map((document) => ({
	id: document.id,
	words: new Set(wordsOf(`${document.title} ${document.text}`)),
}));
const queries = lines("queries.jsonl");

const analyses = new Map();
{
	const all = new Set();
	for (const document of documents)
		for (const word of document.words)
			all.add(word);
	for (const query of queries)
		for (const word of wordsOf(query.query))
			all.add(word);
	const list = [...all];
	const result = spawnSync(path.join(ROOT, "build/words"), [LANG], {
		input: list.join("\n"), encoding: "utf8", maxBuffer: 1 << 30 });
	const answers = result.stdout.split("\n");
	list.forEach((word, i) => analyses.set(word, JSON.parse(answers[i])));
}

/* key -> documents, group -> documents, folded form -> keys */
const byKey = new Map(), byLoose = new Map(), byForm = new Map();
const looseOf = new Map(), wordsOfKey = new Map();
const add = (map, key, value) => {
	if (!map.has(key))
		map.set(key, new Set());
	map.get(key).add(value);
};
for (const document of documents)
	for (const word of document.words) {
		const { readings, forms, parts } = analyses.get(word);
		for (const [key, loose] of readings) {
			add(byKey, key, document.id);
			add(byLoose, loose, document.id);
			add(looseOf, key, loose);
			add(wordsOfKey, key, word);
			add(byForm, fold(word), key);
		}
		for (const [form, reading] of forms)
			add(byForm, fold(form), readings[reading][0]);
		for (const part of parts) {
			add(byKey, part, document.id);
			add(wordsOfKey, part, word);
		}
	}

function find(query) {
	const strict = new Set(), loose = new Set(), keys = new Set();
	let known = true;
	for (const word of wordsOf(query)) {
		const mine = new Set(byForm.get(fold(word)) ?? []);
		known &&= mine.size > 0;
		/* A form that the documents lack: as if the query were analysed. */
		if (mine.size === 0)
			for (const [key, group] of analyses.get(word).readings) {
				mine.add(key);
				for (const id of byLoose.get(group) ?? [])
					loose.add(id);
			}
		for (const key of mine) {
			keys.add(key);
			for (const id of byKey.get(key) ?? [])
				strict.add(id);
			for (const group of looseOf.get(key) ?? [])
				for (const id of byLoose.get(group))
					loose.add(id);
		}
	}
	for (const id of strict)
		loose.add(id);
	return { strict, loose, keys, known };
}

const mean = (list) => (list.length === 0 ? "  - "
	: (list.reduce((a, b) => a + b, 0) / list.length).toFixed(3));
const sums = new Map();
for (const query of queries) {
	const relevant = new Set(query.rel), near = new Set(query.near);
	const found = find(query.query);
	const name = `${query.set}${query.sub && ` ${query.sub}`}${
		found.known ? "" : " (unknown)"}`;
	const row = sums.get(name) ?? { count: 0, sr: [], sp: [], lr: [], lp: [] };
	sums.set(name, row);
	row.count++;
	for (const [kind, set] of [["s", found.strict], ["l", found.loose]]) {
		const list = [...set].filter((id) => !near.has(id));
		const hits = list.filter((id) => relevant.has(id)).length;
		row[`${kind}r`].push(hits / relevant.size);
		if (list.length > 0)
			row[`${kind}p`].push(hits / list.length);
	}
	if (SHOW !== query.set)
		continue;
	const missed = query.rel.filter((id) => !found.loose.has(id)).length;
	const wrong = [...found.loose].filter((id) =>
		!relevant.has(id) && !near.has(id)).length;
	if (missed + wrong > 0)
		console.log(`${query.query} [${query.lemma} ${query.pos}]: misses ${
			missed} of ${relevant.size}, wrong ${wrong}; ${[...found.keys]
			.map((key) => `${key}: ${[...(wordsOfKey.get(key) ?? [])]
				.slice(0, 12).join(" ")}`).join(" | ")}`);
}
console.log(`${LANG.padEnd(28)} count  strict R / P     loose R / P`);
for (const [name, row] of [...sums].sort())
	console.log(`${name.padEnd(28)} ${String(row.count).padStart(5)}  ${
		mean(row.sr)} / ${mean(row.sp)}  ${mean(row.lr)} / ${mean(row.lp)}`);
