/*
 * Pagefind over plain pages: made by its program, asked in Chromium.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { ROOT } from "../lib/site.mjs";
import { servePlain } from "./serve.mjs";

const PROGRAM = path.join(ROOT, "build/peer/node_modules/.bin/pagefind");

export function pagefindIndex(folder) {
	const begin = process.hrtime.bigint();
	const result = spawnSync("/usr/bin/time",
		["-f", "%M", PROGRAM, "--site", folder], { encoding: "utf8" });
	if (result.status !== 0)
		throw new Error(`pagefind: ${result.stderr}`);
	return { seconds: Number(process.hrtime.bigint() - begin) / 1e9,
		memory: Number(result.stderr.trim().split("\n").at(-1)) / 1024 };
}

/* The ids of documents, best first, for each query. */
export async function pagefindAnswers(browser, folder, queries) {
	const server = await servePlain(folder);
	const page = await browser.newPage();
	try {
		await page.goto(`${server.address}index.html`);
		return await page.evaluate(async (texts) => {
			const pagefind = await import("/pagefind/pagefind.js");
			const urls = new Map();
			const answers = [];
			await pagefind.init();
			for (const text of texts) {
				const { results } = await pagefind.search(text);
				const ids = [];
				for (const result of results) {
					if (!urls.has(result.id))
						urls.set(result.id, (await result.data()).url);
					ids.push(urls.get(result.id)
						.replace(/^.*\/|\.html$/g, ""));
				}
				answers.push(ids);
			}
			return answers;
		}, queries.map(({ query }) => query));
	} finally {
		await page.close();
		server.close();
	}
}
