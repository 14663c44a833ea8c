/*
 * The golden queries: what readers find in a small guide in five languages,
 * the same natively, in Chromium and in Firefox, from the disk and from a
 * server that sends the policy.  UPDATE=1 writes the hits that are found
 * into the file of queries, for reading the difference.
 * usage: node tests/golden.mjs [--program build/opas]
 */
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { spawnSync } from "node:child_process";
import { openChromium } from "./lib/chromium.mjs";
import { openFirefox } from "./lib/firefox.mjs";
import { addressOf, ask, inGroups, toldOf } from "./lib/results.mjs";
import { ENVIRONMENT, newFolder, run } from "./lib/run.mjs";
import { serve } from "./lib/server.mjs";
import { ROOT, openSite, readSettings } from "./lib/site.mjs";
import { Tally, missing } from "./lib/tally.mjs";

const { values: options } = parseArgs({
	options: { program: { type: "string", default: "build/opas" } },
});
const program = path.resolve(ROOT, options.program);
const GUIDE = path.join(ROOT, "tests/search/guide");
const QUERIES = path.join(ROOT, "tests/search/golden.jsonl");
/* As many as the page of results shows at first. */
const LIMIT = 20;
/* Fewer than so many queries of a language say little of it. */
const LEAST = 12;
const tally = new Tally("golden");

function build(guide) {
	const output = newFolder("golden-site");
	const { status, output: said } = run(program, ["build", "--quiet",
		"--root", guide, "--output", output]);
	if (status !== 0)
		missing("golden", `the guide is not built\n${said}`);
	return openSite(output);
}

/* The answer to each query, as the program gives it. */
function searchNatively(site, queries, limit = LIMIT) {
	const { stdout, stderr, status } = spawnSync(program, ["search",
		"--batch", "--limit", String(limit), "--output", site.folder], {
		env: ENVIRONMENT, encoding: "utf8", maxBuffer: 1 << 26,
		input: queries.map(({ lang, query }) =>
			`${JSON.stringify({ lang, query })}\n`).join("") });
	const answers = stdout.split("\n").filter(Boolean).map((line) =>
		JSON.parse(line));
	if (status !== 0 || answers.length !== queries.length ||
		!answers.every(Array.isArray))
		missing("golden", `the program does not answer\n${stderr}` +
			JSON.stringify(answers.find((one) => one.error)));
	return answers;
}

/* What the file of queries says of a hit. */
function essence({ id, principle, anchor, match }) {
	return { ...principle ? { principle } : { id }, ...anchor ? { anchor }
		: {}, match };
}

/* The hits of a query as they should be.  In the file those of a list within
 * the list are equally good: they stand as they are found. */
function wantedOf(hits, found) {
	const places = new Map(found.map((hit, i) =>
		[JSON.stringify(essence(hit)), i]));
	const place = (hit) => places.get(JSON.stringify(hit)) ?? Infinity;
	return hits.flatMap((one) => Array.isArray(one)
		? [...one].sort((a, b) => place(a) < place(b) ? -1 : 1) : one);
}

function nameOf({ lang, query, why }) {
	return `${lang} “${query}” (${why})`;
}

/* A result leads to a page that is there, and to a place on it. */
function checkPlace(site, lang, hit, claim) {
	const [name, anchor] = hit.url.split("#");
	const page = site.pages.get(name);
	tally.check(page && (!anchor || [...page.elements()].some((one) =>
		one.get("id") === anchor)), `${claim}: ${hit.url} is there`);
	tally.equal([hit.url, hit.lang], [addressOf(lang, hit), lang],
		`${claim}: the address says what the hit says`);
}

/* No language has an empty index: each section is found by its heading. */
function checkSections(site) {
	for (const lang of readSettings(GUIDE).locales) {
		const folder = path.join(GUIDE, "content", lang);
		const queries = [];
		for (const name of fs.readdirSync(folder)) {
			const text = fs.readFileSync(path.join(folder, name),
				"utf8");
			const id = name.replace(/\.md$/, "");
			queries.push({ lang, id, query:
				/^title: (.+)$/m.exec(text)[1] });
			for (const [, query, anchor] of text.matchAll(
				/^## (.+?) \{#([a-z]+).*\}$/gm))
				queries.push({ lang, id, anchor, query });
		}
		tally.check(queries.length >= LEAST, `${lang}: has sections`);
		searchNatively(site, queries).forEach((hits, i) => {
			const { id, anchor, query } = queries[i];
			tally.check(hits.some((hit) => hit.id === id &&
				(hit.anchor || undefined) === anchor),
			`${lang}: “${query}” finds its section`);
			for (const hit of hits)
				checkPlace(site, lang, hit, query);
		});
	}
}

function checkNatively(site, queries, answers) {
	answers.forEach((hits, i) => {
		const query = queries[i];
		const name = `natively: ${nameOf(query)}`;
		tally.equal(hits.map(essence), query.hits, name);
		hits.forEach((hit) => checkPlace(site, query.lang, hit, name));
		tally.check(hits.every((hit, at) => at === 0 ||
			hits[at - 1].score >= hit.score),
		`${name}: best first`);
	});
	for (const lang of readSettings(GUIDE).locales) {
		const own = queries.filter((one) => one.lang === lang);
		tally.check(own.length >= LEAST && own.some(({ hits }) =>
			hits.length === 0), `${lang}: has queries`);
	}
	const kinds = new Set(queries.map(({ lang, query }) =>
		`${lang} ${query}`));
	tally.equal(kinds.size, queries.length, "no query is there twice");
}

/* A page that complains of nothing, and loads nothing of other sites. */
function listen(page, root, complaints) {
	page.on("console", (message) =>
		complaints.push(`console: ${message.text()}`));
	page.on("pageerror", (error) =>
		complaints.push(`error: ${error.message}`));
	page.on("request", (request) => request.url().startsWith(root) ||
		complaints.push(`leaves the site: ${request.url()}`));
}

/* Asks all queries in one browser. */
async function checkInBrowser(name, browser, root, queries) {
	const complaints = [];
	const page = await browser.newPage();
	listen(page, root, complaints);
	try {
		for (const query of queries)
			checkPage(`${name}: ${nameOf(query)}`, query,
				await ask(page, root, query));
	} catch (error) {
		tally.fail(`${name}: comes to its end`, error.message);
	}
	tally.equal(complaints, [], `${name}: nothing to complain of`);
	await page.close();
}

function checkPage(name, { lang, hits, total = hits.length }, found) {
	if (!tally.check(!found.late, `${name}: shows results`, found.late))
		return;
	tally.equal(found.addresses, inGroups(hits).map((hit) =>
		addressOf(lang, hit)), name);
	const may = toldOf(lang, hits, found.marks);
	tally.equal(found.told, may.find(([sentence]) =>
		sentence === found.told[0]) ?? may[0], `${name}: is honest`);
	if (total > 0)
		tally.check(found.heading.includes(
			new Intl.NumberFormat(lang).format(total)),
		`${name}: tells how many`, found.heading);
}

/* Queries of an index that has many files, with what the program finds. */
function askLarge() {
	const guide = newFolder("golden-guide");
	const written = run("node", [path.join(ROOT, "tests/generate.mjs"),
		"30", guide]);
	if (written.status !== 0)
		missing("golden", written.output);
	const site = build(guide);
	const queries = [["tr", "müşteriyi dinlemek"], ["fi", "asiakkaille"],
		["ko", "고객 서비스"], ["fa", "گوش دادن"],
		["sr", "slušajte ljude"]].map(([lang, query]) =>
		({ lang, query, why: "many files" }));
	searchNatively(site, queries, 0).forEach((hits, i) => {
		queries[i].total = hits.length;
		queries[i].hits = hits.slice(0, LIMIT);
		tally.check(hits.length > LIMIT,
			`many files: much is found for ${queries[i].query}`);
		tally.check(site.files.filter((file) => file.startsWith(
			`${queries[i].lang}/search/`)).length > 3,
		`many files: ${queries[i].lang} has them`);
	});
	return { site, queries };
}

/* As for readers, one file from the disk must not read another. */
async function checkOrigins(browser) {
	const folder = newFolder("golden-origins");
	for (const name of ["a.html", "b.html"])
		fs.writeFileSync(path.join(folder, name),
			"<!DOCTYPE html><title>Origins</title>");
	const page = await browser.newPage();
	await page.goto(pathToFileURL(path.join(folder, "a.html")).href);
	tally.equal(await page.evaluate(() => fetch("b.html").then(
		() => "read", () => "refused")), "refused",
	"Firefox: files from the disk have no common origin");
	await page.close();
}

async function checkChromium(small, large, queries) {
	const browser = await openChromium("golden");
	const server = await serve(small.folder);
	await Promise.all([
		checkInBrowser("Chromium, file", browser,
			`${pathToFileURL(small.folder)}/`, queries),
		checkInBrowser("Chromium, http", browser, server.address,
			queries),
		checkInBrowser("Chromium, many files", browser,
			`${pathToFileURL(large.site.folder)}/`, large.queries),
	]);
	await browser.close();
	server.close();
}

async function checkFirefox(small, large, queries) {
	const browser = await openFirefox("golden");
	await checkOrigins(browser);
	await checkInBrowser("Firefox, file", browser,
		`${pathToFileURL(small.folder)}/`, queries);
	await checkInBrowser("Firefox, many files", browser,
		`${pathToFileURL(large.site.folder)}/`, large.queries);
	await browser.close();
}

/* Writes what is found where it is not what should be found. */
function update(queries, answers) {
	const lines = queries.map((query, i) => {
		const found = answers[i].map(essence);
		const isSame = JSON.stringify(found) ===
			JSON.stringify(wantedOf(query.hits, found));
		return JSON.stringify(isSame ? query
			: { ...query, hits: found });
	});
	fs.writeFileSync(QUERIES, `${lines.join("\n")}\n`);
}

function readQueries() {
	return fs.readFileSync(QUERIES, "utf8").split("\n").filter(Boolean)
		.map((line) => JSON.parse(line));
}

const small = build(GUIDE);
const answers = searchNatively(small, readQueries());
if (process.env.UPDATE === "1")
	update(readQueries(), answers);
const queries = readQueries().map((query, i) =>
	({ ...query, hits: wantedOf(query.hits, answers[i]) }));
checkSections(small);
checkNatively(small, queries, answers);
const large = askLarge();
await Promise.all([checkChromium(small, large, queries),
	checkFirefox(small, large, queries)]);
tally.finish();
