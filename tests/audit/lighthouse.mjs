/*
 * What Lighthouse says of pages on a phone with a slow network.
 */
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { openChromium } from "../lib/chromium.mjs";
import { ROOT } from "../lib/site.mjs";
import { missing } from "../lib/tally.mjs";

const PROGRAM = path.join(ROOT,
	"tests/audit/node_modules/lighthouse/core/index.js");
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
/* Speed is measured; a machine that is busy meanwhile is asked again. */
const TRIALS = 3;

async function measure(lighthouse, port, address) {
	const { lhr } = await lighthouse(address, { port, output: "json",
		logLevel: "silent", onlyCategories: CATEGORIES });
	const faults = CATEGORIES.flatMap((name) =>
		lhr.categories[name].auditRefs.filter(({ id, weight }) =>
			weight > 0 && lhr.audits[id].score !== null &&
			lhr.audits[id].score < 1)
			.map(({ id }) => `${name}: ${id} ` +
				(lhr.audits[id].displayValue ?? "")));
	return { scores: CATEGORIES.map((name) =>
		Math.round(lhr.categories[name].score * 100)), faults };
}

export async function testLighthouse(server, names, port, tally) {
	if (!fs.existsSync(PROGRAM))
		missing("audit", "Lighthouse is not there; run 'make audit', " +
			"or 'npm ci' in tests/audit/");
	const { default: lighthouse } = await import(pathToFileURL(PROGRAM));
	const browser = await openChromium("audit",
		[`--remote-debugging-port=${port}`]);
	for (const name of names) {
		let best = { scores: [0], faults: [] };
		for (let i = 0; i < TRIALS &&
			!best.scores.every((score) => score === 100); i++)
			best = await measure(lighthouse, port,
				server.address + encodeURI(name))
				.catch(({ message }) =>
					({ scores: [0], faults: [message] }));
		tally.check(best.scores.every((score) => score === 100),
			`${name}: 100 for ${CATEGORIES.join(", ")}`,
			`${best.scores.join(", ")}\n${best.faults.join("\n")}`);
	}
	await browser.close();
}
