/*
 * The audit of a built site: every page through every check of audit/, after
 * those of crawl.mjs and validity.mjs, and pages of each kind through
 * Lighthouse. It takes some minutes.
 * usage: node tests/audit.mjs [--only REGEX] [SITE]
 *        node tests/audit.mjs --self-test
 */
import net from "node:net";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { CLAIMS, Auditor } from "./audit/page.mjs";
import { kindOf } from "./audit/kinds.mjs";
import { testLighthouse } from "./audit/lighthouse.mjs";
import { testAudit } from "./audit/selftest.mjs";
import { openChromium } from "./lib/chromium.mjs";
import { serve } from "./lib/server.mjs";
import { ROOT, openSite, pageLocale } from "./lib/site.mjs";
import { Tally } from "./lib/tally.mjs";

/* Kinds of which Lighthouse sees one page in each locale. */
const MEASURED = ["home", "article-page", "principle-page", "search-page"];
/* Pages at a time. */
const PARALLEL = 2;

const { values: options, positionals } = parseArgs({
	allowPositionals: true,
	options: { only: { type: "string", default: "" },
		"self-test": { type: "boolean", default: false } },
});
const tally = new Tally("audit");

/* Other tests of the whole site, whose claims count here as one each. */
function runTest(name, folder) {
	const { status, stdout } = spawnSync("node",
		[path.join(ROOT, "tests", name), folder],
		{ encoding: "utf8", maxBuffer: 1 << 26 });
	tally.check(status === 0, `${name} passes`, stdout);
}

/* A port that is free now. */
function freePort() {
	return new Promise((resolve) => {
		const server = net.createServer().listen(0, "127.0.0.1", () => {
			const { port } = server.address();
			server.close(() => resolve(port));
		});
	});
}

async function auditPages(auditor, names) {
	const waiting = [...names];
	async function work() {
		while (waiting.length > 0) {
			const name = waiting.shift();
			for (const [check, found] of await auditor.audit(name))
				tally.check(found.length === 0,
					`${name}: ${CLAIMS[check]}`,
					found.slice(0, 8).join("\n"));
		}
	}
	await Promise.all(Array.from({ length: PARALLEL }, work));
}

/* The first page of each kind in each locale. */
function measuredPages(site, names) {
	const found = new Map();
	for (const name of names) {
		const kind = kindOf(site.pages.get(name));
		const key = `${pageLocale(name)} ${kind}`;
		if (MEASURED.includes(kind) && !found.has(key))
			found.set(key, name);
	}
	return [...found.values()];
}

async function auditSite() {
	const site = openSite(positionals[0]);
	const only = new RegExp(options.only);
	const names = [...site.pages.keys()].filter((name) =>
		only.test(name) && kindOf(site.pages.get(name)) !== "redirect");
	runTest("crawl.mjs", site.folder);
	runTest("validity.mjs", site.folder);
	const browser = await openChromium("audit");
	const server = await serve(site.folder);
	await auditPages(new Auditor(browser, server, site.folder, {
		isArticle: (name) =>
			kindOf(site.pages.get(name)) === "article-page",
	}), names);
	await browser.close();
	await testLighthouse(server, measuredPages(site, names),
		await freePort(), tally);
	server.close();
}

if (options["self-test"]) {
	const browser = await openChromium("audit");
	await testAudit(browser, tally);
	await browser.close();
} else {
	await auditSite();
}
tally.finish();
