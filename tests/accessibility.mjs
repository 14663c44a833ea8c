/*
 * The quick part of the audit: one page of each kind in the locales that
 * differ most, through the same checks as 'make audit'; pages gone through with
 * the Tab key; and that the statement in templates/README.md names every
 * criterion, and no test that does not exist.
 * usage: node tests/accessibility.mjs [SITE]
 */
import { CLAIMS, Auditor } from "./audit/page.mjs";
import { choose, kindOf } from "./audit/kinds.mjs";
import { testKeys } from "./audit/keys.mjs";
import { testStatement } from "./audit/statement.mjs";
import { openChromium } from "./lib/chromium.mjs";
import { serve } from "./lib/server.mjs";
import { openSite } from "./lib/site.mjs";
import { Tally } from "./lib/tally.mjs";

const LOCALES = ["fa", "fi", "ko"];
/* Pages to go through with Tab: long ones, and those with controls. */
const KEYS = ["fi/index.html", "fi/getting-good-service.html",
	"fa/search.html", "ko/compare.html", "fi/handouts.html"];

const site = openSite(process.argv[2]);
const tally = new Tally("accessibility");
testStatement(tally);
const browser = await openChromium("accessibility");
const server = await serve(site.folder);
const auditor = new Auditor(browser, server, site.folder, {
	isArticle: (name) =>
		kindOf(site.pages.get(name)) === "article-page",
});
for (const name of choose(site, LOCALES))
	for (const [check, found] of await auditor.audit(name))
		tally.check(found.length === 0, `${name}: ${CLAIMS[check]}`,
			found.slice(0, 5).join("\n"));
await testKeys(browser, server, KEYS.filter((name) => site.pages.has(name)),
	tally);
await browser.close();
server.close();
tally.finish();
