/*
 * What search costs at 350 and at 10,000 documents, beside Pagefind: time and
 * memory to index, bytes and files of the index, bytes that a reader's first
 * results take, and the time of a query in Chromium once all is loaded.
 */
import fs from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { spawnSync } from "node:child_process";
import { ROOT, listFiles } from "../lib/site.mjs";
import { makeRandom, recombine, writeGuide, writePages } from "./corpus.mjs";
import { PROGRAM, opasBuild } from "./opas.mjs";
import { pagefindIndex } from "./pagefind.mjs";
import { servePlain } from "./serve.mjs";

const SIZES = [350, 10000];
const LANGUAGE = "fi";
const FIRST = 5; /* results that make the first ones */
const KB = 1000;
/* Per size: bytes to first results, p95 of a query in milliseconds. */
const TARGETS = { 350: { first: 60 * KB, query: 5 },
	10000: { first: 90 * KB, query: 10 } };
const LARGEST = { bytes: 6.9e6, files: 300, seconds: 5, memory: 450,
	engine: 12 * 1024 };

const show = (bytes) => `${(bytes / KB).toFixed(1)} kB`;

function weigh(files) {
	let raw = 0, gzip = 0;
	for (const file of files) {
		const bytes = fs.readFileSync(file);
		raw += bytes.length;
		gzip += gzipSync(bytes).length;
	}
	return { count: files.length, raw, gzip };
}

const below = (folder) => listFiles(folder).map((name) =>
	path.join(folder, name));

/* Words of the documents, some cut as if typing had stopped there. */
function chooseQueries(documents, count) {
	const random = makeRandom(7);
	return Array.from({ length: count }, (_, i) => {
		const { text } = documents[random(documents.length)];
		const words = text.match(/\p{L}{4,}/gu);
		const word = words[random(words.length)];
		return i % 3 === 2 ? word.slice(0, 4) : word;
	});
}

function percentile(list, share) {
	const sorted = [...list].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1,
		Math.floor(sorted.length * share))];
}

const median = (list) => percentile(list, .5);

/* From the focus on, until the first results stand there. */
async function opasFirst(browser, server, query) {
	const context = await browser.newContext(
		{ viewport: { width: 1280, height: 900 } });
	const page = await context.newPage();
	await page.goto(`${server.address}${LANGUAGE}/index.html`);
	const field = page.locator("form.search:visible input").first();
	server.sent.length = 0;
	/* More results may be on their way when the first ones stand there. */
	await page.evaluate(() => new MutationObserver((all, observer) => {
		if (!document.querySelector("form.search [role=option]"))
			return;
		window.firstTime = Date.now();
		observer.disconnect();
	}).observe(document.body, { childList: true, subtree: true }));
	await field.focus();
	await page.keyboard.insertText(query);
	await page.waitForFunction(() => window.firstTime, null,
		{ timeout: 20000 });
	const time = await page.evaluate(() => window.firstTime);
	const before = server.sent.filter((one) => one.time <= time &&
		!/favicon/.test(one.path));
	await context.close();
	return { bytes: before.reduce((sum, one) => sum + one.bytes, 0),
		count: before.length };
}

async function pagefindFirst(browser, server, query) {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(`${server.address}index.html`);
	server.sent.length = 0;
	await page.evaluate(async ([text, first]) => {
		const pagefind = await import("/pagefind/pagefind.js");
		const { results } = await pagefind.search(text);
		await Promise.all(results.slice(0, first)
			.map((result) => result.data()));
	}, [query, FIRST]);
	const bytes = server.sent.reduce((sum, one) => sum + one.bytes, 0);
	const count = server.sent.length;
	await context.close();
	return { bytes, count };
}

/* Runs in the page: opens the index and asks each query twice; the second
 * time is what counts, with all files there. */
async function timeInPage({ index, engine, queries }) {
	const files = {};
	window.opasFile = (hash, text) => { files[hash] = text; };
	const load = async (address) => {
		await new Promise((done, failed) => {
			const element = document.createElement("script");
			element.onload = done;
			element.onerror = failed;
			element.src = address;
			document.head.append(element);
		});
		const text = files[/([^./]+)\.js$/.exec(address)[1]];
		const packed = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
		return new Uint8Array(await new Response(new Blob([packed]).stream()
			.pipeThrough(new DecompressionStream("deflate-raw")))
			.arrayBuffer());
	};
	const { instance } = await WebAssembly.instantiate(await load(engine));
	const f = instance.exports;
	const put = (bytes) => {
		const at = f.opas_allocate(bytes.length);
		new Uint8Array(f.memory.buffer, at, bytes.length).set(bytes);
		return at;
	};
	const first = await load(index);
	const opened = f.opas_open(put(first), first.length);
	const times = [];
	const room = f.opas_allocate(1000);
	const ask = (bytes) => {
		new Uint8Array(f.memory.buffer, room, bytes.length).set(bytes);
		return f.opas_search(opened, room, bytes.length, 1, 0);
	};
	for (const query of queries) {
		const bytes = new TextEncoder().encode(query);
		while (ask(bytes) === 1) {
			const needs = [...new Uint32Array(f.memory.buffer,
				f.opas_needs(opened), f.opas_need_count(opened))];
			for (const file of needs) {
				const name = new TextDecoder().decode(new Uint8Array(
					f.memory.buffer, f.opas_file_name(opened, file),
					10));
				const data = await load(index.replace(/[^/]*$/,
					`${file}.${name}.js`));
				f.opas_give(opened, file, put(data), data.length);
			}
		}
		const begin = performance.now();
		for (let i = 0; i < 5; i++)
			ask(bytes);
		times.push((performance.now() - begin) / 5);
	}
	return times;
}

async function timePagefind(browser, server, queries) {
	const page = await browser.newPage();
	await page.goto(`${server.address}index.html`);
	const times = await page.evaluate(async (texts) => {
		const pagefind = await import("/pagefind/pagefind.js");
		const found = [];
		for (const text of texts) {
			await pagefind.search(text);
			const begin = performance.now();
			await pagefind.search(text);
			found.push(performance.now() - begin);
		}
		return found;
	}, queries);
	await page.close();
	return times;
}

/* Milliseconds a query, of a batch in one process. */
function timeNative(folder, queries) {
	const input = queries.map((query) => `${JSON.stringify(
		{ lang: LANGUAGE, query })}\n`).join("");
	const run = (text) => {
		const begin = process.hrtime.bigint();
		spawnSync(PROGRAM, ["search", "--batch", "--limit", "10",
			"--root", folder], { input: text, maxBuffer: 1 << 30 });
		return Number(process.hrtime.bigint() - begin) / 1e6;
	};
	const once = run(input);
	return (run(input.repeat(5)) - once) / (queries.length * 4);
}

async function measureOpas(browser, folder, documents, queries, size) {
	const site = path.join(folder, "site");
	writeGuide(folder, LANGUAGE, documents, "search: false\n");
	const without = opasBuild(folder);
	writeGuide(folder, LANGUAGE, documents);
	const built = opasBuild(folder);
	const index = weigh(below(path.join(site, LANGUAGE, "search")));
	const server = await servePlain(site);
	const firsts = [];
	for (const query of queries.slice(0, 12))
		firsts.push(await opasFirst(browser, server, query));
	const page = await browser.newPage();
	/* A page without the site's policy, which bars our scripts. */
	fs.writeFileSync(path.join(site, "bare.html"), "<!DOCTYPE html>\n");
	await page.goto(`${server.address}bare.html`);
	const names = listFiles(site);
	const times = await page.evaluate(timeInPage, { queries,
		index: `/${names.find((name) => name.startsWith(
			`${LANGUAGE}/search/index.`))}`,
		engine: `/${names.find((name) =>
			name.startsWith("assets/engine."))}` });
	await page.close();
	server.close();
	return { built, without, index, times, native: timeNative(folder, queries),
		first: median(firsts.map((one) => one.bytes)),
		most: Math.max(...firsts.map((one) => one.bytes)),
		requests: median(firsts.map((one) => one.count)), size };
}

async function measurePagefind(browser, folder, documents, queries) {
	writePages(folder, LANGUAGE, documents);
	const built = pagefindIndex(folder);
	const index = weigh(below(path.join(folder, "pagefind")));
	const server = await servePlain(folder);
	const firsts = [];
	for (const query of queries.slice(0, 12))
		firsts.push(await pagefindFirst(browser, server, query));
	const times = await timePagefind(browser, server, queries);
	server.close();
	return { built, index, times,
		first: median(firsts.map((one) => one.bytes)),
		most: Math.max(...firsts.map((one) => one.bytes)),
		requests: median(firsts.map((one) => one.count)) };
}

function print(name, one) {
	console.log(`${name.padEnd(9)} index ${show(one.index.raw)} raw, ${
		show(one.index.gzip)} gzip, ${one.index.count} files; ` +
		`built in ${one.built.seconds.toFixed(2)} s, ${
			one.built.memory.toFixed(0)} MB${one.without ? ` (without search ${
			one.without.seconds.toFixed(2)} s)` : ""}`);
	console.log(`${"".padEnd(9)} first results: ${show(one.first)} (at most ${
		show(one.most)}) in ${one.requests} requests; warm query ` +
		`p50 ${median(one.times).toFixed(2)}, p95 ${
			percentile(one.times, .95).toFixed(2)} ms${one.native
			? `, native mean ${one.native.toFixed(2)} ms` : ""}`);
}

export async function measureCost(scratch, browser) {
	const engine = gzipSync(fs.readFileSync(
		path.join(ROOT, "build/engine.wasm")), { level: 9 }).length;
	const faults = [];
	const hold = (claim, value, most) => value <= most ||
		faults.push(`${claim}: ${value}, not at most ${most}`);
	console.log(`engine: ${engine} bytes gzip`);
	hold("engine", engine, LARGEST.engine);
	for (const size of SIZES) {
		const documents = recombine(LANGUAGE, size);
		const queries = chooseQueries(documents, 200);
		console.log(`\n${size} documents`);
		const ours = await measureOpas(browser, path.join(scratch, "cost"),
			documents, queries, size);
		print("opas", ours);
		print("Pagefind", await measurePagefind(browser,
			path.join(scratch, "pages"), documents, queries));
		hold(`${size}: first results`, ours.first, TARGETS[size].first);
		hold(`${size}: p95 of a query`, percentile(ours.times, .95),
			TARGETS[size].query);
		hold(`${size}: files`, ours.index.count, LARGEST.files);
		hold(`${size}: bytes`, ours.index.raw, LARGEST.bytes);
		hold(`${size}: seconds`, ours.built.seconds, LARGEST.seconds);
		hold(`${size}: MB`, ours.built.memory, LARGEST.memory);
	}
	for (const fault of faults)
		console.log(`not held: ${fault}`);
	return faults.length;
}
