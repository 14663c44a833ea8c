/*
 * Searches where something is amiss: without JavaScript, in an old browser,
 * with slow, missing and damaged files, before all has come, with scripts from
 * elsewhere, on paper, and in a guide that wants no search.
 * usage: node tests/search-trouble.mjs [--program build/opas] [SITE]
 */
import fs from "node:fs";
import path from "node:path";
import { ask, field, here, openSearch, optionsOf, program } from
	"./lib/searching.mjs";
import { newFolder, run } from "./lib/run.mjs";
import { openSite } from "./lib/site.mjs";

const { tally, reader, file, http, large, finish } =
	await openSearch("search");

function isFile(name) {
	return new RegExp(`/${name}\\.[0-9a-f]{10}\\.js$`);
}

const SHARD = /\/search\/\d+\.[0-9a-f]{10}\.js$/;

/* What the console says of files that the test takes away. */
const GONE = /ERR_FAILED|failed: /;

async function onSlowLine(root) {
	const slowly = (pattern) => async (page) => page.route(pattern,
		async (route) => {
			await new Promise((done) => setTimeout(done, 1200));
			await route.continue();
		});
	for (const [what, pattern] of [["index", isFile("search/index")],
		["shards", SHARD]])
		await reader.story(`slow ${what}`, root, {}, async (page) => {
			await slowly(pattern)(page);
			await page.goto(`${root}fi/index.html`);
			await field(page).focus();
			await page.keyboard.type("asiakas");
			await page.locator(".panel:visible .loading").waitFor();
			tally.equal(await optionsOf(page).count(), 0,
				`slow ${what}: says that it is loading`);
			await optionsOf(page).first().waitFor();
			tally.equal(await page.locator(".panel:visible .loading")
				.count(), 0, `slow ${what}: then shows results`);
		});
	await reader.story("slow page", root, {}, async (page) => {
		await slowly(SHARD)(page);
		await page.goto(`${root}fi/search.html?q=asiakas`);
		await page.locator(".found .loading").waitFor();
		await page.locator(".hits").first().waitFor();
		tally.equal(await page.locator(".found .loading").count(), 0,
			"slow page: says that it is loading, then shows results");
	});
}

async function withMissingFiles(root) {
	await reader.story("missing shard", root, { allowed: GONE },
		async (page) => {
			let gone = 0;
			await page.route(SHARD, (route) =>
				gone++ === 0 ? route.abort() : route.continue());
			await page.goto(`${root}fi/search.html?q=asiakas`);
			await page.locator(".found h2").first().waitFor();
			tally.check(gone > 0, "missing shard: one is asked for");
			const told = await page.locator(".told").allTextContents();
			tally.check(told.some((text) => /ladata/.test(text)),
			"missing shard: a message");
			await field(page).fill("palvelu");
			await page.keyboard.press("Enter");
			await page.waitForFunction(() => /palvelu/.test(
				document.querySelector(".found h2")?.textContent));
			tally.check(await page.locator(".hits > li").count() > 0,
				"missing shard: search goes on");
		});
	for (const name of ["search/index", "assets/engine", "assets/search",
		"ui"])
		await reader.story(`updated, ${name}`, root, { allowed: GONE },
			async (page) => {
				let isGone = true;
				await page.route(isFile(name), (route) =>
					isGone ? route.abort() : route.continue());
				await page.goto(`${root}fi/index.html`);
				await field(page).focus();
				await page.locator(".panel:visible .updated").waitFor();
				tally.check(true, `updated, ${name}: says so`);
				isGone = false;
				await page.locator(".updated button").click();
				await page.waitForLoadState("load");
				await ask(page, "asiakas");
				tally.check(true, `updated, ${name}: the button helps`);
			});
	await reader.story("updated, shards", root, { allowed: GONE },
		async (page) => {
			await page.route(SHARD, (route) => route.abort());
			await page.goto(`${root}fi/index.html`);
			await field(page).focus();
			await page.keyboard.type("asiakas palvelu");
			await page.locator(".panel:visible .updated").waitFor();
			tally.check(true, "updated, shards: says so");
		});
}

/* Files that hold something else than they should. */
async function withDamagedFiles(root) {
	const WRONG = { nothing: "", "other bytes": "AAECAwQFBgcICQ==",
		"no base64": "%%%", "no index": "S0zKTEkFAA==" };
	for (const name of ["search/index", "assets/engine"])
		for (const [what, bytes] of Object.entries(WRONG))
			await reader.story(`damaged ${name}, ${what}`, root, {},
				async (page) => {
					await page.route(isFile(name), (route) => {
						const hash = route.request().url()
							.slice(-13, -3);
						return route.fulfill({ contentType:
							"text/javascript", body:
							`opasFile("${hash}","${bytes}");` });
					});
					await page.goto(`${root}fi/index.html`);
					await field(page).focus();
					await page.locator(".unable:visible a").waitFor();
					tally.check(true, `damaged ${name}, ${what}: ` +
						"leads to the A-Z index");
				});
}

/* Without what unpacks the index, as before 2023. */
async function inOldBrowser(root) {
	await reader.story("old browser", root, {}, async (page) => {
		await page.addInitScript(() => {
			delete window.DecompressionStream;
		});
		await page.goto(`${root}fi/index.html`);
		await field(page).fill("asiakas");
		await page.keyboard.press("Enter");
		await page.waitForURL(`${root}fi/a-z.html?q=asiakas`);
		tally.check(true, "old browser: the form leads to the index");
		await page.goto(`${root}fi/search.html?q=asiakas`);
		await page.locator(".unable a").click();
		tally.equal(here(page, root), "fi/a-z.html",
			"old browser: the page says so and leads there");
	});
}

async function withoutScripts(kind, root) {
	await reader.story(`${kind} without JavaScript`, root,
		{ javaScriptEnabled: false }, async (page) => {
			const name = `${kind} without JavaScript`;
			await page.goto(`${root}fi/index.html`);
			await field(page).fill("kuuntele");
			await page.keyboard.press("Enter");
			await page.waitForURL(`${root}fi/a-z.html?q=kuuntele`);
			tally.check(await page.locator("section.initial").first()
				.isVisible(), `${name}: the form leads to the index`);
			await page.goto(`${root}fi/search.html?q=kuuntele`);
			tally.check(await page.locator("noscript a, main p.notice a")
				.first().isVisible(), `${name}: the page says so`);
		});
}

/* What is typed while the search is still on its way stays. */
async function typeEarly(root) {
	await reader.story("early", root, {}, async (page) => {
		await page.route(isFile("assets/search"), async (route) => {
			await new Promise((done) => setTimeout(done, 700));
			await route.continue();
		});
		for (const query of ["", "?q=raja"]) {
			await page.goto(`${root}fi/search.html${query}`,
				{ waitUntil: "domcontentloaded" });
			await field(page).focus();
			await page.keyboard.press("End");
			await page.keyboard.type("asiakas");
			await page.waitForFunction(() => window.opas.index);
			await page.waitForTimeout(300);
			tally.equal(await field(page).inputValue(),
				`${query.slice(3)}asiakas`,
				`early: what was typed stays on search.html${query}`);
		}
	});
}

/* Scripts of this site only, and nothing on paper. */
async function keepRules(kind, root) {
	await reader.story(`${kind} policy`, root, {}, async (page) => {
		await page.goto(`${root}fi/index.html`);
		const refused = await page.evaluate(async (own) => {
			const found = [];
			for (const address of ["https://far.invalid/a.0123456789.js",
				"//far.invalid/a.0123456789.js",
				"data:text/javascript,1//a.0123456789.js",
				"file:///tmp/a.0123456789.js",
				`${own}fi/index.html`, `${own}a.js`,
				`${own}a.0123456789.js?x`])
				try {
					await window.opas.load(address);
				} catch (error) {
					found.push(error.name);
				}
			return found;
		}, root);
		tally.equal(refused, Array(7).fill("TypeError"),
			`${kind} policy: only scripts with a hash below the site's root`);
		await ask(page, "asiakas");
		await page.emulateMedia({ media: "print" });
		tally.equal(await page.locator("form.search:visible").count(), 0,
			`${kind} print: no field and no list`);
	});
}

/* A guide that does not want it has nothing of it. */
function checkOff() {
	const guide = newFolder("search-off");
	const output = newFolder("search-off-site");
	fs.mkdirSync(path.join(guide, "content/en"), { recursive: true });
	fs.writeFileSync(path.join(guide, "content/guide.yaml"),
		"search: false\n");
	fs.writeFileSync(path.join(guide, "content/en/a.md"), "# A\n\nText.\n");
	const { status, output: said } = run(program, ["build", "--quiet",
		"--root", guide, "--output", output]);
	tally.equal(status, 0, `off: is built ${said}`);
	const built = openSite(output);
	tally.equal(built.files.filter((name) =>
		/search|engine/.test(name)), [], "off: no file");
	for (const [name, page] of built.pages)
		tally.check(!page.one("form") && !page.one(".find") &&
			!/search|engine/.test(built.read(name)),
		`off: ${name} says nothing of it`);
}

checkOff();
await Promise.all([
	withoutScripts("file", file).then(() => keepRules("file", file))
		.then(() => withMissingFiles(large)),
	withoutScripts("http", http).then(() => keepRules("http", http))
		.then(() => withDamagedFiles(http)),
	inOldBrowser(http).then(() => typeEarly(http)).then(() =>
		onSlowLine(large)),
]);
await finish();
