/*
 * Opens one page of a site as an audit does, from a server that sends the
 * strict policy and from the disk, and gives back what each check found.
 */
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { pathToFileURL } from "node:url";
import { ROOT } from "../lib/site.mjs";
import * as inside from "./inside.mjs";

const AXE = path.join(ROOT, "tests/node_modules/axe-core/axe.min.js");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
	"best-practice"];
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 800 };

/* What an article page may weigh. */
const LIMITS = { "html": [60000, 12000], "css": [Infinity, 10000],
	"js": [Infinity, 4000], "all": [Infinity, 24000] };
const REQUESTS = 4;

/* Names of the checks, as claims about a page. */
export const CLAIMS = {
	load: "it opens, without a message, a failure or a way out of the site",
	policy: "it keeps to the strict policy",
	shift: "nothing moves while it loads (CLS 0)",
	weight: "it is light",
	"axe light": "axe finds nothing in the light scheme",
	"axe dark": "axe finds nothing in the dark scheme",
	"axe forced": "axe finds nothing in forced colours",
	"contrast light": "text has its contrast in the light scheme",
	"contrast dark": "text has its contrast in the dark scheme",
	"edges light": "fields and signs have 3:1 in the light scheme",
	"edges dark": "fields and signs have 3:1 in the dark scheme",
	"focus light": "the focus is seen in the light scheme",
	"focus dark": "the focus is seen in the dark scheme",
	"focus forced": "the focus is seen in forced colours",
	"focus narrow": "the focus is seen at 320 px",
	"targets 1280": "targets are large enough at 1280 px",
	"targets 320": "targets are large enough at 320 px",
	"width 1280": "it fits 1280 px",
	"width 768": "it fits 768 px",
	"width 640": "it fits 640 px, which is 1280 px at twice the size",
	"width 320": "it fits 320 px",
	spacing: "it fits 320 px with the spacing of WCAG 1.4.12",
	motion: "nothing moves where less motion is asked for",
	file: "it is the same from the disk",
};

export class Auditor {
	/* options: only, a list of checks; isArticle(name). */
	constructor(browser, server, folder, options = {}) {
		this.browser = browser;
		this.server = server;
		this.folder = folder;
		this.options = options;
		this.axe = fs.readFileSync(AXE, "utf8");
	}

	wants(...checks) {
		return !this.options.only || checks.some((check) =>
			this.options.only.includes(check));
	}

	/* check -> list of faults, for all checks that were made. */
	async audit(name) {
		const results = new Map();
		const context = await this.browser.newContext(
			{ viewport: WIDE, colorScheme: "light" });
		try {
			await this.inBrowser(name, context, results);
		} catch (error) {
			results.set("load", [...results.get("load") ?? [],
				`does not come to its end: ${error.message}`]);
		}
		await context.close();
		return results;
	}

	async inBrowser(name, context, results) {
		const page = await context.newPage();
		const seen = watch(page, this.server.address);
		await page.addInitScript(observe);
		const address = this.server.address + encodeURI(name);
		await page.goto(address);
		await settle(page, seen);
		/* The chooser leads on; then nothing of it is left to see. */
		const isHere = page.url().startsWith(address);
		results.set("load", seen.complaints);
		const observed = await page.evaluate(() => window.observed);
		results.set("shift", observed.shifts);
		if (this.options.isArticle?.(name))
			results.set("weight", await weigh(seen));
		if (isHere) {
			const here = await page.evaluate(inside.content);
			await this.look(page, results);
			results.set("policy", await page.evaluate(
				() => window.observed.violations));
			if (this.wants("file"))
				results.set("file", await this.fromDisk(name,
					context, here));
		}
		results.set("load", [...new Set(seen.complaints)]);
	}

	/* All that is seen in one open page. */
	async look(page, results) {
		const ask = async (check, probe) => {
			if (this.wants(check))
				results.set(check, await page.evaluate(probe));
		};
		const axe = async (scheme) => {
			if (this.wants(`axe ${scheme}`))
				results.set(`axe ${scheme}`, await this.runAxe(page));
		};
		await page.evaluate(inside.install);
		await page.keyboard.press("Tab");
		await ask("width 1280", inside.width);
		await ask("focus light", inside.focus);
		await ask("contrast light", inside.contrast);
		await ask("edges light", inside.edges);
		await axe("light");
		await ask("targets 1280", inside.targets);
		await page.emulateMedia({ colorScheme: "dark" });
		await ask("contrast dark", inside.contrast);
		await ask("edges dark", inside.edges);
		await axe("dark");
		await ask("focus dark", inside.focus);
		await page.emulateMedia({ colorScheme: "light",
			forcedColors: "active", reducedMotion: "reduce" });
		await axe("forced");
		await ask("focus forced", inside.focus);
		await ask("motion", inside.motion);
		await page.emulateMedia({ forcedColors: "none" });
		await page.evaluate(() => document.querySelectorAll("details")
			.forEach((one) => { one.open = false; }));
		for (const width of [768, 640]) {
			if (!this.wants(`width ${width}`))
				continue;
			await page.setViewportSize({ width, height: 900 });
			await ask(`width ${width}`, inside.width);
		}
		await page.setViewportSize(NARROW);
		await ask("width 320", inside.width);
		if (this.wants("spacing")) {
			await page.evaluate(inside.spread, true);
			results.set("spacing", [
				...await page.evaluate(inside.width),
				...await page.evaluate(inside.cut)]);
			await page.evaluate(inside.spread, false);
		}
		await ask("targets 320", inside.targets);
		await ask("focus narrow", inside.focus);
	}

	async runAxe(page) {
		if (!await page.evaluate(() => "axe" in window))
			await page.evaluate(this.axe);
		const violations = await page.evaluate(async (rules) =>
			(await window.axe.run(document, { runOnly: rules,
				resultTypes: ["violations"] })).violations
				.map((one) => [one.id, one.nodes.map((node) =>
					node.html.slice(0, 140))]), RULES);
		return violations.flatMap(([id, nodes]) =>
			nodes.map((html) => `${id}: ${html}`));
	}

	/* The same words, and nothing to complain of. */
	async fromDisk(name, context, here) {
		const root = `${pathToFileURL(this.folder)}/`;
		const page = await context.newPage();
		const seen = watch(page, root);
		await page.setViewportSize(WIDE);
		await page.goto(root + encodeURI(name));
		await settle(page, seen);
		const there = await page.evaluate(inside.content);
		for (const key of Object.keys(here))
			if (here[key] !== there[key])
				seen.complaints.push(`${key}: ` +
					differ(here[key], there[key]));
		await page.close();
		return [...new Set(seen.complaints)];
	}
}

function differ(here, there) {
	const a = String(here);
	const b = String(there);
	let at = 0;
	while (a[at] === b[at])
		at++;
	return `"${b.slice(Math.max(0, at - 10), at + 60)}" instead of ` +
		`"${a.slice(Math.max(0, at - 10), at + 60)}"`;
}

/* Runs in the page before anything else. */
function observe() {
	window.observed = { shifts: [], violations: [] };
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries())
			window.observed.shifts.push(
				`${entry.value.toFixed(4)} at ` +
				`${Math.round(entry.startTime)} ms: ` +
				entry.sources.map(({ node }) => node?.tagName
					? `${node.tagName.toLowerCase()}.` +
						node.className
					: node?.parentElement?.tagName ?? "?")
					.join(", "));
	}).observe({ type: "layout-shift", buffered: true });
	document.addEventListener("securitypolicyviolation", (event) =>
		window.observed.violations.push(
			`${event.violatedDirective} bars ${event.blockedURI}`));
}

/* { complaints, responses, pending } of a page from now on. */
function watch(page, root) {
	const seen = { complaints: [], responses: [], pending: 0 };
	const complain = (text) => seen.complaints.push(text.slice(0, 300));
	page.on("console", (message) =>
		complain(`console: ${message.text()}`));
	page.on("pageerror", (error) => complain(`error: ${error.message}`));
	page.on("request", (request) => {
		seen.pending++;
		if (!request.url().startsWith(root))
			complain(`leaves the site: ${request.url()}`);
	});
	page.on("requestfailed", (request) => {
		seen.pending--;
		if (!/ERR_ABORTED/.test(request.failure()?.errorText))
			complain(`failed: ${request.url()}`);
	});
	page.on("requestfinished", () => { seen.pending--; });
	page.on("response", (response) => {
		seen.responses.push(response);
		if (response.status() >= 400)
			complain(`${response.status()}: ${response.url()}`);
	});
	return seen;
}

/* Until nothing is loaded and two frames were drawn. */
async function settle(page, seen) {
	for (let quiet = 0, i = 0; quiet < 2 && i < 100; i++) {
		await page.waitForTimeout(20);
		quiet = seen.pending <= 0 ? quiet + 1 : 0;
	}
	await page.evaluate(() => new Promise((resolve) =>
		requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

async function weigh(seen) {
	const raw = { html: 0, css: 0, js: 0, all: 0 };
	const packed = { html: 0, css: 0, js: 0, all: 0 };
	for (const response of seen.responses) {
		const kind = { document: "html", stylesheet: "css",
			script: "js" }[response.request().resourceType()];
		const body = await response.body();
		const type = response.headers()["content-type"] ?? "";
		const size = /html|css|javascript|svg|xml/.test(type)
			? zlib.gzipSync(body).length : body.length;
		for (const one of ["all", kind].filter(Boolean)) {
			raw[one] += body.length;
			packed[one] += size;
		}
	}
	const found = [];
	for (const [kind, [most, mostPacked]] of Object.entries(LIMITS)) {
		if (raw[kind] > most)
			found.push(`${kind}: ${raw[kind]} bytes, ${most} at most`);
		if (packed[kind] > mostPacked)
			found.push(`${kind}: ${packed[kind]} bytes gzipped, ` +
				`${mostPacked} at most`);
	}
	if (seen.responses.length > REQUESTS)
		found.push(`${seen.responses.length} requests: ` +
			seen.responses.map((one) => one.url().split("/").at(-1))
				.join(" "));
	return found;
}
