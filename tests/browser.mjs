/*
 * Opens the built site as readers do, from the disk and from a server that
 * sends the policy: language and direction, links, the language chooser, with
 * and without JavaScript, narrow and wide, dark and printed; no message on
 * the console and no request that fails or leaves the site.
 * usage: node tests/browser.mjs [SITE]
 */
import { pathToFileURL } from "node:url";
import { openChromium } from "./lib/chromium.mjs";
import { readEditions, readPrinciples } from "./lib/content.mjs";
import { Reader } from "./lib/reader.mjs";
import { serve } from "./lib/server.mjs";
import { openSite, readSettings } from "./lib/site.mjs";
import { Tally } from "./lib/tally.mjs";

const WIDTHS = [320, 375, 1280];
/* Locales whose pages of every kind are opened; of others only home. */
const THOROUGH = ["fa", "ko", "fi"];

const site = openSite(process.argv[2]);
const tally = new Tally("browser");
const { locales, base } = readSettings();
const editions = readEditions();
const principle = readPrinciples()[4].id;
const browser = await openChromium("browser");
const server = await serve(site.folder);
const PLACES = { file: `${pathToFileURL(site.folder)}/`,
	http: server.address };

function directionOf(locale) {
	return locale === "fa" ? "rtl" : "ltr";
}

function articleOf(locale) {
	return editions.find((edition) => edition.locale === locale).id;
}

const reader = new Reader(browser, tally);
const story = (...what) => reader.story(...what);

function here(page, root) {
	return page.url().slice(root.length);
}

async function checkLanguage(page, name, locale) {
	await page.waitForLoadState("load");
	const found = await page.evaluate(() => [
		document.documentElement.lang, document.documentElement.dir,
		getComputedStyle(document.body).direction,
		getComputedStyle(document.body).margin,
	]);
	tally.equal(found, [locale, directionOf(locale), directionOf(locale),
		"0px"], `${name}: lang, dir, direction as drawn, style sheet`);
}

async function checkWidths(page, name) {
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: 800 });
		const over = await page.evaluate(() =>
			document.documentElement.scrollWidth - innerWidth);
		tally.check(over <= 0, `${name}: fits ${width} px`,
			`${over} px too wide`);
	}
}

/* Every page kind of the thorough locales, and home of all. */
async function openPages(kind, root) {
	for (const locale of locales) {
		const names = ["index"];
		if (THOROUGH.includes(locale))
			names.push(articleOf(locale), `principles/${principle}`,
				"principles", "a-z", "tags");
		await story(`${kind} ${locale}`, root, { locale }, async (page) => {
			for (const one of names) {
				const name = `${locale}/${one}.html`;
				await page.goto(root + name);
				await checkLanguage(page, `${kind} ${name}`, locale);
				if (kind === "http")
					await checkWidths(page, name);
			}
			const keeps = await page.evaluate(() => [document.cookie,
				Object.keys(localStorage)]);
			tally.equal(keeps, ["", []],
				`${kind} ${locale}: nothing is kept by reading`);
		});
	}
}

/* Pages that are not there link on by whole addresses: the server stands in
 * for base_url. */
async function answerBase(page) {
	await page.route(`${base}**`, async (route) => {
		const path = route.request().url().slice(base.length);
		await route.fulfill({ response:
			await route.fetch({ url: PLACES.http + path }) });
	});
}

function isStyled(page) {
	return page.evaluate(() =>
		getComputedStyle(document.body).margin === "0px");
}

/* Only a server can tell that a page is not there. In a folder that is not
 * there either its style is not found, but its links are. */
async function openLost() {
	const unstyled = /404: .*no\/such\/|console: .*(no\/such\/|status of 404)/;
	await story("404", base, { locale: "ko", allowed: unstyled },
		async (page) => {
			await answerBase(page);
			const response =
				await page.goto(`${base}ko/no/such/page.html`);
			tally.equal(response.status(), 404, "404: status");
			tally.check(await page.locator("h1").isVisible(),
				"404: says so");
			const links = await page.locator("a[href]").evaluateAll(
				(all) => all.map((link) => link.href));
			tally.equal(links.filter((href) => {
				const name = href.slice(base.length)
					.replace(/[?#].*/, "");
				return !/#opas\.content$/.test(href) &&
					!site.has.has(name);
			}), [], "404: every link leads to a page");
			await page.locator("main a[hreflang=ko]").click();
			await page.waitForLoadState("networkidle");
			tally.equal(here(page, base), "ko/index.html",
				"404: leads home in the reader's language");
			tally.check(await isStyled(page),
				"404: what it leads to has its style");
		});
}

/* At its own address, and from the disk, such a page looks like all. */
async function openLostOf(kind, root, locale) {
	const name = `${locale}/404.html`;
	const leaves = new RegExp(`^leaves the site: ${base}`);
	await story(`${kind} ${name}`, root, { locale, allowed: leaves },
		async (page) => {
			await answerBase(page);
			await page.goto(root + name);
			await checkLanguage(page, `${kind} ${name}`, locale);
			await checkWidths(page, `${kind} ${name}`);
			await page.locator("main .button").first().click();
			await page.waitForLoadState("networkidle");
			tally.equal(here(page, base), `${locale}/index.html`,
				`${kind} ${name}: its first button leads home`);
		});
}

async function chooseLanguage(page, locale) {
	await page.locator("details.menu summary").click();
	await page.locator(`.languages a[hreflang="${locale}"]`).click();
}

/* From home into an article, to a principle, to a section that teaches it,
 * and into another language. */
async function walk(kind, root, locale) {
	const other = locale === "fa" ? "ko" : "fa";
	const article = articleOf(locale);
	await story(`${kind} walk in ${locale}`, root, { locale },
		async (page) => {
			const at = (name, claim) => tally.equal(
				here(page, root).replace(/#.*/, ""), name,
				`${kind} walk in ${locale}: ${claim}`);
			await page.goto(`${root}${locale}/index.html`);
			await page.locator(`main a[href="${article}.html"]`).first()
				.click();
			at(`${locale}/${article}.html`, "home leads to the article");
			await chooseLanguage(page, other);
			const has = editions.some((edition) =>
				edition.id === article && edition.locale === other);
			at(has ? `${other}/${article}.html` : `${other}/index.html`,
				"an article stays when the language changes; if it " +
				"is not there, home is shown");
			const mark = new URL(page.url()).hash.slice(1);
			tally.check(mark === "" || await page.locator(
				`[id="${decodeURIComponent(mark)}"]`).isVisible(),
			`${kind} walk in ${locale}: home shows the article`);
			await page.goBack();
			const chip = page.locator("ul.principles a.chip").first();
			const name = (await chip.textContent()).trim();
			await chip.click();
			tally.equal((await page.locator("h1").textContent()).trim(),
				name, `${kind} walk in ${locale}: a chip leads to ` +
					"its principle");
			const same = here(page, root).split("/").at(-1);
			await chooseLanguage(page, other);
			at(`${other}/principles/${same}`,
				"a principle stays when the language changes");
			await checkLanguage(page, `${kind} ${other}/principles/` +
				same, other);
			await page.locator("ul.taught h3 a").first().click();
			const anchor = decodeURIComponent(
				new URL(page.url()).hash.slice(1));
			tally.check(anchor !== "" && await page.locator(
				`section.topic [id="${anchor}"]`).isVisible(),
			`${kind} walk in ${locale}: a taught section is shown`);
			const links = await page.locator(".contents a, .cards a, " +
				".pager a, .masthead nav.nav a").all();
			for (const link of links) {
				const address = await link.evaluate((a) => a.href);
				const target = address.slice(root.length)
					.replace(/[?#].*/, "");
				tally.check(address.startsWith(root) &&
					site.has.has(decodeURIComponent(target)),
				`${kind} walk in ${locale}: ${target} is there`);
			}
		});
}

/* The chooser follows the browser's language, then the reader's choice. */
async function choose(kind, root) {
	const WISHES = { "fa-IR": "fa", "ko": "ko", "sr-RS": "sr",
		"sr-Latn-RS": locales.includes("sr-Latn") ? "sr-Latn" : "sr",
		"en-GB": "en", "tr-TR": "tr", "fi": "fi" };
	for (const [wish, locale] of Object.entries(WISHES))
		await story(`${kind} chooser, ${wish}`, root, { locale: wish },
			async (page) => {
				await page.goto(`${root}index.html`);
				await page.waitForURL(`${root}${locale}/index.html`);
				tally.check(true, `${kind} chooser: ${wish} leads ` +
					`to ${locale}`);
			});
	await story(`${kind} chooser, de`, root, { locale: "de-DE" },
		async (page) => {
			await page.goto(`${root}index.html`);
			await page.waitForTimeout(200);
			tally.equal(here(page, root), "index.html",
				`${kind} chooser: stays for a language it has not`);
			tally.equal(await page.locator(".choices a").count(),
				locales.length, `${kind} chooser: all languages`);
		});
	await story(`${kind} choice`, root, { locale: "ko-KR" },
		async (page) => {
			await page.goto(`${root}index.html?choose`);
			await page.waitForTimeout(200);
			tally.equal(here(page, root), "index.html?choose",
				`${kind} choice: ?choose stays`);
			await page.locator(".choices a[hreflang=fi]").click();
			await page.waitForURL(`${root}fi/index.html`);
			const keys = await page.evaluate(() =>
				Object.keys(localStorage));
			tally.equal(keys, ["opas"], `${kind} choice: one key`);
			await page.goto(`${root}index.html`);
			await page.waitForURL(`${root}fi/index.html`);
			tally.check(true, `${kind} choice: is remembered`);
			await chooseLanguage(page, "fa");
			await page.goto(`${root}index.html`);
			await page.waitForURL(`${root}fa/index.html`);
			tally.check(true, `${kind} choice: the menu counts, too`);
			await page.locator(".foot a[href*='?choose']").click();
			tally.equal(here(page, root), "index.html?choose",
				`${kind} choice: 'all languages' stays there`);
			await checkWidths(page, `${kind} chooser`);
		});
}

async function withoutScripts(kind, root) {
	await story(`${kind} without JavaScript`, root,
		{ locale: "fa-IR", javaScriptEnabled: false }, async (page) => {
			await page.goto(`${root}index.html`);
			tally.equal(here(page, root), "index.html",
				`${kind} without JavaScript: the chooser is shown`);
			await page.locator(".choices a[hreflang=ko]").click();
			tally.equal(here(page, root), "ko/index.html",
				`${kind} without JavaScript: a choice is followed`);
			await page.locator("main h3 a").first().click();
			tally.check(await page.locator("h1").isVisible(),
				`${kind} without JavaScript: an article is shown`);
			await chooseLanguage(page, "sr");
			tally.check(here(page, root).startsWith("sr/"),
				`${kind} without JavaScript: the menu works`);
		});
}

/* What readers copy has no sign that only tells where lines may end. */
async function copied(kind, root) {
	await story(`${kind} copy`, root, { locale: "fi" }, async (page) => {
		await page.goto(`${root}fi/${articleOf("fi")}.html`);
		const [shown, plain, html] = await page.evaluate(() => {
			const data = new DataTransfer();
			const read = document.querySelector(".read");
			document.getSelection().selectAllChildren(read);
			document.dispatchEvent(new ClipboardEvent("copy", {
				clipboardData: data, bubbles: true,
				cancelable: true }));
			return [read.textContent, data.getData("text/plain"),
				data.getData("text/html")];
		});
		const unseen = /[\u00AD\u2060]/;
		tally.check(unseen.test(shown),
			`${kind} copy: the page has such signs`);
		tally.check(plain.length > 1000 && !unseen.test(plain),
			`${kind} copy: plain text without them`);
		tally.check(html.length > plain.length && !unseen.test(html),
			`${kind} copy: formatted text without them`);
		tally.check(!/<a [^>]*href="(?!http|file|mailto|tel)/.test(html),
			`${kind} copy: links lead to where they led`);
	});
}

/* 0 (black) to 1 (white) of "rgb(...)" as drawn on white paper. */
function lightness(color) {
	const [red, green, blue, alpha = 1] = color.match(/[\d.]+/g).map(Number);
	return ((red + green + blue) / 765) * alpha + (1 - alpha);
}

async function colorsOf(page) {
	return page.evaluate(() => {
		const canvas = document.createElement("canvas")
			.getContext("2d", { willReadFrequently: true });
		const plain = (color) => {
			canvas.clearRect(0, 0, 1, 1);
			canvas.fillStyle = color;
			canvas.fillRect(0, 0, 1, 1);
			const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
			return `rgb(${r}, ${g}, ${b}, ${a / 255})`;
		};
		const body = getComputedStyle(document.body);
		const root = getComputedStyle(document.documentElement);
		const text = getComputedStyle(document.querySelector("main p"));
		const isClear = plain(body.backgroundColor).endsWith(" 0)");
		return { paper: plain(isClear ? root.backgroundColor
			: body.backgroundColor), ink: plain(text.color) };
	});
}

async function printed(root) {
	await story("dark", root, { locale: "fi", colorScheme: "dark" },
		async (page) => {
			await page.goto(`${root}fi/${articleOf("fi")}.html`);
			const screen = await colorsOf(page);
			tally.check(lightness(screen.paper) < 0.3 &&
				lightness(screen.ink) > 0.6,
			"dark: the screen is dark", JSON.stringify(screen));
			await page.emulateMedia({ media: "print",
				colorScheme: "dark" });
			const paper = await colorsOf(page);
			tally.check(lightness(paper.paper) > 0.95 &&
				lightness(paper.ink) < 0.35,
			"dark: prints light", JSON.stringify(paper));
		});
}

/* The policy bites, and whoever watches here notices. */
async function policyHolds(kind, root) {
	const { page, context, complaints } = await reader.open(root);
	await page.goto(`${root}en/index.html`);
	const thrown = await page.evaluate(() => {
		try {
			document.body.insertAdjacentHTML("beforeend", "<b>x</b>");
			return "";
		} catch (error) {
			return error.name;
		}
	});
	tally.equal(thrown, "TypeError",
		`${kind} policy: markup from strings is refused`);
	await page.evaluate(() => new Promise((resolve) => {
		const image = new Image();
		image.onerror = resolve;
		image.src = "http://far.invalid/x.png";
		document.body.append(image);
	}));
	tally.check(complaints.some((text) => /far\.invalid/.test(text)),
		`${kind} policy: a picture from elsewhere is refused, and seen`);
	await context.close();
}

async function readEverything(kind, root) {
	await openPages(kind, root);
	await choose(kind, root);
	await withoutScripts(kind, root);
	await policyHolds(kind, root);
	await copied(kind, root);
	for (const locale of THOROUGH)
		await walk(kind, root, locale);
}

await Promise.all([
	readEverything("file", PLACES.file),
	readEverything("http", PLACES.http),
]);
await openLost();
for (const locale of THOROUGH)
	for (const kind of ["file", "http"])
		await openLostOf(kind, kind === "http" ? base : PLACES.file,
			locale);
await printed(PLACES.http);
await browser.close();
server.close();
tally.finish();
