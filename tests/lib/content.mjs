/*
 * The guide's content as its Markdown says it, read by a parser of the tests'
 * own, so that what opas makes of it can be held against it.
 */
import fs from "node:fs";
import path from "node:path";
import { ROOT, listFiles } from "./site.mjs";

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

/* Every file content/<locale>/.../<id>.md: { id, locale, title, isOriginal,
 * tags, sections }. */
export function readEditions(root = ROOT) {
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

/* { id, phase } in the order of principles.yaml. */
export function readPrinciples(root = ROOT) {
	const text = fs.readFileSync(
		path.join(root, "content/principles.yaml"), "utf8");
	return text.split(/^- /m).slice(1).map((entry) => ({
		id: /^id:[ \t]*(\S+)/.exec(entry)?.[1],
		phase: /^[ \t]+phase:[ \t]*(\S+)/m.exec(entry)?.[1],
	}));
}
