/*
 * The page of search results as readers see it, whichever program drives the
 * browser (Playwright or Puppeteer), and what should be on it.
 */
import fs from "node:fs";
import path from "node:path";
import { readPo } from "./po.mjs";
import { ROOT } from "./site.mjs";

/* Runs in the page: waits until it shows results for the query. */
async function seen(query) {
	const end = Date.now() + 10000;
	const heading = () => document.querySelector(".found > h2");
	while (!heading()?.textContent.includes(`\u2068${query}\u2069`)) {
		if (Date.now() > end)
			return { late: document.body.innerText.slice(0, 300) };
		await new Promise((done) => setTimeout(done, 5));
	}
	const texts = (pattern) => [...document.querySelectorAll(pattern)]
		.map((one) => one.textContent);
	return {
		heading: heading().textContent,
		told: texts(".found > .told"),
		marks: [...document.querySelectorAll(".hits > li")].map(
			(item) => [...item.querySelectorAll("mark")].map(
				(one) => one.textContent)),
		addresses: [...document.querySelectorAll(".hits > li > a")]
			.map((one) => one.href),
	};
}

/* Runs in the page: what a reader types who then presses Enter. */
function type(query) {
	const form = document.querySelector("form.search:has(button)");
	form.elements.q.value = query;
	form.requestSubmit();
}

/* Asks as readers do: the first query of a language by the address of its
 * results, as somebody has sent it, the others on that page.  Addresses are
 * then as those of the site's files. */
export async function ask(page, root, { lang, query }) {
	const address = `${root}${lang}/search.html`;
	if (page.url().startsWith(address))
		await page.evaluate(type, query);
	else
		await page.goto(`${address}?q=${encodeURIComponent(query)}`);
	const found = await page.evaluate(seen, query);
	found.addresses = found.addresses?.map((one) => decodeURIComponent(
		one.startsWith(root) ? one.slice(root.length) : one));
	return found;
}

/* Hits in the order of the page: the principles together, and the sections
 * of each article, where the best of them stands. */
export function inGroups(hits) {
	const groups = new Map();
	for (const hit of hits) {
		const key = hit.principle ? "" : hit.id;
		groups.set(key, [...groups.get(key) ?? [], hit]);
	}
	return [...groups.values()].flat();
}

export function addressOf(lang, { id, principle, anchor }) {
	return `${lang}/${principle ? `principles/${principle}` : id}.html` +
		(anchor ? `#${anchor}` : "");
}

const ANOTHER = "No exact match; showing results for “{word}”";
const SEVERAL = "No exact match; showing results for similar words";
const catalogs = new Map();

function translate(lang, message) {
	if (!catalogs.has(lang))
		catalogs.set(lang, readPo(fs.readFileSync(path.join(ROOT,
			`locales/ui/${lang}.po`), "utf8")));
	return catalogs.get(lang).find(({ id }) => id === message).strings[0];
}

/* All that a page with these hits may tell of itself: nothing, or, if the best
 * has another word than the reader's, which.  It is marked in one of the best,
 * unless it is among a principle's aliases, which are not shown.  marks: of
 * each hit, in the order of the page. */
export function toldOf(lang, hits, marks) {
	const best = hits[0]?.match;
	if (!["similar", "typo"].includes(best))
		return [[]];
	const words = inGroups(hits).flatMap((hit, i) =>
		hit.match === best ? marks[i] ?? [] : []);
	if (words.length === 0)
		return [[translate(lang, SEVERAL)]];
	return words.map((word) => [translate(lang, ANOTHER).replace("{word}",
		`\u2068${word}\u2069`)]);
}
