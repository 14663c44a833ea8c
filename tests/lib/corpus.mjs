/*
 * A copy of the guide whose articles are translated throughout, by a machine
 * that knows no language, and ways to change its sources.
 */
import fs from "node:fs";
import path from "node:path";
import { copyTree, newFolder } from "./run.mjs";
import { ROOT, listFiles } from "./site.mjs";

export const NEGATIONS = { fi: "ei", tr: "asla", ko: "절대", fa: "هرگز",
	sr: "никада", en: "never" };

/* The guide without translations of its articles. */
export function copyGuide(name) {
	const folder = newFolder(name);
	for (const part of ["content", "locales"])
		copyTree(path.join(ROOT, part), path.join(folder, part));
	for (const entry of fs.readdirSync(path.join(folder, "locales")))
		if (fs.existsSync(path.join(folder, "locales", entry,
			`${entry}.pot`)) && !["ui", "guide"].includes(entry))
			fs.rmSync(path.join(folder, "locales", entry),
				{ recursive: true });
	return folder;
}

/* Names of the articles' files, "fi/x.md", and of their catalogs,
 * "x/ko.po". */
export function articlesOf(folder) {
	return listFiles(path.join(folder, "content"))
		.filter((name) => /^\w+(-\w+)?\/[a-z0-9-]+\.md$/.test(name));
}
export function catalogsOf(folder) {
	return listFiles(path.join(folder, "locales"))
		.filter((name) => /^(?!ui\/|guide\/)[^/]+\/[^/]+\.po$/.test(name));
}

export function read(folder, name) {
	return fs.readFileSync(path.join(folder, name), "utf8");
}
export function write(folder, name, text) {
	fs.mkdirSync(path.dirname(path.join(folder, name)),
		{ recursive: true });
	fs.writeFileSync(path.join(folder, name), text);
}

/* Gives every empty translation of a PO the words of its message, with a mark
 * of the locale before them. */
export function fill(text, mark) {
	return text.replace(/^msgid ((?:".*"\n)+)msgstr ""\n(?!")/gm,
		(whole, id) => {
			if (id === "\"\"\n")
				return whole;
			const lines = id.split("\n");
			const at = lines[0] === "\"\"" ? 1 : 0;
			lines[at] = `"${mark} ${lines[at].slice(1)}`;
			return `msgid ${id}msgstr ${lines.join("\n")}`;
		});
}

export function fillAll(folder) {
	for (const name of catalogsOf(folder)) {
		const mark = path.basename(name, ".po").toUpperCase();
		write(folder, `locales/${name}`,
			fill(read(folder, `locales/${name}`), mark));
	}
}

/* Splits a source into its front matter and its lines. */
export function parts(source) {
	const match = /^---\n[^]*?\n---\n/.exec(source);
	const front = match ? match[0] : "";
	return { front, lines: source.slice(front.length).split("\n") };
}

/* Indexes of lines that are paragraphs of running text. */
export function proseLines(lines) {
	return lines.map((line, index) => [line, index])
		.filter(([line, index]) => /^\p{L}/u.test(line) &&
			line.split(" ").length > 7 && !/^Table:/.test(line) &&
			(lines[index - 1] ?? "") === "" &&
			(lines[index + 1] ?? "") === "")
		.map(([, index]) => index);
}
