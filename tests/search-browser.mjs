/*
 * Searches the built site as readers do, from the disk and from a server that
 * sends the policy: with the keyboard alone, in Persian and Korean, on
 * phones, on the page of results; and asks axe whether assistive technology
 * can follow.
 * usage: node tests/search-browser.mjs [--program build/opas] [SITE]
 */
import fs from "node:fs";
import path from "node:path";
import { WORDS, ask, chosen, field, here, openSearch, optionsOf, panel } from
	"./lib/searching.mjs";
import { ROOT, readSettings } from "./lib/site.mjs";

const AXE = path.join(ROOT, "tests/node_modules/axe-core/axe.min.js");
/* What is loaded for a search, whatever the hashes in the names. */
const OWN = /\/(assets\/(search|engine)|ui|search\/\w+)\.[0-9a-f]{10}\.js$/;

const { locales } = readSettings();
const { site, tally, reader, file, http, large, finish } =
	await openSearch("search");

/* Where the address of a result leads there is a page, and its anchor. */
function checkAddress(address, root, claim) {
	const [name, anchor] = decodeURIComponent(address.slice(root.length))
		.split("#");
	const page = site.pages.get(name);
	tally.check(page !== undefined && (anchor === undefined ||
		[...page.elements()].some((one) => one.get("id") === anchor)),
	`${claim}: ${name}#${anchor ?? ""} is there`);
}

async function nothingBefore(kind, root) {
	await reader.story(`${kind} first focus`, root, {}, async (page) => {
		const loaded = [];
		page.on("request", (request) => {
			if (OWN.test(request.url()))
				loaded.push(request.url().slice(root.length)
					.replace(/\.[0-9a-f]{10}/, ""));
		});
		await page.goto(`${root}fi/principles/listen.html`);
		await page.mouse.move(300, 300);
		await page.keyboard.press("Tab");
		await page.waitForTimeout(500);
		tally.equal(loaded, [],
			`${kind} first focus: nothing is loaded before it`);
		await field(page).focus();
		await page.waitForFunction(() => window.opas.index);
		tally.equal(loaded.sort(), ["assets/engine.js",
			"assets/search.js", "fi/search/index.js", "fi/ui.js"],
		`${kind} first focus: then what one language needs`);
		await page.keyboard.press("Tab");
		await field(page).focus();
		tally.equal(loaded.length, 4,
			`${kind} first focus: and only once`);
	});
}

/* In every language a word is found, and leads to where it stands. */
async function findWords(kind, root) {
	for (const locale of locales)
		await reader.story(`${kind} ${locale}`, root, { locale },
			async (page) => {
				const name = `${kind} ${locale}`;
				await page.goto(`${root}${locale}/index.html`);
				await ask(page, WORDS[locale]);
				const addresses = await optionsOf(page).evaluateAll(
					(all) => all.map((one) => one.href));
				tally.check(addresses.length > 0,
					`${name}: ${WORDS[locale]} is found`);
				for (const address of addresses.filter((one) =>
					!one.includes("search.html")))
					checkAddress(address, root, name);
				tally.check(await panel(page).locator("mark").count() > 0,
					`${name}: words are marked`);
				tally.check(!/[\u00AD\u2060]/.test(
					await panel(page).textContent()),
				`${name}: no sign of where lines may end`);
				tally.equal(await panel(page).locator("[lang=en]")
					.count(), 0, `${name}: all is translated`);
			});
}

/* The combobox pattern, with the keyboard alone. */
async function useKeys(kind, root) {
	await reader.story(`${kind} keys`, root, {}, async (page) => {
		const says = async (attribute) =>
			field(page).getAttribute(attribute);
		const claim = (text) => `${kind} keys: ${text}`;
		await page.goto(`${root}fi/index.html`);
		await page.keyboard.press("/");
		await page.waitForFunction(() => window.opas.index);
		tally.equal(await field(page).inputValue(), "",
			claim("a slash goes to the field and is not typed"));
		tally.equal([await says("role"), await says("aria-expanded"),
			await says("aria-autocomplete")],
		["combobox", "false", "list"], claim("a closed combobox"));
		await ask(page, "a/asiakas");
		tally.equal(await field(page).inputValue(), "a/asiakas",
			claim("in the field a slash is a letter"));
		await page.keyboard.press("Escape");
		await page.keyboard.press("Escape");
		tally.equal(await field(page).inputValue(), "",
			claim("Escape closes, then clears"));
		await ask(page, "asiakas");
		const list = await says("aria-controls");
		tally.equal([await says("aria-expanded"),
			await page.locator(`[id="${list}"]`).getAttribute("role"),
			await chosen(page).count(),
			await says("aria-activedescendant")],
		["true", "listbox", 0, null],
		claim("an open list, nothing chosen"));
		const count = await optionsOf(page).count();
		for (let i = 0; i < 2; i++)
			await page.keyboard.press("ArrowDown");
		tally.equal(await says("aria-activedescendant"),
			await optionsOf(page).nth(1).getAttribute("id"),
			claim("down twice chooses the second"));
		tally.equal(await chosen(page).count(), 1,
			claim("one is chosen"));
		tally.check(await field(page).evaluate((one) =>
			one === document.activeElement),
		claim("focus stays in the field"));
		await page.keyboard.press("Home");
		tally.equal([await says("aria-activedescendant"), await field(page)
			.evaluate((one) => one.selectionStart)], [null, 0],
		claim("Home goes to the beginning of the text"));
		await page.keyboard.press("End");
		await page.keyboard.press("ArrowUp");
		tally.equal(await says("aria-activedescendant"),
			await optionsOf(page).nth(count - 1).getAttribute("id"),
			claim("up from the field chooses the last"));
		await page.keyboard.press("ArrowDown");
		tally.equal(await chosen(page).count(), 0,
			claim("round by way of the field"));
		await page.keyboard.press("Tab");
		tally.equal([await panel(page).count(), await says("aria-expanded")],
			[0, "false"], claim("Tab leaves and closes"));
		await page.keyboard.press("Control+k");
		await optionsOf(page).first().waitFor();
		await page.keyboard.press("ArrowDown");
		const address = await chosen(page).evaluate((one) => one.href);
		await page.keyboard.press("Enter");
		await page.waitForURL(address);
		tally.check(site.pages.has(here(page, root).replace(/#.*/, "")),
			claim("Enter opens the chosen one"), page.url());
		await page.goBack();
		await page.keyboard.press("Control+k");
		await field(page).fill("asiakas");
		await page.keyboard.press("Enter");
		await page.waitForURL(`${root}fi/search.html?q=asiakas`);
		await page.locator(".hits").first().waitFor();
		tally.check(true, claim("Enter without a choice shows all"));
	});
	await reader.story(`${kind} shortcuts`, root, {}, async (page) => {
		await page.goto(`${root}fi/index.html`);
		for (const key of ["Control+/", "Alt+/", "Control+Shift+k", "k"]) {
			await page.keyboard.press(key);
			tally.check(await page.evaluate(() =>
				document.activeElement === document.body),
			`${kind} shortcuts: ${key} is none`);
		}
		await page.setViewportSize({ width: 375, height: 700 });
		await page.goto(`${root}fi/a-z.html`);
		await page.keyboard.press("/");
		await page.waitForURL(`${root}fi/search.html`);
		await page.waitForFunction(() =>
			document.activeElement.name === "q");
		tally.check(true, `${kind} shortcuts: where there is no field, ` +
			"to the page that has one");
	});
}

/* How many there are is told when one stops typing, not at each letter. */
async function hearCount(root) {
	await reader.story("status", root, {}, async (page) => {
		await page.goto(`${root}fi/index.html`);
		await field(page).focus();
		await page.waitForFunction(() => window.opas.index);
		/* What is told, and how long after the last key: a busy machine
		   types slowly. */
		await page.evaluate(() => {
			let last = 0;
			window.told = [];
			document.addEventListener("input", () => {
				last = performance.now();
			});
			const status = document.activeElement.form
				.querySelector("[role=status].unseen");
			/* That files are still coming may be told at once. */
			const loading = window.opas.sentence("loading")
				.textContent;
			new MutationObserver(() => status.textContent &&
				status.textContent !== loading &&
				window.told.push([status.textContent.trim(),
					performance.now() - last])).observe(status,
				{ subtree: true, childList: true });
		});
		await field(page).pressSequentially("asiakas", { delay: 120 });
		await page.waitForFunction(() => window.told.length > 0);
		await page.waitForTimeout(200);
		const told = await page.evaluate(() => window.told);
		tally.check(told.every(([, pause]) => pause >= 900),
			"status: silent while one types", JSON.stringify(told));
		tally.check(/^\d+ tulosta$/.test(told.at(-1)[0]),
			"status: then tells the count", JSON.stringify(told));
	});
}

async function checkAxe(page, name) {
	await page.evaluate(fs.readFileSync(AXE, "utf8"));
	const { violations } = await page.evaluate(() => window.axe.run());
	tally.equal(violations.map((one) => [one.id, one.nodes.map((node) =>
		node.html.slice(0, 120))]), [], `${name}: axe finds nothing`);
}

async function askAxe(root) {
	for (const [locale, colorScheme] of [["tr", "light"], ["fa", "dark"],
		["ko", "light"], ["fi", "dark"]])
		await reader.story(`axe ${locale}`, root,
			{ locale, colorScheme, bypassCSP: true }, async (page) => {
				await page.goto(`${root}${locale}/index.html`);
				await ask(page, WORDS[locale]);
				await page.keyboard.press("ArrowDown");
				await page.waitForTimeout(300);
				await checkAxe(page, `axe ${locale}: results open`);
				await page.goto(`${root}${locale}/search.html?q=` +
					`${encodeURIComponent(WORDS[locale])}` +
					"&languages=all");
				await page.locator(".elsewhere h3").first().waitFor();
				await page.locator(".filter select").waitFor();
				await page.waitForTimeout(500);
				await checkAxe(page, `axe ${locale}: page of results`);
			});
}

/* In Persian the list begins at the right, and all in it. */
async function lookPersian(root) {
	await reader.story("geometry", root, { locale: "fa",
		viewport: { width: 1280, height: 900 } }, async (page) => {
		const boxOf = (locator) => locator.first().boundingBox();
		await page.goto(`${root}fa/principles.html`);
		await ask(page, WORDS.fa);
		await page.keyboard.press("ArrowDown");
		const form = page.locator(".bar form.search");
		const [input, button, list, glyph, title] = [
			await boxOf(form.locator("input")),
			await boxOf(form.locator("button")),
			await boxOf(panel(page)),
			await boxOf(chosen(page).locator("svg")),
			await boxOf(chosen(page).locator("b"))];
		tally.check(button.x + button.width <= input.x + 1,
			"geometry: the button is left of the field");
		tally.check(Math.abs(list.x - button.x) <= 1,
			"geometry: the list ends where the button ends");
		tally.check(glyph.x >= title.x + title.width,
			"geometry: glyphs are right of titles");
		tally.equal(await chosen(page).evaluate((one) => [
			getComputedStyle(one).borderRightWidth,
			getComputedStyle(one).borderLeftWidth]), ["4px", "0px"],
		"geometry: the chosen one is marked at the right");
		tally.check(/[۰-۹]/.test(await page.locator(".keys b").first()
			.textContent()), "geometry: Persian digits");
	});
}

/* Nothing is wider than the screen, everything large enough to be hit. */
async function fitPhones(root) {
	for (const locale of ["fi", "fa"])
		await reader.story(`phone ${locale}`, root, { locale,
			hasTouch: true, viewport: { width: 320, height: 640 } },
		async (page) => {
			const name = `phone ${locale}`;
			const fits = async (where) => tally.check(
				await page.evaluate(() =>
					document.documentElement.scrollWidth <=
						innerWidth), `${name}: ${where} fits 320 px`);
			const low = async (locator, where) => tally.equal(
				await locator.evaluateAll((all) => all.filter((one) =>
					one.getClientRects().length > 0 &&
					one.getBoundingClientRect().height < 43.9)
					.map((one) => one.outerHTML.slice(0, 80))), [],
				`${name}: ${where} at least 44 px high`);
			await page.goto(`${root}${locale}/a-z.html`);
			await page.locator(".find").tap();
			await page.waitForURL(`${root}${locale}/search.html`);
			await ask(page, WORDS[locale]);
			await fits("the list");
			await low(page.locator("form.search :is(input, button), " +
				"[role=option]"), "field, button and options are");
			await page.keyboard.press("Enter");
			await page.locator(".filter select").waitFor();
			await fits("the page of results");
			await low(page.locator(".found :is(select, button)"),
				"controls are");
		});
}

/* Syllables that are being put together belong to their editor. */
async function composeKorean(root) {
	await reader.story("composition", root, { locale: "ko" },
		async (page, complaints, context) => {
			const keyboard = await context.newCDPSession(page);
			const compose = (text) => keyboard.send(
				"Input.imeSetComposition", { text,
					selectionStart: text.length,
					selectionEnd: text.length });
			await page.goto(`${root}ko/index.html`);
			await field(page).focus();
			await page.waitForFunction(() => window.opas.index);
			await compose("ㄱ");
			await compose("고");
			await compose("고객");
			await optionsOf(page).first().waitFor();
			tally.check(true, "composition: is searched meanwhile");
			const at = page.url();
			/* As browsers tell of keys that the editor takes. */
			for (const key of ["ArrowDown", "Enter", "Escape"])
				await field(page).evaluate((input, name) =>
					input.dispatchEvent(new KeyboardEvent("keydown",
						{ key: name, isComposing: true,
							bubbles: true,
							cancelable: true })), key);
			tally.equal([page.url(), await chosen(page).count(),
				await panel(page).count()], [at, 0, 1],
			"composition: its keys are the editor's");
			await keyboard.send("Input.insertText", { text: "고객" });
			tally.equal(await field(page).inputValue(), "고객",
				"composition: ends as it was typed");
			await page.keyboard.press("ArrowDown");
			tally.equal(await chosen(page).count(), 1,
				"composition: then keys are ours again");
		});
}

async function sharePage(kind, root) {
	await reader.story(`${kind} page`, root, {}, async (page) => {
		const claim = (text) => `${kind} page: ${text}`;
		const count = () => page.locator(".hits > li").count();
		const settled = () => page.locator(".found h2").first().waitFor();
		await page.goto(`${root}fi/search.html?q=asiakas`);
		await page.locator(".filter select").waitFor();
		const all = await count();
		tally.check(/^asiakas – /.test(await page.title()),
			claim("the query in the title"), await page.title());
		tally.equal(await field(page).inputValue(), "asiakas",
			claim("and in the field"));
		tally.check(all > 3, claim("an address shows its results"));
		for (const address of await page.locator(".found a").evaluateAll(
			(links) => links.map((one) => one.href)))
			checkAddress(address, root, claim("results"));
		const choices = await page.locator(".filter option").evaluateAll(
			(found) => found.map((one) => one.value));
		await page.locator(".filter select").selectOption(choices[1]);
		await page.waitForURL(/principle=/);
		await page.waitForFunction((before) => document.querySelectorAll(
			".hits > li").length < before, all);
		tally.equal(here(page, root),
			`fi/search.html?q=asiakas&principle=${choices[1]}`,
			claim("the filter is in the address"));
		tally.check(await count() > 0, claim("the filter leaves some"));
		const filtered = await count();
		await page.reload();
		await page.locator(".filter select").waitFor();
		tally.equal([await count(), await page.locator(".filter select")
			.inputValue()], [filtered, choices[1]],
		claim("a filtered address shows the same"));
		await field(page).fill("raja");
		await page.keyboard.press("Enter");
		await page.waitForURL(`${root}fi/search.html?q=raja`);
		await page.waitForFunction(() => /raja/.test(
			document.activeElement.textContent));
		tally.equal(await page.evaluate(() =>
			document.activeElement.tagName), "H2",
		claim("focus goes to the new results"));
		await page.goBack();
		await page.waitForFunction((wanted) => document.querySelectorAll(
			".hits > li").length === wanted, filtered);
		tally.equal(await field(page).inputValue(), "asiakas",
			claim("back shows what was there"));
		await page.goBack();
		await page.waitForFunction((wanted) => document.querySelectorAll(
			".hits > li").length === wanted, all);
		tally.equal(here(page, root), "fi/search.html?q=asiakas",
			claim("and what was before"));
		await page.locator(".hits a").first().click();
		await page.waitForURL((url) => !/search/.test(url.pathname));
		await page.goBack();
		await settled();
		await page.waitForFunction((wanted) => document.querySelectorAll(
			".hits > li").length === wanted, all);
		tally.check(true, claim("back from a result shows them again"));
	});
}

async function otherLanguages(kind, root) {
	await reader.story(`${kind} languages`, root, {}, async (page) => {
		const claim = (text) => `${kind} languages: ${text}`;
		await page.goto(`${root}fi/search.html?q=kuuntele`);
		const section = page.locator(".elsewhere");
		await section.waitFor();
		tally.check(await section.locator(".chip").count() > 0,
			claim("principles of the best sections"));
		tally.equal(await section.locator("h3").count(), 0,
			claim("others are searched only on request"));
		await section.locator("button").click();
		await page.waitForURL(/languages=all/);
		await section.locator("h3").nth(1).waitFor();
		await page.waitForFunction(() => !document.querySelector(
			".elsewhere .loading"));
		const groups = await section.locator(".group").evaluateAll(
			(all) => all.map((one) => [one.lang, one.dir,
				[...one.querySelectorAll(".hits a:not(.chip)")].map(
					(a) => [a.hreflang, a.href])]));
		tally.check(groups.length > 2 && !groups.some(([lang]) =>
			lang === "fi"), claim("several, without one's own"));
		for (const [lang, dir, links] of groups) {
			tally.equal(dir, lang === "fa" ? "rtl" : "ltr",
				claim(`${lang}: its direction`));
			for (const [hreflang, address] of links) {
				tally.equal(hreflang, lang, claim(`${lang}: hreflang`));
				checkAddress(address, root, claim(lang));
			}
		}
		await page.goto(`${root}fi/search.html?q=kuuntele&languages=all`);
		await section.locator("h3").nth(1).waitFor();
		tally.check(true, claim("an address shows them"));
	});
}

/* What is said where the word itself is not there. */
async function honestLabels(root) {
	await reader.story("labels", root, { locale: "fi" }, async (page) => {
		await page.goto(`${root}fi/index.html`);
		await ask(page, "asaikas");
		tally.check(/asiak/i.test(await panel(page).locator(".notice")
			.textContent()), "labels: a typo shows which word was taken");
		await field(page).fill("");
		await page.keyboard.type("asiakas");
		await page.waitForFunction(() => !document.querySelector(
			".panel:not([hidden]) .notice"));
		tally.check(true, "labels: an exact match needs none");
		await field(page).fill("qqxxzzqqxx");
		await page.locator(".panel:visible .notice").waitFor();
		tally.equal(await optionsOf(page).count(), 0,
			"labels: nothing is found");
		tally.check((await panel(page).textContent())
			.includes("qqxxzzqqxx"), "labels: and said so");
		await page.keyboard.press("Enter");
		await page.locator(".found p a").first().click();
		tally.equal(here(page, root), "fi/a-z.html",
			"labels: the page leads to the A-Z index");
	});
}

async function showMore(root) {
	await reader.story("more", root, { locale: "fi" }, async (page) => {
		await page.goto(`${root}fi/search.html?q=asiakas`);
		const items = page.locator(".hits > li");
		await items.first().waitFor();
		tally.equal(await items.count(), 20, "more: twenty at first");
		await page.locator(".found button").first().click();
		await items.nth(39).waitFor();
		tally.equal(await page.evaluate(() => [...document
			.querySelectorAll(".hits > li")].findIndex((one) =>
			one.contains(document.activeElement))), 20,
		"more: focus goes to the first new one");
		await page.locator(".hits a").nth(25).click();
		await page.waitForURL((url) => !/search/.test(url.pathname));
		await page.goBack();
		await items.nth(39).waitFor();
		tally.check(await page.evaluate(() => scrollY) > 200,
			"more: back shows as many, at the same place");
	});
}

async function searchEverywhere(kind, root) {
	await nothingBefore(kind, root);
	await findWords(kind, root);
	await useKeys(kind, root);
	await sharePage(kind, root);
	await otherLanguages(kind, root);
}

async function lookAround() {
	await hearCount(http);
	await askAxe(http);
	await lookPersian(http);
	await fitPhones(http);
	await composeKorean(http);
	await honestLabels(http);
	await showMore(large);
}

await Promise.all([
	searchEverywhere("file", file),
	searchEverywhere("http", http),
	lookAround(),
]);
await finish();
