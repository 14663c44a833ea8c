/*
 * What readers see of translations that are out of date or not complete: the
 * guide with every article translated, of which one original was changed
 * since.  Banner, marks of blocks, lists, menu, page of results, paper, the
 * page that counts, and what axe says of them.
 * usage: node tests/translations.mjs [--program build/opas]
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { openChromium } from "./lib/chromium.mjs";
import { copyGuide, fillAll, parts, proseLines, read, write } from
	"./lib/corpus.mjs";
import { run } from "./lib/run.mjs";
import { serve } from "./lib/server.mjs";
import { ROOT } from "./lib/site.mjs";
import { Tally } from "./lib/tally.mjs";

const AXE = path.join(ROOT, "tests/node_modules/axe-core/axe.min.js");
const ARTICLE = "seven-habits";
const SOURCE = `content/sr/${ARTICLE}.md`;
/* A word that is added, and a passage that nobody has seen before. */
const ADDED = "никада";
const UNSEEN = "Сутра почиње сасвим друга прича.";

const { values: options } = parseArgs({
	options: { program: { type: "string", default: "build/opas" } },
});
const program = path.resolve(ROOT, options.program);
const tally = new Tally("translations");

function opas(folder, ...words) {
	const done = run(program, [...words, "--root", "."], { cwd: folder });
	tally.check(done.status === 0, `opas ${words.join(" ")}`, done.output);
}

/* One passage gets a word more, another becomes a different one. Gives a word
 * of the first to search for. */
function change(folder) {
	const { front, lines } = parts(read(folder, SOURCE));
	const [first, second] = proseLines(lines).slice(2);
	const word = lines[first].match(/\p{L}{7,}/gu)[0];
	lines[first] = lines[first].replace(/ /, ` ${ADDED} `);
	lines[second] = UNSEEN;
	write(folder, SOURCE, front + lines.join("\n"));
	return word;
}

function makeSite() {
	const folder = copyGuide("translations");
	opas(folder, "locale", "update");
	fillAll(folder);
	const word = change(folder);
	opas(folder, "locale", "update");
	opas(folder, "build", "--quiet");
	return { folder: path.join(folder, "site"), word };
}

async function checkAxe(page, name) {
	await page.addScriptTag({ path: AXE });
	const { violations } = await page.evaluate(() => window.axe.run());
	tally.equal(violations.map(({ id, nodes }) => [id, ...nodes.map((node) =>
		node.html.slice(0, 120))]), [], `${name}: axe finds nothing`);
}

async function checkWidths(page, name) {
	for (const width of [320, 1280]) {
		await page.setViewportSize({ width, height: 800 });
		const over = await page.evaluate(() =>
			document.documentElement.scrollWidth - innerWidth);
		tally.check(over <= 0, `${name}: fits ${width} px`,
			`${over} px too wide`);
	}
}

/* ASCII digits of any digits. */
function digits(text) {
	return text.replace(/[۰-۹]/g, (digit) => digit.charCodeAt(0) - 0x6F0)
		.match(/\d+/g) ?? [];
}

async function texts(page, selector) {
	return page.locator(selector).allTextContents();
}

async function checkBanner(page, name) {
	const notices = await texts(page, ".article .notice p");
	tally.equal(notices.length, 3, `${name}: the banner`);
	tally.equal(notices.slice(0, 2).flatMap(digits), ["1", "1"],
		`${name}: the banner counts both`);
	tally.equal(await page.locator(".notice a").getAttribute("href"),
		`../sr/${ARTICLE}.html`, `${name}: the banner leads to the original`);
	tally.check(await page.locator(".notice").evaluate((notice) =>
		notice.compareDocumentPosition(document.querySelector(".read")) ===
			Node.DOCUMENT_POSITION_FOLLOWING),
	`${name}: the banner comes before the text`);
}

async function checkBlocks(page, name) {
	tally.equal([await page.locator(".read .stale").count(),
		await page.locator(".read .missing").count()], [1, 1],
	`${name}: one passage of each kind`);
	const missing = page.locator(".missing [lang=sr]");
	tally.equal([(await missing.textContent()).trim(),
		await missing.getAttribute("dir")], [UNSEEN, "ltr"],
	`${name}: what is missing stands in its own language`);
	tally.check((await page.locator(".stale .flag").textContent()).length > 5,
		`${name}: what is stale says so in words`);
	const change = page.locator(".stale ins");
	tally.check(!await change.isVisible(),
		`${name}: the original is shown on demand`);
	await page.locator(".stale summary").click();
	tally.check(await change.isVisible(), `${name}: and then it is`);
	tally.equal((await change.textContent()).trim(), ADDED,
		`${name}: with what changed`);
}

async function checkPaper(page, name) {
	await page.emulateMedia({ media: "print" });
	tally.equal([await page.locator(".notice").isVisible(),
		await page.locator(".stale .flag").isVisible(),
		await page.locator(".missing .flag").isVisible(),
		await page.locator(".masthead").isVisible()],
	[true, true, true, false], `${name}: printed pages carry the marks`);
	await page.emulateMedia({ media: "screen" });
}

async function checkArticle(page, root, locale) {
	const name = `${locale}/${ARTICLE}.html`;
	await page.goto(root + name);
	await checkBanner(page, name);
	await checkBlocks(page, name);
	await checkPaper(page, name);
	await checkAxe(page, name);
	await checkWidths(page, name);
	const states = await page.locator(".languages li").evaluateAll((items) =>
		items.map((item) => [item.querySelector("a").hreflang,
			item.querySelector(".state")?.textContent]));
	const own = states.find(([tag]) => tag === locale)[1];
	for (const [tag, state] of states)
		tally.equal(state === own, !/^sr/.test(tag),
			`${name}: the menu says what ${tag} is`);
}

/* Only what is doubtful is marked in lists. */
async function checkLists(page, root, locale) {
	await page.goto(`${root}${locale}/index.html`);
	const rows = await page.locator(".rows > li").evaluateAll((items) =>
		items.map((item) => [item.id,
			item.querySelectorAll(".state.lacks").length]));
	for (const [id, count] of rows)
		tally.equal(count, id === `article-${ARTICLE}` ? 2 : 0,
			`${locale}/index.html: marks of ${id}`);
	for (const [name, selector] of [["principles", ".legend .lacks"],
		["principles", ".map thead .lacks"], ["a-z", ".list .lacks"],
		["principles/calm", ".taught .lacks"]]) {
		await page.goto(`${root}${locale}/${name}.html`);
		tally.check(await page.locator(selector).count() > 0,
			`${locale}/${name}.html: ${selector} marks it`);
	}
}

async function checkCounts(page, root, locale) {
	const name = `${locale}/translations.html`;
	await page.goto(`${root}${locale}/index.html`);
	await page.locator(".foot a[href='translations.html']").click();
	tally.equal(page.url(), root + name, `${name}: the foot leads there`);
	const rows = await page.locator(".progress tbody").evaluateAll((groups) =>
		groups.map((group) => ({
			address: group.querySelector("a")?.getAttribute("href"),
			numbers: [...group.querySelectorAll("td")].map((cell) =>
				cell.textContent),
			hasDate: group.querySelector("time") !== null })));
	tally.equal(rows.length, 7, `${name}: the interface, the guide's own ` +
		"words, and five articles");
	for (const { address, numbers, hasDate } of rows) {
		const [done, stale, missing] = numbers.flatMap(digits).map(Number);
		tally.check(hasDate === (address !== undefined),
			`${name}: ${address} has a date if it is an article`);
		if (numbers.length > 0)
			tally.equal([done > 60, stale, missing],
				address === `${ARTICLE}.html` ? [true, 1, 1]
					: [true, 0, 0], `${name}: counts of ${address}`);
	}
	await checkAxe(page, name);
	await checkWidths(page, name);
}

async function checkResults(page, root, locale, word) {
	const name = `${locale}/search.html`;
	await page.goto(`${root}${name}?q=${encodeURIComponent(word)}`);
	const flagged = page.locator(".hits .flagged").first();
	await flagged.waitFor();
	tally.check((await flagged.textContent()).length > 5,
		`${name}: results say so`);
}

/* The original is Serbian in both scripts, and each leads to the other. */
async function checkScripts(page, root) {
	await page.goto(`${root}sr/${ARTICLE}.html`);
	await page.locator(".bar > .script").click();
	tally.equal(page.url(), `${root}sr-Latn/${ARTICLE}.html`,
		"sr: the switch leads to the same page in Latin letters");
	tally.equal(await page.locator(".notice, .stale, .missing").count(), 0,
		"sr-Latn: of an original nothing is out of date");
	tally.check(!/\p{Script=Cyrillic}/u.test(
		await page.locator("main").textContent()),
	"sr-Latn: has no Cyrillic letter");
	await page.locator(".bar > .script").click();
	tally.equal(page.url(), `${root}sr/${ARTICLE}.html`,
		"sr-Latn: the switch leads back");
}

const { folder, word } = makeSite();
const browser = await openChromium("translations");
const server = await serve(folder);
/* axe comes from outside of the site. */
const context = await browser.newContext({ bypassCSP: true });
const page = await context.newPage();
page.setDefaultTimeout(10000);
try {
	for (const locale of ["fa", "fi"]) {
		await checkArticle(page, server.address, locale);
		await checkLists(page, server.address, locale);
		await checkCounts(page, server.address, locale);
	}
	await checkResults(page, server.address, "fi", word);
	await checkScripts(page, server.address);
} catch (error) {
	tally.fail("comes to its end", `at ${page.url()}\n${error.message}`);
}
await browser.close();
server.close();
tally.finish();
