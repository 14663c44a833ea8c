/*
 * Puts handouts together as trainers do, from the disk and from a server that
 * sends the policy: ticks, orders, chooses languages and parts, sends the
 * address to somebody, and prints.
 * usage: node tests/builder.mjs [SITE]
 */
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { openChromium } from "./lib/chromium.mjs";
import { newFolder, run } from "./lib/run.mjs";
import { Reader } from "./lib/reader.mjs";
import { serve } from "./lib/server.mjs";
import { ROOT, openSite } from "./lib/site.mjs";
import { Tally } from "./lib/tally.mjs";

const AXE = path.join(ROOT, "tests/node_modules/axe-core/axe.min.js");
const ARTICLE = "abusive-customers";
const OTHER = "improvise";

const site = openSite(process.argv[2]);
const tally = new Tally("builder");
const browser = await openChromium("builder");
const server = await serve(site.folder);
const reader = new Reader(browser, tally);
const folder = newFolder("builder");

const drawn = (page) =>
	page.locator(".paper:not([aria-busy])").first().waitFor();
const parts = (page) => page.locator(".paper .item").evaluateAll((all) =>
	all.map((one) => one.dataset.item));
const itemsOf = (page) => new URL(page.url()).searchParams.get("items") ?? "";
const box = (page, name) =>
	page.locator(`.offered:has(a[href$="handouts/${name}.html"]) input`);
const section = (page, name, anchor) => page.locator(
	`li:has(> .offered a[href$="handouts/${name}.html"]) ` +
	`[data-section="#${anchor}"] input`);
const text = (page, selector) => page.locator(selector).evaluateAll((all) =>
	all.map((one) => one.textContent.replace(/\s+/g, " ").trim()));

async function open(page, root, query = "", locale = "fi") {
	await page.goto(`${root}${locale}/handouts.html${query}`);
	await page.locator("html.building").waitFor();
	await drawn(page);
}

async function change(page, act) {
	await act();
	await drawn(page);
}

/* Both ways to the site have the same claims. */
async function select(kind, root) {
	const claim = (words) => `${kind} select: ${words}`;
	await reader.story(`${kind} select`, root, {}, async (page) => {
		const asked = [];
		page.on("request", (one) => /handouts\/.*\.html$/.test(one.url()) &&
			asked.push(one.url()));
		await open(page, root);
		tally.equal(asked, [], claim("nothing is loaded before"));
		await change(page, () => box(page, ARTICLE).check());
		await change(page, () => box(page, "principles/calm").check());
		await change(page, () => box(page, OTHER).check());
		tally.equal(itemsOf(page), `${ARTICLE},principle.calm,${OTHER}`,
			claim("the address has them in the order of ticking"));
		tally.equal(await parts(page),
			[ARTICLE, "principle.calm", OTHER],
			claim("so has the preview"));
		await change(page, () => page.locator(".order li").nth(2)
			.locator(".up").click());
		tally.equal(await parts(page),
			[ARTICLE, OTHER, "principle.calm"], claim("one moves up"));
		tally.equal(itemsOf(page), `${ARTICLE},${OTHER},principle.calm`,
			claim("the address says where"));
		await change(page, () => page.locator(".order li").nth(0)
			.locator(".remove").click());
		tally.equal([await parts(page), await box(page, ARTICLE)
			.isChecked()], [[OTHER, "principle.calm"], false],
		claim("one is removed"));
		await change(page, () => box(page, OTHER).uncheck());
		await change(page, () =>
			box(page, "principles/calm").uncheck());
		tally.equal([await parts(page), itemsOf(page)], [[], ""],
			claim("nothing is left"));
		tally.equal([asked.length, new Set(asked).size], [3, 3],
			claim("each page is loaded once"));
	});
}

async function cut(kind, root) {
	const claim = (words) => `${kind} sections: ${words}`;
	await reader.story(`${kind} sections`, root, {}, async (page) => {
		const keys = () => page.locator(".paper .topic [data-b$='.0']")
			.evaluateAll((all) => all.map((one) => one.dataset.b));
		await open(page, root);
		await page.locator(`li:has(a[href$="${ARTICLE}.html"]) summary`)
			.click();
		await change(page, () => section(page, ARTICLE, "restate")
			.check());
		await change(page, () => section(page, ARTICLE, "listen")
			.check());
		tally.equal(itemsOf(page),
			`${ARTICLE}.listen,${ARTICLE}.restate`,
			claim("they come in the article's order"));
		tally.equal(await keys(), ["listen.0", "restate.0"],
			claim("only they are shown"));
		tally.equal(await page.locator(".paper .item [data-b]")
			.evaluateAll((all) => all.filter((one) =>
				!/^(listen|restate)\./.test(one.dataset.b))
				.length), 0, claim("no block of another section"));
		tally.check(await box(page, ARTICLE).evaluate((one) =>
			one.indeterminate), claim("the article is ticked in part"));
		await change(page, () => page.locator(".order .down").first()
			.click());
		tally.equal(await keys(), ["restate.0", "listen.0"],
			claim("they can be ordered"));
		await change(page, () => box(page, ARTICLE).check());
		const whole = await keys();
		tally.check(whole.length > 4, claim("the whole article"));
		await change(page, () => section(page, ARTICLE, "listen")
			.uncheck());
		tally.equal(await keys(), whole.filter((key) =>
			key !== "listen.0"), claim("all sections but one"));
	});
}

async function twoLanguages(kind, root) {
	const claim = (words) => `${kind} languages: ${words}`;
	await reader.story(`${kind} languages`, root, {}, async (page) => {
		await open(page, root, `?items=${ARTICLE}`);
		await change(page, () => page.locator("[name=with]")
			.selectOption("ko"));
		tally.check(page.url().includes("with=ko"),
			claim("the address has the second"));
		const rows = await page.locator(".paper .topic .pair")
			.evaluateAll((all) => all.map((row) => [...row.children]
				.map((cell) => [cell.lang, cell.querySelector(
					"[data-b]")?.dataset.b])));
		tally.check(rows.length > 20, claim("the text is in rows"));
		tally.equal(rows.filter(([own, other]) => own[0] !== "" ||
			other[0] !== "ko" || own[1] !== other[1]), [],
		claim("each row is one block in both"));
		tally.check((await text(page, ".paper .cover [lang=ko]"))
			.length > 0, claim("both titles are on the cover"));
		await change(page, () => page.locator("[name=with]")
			.selectOption(""));
		tally.equal(await page.locator(".paper [lang=ko]").count(), 0,
			claim("one language again"));
	});
}

/* The address is all that somebody else needs. */
async function share(kind, root) {
	const claim = (words) => `${kind} share: ${words}`;
	const content = (page) => page.locator(".paper").evaluate((one) =>
		one.innerHTML);
	await reader.story(`${kind} share`, root,
		{ permissions: ["clipboard-read", "clipboard-write"] },
		async (page, complaints, context) => {
			await open(page, root, "", "fa");
			await change(page, () => box(page, OTHER).check());
			await change(page, () =>
				box(page, "principles/listen").check());
			await change(page, () => page.locator("[name=with]")
				.selectOption("sr"));
			await change(page, () => page.locator("[name=lines]")
				.uncheck());
			await change(page, () => page.locator("[name=large]")
				.check());
			await page.locator("[name=title]").fill("Härkä, \"3\" & 50 %");
			await page.locator(".share").click();
			await page.locator(".heard:not(:empty)").waitFor();
			const address = await page.evaluate(() =>
				navigator.clipboard.readText());
			tally.equal(address, page.url(), claim("it is copied"));
			const other = await context.newPage();
			await other.goto(address);
			await other.locator(".paper .sheet").waitFor();
			tally.equal(await content(other), await content(page),
				claim("another page shows the same"));
			tally.equal([await other.locator("[name=title]")
				.inputValue(), await other.locator("[name=large]")
				.isChecked(), await other.locator("[name=lines]")
				.isChecked(), await other.locator(".large").count()],
			["Härkä, \"3\" & 50 %", true, false, 1],
			claim("and has the same options"));
		});
}

async function options(kind, root) {
	const claim = (words) => `${kind} options: ${words}`;
	const LEFT_OUT = ["exercises", "lines", "facilitator"];
	await reader.story(`${kind} options`, root, {}, async (page) => {
		await open(page, root, `?items=${ARTICLE}`);
		const counts = () => Promise.all(LEFT_OUT.map((part) =>
			page.locator(`.paper .${part}`).count()));
		tally.check((await counts()).every((count) => count > 0),
			claim("everything is there at first"));
		for (const part of LEFT_OUT)
			await change(page, () => page.locator(`[name=${part}]`)
				.uncheck());
		tally.equal(await counts(), [0, 0, 0],
			claim("parts are left out"));
		tally.check(page.url().includes(`no=${LEFT_OUT.join(",")}`),
			claim("the address says which"));
		await page.locator("[name=title]").fill("Perehdytys");
		tally.equal(await text(page, ".paper .cover h1"),
			["Perehdytys"], claim("the title is on the cover"));
		await page.locator("[name=title]").fill("");
		tally.equal(await text(page, ".paper .cover h1"),
			[await page.locator("[name=title]")
				.getAttribute("placeholder")],
			claim("without one it is the article's"));
	});
}

/* Ids are there once, and what refers to one finds it. */
async function references(kind, root) {
	await reader.story(`${kind} references`, root, {}, async (page) => {
		await open(page, root, `?items=${ARTICLE},${OTHER},` +
			"principle.calm,principle.listen&with=en");
		tally.equal(await page.evaluate(() => {
			const ids = [...document.querySelectorAll("[id]")]
				.map((one) => one.id);
			const lost = [...document.querySelectorAll(
				".paper [href^='#'], .paper [aria-labelledby]")]
				.map((one) => one.getAttribute("href")?.slice(1) ??
					one.getAttribute("aria-labelledby"))
				.filter((id) => !ids.includes(id));
			return [ids.length - new Set(ids).size, lost];
		}), [0, []], `${kind} references: each id once, each link leads ` +
			"somewhere");
		const lines = await page.locator(".paper .outline li").count();
		tally.check(lines > 20, `${kind} references: contents`);
	});
}

function sheets(bytes, name) {
	const file = path.join(folder, `${name}.pdf`);
	fs.writeFileSync(file, bytes);
	return run("pdftotext", ["-layout", file, "-"]).output
		.split("\f").slice(0, -1);
}

async function printed(kind, root) {
	const claim = (words) => `${kind} print: ${words}`;
	await reader.story(`${kind} print`, root, {}, async (page) => {
		await open(page, root, `?items=${ARTICLE}.listen,${OTHER}`);
		const titles = await text(page, ".order li > div > :first-child");
		const own = await text(page, ".paper .topic p");
		const all = sheets(await page.pdf({ preferCSSPageSize: true,
			tagged: true, outline: true }), kind);
		const flat = all.map((sheet) => sheet.replace(/\s+/g, " "));
		tally.check(all.length > 5, claim("it has sheets"));
		tally.equal(flat.slice(1).filter((sheet, i) =>
			!sheet.includes(`Sivu ${i + 2}/${all.length}`)), [],
		claim("each but the cover has its number"));
		tally.check(!/Sivu \d/.test(flat[0]),
			claim("the cover has none"));
		const guide = await page.locator(".brand > span").first()
			.textContent();
		const heads = flat.map((sheet) => sheet.trim()
			.replace(/ ?· ?/g, " · "));
		const second = heads.findIndex((sheet) =>
			sheet.startsWith(`${guide} · Kun vastausta`));
		tally.check(second > 2 && heads.slice(second).every((sheet) =>
			sheet.startsWith(`${guide} · Kun vastausta`)),
		claim("sheets of the second have its head"));
		tally.check(heads.slice(2, second).every((sheet) =>
			sheet.startsWith(`${guide} · Kun asiakas`)),
		claim("sheets of the first have its own"));
		tally.check(own.length > 5 && titles.length === 2 &&
			!/Tarjoa ratkaisu/.test(flat.slice(2, second).join()),
		claim("only the chosen section of the first"));
		tally.check(!/Preview|Esikatselu|Copy link/.test(flat.join()),
			claim("nothing of the form"));
		tally.equal(all.filter((sheet) => sheet.trim().length < 80), [],
			claim("no sheet is nearly empty"));
		await page.evaluate(() => {
			window.print = () => { window.printed = true; };
		});
		await page.locator(".issue").click();
		tally.check(await page.evaluate(() => window.printed),
			claim("the button prints"));
	});
}

/* Tab and Enter, Space and arrows; what is focused can be seen. */
async function useKeys(kind, root) {
	const claim = (words) => `${kind} keys: ${words}`;
	await reader.story(`${kind} keys`, root, {}, async (page) => {
		const focused = (what) => page.evaluate((selector) =>
			document.activeElement.matches(selector), what);
		await open(page, root, `?items=${ARTICLE},${OTHER}`);
		const titles = await text(page, ".order li > div");
		await box(page, "principles/reputation").focus();
		await page.keyboard.press("Space");
		await drawn(page);
		tally.equal((await parts(page)).at(-1), "principle.reputation",
			claim("Space ticks"));
		for (let i = 0; i < 2; i++)
			await page.keyboard.press("Tab");
		tally.check(await focused(".order li:first-child .up"),
			claim("Tab leads on to what was chosen"));
		tally.check(await page.evaluate(() => getComputedStyle(
			document.activeElement).outlineStyle === "solid"),
		claim("focus is seen"));
		await page.keyboard.press("Enter");
		tally.equal((await parts(page))[0], ARTICLE,
			claim("the first does not go up"));
		await page.keyboard.press("Alt+ArrowDown");
		await drawn(page);
		tally.equal([(await parts(page)).slice(0, 2),
			await focused(".order li:nth-child(2) .up")],
		[[OTHER, ARTICLE], true],
		claim("Alt and an arrow move it, and focus goes along"));
		const [told] = await text(page, ".heard");
		tally.check([titles[0], "2", "3"].every((part) =>
			told.includes(part)), claim("its new place is told"), told);
		await page.keyboard.press("Enter");
		await drawn(page);
		tally.equal((await parts(page))[0], ARTICLE,
			claim("Enter on the button moves it back"));
		for (let i = 0; i < 2; i++)
			await page.keyboard.press("Tab");
		for (let i = 0; i < 3; i++) {
			await page.keyboard.press("Enter");
			await drawn(page);
		}
		tally.equal([await parts(page), await focused(".order h2")],
			[[], true], claim("focus stays near when all is removed"));
		for (const name of ["title", "with", "exercises", "lines",
			"facilitator", "large"]) {
			await page.keyboard.press("Tab");
			tally.check(await focused(`[name=${name}]`),
				claim(`Tab leads to ${name}`));
		}
		await page.keyboard.press("Tab");
		tally.check(await focused(".issue"), claim("and to print"));
	});
}

/* An address that somebody has written or kept for long. */
async function unknown(kind, root) {
	const claim = (words) => `${kind} unknown: ${words}`;
	await reader.story(`${kind} unknown`, root, {}, async (page) => {
		await open(page, root, `?items=nothing,${ARTICLE},` +
			`${ARTICLE}.nowhere,${ARTICLE},principle.none,` +
			"https://else.example/x&with=xx&no=all,lines");
		tally.equal(await parts(page), [ARTICLE],
			claim("what is known is shown, once"));
		const [told] = await text(page, ".notices");
		for (const name of ["nothing", `${ARTICLE}.nowhere`,
			"principle.none", "https://else.example/x", "xx"])
			tally.check(told.includes(name), claim(`${name} is named`));
		await change(page, () => box(page, OTHER).check());
		tally.equal(itemsOf(page), `${ARTICLE},${OTHER}`,
			claim("the address is mended by the next change"));
	});
}

async function failure() {
	const claim = (words) => `failure: ${words}`;
	const complaint = /ERR_FAILED|\b404\b|target origin|MIME type/;
	const root = server.address;
	await reader.story("failure", root, { allowed: complaint },
		async (page) => {
			const address = `**/fi/handouts/${OTHER}.html`;
			await page.route(address, (route) => route.abort());
			await open(page, root, `?items=${ARTICLE},${OTHER}`);
			tally.equal(await parts(page), [ARTICLE],
				claim("the others are shown"));
			tally.check((await text(page, ".notices"))[0].includes(
				(await text(page, ".order li > div")).at(-1)),
			claim("the one that failed is named"));
			await page.unroute(address);
			await change(page, () =>
				page.locator(".notices button").click());
			tally.equal([await parts(page), await text(page,
				".notices")], [[ARTICLE, OTHER], [""]],
			claim("it is there on the next try"));
		});
	await reader.story("second missing", root, { allowed: complaint },
		async (page) => {
			await page.route(`**/ko/handouts/${ARTICLE}.html`, (route) =>
				route.continue({ url: `${root}ko/none.html` }));
			await open(page, root, `?items=${ARTICLE},${OTHER}&with=ko`);
			tally.equal([await parts(page), await page.locator(
				".paper .item:has([lang=ko])").count()],
			[[ARTICLE, OTHER], 1],
			claim("what has no second language is in one"));
			tally.check((await text(page, ".notices"))[0].includes(
				(await text(page, ".order li > div"))[0]),
			claim("and is named"));
		});
	await reader.story("old words", root, { allowed: complaint },
		async (page) => {
			await page.route("**/fi/ui.*.js", (route) => route.abort());
			await open(page, root, `?items=${ARTICLE}`);
			tally.equal([await parts(page), await page.locator(
				".notices button").count()], [[ARTICLE], 1],
			claim("of an updated site it is said, and all works"));
		});
}

/* Without JavaScript each handout is a click away. */
async function plain(kind, root) {
	const claim = (words) => `${kind} plain: ${words}`;
	await reader.story(`${kind} plain`, root, { javaScriptEnabled: false },
		async (page) => {
			await page.goto(`${root}fi/handouts.html`);
			const links = page.locator(".offered > a:visible");
			const names = await links.evaluateAll((all) =>
				all.map((one) => one.href));
			tally.equal(names.filter((name) => !site.pages.has(
				decodeURI(name.slice(root.length)))), [],
			claim("each link leads to a handout"));
			tally.check(names.length > 20, claim("all are there"));
			tally.equal(await page.locator(
				"main :is(input, button, select):visible").count(), 0,
			claim("nothing that does nothing"));
		});
}

/* On narrow screens, where the preview is far below. */
async function narrow(locale) {
	const claim = (words) => `narrow ${locale}: ${words}`;
	const viewport = { width: 375, height: 700 };
	await reader.story(`narrow ${locale}`, server.address,
		{ viewport, reducedMotion: "reduce" }, async (page) => {
			const bar = page.locator(".jump");
			await open(page, server.address, "", locale);
			tally.check(!await bar.isVisible(),
				claim("no bar without a choice"));
			await change(page, () => box(page, ARTICLE).check());
			await page.locator(".jump .count:not(:empty)").waitFor();
			const { y, height } = await bar.boundingBox();
			tally.check(y > 0 && y + height <= viewport.height,
				claim("a tick shows a bar in the window"));
			tally.equal(await text(page, ".jump .count"),
				await text(page, ".bench .state"),
				claim("which says what was chosen"));
			await bar.locator("a").click();
			const [head, ...tops] = await page.locator(
				".bench :is(h2, button)").evaluateAll((all) =>
				all.map((one) => {
					const { top, bottom } =
						one.getBoundingClientRect();
					return Math.round((top + bottom) / 2);
				}));
			tally.check(head > 0 && head < viewport.height / 2,
				claim("and leads to the preview"));
			tally.check(tops.every((top) => Math.abs(top - head) < 3),
				claim("its buttons stand beside its title"));
		});
}

async function axe(locale, options) {
	const root = server.address;
	const name = `axe ${locale} ${JSON.stringify(options)}`;
	await reader.story(name, root, options, async (page) => {
		await page.goto(`${root}${locale}/handouts.html?items=` +
			`${ARTICLE}.listen,principle.calm&with=en`);
		await page.locator(".paper .sheet").waitFor();
		await page.evaluate(fs.readFileSync(AXE, "utf8"));
		const { violations } = await page.evaluate(() =>
			window.axe.run());
		tally.equal(violations.map((one) => [one.id, one.nodes.map(
			(node) => node.html.slice(0, 120))]), [],
		`${name}: finds nothing`);
		tally.equal(await page.evaluate(() => document.documentElement
			.scrollWidth - document.documentElement.clientWidth), 0,
		`${name}: nothing sticks out`);
		const small = await page.locator(".desk :is(button, .tick, " +
			"select, summary, [type=text], a):visible, .bench button")
			.evaluateAll((all) => all.filter((one) => {
				const { width, height } =
					one.getBoundingClientRect();
				return width < 44 || height < 44;
			}).map((one) => one.outerHTML.slice(0, 120)));
		tally.equal(small, [], `${name}: targets of 44 px`);
	});
}

for (const [kind, root] of [["file", `${pathToFileURL(site.folder)}/`],
	["http", server.address]]) {
	await select(kind, root);
	await cut(kind, root);
	await twoLanguages(kind, root);
	await share(kind, root);
	await options(kind, root);
	await references(kind, root);
	await printed(kind, root);
	await useKeys(kind, root);
	await unknown(kind, root);
	await plain(kind, root);
}
await failure();
for (const locale of ["fi", "fa", "sr", "tr"])
	await narrow(locale);
for (const colorScheme of ["light", "dark"]) {
	await axe("fi", { colorScheme, viewport: { width: 1280, height: 900 } });
	await axe("fa", { colorScheme, viewport: { width: 375, height: 700 } });
}
await browser.close();
server.close();
tally.finish();
