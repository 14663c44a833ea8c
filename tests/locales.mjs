/*
 * Catalogs of the articles through the life of their sources: refreshed,
 * edited, reflowed, moved about, and read by gettext's own programs.
 * usage: node tests/locales.mjs [--program build/opas]
 */
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { NEGATIONS, articlesOf, catalogsOf, copyGuide, fillAll, parts,
	proseLines, read, write } from "./lib/corpus.mjs";
import { readPo } from "./lib/po.mjs";
import { copyTree, newFolder, run } from "./lib/run.mjs";
import { ROOT } from "./lib/site.mjs";
import { Tally } from "./lib/tally.mjs";

const { values: options } = parseArgs({
	options: { program: { type: "string", default: "build/opas" } },
});
const program = path.resolve(ROOT, options.program);
const tally = new Tally("locales");

function opas(folder, ...words) {
	const done = run(program, [...words, "--root", "."], { cwd: folder });
	tally.check(done.status === 0, `opas ${words.join(" ")}`, done.output);
	return done.output;
}

function update(folder) {
	tally.equal(opas(folder, "locale", "update"), "",
		"update has nothing to say");
}

/* { "x/ko": { translated, stale, missing } } */
function statusOf(folder) {
	const rows = JSON.parse(opas(folder, "locale", "status", "--json",
		"--quiet", "--date", "2026-11-22"));
	return Object.fromEntries(rows
		.filter(({ origin, component }) => origin === "catalog" &&
			!["ui", "guide"].includes(component))
		.map(({ component, locale, messages }) =>
			[`${component}/${locale}`, messages]));
}

function catalogs(folder) {
	return Object.fromEntries(catalogsOf(folder).map((name) =>
		[name, read(folder, `locales/${name}`)]));
}

/* Lines that differ, as diff counts them. */
function changedLines(before, after, folder) {
	write(folder, "a", before);
	write(folder, "b", after);
	return run("diff", ["a", "b"], { cwd: folder }).output.split("\n")
		.filter((line) => /^[<>]/.test(line)).length;
}

function begin() {
	const folder = copyGuide("locales");
	update(folder);
	fillAll(folder);
	update(folder);
	return folder;
}

function copy(folder) {
	const to = newFolder("locales");
	copyTree(folder, to);
	return to;
}

/* What gettext's programs make of every catalog: nothing. */
function checkRoundTrips(folder) {
	const flags = ["--no-wrap", "--add-location=file"];
	for (const name of catalogsOf(folder)) {
		const po = path.join(folder, "locales", name);
		const id = path.dirname(name);
		const pot = path.join(folder, "locales", id, `${id}.pot`);
		const text = fs.readFileSync(po, "utf8");
		tally.equal(run("msgfmt", ["-c", "-o", "/dev/null", po]).output,
			"", `msgfmt has nothing to say of ${name}`);
		for (const args of [["msgcat", ...flags, po],
			["msgattrib", ...flags, po],
			["msgmerge", "-q", "-N", "--previous", ...flags, po,
				pot]])
			tally.check(run(args[0], args.slice(1)).output === text,
				`${args[0]} leaves ${name} as it is`);
	}
}

function checkRefresh(folder) {
	const before = catalogs(folder);
	update(folder);
	tally.equal(catalogs(folder), before, "nothing new changes nothing");
	for (const name of catalogsOf(folder)) {
		const po = path.join(folder, "locales", name);
		run("msgcat", ["--width=60", "-o", po, po]);
	}
	tally.check(catalogs(folder)["seven-habits/fi.po"] !==
		before["seven-habits/fi.po"], "an editor wraps lines");
	update(folder);
	tally.equal(catalogs(folder), before,
		"lines that an editor wrapped are as they were");
	for (const [name, counts] of Object.entries(statusOf(folder))) {
		const entries = readPo(before[`${name}.po`]
			.replace(/^#~.*\n/gm, ""));
		tally.equal(counts, { translated: entries.length, stale: 0,
			missing: 0 }, `status counts ${name} as the PO does`);
	}
}

/* One word of one paragraph, in each article, and back again. */
function checkOneWord(original) {
	const folder = copy(original);
	const before = catalogs(folder);
	for (let round = 0; round < 3; round++) {
		const sources = {};
		for (const name of articlesOf(folder)) {
			const source = read(folder, `content/${name}`);
			const { front, lines } = parts(source);
			const prose = proseLines(lines);
			const at = prose[(round * 7 + 3) % prose.length];
			const words = lines[at].split(" ");
			words[2] = "xyzzy";
			lines[at] = words.join(" ");
			sources[name] = source;
			write(folder, `content/${name}`,
				front + lines.join("\n"));
		}
		update(folder);
		/* The pivot follows its source. */
		for (const [name, counts] of Object.entries(statusOf(folder))) {
			tally.equal([counts.stale, counts.missing], [1, 0],
				`one word makes one message of ${name} stale`);
			const changed = changedLines(before[`${name}.po`],
				read(folder, `locales/${name}.po`), folder);
			tally.check(changed < 12,
				`one word changes few lines of ${name}`,
				`${changed}`);
		}
		for (const [name, source] of Object.entries(sources))
			write(folder, `content/${name}`, source);
		update(folder);
		tally.equal(catalogs(folder), before,
			"a change that is taken back leaves nothing");
	}
}

/* Breaks a line at blanks where nothing that begins a block would follow. */
function wrap(line) {
	let out = "";
	let column = 0;
	for (const word of line.split(" ")) {
		const breaks = column > 40 && /^[\p{L}"“”«(]/u.test(word);
		out += out === "" ? word : (breaks ? "\n" : " ") + word;
		column = breaks ? word.length : column + word.length + 1;
	}
	return out;
}

const REFORMS = {
	rewrapped: ({ front, lines }) => {
		const prose = new Set(proseLines(lines));
		return front + lines.map((line, index) => prose.has(index)
			? wrap(line) : line).join("\n");
	},
	reformatted: ({ front, lines }) => front + lines.map((line) => line
		.replace(/^- (?!\[[ x]\])/, "* ")
		.replace(/^(\d)\. /, (whole, n) => `${Number(n) + 4}. `)
		.replace(/(?<![\p{L}*\\])\*(?! |\*)([^*]+?)(?<! )\*(?![\p{L}*])/gu,
			"_$1_")
		.replace(/\*\*(?! )([^*]+?)\*\*(?=[\s.,]|$)/gu, "__$1__"))
		.join("\n"),
	moved: ({ front, lines }) => {
		const sections = lines.join("\n").split(/^(?=## )/m);
		const last = sections.at(-1).split(/^(?=\[\^)/m);
		const notes = last.slice(1).join("");
		const body = [...sections.slice(1, -1), `${last[0]}\n`].reverse();
		return `${front}${sections[0]}${body.join("\n")}\n${notes}`;
	},
};

function checkReforms(original) {
	const wanted = statusOf(original);
	for (const [what, reform] of Object.entries(REFORMS)) {
		const folder = copy(original);
		let changed = 0;
		for (const name of articlesOf(folder)) {
			const source = read(folder, `content/${name}`);
			const text = reform(parts(source));
			changed += text !== source ? 1 : 0;
			write(folder, `content/${name}`, text);
		}
		tally.check(changed >= 3, `sources are ${what}`);
		update(folder);
		tally.equal(statusOf(folder), wanted,
			`nothing is lost where sources are ${what}`);
	}
}

/* Only the headings themselves change. */
function checkHeadings(original) {
	const folder = copy(original);
	const renamed = {};
	for (const name of articlesOf(folder)) {
		const source = read(folder, `content/${name}`);
		const id = path.basename(name, ".md");
		renamed[id] = 0;
		write(folder, `content/${name}`, source.replace(
			/^(##+ )(.*)( \{#)/gm, (whole, marks, title, rest) => {
				renamed[id]++;
				return `${marks}${title} qux${rest}`;
			}));
	}
	update(folder);
	for (const [name, counts] of Object.entries(statusOf(folder)))
		tally.equal(counts.stale + counts.missing,
			renamed[path.dirname(name)],
			`renamed headings change nothing else of ${name}`);
}

/* The other way round: a number, or a negation where there was none. */
function flip(line, locale) {
	if (/\d/.test(line) && !/\[/.test(line))
		return line.replace(/\d/, (n) => String((Number(n) + 1) % 10));
	const words = line.split(" ");
	words.splice(1, 0, NEGATIONS[locale]);
	return words.join(" ");
}

/* Two hundred of them, twenty at most at a time.  Whatever is done with the catalogs,
 * no old translation counts as one of the new text. */
function checkFlips(original) {
	const total = statusOf(original);
	const names = articlesOf(original);
	let flips = 0;
	for (let round = 0; round < 11; round++) {
		const folder = copy(original);
		const flipped = {};
		for (const name of names) {
			const { front, lines } = parts(
				read(folder, `content/${name}`));
			const prose = proseLines(lines);
			const chosen = new Set([0, 1, 2, 3].map((i) =>
				prose[(round * 4 + i * (1 + round % 3)) %
					prose.length]));
			for (const at of chosen)
				lines[at] = flip(lines[at], name.split("/")[0]);
			write(folder, `content/${name}`,
				front + lines.join("\n"));
			flipped[path.basename(name, ".md")] = chosen.size;
			flips += chosen.size;
		}
		const check = (when) => {
			for (const [name, counts] of
				Object.entries(statusOf(folder)))
				tally.equal(counts.translated,
					total[name].translated -
						flipped[path.dirname(name)],
					`flips are not valid in ${name} ${when}`);
		};
		check("before an update");
		if (round % 2 === 0) {
			update(folder);
			check("after an update");
			continue;
		}
		/* Templates as new, catalogs merged by gettext's guess. */
		const now = copy(folder);
		update(now);
		for (const name of catalogsOf(folder)) {
			const id = path.dirname(name);
			tally.equal(run("msgmerge", ["-q", "-U", "--backup=off",
				"--previous", path.join(folder, "locales", name),
				path.join(now, "locales", id, `${id}.pot`)])
				.output, "", `msgmerge takes ${name}`);
		}
		check("after msgmerge's guess");
	}
	tally.check(flips >= 200, "there are two hundred flips", `${flips}`);
}

/* The checks that are only warnings find nothing in what we ship. */
function checkClean() {
	const { status, output } = run(program, ["check"], { cwd: ROOT });
	tally.equal(status, 0, "the guide has no errors");
	tally.equal(output.split("\n").filter((line) =>
		/^locales\/(ui|guide)\/.*\[po-/.test(line)), [],
	"no check complains of the interface or the guide's own texts");
}

const guide = begin();
checkClean();
checkRoundTrips(guide);
checkRefresh(guide);
checkOneWord(guide);
checkReforms(guide);
checkHeadings(guide);
checkFlips(guide);
tally.finish();
