/*
 * Lays the articles out in Chromium in columns of 141 widths and looks at
 * where lines end: never inside a Korean word or before its particle, and in
 * Finnish, Turkish and Serbian only where a word may be divided.
 * usage: node tests/linebreaks.mjs [SITE]
 */
import { pathToFileURL } from "node:url";
import { openChromium } from "./lib/chromium.mjs";
import { readEditions } from "./lib/content.mjs";
import { openSite } from "./lib/site.mjs";
import { Tally } from "./lib/tally.mjs";

const FIRST = 140;
const STEP = 4;
const COUNT = 141;
/* No column is narrower than this where long words are to fit: 42 mm. */
const NARROW = 160;
const LANGUAGES = ["ko", "fi", "tr", "sr"];
/* A word is shown at most so often. */
const SHOWN = 12;

const site = openSite(process.argv[2]);
const tally = new Tally("linebreaks");
const browser = await openChromium("linebreaks");

/*
 * Runs in the page.  Words are runs of letters and signs without a blank,
 * whatever elements they are in; a word that is on two lines is looked at
 * letter by letter.
 */
function measure({ widths, narrow }) {
	const column = document.querySelector(".read");
	const range = document.createRange();
	const language = document.documentElement.lang;

	function wordsOf(block) {
		const walker = document.createTreeWalker(block,
			NodeFilter.SHOW_TEXT);
		const words = [];
		let word = null;
		while (walker.nextNode()) {
			const node = walker.currentNode;
			const parent = node.parentElement;
			if (parent.closest("[data-b]") !== block ||
				parent.closest(".unseen, svg, pre"))
				continue;
			for (let i = 0; i < node.length; i++) {
				if (/[ \n\t]/.test(node.data[i])) {
					word = null;
					continue;
				}
				if (word === null) {
					word = { letters: [], block };
					words.push(word);
				}
				word.letters.push([node, i]);
			}
		}
		return words;
	}

	const words = [...column.querySelectorAll("[data-b]")]
		.filter((block) => !block.closest("[lang]") ||
			block.closest("[lang]").lang === language)
		.flatMap(wordsOf);

	function boxes(letters) {
		const [first, last] = [letters[0], letters.at(-1)];
		range.setStart(first[0], first[1]);
		range.setEnd(last[0], last[1] + 1);
		return [...range.getClientRects()].filter((box) =>
			box.width > 0);
	}
	function text(letters) {
		return letters.map(([node, i]) => node.data[i]).join("");
	}
	function isBelow(box, other) {
		return box.top > other.bottom - 2;
	}
	/* Where lines end in a word: the index of the letter behind. */
	function ends(letters) {
		const found = [];
		let before = null;
		letters.forEach((letter, i) => {
			/* Behind a soft hyphen the first box is the hyphen. */
			const box = boxes([letter]).at(-1);
			if (!box)
				return;
			if (before && isBelow(box, before))
				found.push(i);
			before = box;
		});
		return found;
	}

	const found = { words: words.length, lines: 0, soft: 0, bad: [] };
	for (const width of widths) {
		column.style.width = `${width}px`;
		column.style.maxWidth = "none";
		let block = null;
		let line = null;
		for (const word of words) {
			if (word.block !== block) {
				block = word.block;
				line = null;
				word.edge = block.getBoundingClientRect();
			}
			const rects = boxes(word.letters);
			if (rects.length === 0)
				continue;
			const edge = block.getBoundingClientRect();
			const wide = rects.some((box) =>
				box.right > edge.right + 1 ||
				box.left < edge.left - 1);
			if (wide && width >= narrow)
				found.bad.push([width, text(word.letters),
					"is wider than its column"]);
			if (line && isBelow(rects[0], line))
				found.lines++;
			line = rects.at(-1);
			if (!rects.some((box) => isBelow(box, rects[0])))
				continue;
			/* What no line can hold must be broken somewhere. */
			const whole = rects.reduce((sum, box) => sum + box.width,
				0);
			if (language === "ko" && whole > edge.width)
				continue;
			for (const end of ends(word.letters)) {
				const before = text(word.letters.slice(0, end));
				const after = text(word.letters.slice(end));
				found.lines++;
				found.soft += before.endsWith("\u00AD");
				const fine = language === "ko"
					? /[-–—/·~,:]$/.test(before)
					: /[\u00AD\-–—/…]$/.test(before);
				if (!fine && (language === "ko" ||
					width >= narrow))
					found.bad.push([width,
						`${before}|${after}`,
						"is broken"]);
			}
		}
	}
	return found;
}

const widths = Array.from({ length: COUNT }, (_, i) => FIRST + STEP * i);
const page = await browser.newPage({ viewport: { width: 720, height: 900 } });
for (const { locale, id } of readEditions()) {
	if (!LANGUAGES.includes(locale))
		continue;
	await page.goto(`${pathToFileURL(site.folder)}/${locale}/${id}.html`);
	const found = await page.evaluate(measure,
		{ widths, narrow: NARROW });
	const bad = [...new Map(found.bad.map(([width, word, why]) =>
		[word, `${word} ${why} at ${width} px`])).values()];
	console.log(`${locale}/${id}: ${found.words} words, ` +
		`${found.lines} line ends, ${found.soft} in a word, ` +
		`${found.bad.length} bad`);
	tally.check(found.lines > COUNT && found.words > 100,
		`${locale}/${id}: lines were seen`);
	tally.check(locale === "ko" || found.soft > 0,
		`${locale}/${id}: long words are divided`);
	tally.check(bad.length === 0,
		`${locale}/${id}: lines end where they may`,
		bad.slice(0, SHOWN).join("\n"));
}
await browser.close();
tally.finish();
