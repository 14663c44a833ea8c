/*
 * Prints handouts with 'opas handout' and looks at the sheets: numbers and
 * heads, contents, outline, fonts, words that can be found, what is cut off
 * or stands alone, grey, dark, codes.
 * usage: node tests/handouts.mjs [--program FILE] [--long] [--keep FOLDER]
 *	[--only TEXT]
 * Without --long a few of each kind; with it every article and principle in
 * all languages and in six pairs of them.  Documents stay in FOLDER.
 */
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { pathToFileURL } from "node:url";
import { openChromium } from "./lib/chromium.mjs";
import { latin } from "./lib/latin.mjs";
import { readPdf } from "./lib/pdf.mjs";
import { readPo } from "./lib/po.mjs";
import { openPrinter, runBeside } from "./lib/printer.mjs";
import { newFolder } from "./lib/run.mjs";
import { ROOT, readSettings } from "./lib/site.mjs";
import { Tally } from "./lib/tally.mjs";
import { readEditions, readPrinciples } from "./lib/content.mjs";

const { values: options } = parseArgs({ options: {
	program: { type: "string", default: path.join(ROOT, "build/opas") },
	long: { type: "boolean", default: false },
	keep: { type: "string" },
	only: { type: "string", default: "" },
} });

const PAIRS = ["tr-fi", "fi-ko", "ko-fa", "fa-sr", "sr-en", "en-fa"];
const KILOBYTES = 15; /* a sheet, at most */
const CONTRAST = 7;
const CODE = 15; /* millimetres */
const MARGIN = 8; /* points at the edge that no printer fills */

const tally = new Tally("handouts");
const settings = readSettings();
const folder = options.keep ?? newFolder("handouts");
fs.mkdirSync(folder, { recursive: true });

/* What can be chosen. */
const ids = [...new Set(readEditions().map(({ id }) => id))].sort();
const principles = readPrinciples().map(({ id }) => id);

function job(name, locale, ...rest) {
	const at = rest.indexOf("--with");
	return { name, locale, with: at < 0 ? null : rest[at + 1],
		choices: rest.filter((word) =>
			word === "--article" || word === "--principle").length,
		args: ["handout", "--root", ROOT, "--locale", locale,
			...rest] };
}

function shortJobs() {
	const three = ["calm", "listen", "boundaries"].flatMap((id) =>
		["--principle", id]);
	return [
		job("fi", "fi", "--article", "abusive-customers"),
		job("fa", "fa", "--article", "improvise"),
		job("ko-fi", "ko", "--with", "fi", "--article",
			"getting-good-service"),
		job("en-fa", "en", "--with", "fa", "--principle", "calm"),
		job("sr-three", "sr", ...three),
		job("sr-Latn", "sr-Latn", "--article", "seven-habits",
			"--no-lines"),
		job("tr-large", "tr", "--article", "entitled-customers",
			"--large"),
	];
}

function longJobs() {
	const languages = [...settings.locales.map((locale) => [locale]),
		...PAIRS.map((pair) => pair.split("-"))];
	const choices = [["--all"], ...ids.map((id) => ["--article", id]),
		...principles.map((id) => ["--principle", id])];
	return choices.flatMap((choice) => languages.map(([locale, beside]) =>
		job([locale, beside, choice.at(-1).replace("--", "")]
			.filter(Boolean).join("-"), locale,
		...beside ? ["--with", beside] : [], ...choice)));
}

/* Without what nobody sees or types, in one order of letters. */
function bare(text) {
	return text.normalize("NFKC").normalize("NFD")
		.replace(/[\s\p{M}\p{C}\u2010-]/gu, "").toLowerCase();
}

/* The letters in no order, for text that runs from the right. */
function bag(text) {
	return [...bare(text)].sort().join("");
}

function toDigits(text) {
	return text.replace(/[۰-۹]/g, (digit) =>
		digit.charCodeAt(0) - 0x6f0);
}

async function tool(name, ...args) {
	const { status, output } = await runBeside(name, args);
	if (typeof status === "string")
		tally.fail(`${name} can be run`, status);
	return output;
}

/* "Sivu 3/7" as the locale says and writes it; derived ones in their own
 * letters. */
function pageWords(locale, number, count) {
	const base = settings.derived[locale] ?? locale;
	const file = path.join(ROOT, `locales/ui/${base}.po`);
	const message = "Page {number} of {count}";
	const entry = readPo(fs.readFileSync(file, "utf8"))
		.find(({ id }) => id === message);
	let words = entry?.strings[0] || message;
	if (settings.derived[locale])
		words = latin(words);
	const digits = (value) => base !== "fa" ? String(value)
		: String(value).replace(/\d/g, (digit) =>
			String.fromCharCode(0x6f0 + Number(digit)));
	return words.replace("{number}", digits(number))
		.replace("{count}", digits(count));
}

/* What the page is, as it is printed; runs in the browser. */
function describe() {
	const seen = (element) => {
		const style = getComputedStyle(element);
		return style.visibility !== "hidden" &&
			element.getClientRects().length > 0 &&
			!/^rect\(0px/.test(style.clip);
	};
	const channel = (value) => value <= 0.04045 ? value / 12.92
		: ((value + 0.055) / 1.055) ** 2.4;
	const shade = (color) => {
		const [r, g, b, alpha = 1] = color.match(/[\d.]+/g).map(Number);
		return alpha === 0 ? null : 0.2126 * channel(r / 255) +
			0.7152 * channel(g / 255) + 0.0722 * channel(b / 255);
	};
	const ground = (element) => {
		for (; element; element = element.parentElement) {
			const value = shade(
				getComputedStyle(element).backgroundColor);
			if (value !== null)
				return value;
		}
		return 1;
	};
	const words = new Set();
	const faint = [];
	const walker = document.createTreeWalker(document.body,
		NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const { data, parentElement: parent } = walker.currentNode;
		if (!data.trim() || parent.closest("svg, style") ||
			!seen(parent))
			continue;
		for (const word of data.match(
			/[\p{L}\p{N}\p{M}\u200c\u00ad]{3,}/gu) ?? [])
			words.add(word);
		const ink = shade(getComputedStyle(parent).color);
		const paper = ground(parent);
		const contrast = (Math.max(ink, paper) + 0.05) /
			(Math.min(ink, paper) + 0.05);
		faint.push([contrast, data.trim().slice(0, 40)]);
	}
	const notes = [...document.querySelectorAll(".lines p")].filter(seen)
		.map(({ textContent }) => textContent);
	const heads = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")]
		.filter(seen).map((head) => ({ text: head.textContent }));
	const code = document.querySelector(".online svg.qr");
	return { language: document.documentElement.lang,
		direction: document.documentElement.dir,
		running: document.documentElement.dataset.running,
		title: document.title, heads, notes, words: [...words],
		faint: faint.sort(([a], [b]) => a - b)[0],
		items: [...document.querySelectorAll(
			".item[data-title]")].map(({ dataset }) =>
			dataset.title),
		contents: [...document.querySelectorAll(
			".outline .numbered a[href^='#']")].map((link) => ({
			text: link.textContent,
			anchor: decodeURIComponent(link.hash.slice(1)),
			first: link.closest("li").querySelector("b")
				?.textContent ?? "" })),
		rows: [...document.querySelectorAll(".pair:not(.part)")]
			.filter(({ children: [own, other] }) => seen(own) &&
				own.textContent.trim() !== "" &&
				other?.textContent.trim()).map((row) =>
				[...row.children].map(({ innerText }) =>
					innerText.trim().split(/\n+/))),
		controls: [...document.querySelectorAll(
			"button, input:not([type=checkbox]), select, nav")].filter(seen).length,
		code: code && seen(code)
			? code.getBoundingClientRect().width / 96 * 25.4 : 0 };
}

async function openPage(browser, file, scheme = "light") {
	const page = await browser.newPage({ colorScheme: scheme });
	await page.goto(pathToFileURL(file).href);
	await page.emulateMedia({ media: "print", colorScheme: scheme });
	return page;
}

function isBody(sheet, piece) {
	const margin = 19 / 25.4 * 72;
	return piece.y > margin && piece.y < sheet.height - margin;
}

function checkDocument(say, pdf, page, work) {
	say(pdf.language === work.locale, "the document has its language",
		pdf.language);
	say(pdf.title === page.title, "and its title", pdf.title);
	say(pdf.tagged, "it is tagged");
	say(pdf.dates.length === 0, "it has no dates", pdf.dates.join(" "));
	const plain = ({ text, title }) =>
		(text ?? title).replace(/[\s\u00ad\u2060]+/g, "");
	const has = pdf.outline.map(plain);
	const wants = page.heads.map(plain);
	const odd = has.findIndex((title, index) => title !== wants[index]);
	say(has.length === wants.length && odd < 0,
		"the outline has every heading, in reading order",
		`${has.length} of ${wants.length}; '${pdf.outline[odd]?.title}'` +
			` for '${page.heads[odd]?.text}'`);
}

async function checkFile(say, file, sheets) {
	const fonts = (await tool("pdffonts", file)).split("\n").slice(2)
		.filter(Boolean);
	say(fonts.length > 0 && fonts.every((font) =>
		!/Type 3/.test(font) && / yes yes yes /.test(font)),
	"fonts are embedded, in parts, with Unicode, none of Type 3",
	fonts.join("\n"));
	const size = fs.statSync(file).size / 1000 / sheets;
	say(size < KILOBYTES, `a sheet has less than ${KILOBYTES} kB`,
		size.toFixed(1));
	const edges = [];
	let width = 0;
	const boxes = await tool("pdftotext", "-bbox", file, "-");
	for (const [, sheet, from, to, word] of boxes.matchAll(/<page width="([\d.]+)"|<word xMin="(-?[\d.]+)" yMin="[^"]*" xMax="(-?[\d.]+)" yMax="[^"]*">([^<]*)/g))
		if (sheet)
			width = Number(sheet);
		else if (from < MARGIN || to > width - MARGIN)
			edges.push(word);
	say(edges.length === 0, "no word is cut off", edges.join(" "));
}

/* Numbers and heads of all sheets but the cover. */
function checkMargins(say, sheets, page, work) {
	const guide = page.running.split(" · ")[0];
	const heads = page.items.length > 1
		? [...page.items.map((title) => `${guide} · ${title}`),
			page.running] : [page.running];
	const unnumbered = [];
	const headless = [];
	for (let number = 2; number <= sheets.length; number++) {
		const sheet = sheets[number - 1];
		const edge = (above) => sheet.pieces.filter((piece) =>
			!isBody(sheet, piece) &&
			piece.y > sheet.height / 2 === above)
			.map(({ text }) => text).join("");
		if (bag(edge(false)) !==
			bag(pageWords(work.locale, number, sheets.length)))
			unnumbered.push(`${number}: ${edge(false)}`);
		if (!heads.some((head) => bag(edge(true)) === bag(head)))
			headless.push(`${number}: ${edge(true)}`);
	}
	say(unnumbered.length === 0, "every sheet has its number, as the " +
		"language writes it", unnumbered.join("\n"));
	say(headless.length === 0, "every sheet has the head of its part",
		headless.join("\n"));
}

/* In the row of each link the number of the sheet that it leads to. */
function checkContents(say, pdf, page) {
	const rows = new Map();
	for (const sheet of pdf.sheets)
		for (const { rect, dest } of sheet.links) {
			const anchor = typeof dest === "string"
				? decodeURIComponent(dest) : null;
			if (anchor === null)
				continue;
			const [left, bottom, right, top] = rect;
			const digits = sheet.pieces.filter((piece) =>
				piece.y > bottom - 2 && piece.y < top &&
				(page.direction === "rtl" ? piece.x < left
					: piece.x > right - 1))
				.sort((a, b) => a.x - b.x)
				.map(({ text }) => text).join("");
			rows.set(anchor, [...rows.get(anchor) ?? [],
				toDigits(digits).replace(/\D/g, "")]);
		}
	const wrong = page.contents.filter(({ anchor }) =>
		!pdf.destinations[anchor] || !rows.get(anchor)?.includes(
			String(pdf.destinations[anchor])));
	say(page.contents.length > 0 && wrong.length === 0,
		"the contents have the right number of each sheet",
		`${wrong.length} of ${page.contents.length}: ` +
		wrong.slice(0, 5).map(({ text, anchor }) => `${text}: ` +
			`${rows.get(anchor)} for ${pdf.destinations[anchor]}`)
			.join("\n"));
	say(page.contents.every(({ first }) => first.trim() !== ""),
		"and numbers of the parts themselves");
}

/* pdf.js gives right-to-left letters as they are drawn, from the left; a
 * ligature is one piece of several letters in their own order. */
function textOf(sheet) {
	const turned = [...sheet.pieces].reverse().map(({ text }) =>
		[...text].reverse().join(""));
	return `${bare(sheet.pieces.map(({ text }) => text).join(""))} ` +
		`${bare(turned.join(""))} ${bare([...sheet.pieces].reverse()
			.map(({ text }) => text).join(""))}`;
}

function checkWords(say, pdf, page, work) {
	const text = pdf.sheets.map(textOf).join(" ");
	const lost = page.words.filter((word) => bare(word).length > 2 &&
		!text.includes(bare(word)));
	const rtl = [work.locale, work.with].includes("fa");
	say(lost.length <= (rtl ? page.words.length / 100 : 0),
		"words can be found again",
		`${lost.length} of ${page.words.length} not: ` +
			lost.slice(0, 8).join(" "));
}

/* Fonts may have one glyph for the blank and for codes that nobody types. */
function checkBlanks(say, pdf) {
	const odd = pdf.sheets.flatMap(({ pieces }) => pieces)
		.filter(({ text }) => /[\u0000-\u001f]/.test(text));
	say(odd.length === 0, "blanks are blanks",
		JSON.stringify(odd.slice(0, 3).map(({ text }) => text)));
}

function checkSheets(say, pdf, page) {
	/* Lines to write on are no text. */
	const ruled = new Set(page.notes.map(bag));
	const bodies = pdf.sheets.map((sheet) => sheet.pieces.filter(
		(piece) => isBody(sheet, piece)));
	const empty = bodies.map((body, index) => [index + 1,
		bare(body.map(({ text }) => text).join(""))])
		.filter(([number, text]) => number > 1 && text.length < 40 &&
			!ruled.has(bag(text)))
		.map(([number]) => number);
	say(empty.length === 0, "no sheet is nearly empty", empty.join(" "));
	const alone = pdf.outline.filter(({ title, sheet, top }) => {
		const below = bodies[sheet - 1].filter(({ y }) => y < top)
			.map(({ text }) => text).join("");
		return bare(below).length <= bare(title).length + 3;
	});
	say(alone.length === 0, "no heading is alone at the foot of a sheet",
		alone.map(({ title, sheet }) => `${sheet}: ${title}`)
			.join("\n"));
}

/* The lines of a column of all sheets, from above, as one can look for words
 * in them; those that run from the right are turned. */
function linesOf(pdf, first) {
	return pdf.sheets.flatMap((sheet, index) => {
		const lines = new Map();
		for (const piece of sheet.pieces) {
			if (!isBody(sheet, piece) ||
				piece.x < sheet.width / 2 - 1 !== first)
				continue;
			const y = Math.round(piece.y / 3);
			lines.set(y, [...lines.get(y) ?? [], piece]);
		}
		return [...lines].sort(([a], [b]) => b - a)
			.map(([, pieces]) => ({ sheet: index + 1,
				y: pieces[0].y, text: textOf({ pieces }) }));
	});
}

/* Where the words of a cell begin and end, from a line on. */
function placeOf(lines, from, cell) {
	const find = (part, at) => lines.findIndex(({ text }, index) =>
		index >= at && text.includes(part));
	const begin = find(bare(cell[0]).slice(0, 16), from);
	const end = begin < 0 ? -1 : find(bare(cell.at(-1)).slice(-8), begin);
	return end < 0 ? null : { begin, sheet: lines[begin].sheet,
		y: lines[begin].y, last: lines[end].sheet };
}

/* Both sides of a row begin at one height; of those that begin on a sheet,
 * one at most goes on on the next. */
function checkRows(say, pdf, page, work) {
	const sides = [linesOf(pdf, page.direction !== "rtl"),
		linesOf(pdf, page.direction === "rtl")];
	const at = [0, 0];
	const torn = new Map();
	const uneven = [];
	let found = 0;
	for (const row of page.rows) {
		const [own, other] = row.map((cell, side) =>
			placeOf(sides[side], at[side], cell));
		if (own === null || other === null)
			continue;
		found++;
		at[0] = own.begin + 1;
		at[1] = other.begin + 1;
		if (own.sheet !== other.sheet || Math.abs(own.y - other.y) > 12)
			uneven.push(`${own.sheet}: ${row[0][0].slice(0, 40)}`);
		if (Math.max(own.last, other.last) > own.sheet)
			torn.set(own.sheet, (torn.get(own.sheet) ?? 0) + 1);
	}
	const rtl = [work.locale, work.with].includes("fa");
	say(found > page.rows.length * (rtl ? 0.5 : 0.8),
		"rows are found again",
		`${found} of ${page.rows.length}`);
	say(uneven.length === 0, "both sides of a row begin at one height",
		uneven.join("\n"));
	say([...torn.values()].every((count) => count === 1),
		"one row of a sheet at most goes on on the next",
		JSON.stringify([...torn]));
}

async function checkCode(say, file, sheets, page) {
	if (!settings.base || page.code === 0) {
		say(!settings.base, "there is a code to photograph");
		return;
	}
	say(page.code >= CODE - 0.1, `the code is ${CODE} mm wide`,
		page.code.toFixed(1));
	const base = file.replace(/\.pdf$/, "-code");
	await tool("pdftoppm", "-r", "150", "-gray", "-png", "-f",
		String(Math.max(1, sheets - 1)), file, base);
	const images = fs.readdirSync(folder).filter((name) =>
		name.startsWith(`${path.basename(base)}-`))
		.map((name) => path.join(folder, name));
	let found = "";
	for (const image of images)
		found += await tool("zbarimg", "-q", "--raw", image);
	images.forEach((image) => fs.rmSync(image));
	say(found.includes(settings.base), "and a camera reads it", found);
}

/* The same to the byte, but for the time of day. */
async function checkDark(say, browser, file) {
	const printed = [];
	for (const scheme of ["light", "dark"]) {
		const page = await openPage(browser, file, scheme);
		printed.push((await page.pdf({ printBackground: true }))
			.toString("latin1").replace(/\(D:[^)]*\)/g, ""));
		await page.close();
	}
	say(printed[0] === printed[1],
		"a dark scheme prints as a light one does");
}

async function checkJob(browser, work, first) {
	const html = path.join(folder, `${work.name}.html`);
	const file = path.join(folder, `${work.name}.pdf`);
	const say = (holds, claim, detail = "") =>
		tally.check(holds, `${work.name}: ${claim}`, detail);
	for (const target of [html, file]) {
		const { status, output } = await runBeside(options.program,
			[...work.args, "-o", target, ...work.alone ? []
				: ["--browser", printer.program]],
			{ cwd: ROOT, env: { HOME: folder } });
		if (!say(status === 0 && output === "",
			`${path.extname(target)} is written`, output))
			return;
	}
	say(!/<script|<link|\ssrc="(?!data:)/.test(
		fs.readFileSync(html, "utf8")), "the page needs no other file");
	const tab = await openPage(browser, html);
	const page = await tab.evaluate(describe);
	await tab.close();
	const pdf = await readPdf("handouts", file);
	checkDocument(say, pdf, page, work);
	await checkFile(say, file, pdf.sheets.length);
	checkMargins(say, pdf.sheets, page, work);
	checkContents(say, pdf, page);
	checkWords(say, pdf, page, work);
	checkBlanks(say, pdf);
	checkSheets(say, pdf, page);
	if (work.with)
		checkRows(say, pdf, page, work);
	say(page.controls === 0, "nothing to press is printed",
		String(page.controls));
	say(page.faint[0] >= CONTRAST, `text has a contrast of ${CONTRAST}`,
		`${page.faint[0].toFixed(2)}: ${page.faint[1]}`);
	await checkCode(say, file, pdf.sheets.length, page);
	if (first)
		await checkDark(say, browser, html);
	if (!options.keep)
		[html, file].forEach((target) => fs.rmSync(target));
}

const browser = await openChromium("handouts");
const printer = await openPrinter(browser, newFolder("printer"));
const waiting = (options.long ? longJobs() : shortJobs())
	.filter(({ name }) => name.includes(options.only));
/* One shows that opas finds a browser, and what arguments it needs. */
if (waiting.length > 0)
	waiting[0].alone = true;
const dark = new Set();
async function work() {
	while (waiting.length > 0) {
		const next = waiting.shift();
		const kind = `${next.locale} ${next.with}`;
		const first = !dark.has(kind);
		dark.add(kind);
		await checkJob(browser, next, first);
	}
}
await Promise.all([work(), work()]);
printer.close();
await browser.close();
tally.finish();
