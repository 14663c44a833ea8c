/*
 * The guide's content as its Markdown says it, read by a parser of the tests'
 * own, so that what opas makes of it can be held against it.
 */
import fs from "node:fs";
import path from "node:path";
import { latin } from "./latin.mjs";
import { readPo } from "./po.mjs";
import { ROOT, listFiles, readSettings } from "./site.mjs";

const HEADING = /^(#{1,6})[ \t]+(.*?)[ \t]*(?:\{([^{}]*)\})?[ \t]*$/;

function unquote(value) {
	return value.replace(/^(["'])(.*)\1$/, "$2");
}

/* { anchor, level, title, principles, links } of one Markdown text; the part
 * before the first heading has level 0. */
function readSections(body) {
	const sections = [{ anchor: "", level: 0, title: "", principles: [],
		links: [] }];
	let fence = null;
	for (const line of body.split("\n")) {
		const mark = /^\s{0,3}(```+|~~~+)/.exec(line)?.[1];
		if (fence ? mark?.startsWith(fence) : mark) {
			fence = fence ? null : mark;
			continue;
		}
		if (fence)
			continue;
		const heading = HEADING.exec(line);
		if (heading) {
			const attributes = heading[3] ?? "";
			sections.push({
				level: heading[1].length,
				title: heading[2],
				anchor: /#([^\s"]+)/.exec(attributes)?.[1] ?? null,
				principles: (/principles="([^"]*)"/
					.exec(attributes)?.[1] ?? "")
					.split(/\s+/).filter(Boolean),
				links: [],
			});
			continue;
		}
		for (const [, target] of line.matchAll(/\]\(([^()\s]+)\)/g))
			sections.at(-1).links.push(target);
	}
	return sections;
}

/* Every file content/<locale>/.../<id>.md. */
function readFiles(root) {
	const editions = [];
	for (const name of listFiles(path.join(root, "content"))) {
		const match = /^([a-z]{2,3}(?:-\w+)*)\/(?:.*\/)?([^/]+)\.md$/
			.exec(name);
		if (!match || match[2] === "README")
			continue;
		const text = fs.readFileSync(path.join(root, "content", name),
			"utf8");
		const [, front, body] =
			/^---\n([^]*?)\n---\n([^]*)$/.exec(text) ?? [null, "", text];
		const value = (key) => unquote(
			new RegExp(`^${key}:[ \t]*(.*)$`, "m").exec(front)?.[1] ??
				"");
		editions.push({
			id: match[2],
			locale: match[1],
			title: value("title"),
			isOriginal: value("translated-from") === "",
			tags: value("tags").replace(/^\[|\]$/g, "").split(",")
				.map((tag) => tag.trim()).filter(Boolean),
			sections: readSections(body),
		});
	}
	return editions;
}

/* From this share of its words on, in per cent, an article has an edition. */
const THRESHOLD = 80;

function countWords(text) {
	return text.match(/[\p{L}\p{N}\p{M}]+/gu)?.length ?? 0;
}

/* The edition that a catalog makes of an original; null below the threshold.
 * What is not translated has no title here. */
function readCatalog(original, locale, root) {
	const name = path.join(root, "locales", original.id, `${locale}.po`);
	if (!fs.existsSync(name))
		return null;
	const entries = readPo(fs.readFileSync(name, "utf8"));
	const words = { all: 0, done: 0 };
	const found = new Map();
	for (const { id, strings, isFuzzy } of entries) {
		words.all += countWords(id);
		if (!strings[0])
			continue;
		words.done += countWords(id);
		if (!isFuzzy)
			found.set(id, strings[0]);
	}
	if (words.done * 100 < words.all * THRESHOLD)
		return null;
	return { ...original, locale, isOriginal: false,
		title: found.get(original.title) ?? "",
		sections: original.sections.map((section) => ({ ...section,
			title: found.get(section.title) ?? "" })) };
}

function derive(edition, locale) {
	return { ...edition, locale, isOriginal: false,
		title: latin(edition.title),
		sections: edition.sections.map((section) => ({ ...section,
			title: latin(section.title) })) };
}

/* All editions, those with a file of their own first: { id, locale, title,
 * isOriginal, tags, sections }. */
export function readEditions(root = ROOT) {
	const editions = readFiles(root);
	const originals = editions.filter((edition) => edition.isOriginal);
	const { locales, derived } = readSettings(root);
	const has = (id, locale) => editions.some((edition) =>
		edition.id === id && edition.locale === locale);
	for (const original of originals)
		for (const locale of locales)
			if (!derived[locale] && !has(original.id, locale)) {
				const edition = readCatalog(original, locale, root);
				if (edition)
					editions.push(edition);
			}
	for (const [locale, base] of Object.entries(derived))
		editions.push(...editions.filter((edition) =>
			edition.locale === base && !has(edition.id, locale))
			.map((edition) => derive(edition, locale)));
	return editions;
}

/* { id, phase } in the order of principles.yaml. */
export function readPrinciples(root = ROOT) {
	const text = fs.readFileSync(
		path.join(root, "content/principles.yaml"), "utf8");
	return text.split(/^- /m).slice(1).map((entry) => ({
		id: /^id:[ \t]*(\S+)/.exec(entry)?.[1],
		phase: /^[ \t]+phase:[ \t]*(\S+)/m.exec(entry)?.[1],
	}));
}
