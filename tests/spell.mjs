/*
 * Lists the words of the guide that Debian's dictionaries do not know: of the
 * articles in content/, and of all catalogs in locales/.  Code, addresses,
 * attributes and placeholders are left out.  A word is accepted if it is in
 * locales/<language>.dic: one word a line, sorted by code points, "#" begins
 * a comment; in small letters it may begin with a capital in the text.
 * usage: node tests/spell.mjs [--words] [LOCALE...]
 * --words prints the unknown words alone, to be looked at and added.
 */
import fs from "node:fs";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { readPo } from "./lib/po.mjs";
import { ROOT, listFiles, readSettings } from "./lib/site.mjs";
import { Tally } from "./lib/tally.mjs";

/* What checks a list of words, and which lines of its output are unknown
 * ones. */
const HUNSPELL = (name) => ["hunspell", "-w", "-i", "UTF-8", "-d", name];
const CHECKERS = {
	en: HUNSPELL("en_GB"),
	tr: HUNSPELL("tr_TR"),
	ko: HUNSPELL("ko_KR"),
	sr: HUNSPELL("sr_RS"),
	fa: ["aspell", "--lang=fa", "--encoding=utf-8", "list"],
	fi: ["voikkospell"],
};
/* A word that each has to know, and one that it must not. */
const SEEDS = {
	en: ["customer", "custmoer"],
	tr: ["müşteriler", "müşetriler"],
	ko: ["고객에게", "고객에개"],
	sr: ["корисник", "корисинк"],
	fa: ["مشتری", "مشترژی"],
	fi: ["asiakkaat", "asaikkaat"],
};
/* What front matter holds of prose. */
const PROSE = /^(title|description|owner|goals):/;
const WORD = /[\p{L}\p{M}][\p{L}\p{M}\u200c\u200d'\u2010\u2011-]*/gu;
/* How many places of a word are shown. */
const PLACES = 2;

const { values: options, positionals } = parseArgs({
	allowPositionals: true,
	options: { words: { type: "boolean", default: false } },
});
const locales = positionals.length > 0 ? positionals
	: readSettings().locales.filter((tag) => !readSettings().derived[tag]);
const tally = new Tally("spell");

/* Markdown without what is no prose; the lines stay. */
function proseOf(markdown) {
	const lines = (text) => text.replace(/[^\n]/g, "");
	return markdown
		.replace(/^( {0,3}(?:> ?)*)(```+|~~~+)[^]*?^\1\2.*$/gm, lines)
		.replace(/(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, lines)
		.replace(/<!--[^]*?-->/g, lines)
		.replace(/<[A-Za-z/][^<>]*>/g, lines)
		.replace(/\]\([^()\s]*(?:\s+"([^"]*)")?\)/g, "] $1 ")
		.replace(/^Table: /gm, "")
		.replace(/\[[!^][^\]]*\]/g, " ")
		.replace(/\{[^{}]*\}/g, " ")
		.replace(/\b(?:https?:\/\/|www\.)[^\s<>()]+/g, " ")
		.replace(/&(?:#\w+|\w+);/g, " ")
		.replace(/[*\\\u00ad]|~~/g, "");
}

/* An article: what is prose of its front matter, and its body. */
function proseOfArticle(text) {
	const [, front, body] = /^---\n([^]*?\n)---\n([^]*)$/.exec(text) ??
		[null, "", text];
	let isProse = false;
	const kept = front.split("\n").map((line) => {
		if (/^\S/.test(line))
			isProse = PROSE.test(line);
		return isProse ? line.replace(PROSE, "") : "";
	});
	return `\n${kept.join("\n")}\n${proseOf(body)}`;
}

/* The texts of a locale: { name, text, raw }; raw has the file's lines, to
 * find places in. */
function textsOf(locale) {
	const texts = [];
	for (const name of listFiles(path.join(ROOT, "locales"))) {
		if (!name.endsWith(`/${locale}.po`))
			continue;
		const raw = fs.readFileSync(path.join(ROOT, "locales", name),
			"utf8");
		texts.push({
			name: `locales/${name}`,
			text: readPo(raw).flatMap((entry) => entry.strings)
				.map(proseOf).join("\n"),
			raw: raw.replace(/^(?:#|msgid|msgctxt).*$/gm, ""),
		});
	}
	const folder = path.join(ROOT, "content", locale);
	for (const name of fs.existsSync(folder) ? listFiles(folder) : []) {
		if (!name.endsWith(".md"))
			continue;
		const raw = fs.readFileSync(path.join(folder, name), "utf8");
		texts.push({ name: `content/${locale}/${name}`, raw,
			text: proseOfArticle(raw) });
	}
	return texts;
}

/* Every word once, as it is written but for apostrophes: word -> places. */
function wordsOf(texts) {
	const words = new Map();
	for (const one of texts) {
		const text = one.text.normalize("NFC").replace(/’/g, "'");
		for (const [found] of text.matchAll(WORD)) {
			const word = found.replace(/[^\p{L}\p{M}]+$/u, "");
			if (word.length < 2)
				continue;
			if (!words.has(word))
				words.set(word, new Set());
			words.get(word).add(one);
		}
	}
	return words;
}

/* Those of the words that the dictionary does not know. */
function unknownOf(locale, words) {
	const [program, ...args] = CHECKERS[locale];
	const done = spawnSync(program, args, {
		input: words.map((word) => `${word}\n`).join(""),
		env: { ...process.env, LC_ALL: "C.UTF-8" },
		encoding: "utf8", maxBuffer: 1 << 26,
	});
	if (done.error || done.status !== 0)
		throw new Error(`${program} did not check ${locale}: ` +
			(done.error?.message ?? done.stderr));
	return new Set(done.stdout.split("\n")
		.filter((line) => !line.startsWith("C: "))
		.map((line) => line.replace(/^W: /, "")).filter(Boolean));
}

/* A word that the dictionary does not know as a whole is known if all its
 * parts are. */
function partsOf(word) {
	return word.split(/[-\u2010\u2011\u200c]+/)
		.filter((part) => part.length > 1);
}

/* Accepted words; their order and form are checked. */
function readAccepted(locale) {
	const name = `locales/${locale}.dic`;
	const file = path.join(ROOT, name);
	const words = [];
	if (!fs.existsSync(file))
		return new Set();
	fs.readFileSync(file, "utf8").split("\n").forEach((line, index) => {
		const word = line.replace(/#.*/, "").trim();
		if (word === "")
			return;
		tally.check(words.length === 0 || words.at(-1) < word,
			`${name}:${index + 1}: '${word}' is in its place, once`);
		words.push(word);
	});
	return new Set(words);
}

/* Where a word stands: the first lines of the first files. */
function placesOf(word, texts) {
	const places = [];
	const isWord = new RegExp(`(?<![\\p{L}\\p{M}])${word
		.replace(/'/g, "['’]")}(?![\\p{L}\\p{M}])`, "u");
	for (const { name, raw } of texts) {
		const lines = raw.normalize("NFC").split("\n");
		const index = lines.findIndex((line) => isWord.test(line));
		const at = index < 0 ? 0 : lines[index].search(isWord);
		places.push(index < 0 ? name : `${name}:${index + 1}: …` +
			`${lines[index].slice(Math.max(0, at - 30), at + 50)}…`);
	}
	return places.slice(0, PLACES).join("\n");
}

/* Unknown word or part of one -> the texts that it is in. */
function unknownWords(locale, words, accepts) {
	const whole = [...unknownOf(locale, [...words.keys()])]
		.filter((word) => !accepts(word));
	const parts = unknownOf(locale, whole.flatMap(partsOf));
	const unknown = new Map();
	for (const word of whole)
		for (const part of partsOf(word))
			if (parts.has(part) && !accepts(part))
				unknown.set(part, [word, words.get(word)]);
	return new Map([...unknown].sort((a, b) => a[0] < b[0] ? -1 : 1));
}

function checkLocale(locale) {
	const words = wordsOf(textsOf(locale));
	const accepted = readAccepted(locale);
	const used = new Set();
	const unknown = unknownWords(locale, words, (word) => {
		const found = [word, word[0].toLocaleLowerCase(locale) +
			word.slice(1)].find((one) => accepted.has(one));
		used.add(found);
		return found !== undefined;
	});
	if (options.words) {
		[...unknown.keys()].forEach((word) => console.log(word));
		return;
	}
	tally.equal([...unknownOf(locale, SEEDS[locale])],
		[SEEDS[locale][1]], `${locale}: the dictionary is in use`);
	for (const [part, [word, texts]] of unknown)
		tally.fail(`${locale}: ‘${part}’ is a word`,
			placesOf(word, texts));
	for (const word of accepted)
		tally.check(used.has(word), `locales/${locale}.dic: ‘${word}’ ` +
			"is in the guide, and not in the dictionary");
	tally.passed += words.size - unknown.size;
	console.log(`${locale}: ${words.size} words, ${accepted.size} ` +
		`accepted, ${unknown.size} unknown`);
}

for (const locale of locales) {
	if (CHECKERS[locale] !== undefined)
		checkLocale(locale);
	else
		tally.fail(`there is a dictionary for ${locale}`);
}
if (!options.words)
	tally.finish();
