/*
 * What the tests of searching share: the site, a guide whose index has many
 * files, servers for both, and how a reader asks.
 */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { openChromium } from "./chromium.mjs";
import { newFolder, run } from "./run.mjs";
import { Reader } from "./reader.mjs";
import { serve } from "./server.mjs";
import { ROOT, openSite } from "./site.mjs";
import { Tally, missing } from "./tally.mjs";

const { values: options, positionals } = parseArgs({
	allowPositionals: true,
	options: { program: { type: "string", default: "build/opas" } },
});
export const program = path.resolve(ROOT, options.program);

/* Words that the guide has in each language. */
export const WORDS = { "sr-Latn": "saslušajte", tr: "müşteri", fi: "kuuntele", ko: "고객", fa: "گوش",
	sr: "саслушајте", en: "listen" };

function buildLarge(name) {
	const guide = newFolder("search-guide");
	const output = newFolder("search-site");
	const written = run("node", [path.join(ROOT, "tests/generate.mjs"), "40",
		guide]);
	const built = run(program, ["build", "--quiet", "--root", guide,
		"--output", output]);
	if (written.status !== 0 || built.status !== 0)
		missing(name, written.output + built.output);
	return output;
}

export const field = (page) =>
	page.locator("form.search:visible input").first();
export const panel = (page) => page.locator("form.search .panel:visible");
export const optionsOf = (page) =>
	page.locator("form.search [role=option]:visible");
export const chosen = (page) =>
	page.locator("[role=option][aria-selected=true]");

/* Types into the field and waits for the results of all of it. */
export async function ask(page, text) {
	await field(page).focus();
	await page.keyboard.type(text);
	await page.waitForFunction(() => {
		const input = document.activeElement;
		const panel = input.form?.querySelector(".panel[data-query]");
		return panel && !panel.hidden &&
			panel.dataset.query === input.value.trim();
	});
	await optionsOf(page).first().waitFor();
}

/* Where the browser is, from the site's root. */
export function here(page, root) {
	return decodeURI(page.url().slice(root.length));
}

/* { site, tally, reader, file, http, large, finish }; the three before the
 * last are addresses. */
export async function openSearch(name) {
	const site = openSite(positionals[0]);
	const tally = new Tally(name);
	const browser = await openChromium(name);
	const servers = [await serve(site.folder),
		await serve(buildLarge(name))];
	return { site, tally, reader: new Reader(browser, tally),
		file: `${pathToFileURL(site.folder)}/`,
		http: servers[0].address, large: servers[1].address,
		async finish() {
			await browser.close();
			servers.forEach((server) => server.close());
			tally.finish();
		} };
}
