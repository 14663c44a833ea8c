/*
 * Two languages side by side, in Chromium from the disk and from a server,
 * and in Firefox from the disk: which passages stand in one row, what one
 * side lacks, what is refused, that a page gives nothing to other sites and
 * takes no scripts from what it reads, keys, phones, axe, and that nothing
 * moves.
 * usage: node tests/compare.mjs [SITE]
 */
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { openChromium } from "./lib/chromium.mjs";
import { openFirefox } from "./lib/firefox.mjs";
import { Reader } from "./lib/reader.mjs";
import { copyTree, newFolder } from "./lib/run.mjs";
import { serve } from "./lib/server.mjs";
import { ROOT, openSite } from "./lib/site.mjs";
import { Tally } from "./lib/tally.mjs";

const AXE = path.join(ROOT, "tests/node_modules/axe-core/axe.min.js");
const ARTICLES = ["abusive-customers", "entitled-customers",
	"getting-good-service", "improvise", "seven-habits"];
const PAIRS = [["fi", "ko"], ["en", "fa"]];
/* Milliseconds in which two pages stand side by side. */
const SOON = 1000;
/* And for which a question is left unanswered. */
const SILENCE = 700;
/* Chromium counts that the field shows another language than its first; and
 * on a busy machine scripts come so late that the page is seen before. */
const LITTLE = 0.001;

const site = openSite(process.argv[2]);
const tally = new Tally("compare");
const missing = new RegExp("404|ERR_FILE_NOT_FOUND|MIME type");

function addressOf(root, own, page, other, more = "") {
	return `${root}${own}/compare.html?page=` +
		`${encodeURIComponent(page)}&with=${other}${more}`;
}

async function open(page, address) {
	await page.goto(address);
	await page.waitForSelector("#opas\\.told .done");
}

/* In the page: of each row the addresses of both sides, and whether one is
 * empty. */
function readRows() {
	const addresses = (cell) => [cell, ...cell.querySelectorAll("[data-b]")]
		.filter((one) => one.dataset.b).map((one) => one.dataset.b);
	return [...document.querySelectorAll(".pair:not(.head)")].map((row) => ({
		own: addresses(row.querySelector(":scope > .own")),
		other: addresses(row.querySelector(":scope > .other")),
		empty: row.querySelectorAll(":scope > .empty").length,
		isPart: row.classList.contains("part"),
	}));
}

/* What the page of an article has in its text, by the page itself. */
function addressesIn(name) {
	return [...site.read(name).matchAll(/ data-b="([^"]+)"/g)]
		.map((found) => found[1]);
}

function checkRows(rows, name, what) {
	tally.equal(rows.filter((row) => row.own.join() !== row.other.join() ||
		row.empty > 0), [], `${what}: rows pair exactly by address`);
	tally.equal(rows.flatMap((row) => row.own).filter((one) =>
		!one.startsWith("aside.")), addressesIn(name),
	`${what}: every passage is there, in order`);
	tally.check(rows.filter((row) => row.isPart).length > 3,
		`${what}: headings begin parts`);
}

/* Layout that moved, as browsers count it. */
function watchMoves() {
	window.moved = 0;
	new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
		window.moved += entry.value;
	})).observe({ type: "layout-shift", buffered: true });
}

async function rowsOfArticles(reader, place, root) {
	const times = [], moves = [];
	for (const [own, other] of PAIRS)
		for (const id of ARTICLES) {
			const what = `${place}, ${own}-${other} ${id}`;
			await reader.story(what, root, {}, async (page) => {
				await page.addInitScript(watchMoves);
				await open(page, addressOf(root, own,
					`${id}.html`, other));
				times.push(await page.evaluate(() =>
					performance.now()));
				checkRows(await page.evaluate(readRows),
					`${own}/${id}.html`, what);
				tally.equal(await page.locator("iframe").count(),
					0, `${what}: frames are gone`);
				moves.push(await page.evaluate(() =>
					window.moved));
			});
		}
	tally.check(Math.min(...times) < SOON, `${place}: two pages stand ` +
		"side by side in well under a second", times.join(" "));
	moves.sort((a, b) => a - b);
	tally.check(moves[moves.length >> 1] < LITTLE,
		`${place}: nothing moves`, moves.join(" "));
}

/* In the page: where the first line of a text rests. */
function baselineOf(element) {
	const mark = document.createElement("span");
	mark.style.display = "inline-block";
	element.prepend(mark);
	const { bottom } = mark.getBoundingClientRect();
	mark.remove();
	return bottom;
}

async function layout(reader, root) {
	for (const [own, other] of [...PAIRS, ["fa", "ko"]])
		await reader.story(`lines ${own}-${other}`, root,
			{ bypassCSP: true, viewport: { width: 1280, height: 900 } },
			async (page) => {
				await open(page, addressOf(root, own,
					"abusive-customers.html", other));
				const uneven = await page.evaluate(`
					(${baselineOf}, [...document.querySelectorAll(
						".pair:not(.head)")].map((row) =>
						[...row.children].map((cell) =>
						cell.querySelector("b, p, h2, h3, h4")))
						.filter(([a, b]) => a && b)
						.filter(([a, b]) => Math.abs(
						(${baselineOf})(a) -
						(${baselineOf})(b)) > 2).length)`);
				tally.equal(uneven, 0, `${own}-${other}: ` +
					"first lines rest on one line");
			});
	await reader.story(`phone`, root,
		{ viewport: { width: 375, height: 800 } }, async (page) => {
			await open(page, addressOf(root, "fa",
				"abusive-customers.html", "fi"));
			tally.check(await page.evaluate(() => [
				...document.querySelectorAll(".pair:not(.head)")]
				.every((row) => row.children[1]
					.getBoundingClientRect().top >= row
					.children[0].getBoundingClientRect().bottom)),
			`on phones the languages alternate`);
			tally.equal(await page.evaluate(() => document
				.documentElement.scrollWidth - innerWidth), 0,
			`on phones nothing is too wide`);
		});
}

async function principle(reader, place, root) {
	await reader.story(`${place}, principle`, root, {}, async (page) => {
		await open(page, addressOf(root, "fi", "principles/listen.html",
			"fa"));
		const rows = await page.evaluate(readRows);
		tally.equal(rows.map((row) => row.empty), [0, 0, 0, 0, 0],
			`${place}: definition, limits and question of a principle`);
		tally.check(/^Kuuntele ensin.*Suomi.*فارسی/.test(
			await page.title()), `${place}: the title names both`);
	});
}

async function anchor(reader, place, root) {
	await reader.story(`${place}, anchor`, root, {}, async (page) => {
		await open(page, addressOf(root, "fi", "abusive-customers.html",
			"ko", "#solution"));
		const { top, under } = await page.evaluate(() => ({
			top: document.getElementById("solution")
				.getBoundingClientRect().top,
			under: document.querySelector(".pair.head")
				.getBoundingClientRect().bottom }));
		tally.check(top >= under && top < under + 100,
			`${place}: opens at the section`, `${top} ${under}`);
		tally.equal(await page.evaluate(() => {
			const all = [...document.querySelectorAll("[id]")]
				.map((one) => one.id);
			return all.length - new Set(all).size;
		}), 0, `${place}: each id is there once`);
		const note = page.locator(".other a[role=doc-noteref]").first();
		await note.click();
		tally.check(await page.evaluate(() => document.querySelector(
			":target")?.closest(".other") !== null),
		`${place}: a note leads to the note in its language`);
		tally.equal(await page.evaluate(() => [...document
			.querySelectorAll(".pairs use")].filter((use) =>
			!document.querySelector(use.getAttribute("href")))
			.length), 0, `${place}: every glyph is there`);
	});
}

/* Keys only: choose, compare, swap, go back to where one was. */
async function keys(reader, place, root) {
	await reader.story(`${place}, keys`, root, {}, async (page) => {
		await page.goto(`${root}fi/compare.html`);
		await page.locator("select[name=page]").focus();
		await page.keyboard.press("ArrowDown");
		const chosen = await page.locator("select[name=page]")
			.inputValue();
		await page.keyboard.press("Tab");
		await page.locator("select[name=with]").selectOption("fa");
		await page.keyboard.press("Tab");
		await page.keyboard.press("Enter");
		await page.waitForSelector("#opas\\.told .done");
		const asked = new URL(page.url()).searchParams;
		tally.equal([asked.get("page"), asked.get("with")],
			[chosen, "fa"], `${place}: the address says what is shown`);
		const first = () => page.locator(".pair.head p").first()
			.textContent();
		tally.equal(await first(), "Suomi", `${place}: own side first`);
		await page.locator(".swap").focus();
		await page.keyboard.press("Enter");
		tally.equal(await first(), "فارسی", `${place}: sides swapped`);
		tally.check(await page.locator(".swap:focus").count() === 1,
			`${place}: focus stays on the button`);
		tally.equal(new URL(page.url()).searchParams.get("sides"),
			"swapped", `${place}: the address says so`);
		await page.reload();
		await page.waitForSelector("#opas\\.told .done");
		tally.equal(await first(), "فارسی", `${place}: and keeps it`);
		const link = await page.locator(".languages a[hreflang=fa]")
			.getAttribute("href");
		tally.check(/with=fi/.test(link) && link.includes(
			encodeURIComponent(chosen)),
		`${place}: the page's other languages show the same`, link);
	});
	await reader.story(`${place}, list`, root, {}, async (page) => {
		await page.goto(`${root}fi/compare.html`);
		await page.locator("select[name=with]").selectOption("ko");
		await page.locator(".pairlink[href*=improvise]").first().click();
		await page.waitForSelector("#opas\\.told .done");
		tally.equal(new URL(page.url()).searchParams.get("with"), "ko",
			`${place}: each entry of the list leads to itself`);
	});
}

async function refusals(reader, place, root) {
	for (const [page, other] of [["https://evil.example/x.html", "ko"],
		["//evil.example/x.html", "ko"], ["../../index.html", "ko"],
		["principles.html", "ko"], ["javascript:alert(1)", "ko"],
		["nothing.html", "ko"], ["abusive-customers.html", "xx"],
		["abusive-customers.html", "fi"], ["", "ko"]])
		await reader.story(`${place}, ${page} ${other}`, root, {},
			async (view) => {
				let asked = 0;
				view.on("framenavigated", (frame) =>
					asked += frame.parentFrame() ? 1 : 0);
				await view.goto(addressOf(root, "fi", page, other));
				await view.waitForSelector("#opas\\.told .unknown");
				tally.equal([asked, await view.locator("iframe")
					.count(), await view.locator(".pair").count()],
				[0, 0, 0], `${place}: ${page} ${other} is refused`);
				tally.check(await view.locator("#opas\\.comparable")
					.isVisible(), `${place}: with the list`);
			});
}

async function withoutScripts(reader, place, root) {
	await reader.story(`${place}, no scripts`, root,
		{ javaScriptEnabled: false }, async (page) => {
			await page.goto(`${root}fi/compare.html`);
			tally.equal([await page.locator("form.choice").isVisible(),
				await page.locator(".pairlink:visible").count()],
			[false, 0], `${place}: no scripts, nothing that needs them`);
			for (const id of ARTICLES)
				tally.check(await page.locator(`#opas\\.comparable ` +
					`a[href="${id}.html"]`).isVisible(),
				`${place}: no scripts, ${id} is listed`);
			tally.check(await page.locator(`#opas\\.comparable ` +
				`a[href="../ko/principles/listen.html"]`).isVisible(),
			`${place}: no scripts, a principle in another language`);
		});
}

async function accessible(reader, root) {
	for (const [name, address] of [
		["list", `${root}fi/compare.html`],
		["fi-ko", addressOf(root, "fi", "abusive-customers.html", "ko")],
		["fa-fi", addressOf(root, "fa", "abusive-customers.html", "fi")],
		["principle", addressOf(root, "ko", "principles/calm.html", "fa")],
		["refused", addressOf(root, "fi", "nothing.html", "fa")]])
		await reader.story(`axe ${name}`, root,
			{ bypassCSP: true }, async (page) => {
				await page.goto(address);
				await page.waitForSelector(name === "list" ? "h1"
					: "#opas\\.told p", { state: "attached" });
				await page.addScriptTag({ path: AXE });
				const { violations } = await page.evaluate(() =>
					window.axe.run());
				tally.equal(violations.flatMap(({ id, nodes }) =>
					nodes.map((node) => [id,
						node.html.slice(0, 120)])), [],
				`axe finds nothing, ${name}`);
			});
}

/* ---- A site that somebody has been at ---- */

const HOSTILE = `<div data-b="ground-rules.1">Before
<script>window.stolen = 1</script><style>main { color: red }</style>
<a class="evil" href="javascript:window.stolen=1" onclick="window.stolen=1"
style="color:red">link</a> <a class="evil" href="data:text/html,x">data</a>
<svg><a href="javascript:window.stolen=1"><path d="M0 0"/></a>
<use href="https://evil.example/x.svg#y"/><script>1</script></svg>
<form action="https://evil.example/"><input name="q"></form>
<iframe src="https://evil.example/"></iframe>
<object data="https://evil.example/"></object>
<blink>known by nobody</blink></div>`;
const MARKED = '<div class="missing"><p class="flag">Marked</p>' +
	'<p data-b="restate.1" lang="fi" dir="ltr">Kerro</p></div>';

function alteredSite() {
	const folder = newFolder("compare-site");
	const change = (name, from, to) => {
		const file = path.join(folder, name);
		const text = fs.readFileSync(file, "utf8");
		const altered = text.replace(from, to);
		tally.check(altered !== text, `${name} can be altered`);
		fs.writeFileSync(file, altered);
	};
	copyTree(site.folder, folder);
	change("ko/abusive-customers.html",
		/<p data-b="listen\.2">.*?<\/p>\n/s, "");
	change("ko/abusive-customers.html",
		/<p data-b="ground-rules\.1">.*?<\/p>/s, HOSTILE);
	change("ko/abusive-customers.html",
		/<p data-b="restate\.1">.*?<\/p>/s, MARKED);
	fs.rmSync(path.join(folder, "ko/improvise.html"));
	return folder;
}

async function altered(reader, place, root) {
	/* The hostile page itself is stopped by the policy, which says so. */
	const allowed = /Content.Security.Policy|evil\.example|Refused/i;
	await reader.story(`${place}, altered`, root, { allowed },
		async (page) => {
			await open(page, addressOf(root, "fi",
				"abusive-customers.html", "ko"));
			const rows = await page.evaluate(readRows);
			const lone = rows.filter((row) => row.empty > 0);
			tally.equal(lone.map((row) => [row.own, row.other]),
				[[["listen.2"], []]],
				`${place}: a missing passage leaves an empty cell`);
			tally.check(/한국어/.test(await page.locator(".empty")
				.textContent()), `${place}: which says of what`);
			tally.check(await page.locator(".pair > .other > .missing " +
				".flag").isVisible(), `${place}: marks stay`);
			const evil = page.locator(".pair > .other", { has: page
				.locator("[data-b='ground-rules.1']") });
			tally.equal(await evil.evaluate((cell) => [
				cell.querySelectorAll("script, style, iframe, " +
					"object, form, input, blink, svg a").length,
				[...cell.querySelectorAll("*")].flatMap((one) =>
					[...one.attributes]).filter((one) =>
					/^on|^style$/.test(one.name) ||
					/javascript|data:|evil/.test(one.value) &&
						one.name !== "class").length,
				cell.querySelectorAll("a.evil").length,
				/known by nobody/.test(cell.textContent),
				/stolen/.test(cell.textContent)]),
			[0, 0, 2, true, false], `${place}: nothing hostile comes`);
			await evil.locator("a.evil").first().click();
			tally.equal(await page.evaluate(() => window.stolen),
				undefined, `${place}: nothing hostile runs`);
		});
	await reader.story(`${place}, page that is gone`, root,
		{ allowed: missing }, async (page) => {
			await page.goto(addressOf(root, "fi", "improvise.html",
				"ko"));
			await page.waitForSelector("#opas\\.told .missing");
			tally.equal([await page.locator(".pair").count(),
				await page.locator("iframe").count(),
				await page.locator("#opas\\.told a").first()
					.getAttribute("href")],
			[0, 0, `${root}fi/improvise.html`],
			`${place}: a page that is gone is named`);
		});
}

/* In the page: asks a page in a frame, answers what it answers. */
function askFrame([address, time]) {
	return new Promise((done) => {
		const frame = document.createElement("iframe");
		addEventListener("message", (event) => done(event.data));
		frame.onload = () => {
			for (const data of [{ opas: "page", id: 1 }, "page", null])
				frame.contentWindow.postMessage(data, "*");
			setTimeout(done, time, "silence");
		};
		frame.src = address;
		document.body.append(frame);
	});
}

/* Another site frames a page of a server that forgot to forbid it. */
async function foreigner(reader, root) {
	await reader.story("foreign site", "http", {}, async (page, _, context) => {
		await context.route(`${root}**`, async (route) => {
			const response = await route.fetch();
			const headers = response.headers();
			delete headers["content-security-policy"];
			await route.fulfill({ response, headers });
		});
		await context.route("http://foreign.invalid/", (route) =>
			route.fulfill({ contentType: "text/html",
				body: "<!DOCTYPE html><title>Foreign</title>" }));
		const address = `${root}fi/abusive-customers.html`;
		await page.goto("http://foreign.invalid/");
		tally.equal(await page.evaluate(askFrame, [address, SILENCE]),
			"silence", "a page gives nothing to another site");
		await page.goto(`${root}fi/compare.html`);
		tally.equal((await page.evaluate(askFrame, [address, SILENCE]))
			.language, "fi", "a page answers its own site");
		await page.goto(`${root}fi/index.html`);
		await page.evaluate(askFrame, [addressOf(root, "fi",
			"abusive-customers.html", "ko"), SILENCE]);
		await page.waitForTimeout(SILENCE);
		tally.equal(await page.frames()[1].locator(".pair, iframe")
			.count(), 0, "in a frame nothing is compared");
	});
}

async function inFirefox(root) {
	const browser = await openFirefox("compare");
	const page = await browser.newPage();
	for (const [own, other] of PAIRS) {
		await page.goto(addressOf(root, own, "abusive-customers.html",
			other));
		await page.waitForSelector("#opas\\.told .done",
			{ timeout: 10000 });
		checkRows(await page.evaluate(readRows),
			`${own}/abusive-customers.html`,
			`Firefox, ${own}-${other}`);
	}
	await browser.close();
}

const browser = await openChromium("compare");
const reader = new Reader(browser, tally);
const folder = alteredSite();
const servers = [await serve(site.folder), await serve(folder)];
for (const [place, root, other] of [
	["http", servers[0].address, servers[1].address],
	["file", `${pathToFileURL(site.folder)}/`,
		`${pathToFileURL(folder)}/`]]) {
	await rowsOfArticles(reader, place, root);
	await principle(reader, place, root);
	await anchor(reader, place, root);
	await keys(reader, place, root);
	await refusals(reader, place, root);
	await withoutScripts(reader, place, root);
	await altered(reader, place, other);
}
await layout(reader, servers[0].address);
await accessible(reader, servers[0].address);
await foreigner(reader, servers[0].address);
await browser.close();
servers.forEach((server) => server.close());
try {
	await inFirefox(`${pathToFileURL(site.folder)}/`);
} catch (error) {
	tally.fail("Firefox: comes to its end", error.message);
}
tally.finish();
