/*
 * What the script of all pages does for readers, from the disk and from a
 * server: the section being read, addresses to copy, keys, another language,
 * printing; that nothing of it moves the page, and what is left without it.
 * usage: node tests/reading.mjs [SITE]
 */
import { pathToFileURL } from "node:url";
import { openChromium } from "./lib/chromium.mjs";
import { readEditions, readPrinciples } from "./lib/content.mjs";
import { Reader } from "./lib/reader.mjs";
import { serve } from "./lib/server.mjs";
import { openSite, readSettings } from "./lib/site.mjs";
import { Tally } from "./lib/tally.mjs";

const LANGUAGE = "fi";
/* Nothing in the guide needs more keys. */
const KEYS = 6;
const WIDTHS = [375, 1280];
/* Small, as phones are with the browser's own bars. */
const PHONE = { width: 375, height: 667 };

const site = openSite(process.argv[2]);
const tally = new Tally("reading");
const { locales } = readSettings();
const editions = readEditions();
const article = `${LANGUAGE}/` +
	`${editions.find((one) => one.locale === LANGUAGE).id}.html`;
const principle = `principles/${readPrinciples()[4].id}.html`;
const browser = await openChromium("reading");
const server = await serve(site.folder);
const reader = new Reader(browser, tally);

function here(page, root) {
	return decodeURIComponent(page.url().slice(root.length));
}

/* The ids of the headings that the list of contents names. */
function idsOf(page) {
	return page.locator(".contents a").evaluateAll((links) =>
		links.map((link) => decodeURIComponent(link.hash.slice(1))));
}

/* Brings a heading to the top, as readers do who scroll. */
async function scrollTo(page, id) {
	await page.evaluate((one) => {
		const { top } = document.getElementById(one)
			.getBoundingClientRect();
		scrollBy({ top: top - 40, behavior: "instant" });
	}, id);
	await page.waitForTimeout(100);
}

function currentOf(page) {
	return page.locator(".contents [aria-current=true]")
		.evaluateAll((links) => links.map((link) =>
			decodeURIComponent(link.hash.slice(1))));
}

async function marked(kind, root) {
	await reader.story(`${kind} contents`, root, {}, async (page) => {
		await page.goto(root + article);
		tally.equal(await currentOf(page), [],
			`${kind} contents: nothing is marked above the sections`);
		const ids = await idsOf(page);
		for (const id of [ids[2], ids[0], ids[1]]) {
			await scrollTo(page, id);
			tally.equal(await currentOf(page), [id],
				`${kind} contents: the section on the screen, ` +
				`${id}, is marked, and no other`);
		}
		await page.keyboard.press("j");
		await page.waitForTimeout(100);
		tally.equal(await currentOf(page), [ids[2]],
			`${kind} contents: j goes to the next section`);
		await page.keyboard.press("k");
		await page.keyboard.press("k");
		await page.waitForTimeout(100);
		tally.equal(await currentOf(page), [ids[0]],
			`${kind} contents: k goes back, even when pressed fast`);
	});
}

/* The copied address is pasted into the search field. */
async function copied(kind, root) {
	await reader.story(`${kind} link`, root, {}, async (page) => {
		await page.goto(root + article);
		const [, id] = await idsOf(page);
		await scrollTo(page, id);
		const before = await page.evaluate(() => scrollY);
		await page.locator(`.anchor[href="#${id}"]`).click();
		await page.waitForFunction(() =>
			document.querySelector("[role=status].said").textContent);
		tally.equal(await page.evaluate(() => scrollY), before,
			`${kind} link: copying does not move the page`);
		tally.equal(here(page, root), `${article}#${id}`,
			`${kind} link: the address names the section`);
		await page.locator(".search input:visible").focus();
		await page.keyboard.press("Control+v");
		const address = await page.locator(".search input:visible")
			.inputValue();
		tally.equal(address, `${root}${article}#${id}`,
			`${kind} link: the absolute address is copied`);
	});
}

async function helped(kind, root) {
	await reader.story(`${kind} shortcuts`, root, {}, async (page) => {
		const dialog = page.locator("dialog.shortcuts");
		await page.goto(root + article);
		tally.equal(await page.locator("script[src*=shortcuts]").count(), 0,
			`${kind} shortcuts: nothing is loaded before it is asked for`);
		await page.locator(".search input:visible").focus();
		await page.keyboard.type("?");
		tally.equal([await page.locator(".search input:visible")
			.inputValue(), await dialog.count()], ["?", 0],
		`${kind} shortcuts: none fires in a field`);
		await page.locator("h1").click();
		await page.keyboard.press("?");
		await dialog.waitFor();
		tally.check(await dialog.locator("kbd").count() >= 6,
			`${kind} shortcuts: ? lists them`);
		await page.keyboard.press("Escape");
		tally.check(!await dialog.isVisible(),
			`${kind} shortcuts: Escape closes the list`);
		await page.keyboard.press("?");
		await dialog.locator("input").uncheck();
		await dialog.locator("button").click();
		await page.keyboard.press("?");
		await page.keyboard.press("l");
		tally.equal([await dialog.isVisible(),
			await page.locator(".menu").getAttribute("open")],
		[false, null], `${kind} shortcuts: they can be turned off`);
		await page.reload();
		await page.keyboard.press("l");
		tally.equal(await page.locator(".menu").getAttribute("open"), null,
			`${kind} shortcuts: that is remembered`);
		await page.keyboard.press("Control+k");
		tally.check(await page.locator(".search input:focus").count() === 1,
			`${kind} shortcuts: Ctrl-K works in any case`);
		await page.locator("button.help").click();
		await dialog.locator("input").check();
		await page.keyboard.press("Escape");
		await page.keyboard.press("l");
		tally.check(await page.locator(".menu[open]").count() === 1,
			`${kind} shortcuts: the button lists them too, and they ` +
			"can be turned on again");
		tally.equal(await page.evaluate(() => Object.keys(localStorage)),
			["opas"], `${kind} shortcuts: one entry is kept`);
	});
}

async function switched(kind, root) {
	await reader.story(`${kind} language`, root, {}, async (page) => {
		await page.goto(root + article);
		const id = (await idsOf(page))[2];
		await scrollTo(page, id);
		await page.waitForTimeout(1200);
		await page.locator(".menu summary").click();
		await page.locator(".languages a[hreflang=fa]").click();
		await page.waitForURL(/\/fa\//);
		tally.equal(here(page, root),
			`${article.replace(LANGUAGE, "fa")}#${id}`,
			`${kind} language: the section stays when it changes`);
		await page.waitForTimeout(800);
		tally.equal(await currentOf(page), [id],
			`${kind} language: the section is on the screen`);
		await page.goto(`${root}${LANGUAGE}/${principle}`);
		await page.locator(".menu summary").click();
		await page.locator(".languages a[hreflang=fa]").click();
		await page.waitForURL(/\/fa\//);
		tally.equal(here(page, root), `fa/${principle}`,
			`${kind} language: a page without sections stays as it is`);
	});
}

async function printed(kind, root) {
	await reader.story(`${kind} print`, root, {}, async (page) => {
		await page.addInitScript(() => {
			window.printed = 0;
			window.print = () => window.printed++;
		});
		for (const name of [article, `${LANGUAGE}/${principle}`]) {
			await page.goto(root + name);
			await page.locator("button.print").click();
			tally.equal(await page.evaluate(() => window.printed), 1,
				`${kind} print: the button of ${name} prints`);
		}
	});
}

/* How many keys it takes; what is typed into the field is not counted. */
async function typed(kind, root) {
	await reader.story(`${kind} keys`, root, {}, async (page) => {
		let count = 0;
		const press = async (key) => {
			count++;
			await page.keyboard.press(key);
		};
		const done = (what) => {
			tally.check(count <= KEYS, `${kind} keys: ${what} takes ` +
				`${KEYS} keys at most`, `${count}`);
			count = 0;
		};
		await page.goto(root + article);
		await press("/");
		await page.keyboard.type("rauha");
		await page.locator("[role=option]").first().waitFor();
		done("a search");
		await press("ArrowDown");
		await Promise.all([page.waitForNavigation(), press("Enter")]);
		done("opening what was found");
		await page.goto(root + article);
		for (const target of locales.filter((one) => one !== LANGUAGE)) {
			const from = locales.indexOf(LANGUAGE);
			const by = locales.indexOf(target) - from;
			const back = (locales.length - by) % locales.length;
			const isDown = (by + locales.length) % locales.length <= back;
			const steps = Math.min((by + locales.length) % locales.length,
				back);
			await press("l");
			for (let i = 0; i < steps; i++)
				await press(isDown ? "ArrowDown" : "ArrowUp");
			await Promise.all([page.waitForNavigation(),
				press("Enter")]);
			tally.check(here(page, root).startsWith(`${target}/`),
				`${kind} keys: ${target} is opened`, page.url());
			done(`changing to ${target}`);
			await page.goto(root + article);
		}
		const free = await page.evaluate(() => document.dispatchEvent(
			new KeyboardEvent("keydown", { key: "p", code: "KeyP",
				ctrlKey: true, bubbles: true, cancelable: true })));
		tally.check(free, `${kind} keys: Ctrl-P is the browser's, and prints`);
	});
}

/* A phone's first screen shows what an article says, in each language; its
 * line of sections follows the reader. */
async function early(kind, root) {
	await reader.story(`${kind} phone`, root, { viewport: PHONE },
		async (page) => {
			for (const { locale, id } of editions) {
				const name = `${locale}/${id}.html`;
				await page.goto(root + name);
				const at = await page.locator(".topic > :is(p, ul, ol)")
					.first().evaluate((block) =>
						block.getBoundingClientRect().top);
				tally.check(at < PHONE.height,
					`${kind} phone: ${name} begins on the first screen`,
					`${at}`);
			}
			await page.goto(root + article);
			const [, , id] = await idsOf(page);
			await scrollTo(page, id);
			const sides = await page.locator(".contents [aria-current]")
				.evaluate((link) => {
					const box = link.getBoundingClientRect();
					return [box.top, box.left, innerWidth - box.right]
						.every((side) => side >= 0);
				});
			tally.check(sides,
				`${kind} phone: the section that is read is in view`);
		});
}

/* All that moves on a page, as browsers count it. */
async function movedOn(page, address) {
	await page.goto(address);
	await page.mouse.wheel(0, 1500);
	await page.waitForTimeout(400);
	return page.evaluate(() => new Promise((resolve) => {
		let sum = 0;
		new PerformanceObserver((list) => list.getEntries()
			.forEach((entry) => {
				sum += entry.value;
			})).observe({ buffered: true, type: "layout-shift" });
		setTimeout(() => resolve(sum), 100);
	}));
}

/* A busy machine may draw half of a page's head; what moves by itself moves
 * each time. */
async function still(kind, root) {
	for (const width of WIDTHS)
		await reader.story(`${kind} still, ${width} px`, root,
			{ viewport: { width, height: 800 } }, async (page) => {
				for (const name of [article, `${LANGUAGE}/index.html`,
					`fa/${principle}`, "ko/principles.html"]) {
					let moved = 1;
					for (let i = 0; i < 3 && moved > 0; i++)
						moved = await movedOn(page, root + name);
					tally.equal(moved, 0,
						`${kind} ${width} px: nothing moves on ${name}`);
				}
			});
}

async function withoutScripts(kind, root) {
	await reader.story(`${kind} without JavaScript`, root,
		{ javaScriptEnabled: false }, async (page) => {
			await page.goto(root + article);
			tally.equal([await page.locator("button.print").isVisible(),
				await page.locator("button.help").isVisible()],
			[false, false],
			`${kind} without JavaScript: no button that does nothing`);
			const link = page.locator(".contents a").nth(1);
			const address = await link.getAttribute("href");
			await link.click();
			tally.equal(here(page, root), article +
				decodeURIComponent(address),
			`${kind} without JavaScript: the contents lead to a section`);
		});
}

async function readEverything(kind, root) {
	for (const story of [marked, copied, helped, switched, printed, typed,
		early, still, withoutScripts])
		await story(kind, root);
}

await readEverything("file", `${pathToFileURL(site.folder)}/`);
await readEverything("http", server.address);
await browser.close();
server.close();
tally.finish();
