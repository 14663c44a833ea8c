/*
 * Pictures of the built site to look at: every kind of page, and search
 * results, in all locales at two widths, or the README's picture of two languages side by side.
 * usage: node tests/screenshots.mjs FOLDER [--site SITE] [--only TEXT]
 *        node tests/screenshots.mjs --readme FILE.png [--site SITE]
 */
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { openChromium } from "./lib/chromium.mjs";
import { readEditions } from "./lib/content.mjs";
import { openSite, readSettings } from "./lib/site.mjs";

const WIDTHS = [375, 1280];
/* What is searched for. */
const WORDS = { "sr-Latn": "saslusajte", tr: "musteri", fi: "kuuntele", ko: "고객", fa: "گوش",
	sr: "saslusajte", en: "listen" };
/* The README's two languages, and the size of each half. */
const PAIR = ["fa", "ko"];
const HALF = { width: 640, height: 720 };

const { values: options, positionals } = parseArgs({
	allowPositionals: true,
	options: { readme: { type: "string" }, site: { type: "string" },
		only: { type: "string", default: "" } },
});
const site = openSite(options.site);
const { locales } = readSettings();
const editions = readEditions();
const root = `${pathToFileURL(site.folder)}/`;

/* An article in the locale, or for one that has none yet, in any. */
function articleOf(locale) {
	const own = editions.find((edition) => edition.locale === locale) ??
		editions[0];
	return `${own.locale}/${own.id}.html`;
}

function pagesOf(locale) {
	return {
		home: `${locale}/index.html`,
		article: articleOf(locale),
		principle: `${locale}/principles/listen.html`,
		principles: `${locale}/principles.html`,
		index: `${locale}/a-z.html`,
		search: `${locale}/search.html?q=` +
			`${encodeURIComponent(WORDS[locale])}&languages=all`,
		box: `${locale}/search.html`,
	};
}

/* The list below the field, with its first result chosen. */
async function search(page, words) {
	await page.keyboard.type(words);
	await page.locator("[role=option]").first().waitFor();
	await page.keyboard.press("ArrowDown");
}

async function shootAll(browser, folder) {
	fs.mkdirSync(folder, { recursive: true });
	for (const width of WIDTHS) {
		const page = await browser.newPage(
			{ viewport: { width, height: 800 } });
		for (const locale of locales)
			for (const [kind, name] of Object.entries(pagesOf(locale))) {
				const file = `${kind}-${locale}-${width}.png`;
				if (!file.includes(options.only))
					continue;
				await page.goto(root + name);
				if (kind === "box")
					await search(page, WORDS[locale]);
				if (kind === "search")
					await page.locator(".elsewhere h3").last()
						.waitFor();
				await page.screenshot({ fullPage: kind !== "box",
					path: path.join(folder, file) });
			}
		await page.close();
	}
}

/* Two pictures on one canvas, made by the browser itself. */
async function shootPair(browser, file) {
	const pictures = [];
	for (const locale of PAIR) {
		const page = await browser.newPage({ viewport: HALF });
		await page.goto(root + articleOf(locale));
		pictures.push(await page.screenshot());
		await page.close();
	}
	const page = await browser.newPage({ viewport:
		{ width: HALF.width * 2 + 16, height: HALF.height } });
	await page.setContent("<style>body{margin:0;display:flex;gap:16px;" +
		"background:#888}</style>" + pictures.map((picture) =>
		`<img src="data:image/png;base64,${picture.toString("base64")}">`)
		.join(""));
	await page.screenshot({ path: file });
}

const browser = await openChromium("screenshots");
if (options.readme)
	await shootPair(browser, options.readme);
else if (positionals.length === 1)
	await shootAll(browser, positionals[0]);
else
	console.error("usage: node tests/screenshots.mjs FOLDER");
await browser.close();
