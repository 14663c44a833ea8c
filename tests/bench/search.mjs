/**
 * How good search is and what it costs, beside Pagefind in the same run.
 * usage: node tests/bench/search.mjs [--quality] [--cost] [--no-pagefind]
 *        [--keep FILE] [LANG...]
 * Without --quality or --cost both.  --keep keeps Pagefind's scores in FILE
 * and takes them from there when it exists: for those who tune.
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { openChromium } from "../lib/chromium.mjs";
import { LANGUAGES, QUERY_SETS, SETS, readDocuments, readQueries, writeGuide,
	writePages } from "./corpus.mjs";
import { opasAnswers, opasBuild } from "./opas.mjs";
import { pagefindAnswers, pagefindIndex } from "./pagefind.mjs";
import { MEASURES, meanOf, scoreAll } from "./score.mjs";

/* How far ahead of Pagefind a language's mean nDCG@10 must be. */
const LEADS = { "tr": .24, "fi": .16, "ko": .35, "fa": .28, "sr-Latn": .18,
	"sr-Cyrl": .24 };
const PRECISION = .78;

const { values: options, positionals } = parseArgs({ allowPositionals: true,
	options: { "quality": { type: "boolean" }, "cost": { type: "boolean" },
		"no-pagefind": { type: "boolean" }, "keep": { type: "string" } } });
const languages = positionals.length > 0 ? positionals : LANGUAGES;
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "opas-bench-"));

const figure = (value) => value.toFixed(2).replace(/^0/, "");
let browser = null;
const chromium = async () => browser ??= await openChromium("bench");

async function peerScores(language, documents, queries) {
	const kept = options.keep && fs.existsSync(options.keep)
		? JSON.parse(fs.readFileSync(options.keep, "utf8")) : {};
	if (!kept[language]) {
		const folder = path.join(scratch, "pages");
		writePages(folder, language, documents);
		pagefindIndex(folder);
		kept[language] = Object.fromEntries(scoreAll(queries,
			await pagefindAnswers(await chromium(), folder, queries)));
		if (options.keep)
			fs.writeFileSync(options.keep, JSON.stringify(kept));
	}
	return new Map(Object.entries(kept[language]));
}

function printScores(language, name, scores) {
	for (const set of QUERY_SETS)
		console.log(`${language.padEnd(8)} ${name.padEnd(9)} ${set}    ` +
			MEASURES.map((measure) => figure(scores.get(set)[measure])
				.padStart(5)).join("  "));
	console.log(`${language.padEnd(8)} ${name.padEnd(9)} mean  ` +
		MEASURES.map((measure) => figure(meanOf(scores, measure))
			.padStart(5)).join("  "));
}

/* What does not hold, as sentences. */
function judge(language, ours, theirs) {
	const faults = [];
	const lead = meanOf(ours, "ndcg") - meanOf(theirs, "ndcg");
	const precision = meanOf(ours, "precision", QUERY_SETS.slice(0, 4));
	for (const set of QUERY_SETS)
		for (const measure of ["ndcg", "success"])
			if (ours.get(set)[measure] <= theirs.get(set)[measure] &&
				theirs.get(set)[measure] < 1)
				faults.push(`${set}: ${measure} is not above Pagefind's`);
	if (lead < LEADS[language])
		faults.push(`lead of ${figure(lead)}, not ${
			figure(LEADS[language])}`);
	if (precision < PRECISION)
		faults.push(`precision in Q1-Q4 ${figure(precision)}, not ${
			figure(PRECISION)}`);
	console.log(`${language}: lead ${figure(lead)} (at least ${
		figure(LEADS[language])}), precision in Q1-Q4 ${
		figure(precision)}; ${faults.length === 0 ? "holds"
		: faults.join("; ")}\n`);
	return faults.length;
}

async function measureQuality() {
	let faults = 0;
	console.log(`lang     engine    set   ${MEASURES.map((name) =>
		name.slice(0, 5).padStart(5)).join("  ")}`);
	for (const language of languages) {
		const documents = readDocuments(language);
		const queries = readQueries(language);
		const folder = path.join(scratch, "guide");
		writeGuide(folder, language, documents);
		opasBuild(folder);
		const ours = scoreAll(queries,
			opasAnswers(folder, language, queries).map((results) =>
				results.filter(({ id }) => id).map(({ id }) => id)));
		printScores(language, "opas", ours);
		if (options["no-pagefind"])
			continue;
		const theirs = await peerScores(language, documents, queries);
		printScores(language, "Pagefind", theirs);
		faults += judge(language, ours, theirs);
	}
	return faults;
}

let faults = 0;
if (!fs.existsSync(SETS)) {
	console.log(`bench-search: skipped, the development sets are not there ` +
		`(${SETS}; set OPAS_SEARCH_DEV)`);
	process.exit(0);
}
try {
	if (options.quality || !options.cost)
		faults += await measureQuality();
	if (options.cost || !options.quality) {
		const { measureCost } = await import("./cost.mjs");
		faults += await measureCost(scratch, await chromium(), languages);
	}
} finally {
	await browser?.close();
	fs.rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = faults > 0 ? 1 : 0;
