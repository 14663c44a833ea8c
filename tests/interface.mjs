/*
 * No page shows an interface string of another language, the catalogs are
 * complete, and each language is written in its own script.
 * usage: node tests/interface.mjs [SITE]
 */
import fs from "node:fs";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { latin } from "./lib/latin.mjs";
import { readPo } from "./lib/po.mjs";
import { ROOT, openSite, pageLocale, readSettings } from "./lib/site.mjs";
import { Tally, missing } from "./lib/tally.mjs";

const CATALOGS = ["ui", "guide"];
const SHOWN = ["aria-label", "title", "placeholder", "alt", "content"];
const META = ["description", "og:title", "og:description", "og:site_name"];

/* A piece that is shorter than this says nothing of its language. */
const SHORTEST = 3;
/* From this length on a string is also looked for within longer texts. */
const LONG = 16;

const SCRIPTS = { fa: /\p{Script=Arabic}/u, ko: /\p{Script=Hangul}/u,
	sr: /\p{Script=Cyrillic}/u };
/* Latin words that may stand in any page; SNS is Korean for social media. */
const FREE = new RegExp("\\bhttps?://\\S+|\\b(?:opas|Atom|JavaScript|SNS|" +
	"tr|fi|ko|fa|sr|en|Latn)\\b", "gi");

const site = openSite(process.argv[2]);
const tally = new Tally("interface");
const { locales, derived } = readSettings();

function collapse(text) {
	return text.replace(/\s+/g, " ").trim();
}

/* What stands between placeholders and markup, as text nodes hold it. */
function pieces(text) {
	return text.split(/\{\w+\}|<[^>]*>/).map(collapse)
		.filter((piece) => piece.length >= SHORTEST &&
			/\p{L}{2}/u.test(piece));
}

/* Locale -> what its interface may say, English being the source. */
function readVocabulary() {
	const words = new Map(locales.map((locale) => [locale, new Set()]));
	for (const catalog of CATALOGS)
		for (const locale of locales.filter((one) => !derived[one])) {
			const file = path.join(ROOT, "locales", catalog,
				`${locale}.po`);
			if (!tally.check(fs.existsSync(file),
				`locales/${catalog}/${locale}.po is there`))
				continue;
			for (const entry of readPo(fs.readFileSync(file, "utf8")))
				for (const text of locale === "en" ? [entry.id,
					entry.plural ?? "", ...entry.strings]
					: entry.strings)
					pieces(text).forEach((piece) =>
						words.get(locale).add(piece));
		}
	for (const [locale, base] of Object.entries(derived))
		for (const piece of words.get(base))
			words.get(locale).add(latin(piece));
	return words;
}

/* Texts and attributes of a page outside of parts in other languages. */
function shownTexts(page, locale) {
	const isOwn = (element) =>
		(element.inherited("lang") ?? locale) === locale;
	const found = [];
	for (const piece of page.texts())
		if (isOwn(piece.parent) && piece.parent.name !== "script" &&
			piece.text.trim() !== "")
			found.push({ text: collapse(piece.text),
				parent: piece.parent });
	for (const element of page.elements()) {
		const isMeta = element.name === "meta" && META.includes(
			element.get("name") ?? element.get("property"));
		for (const name of SHOWN)
			if (element.has(name) && isOwn(element) &&
				(name !== "content" || isMeta))
				found.push({ text: collapse(element.get(name)),
					parent: element });
	}
	return found;
}

/* A heading of the A-Z index, which has words of any script. */
function isInitial(element) {
	for (let at = element; at; at = at.parent)
		if (at.classes.includes("initials") || (at.name === "h2" &&
			at.parent.classes.includes("initial")))
			return true;
	return false;
}

/* The foreign string that a text shows, if any: as a whole, or a long one
 * within. */
function foreignPart(text, own, others) {
	for (const [locale, words] of others) {
		if (words.has(text) && !own.has(text))
			return `'${text}' is ${locale}`;
		for (const word of words)
			if (word.length >= LONG && text.includes(word) &&
				![...own].some((mine) => mine.includes(word)))
				return `'${word}' is ${locale}`;
	}
	return null;
}

function checkPages(vocabulary) {
	const answers = new Map(); /* locale and text -> foreign part */
	for (const [name, page] of site.pages) {
		const locale = pageLocale(name);
		if (locale === null)
			continue;
		const own = vocabulary.get(locale);
		const others = [...vocabulary].filter(([tag]) => tag !== locale);
		const problems = new Set();
		for (const { text, parent } of shownTexts(page, locale)) {
			const key = `${locale} ${text}`;
			if (!answers.has(key))
				answers.set(key, foreignPart(text, own, others));
			if (answers.get(key))
				problems.add(answers.get(key));
			const stray = isInitial(parent) ? null
				: strayLetters(text, locale);
			if (stray)
				problems.add(`'${stray}' in '${text.slice(0, 60)}' ` +
					`(line ${parent.line})`);
		}
		tally.check(problems.size === 0,
			`${name} speaks ${locale} only`,
			[...problems].slice(0, 8).join("\n"));
	}
}

/* Letters of another script, but for what is written in Latin everywhere. */
function strayLetters(text, locale) {
	const script = SCRIPTS[locale] ?? /\p{Script=Latin}/u;
	const letters = text.replace(FREE, "").match(/\p{L}+/gu) ?? [];
	return letters.find((word) => [...word].some((letter) =>
		!script.test(letter) && !/\p{Script=Common}/u.test(letter)));
}

/* Persian dates are Solar Hijri, and in Persian digits. */
function checkDates() {
	for (const [name, page] of site.pages) {
		if (pageLocale(name) !== "fa")
			continue;
		for (const time of page.all("time")) {
			if (time.inherited("lang") !== "fa")
				continue;
			tally.check(/^[^0-9]*۱۴[۰-۹]{2}/.test(time.text) &&
				/^\d{4}-\d\d-\d\d/.test(time.get("datetime")),
			`${name}: the date ${time.text} is Persian`);
		}
	}
}

/* Every message of the scripts, as xgettext finds them, is in the template
 * that translators get, with its comment. */
function checkScripts() {
	const folder = path.join(ROOT, "templates/assets");
	const names = fs.readdirSync(folder).filter((name) =>
		name.endsWith(".js")).sort();
	const { error, stdout, stderr } = spawnSync("xgettext",
		["--language=JavaScript", "--from-code=UTF-8", "--no-wrap",
			"--add-comments=Translators:", "-o", "-", ...names],
		{ encoding: "utf8", cwd: folder });
	if (error)
		missing("interface", "there is no program 'xgettext'");
	tally.equal(stderr, "", "xgettext reads the scripts");
	const ours = fs.readFileSync(path.join(ROOT, "locales/ui/ui.pot"),
		"utf8").split("\n\n");
	const theirs = stdout.trim().split("\n\n").slice(1);
	const about = (block) => ({
		comment: block.split("\n").filter((line) =>
			line.startsWith("#. ")).map((line) => line.slice(3))
			.join(" ").replace(/^Translators: */, ""),
		message: JSON.stringify(readPo(block.replace(
			/^#.*\n/gm, ""))) });
	const known = new Map(ours.filter((block) =>
		block.includes("#: ")).map(about).map(
		({ message, comment }) => [message, comment]));
	tally.check(theirs.length > 10, "the scripts have messages");
	for (const { message, comment } of theirs.map(about))
		tally.check(known.get(message)?.includes(comment),
			`ui.pot has ${message} with its comment`,
			`${comment}\n${known.get(message)}`);
	const fromScripts = ours.filter((block) =>
		/^#: .*templates\/assets\//m.test(block)).length;
	tally.equal(fromScripts, theirs.length,
		"ui.pot has no other messages of scripts");
}

/* Complete in all locales, as gettext counts. */
function checkStatistics() {
	for (const catalog of CATALOGS)
		for (const locale of locales.filter((one) => !derived[one])) {
			const name = `locales/${catalog}/${locale}.po`;
			const { error, stderr, status } = spawnSync("msgfmt",
				["--check-format", "--statistics", "-o", "/dev/null",
					path.join(ROOT, name)],
				{ encoding: "utf8",
					env: { ...process.env, LC_ALL: "C" } });
			if (error)
				missing("interface", "there is no program 'msgfmt'");
			tally.check(status === 0 &&
				/^\d+ translated messages?\.\s*$/m.test(stderr) &&
				!/fuzzy|untranslated|warning/.test(stderr),
			`${name} is complete`, stderr);
		}
}

checkStatistics();
checkScripts();
checkPages(readVocabulary());
checkDates();
tally.finish();
