/*
 * The built site as tests see it: its files, its pages parsed once, and what
 * guide.yaml says about it.
 */
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseHtml } from "./html.mjs";

export const ROOT = path.resolve(
	path.dirname(fileURLToPath(import.meta.url)), "../..");

/* Every file below a folder, as sorted paths with slashes. */
export function listFiles(folder, below = "") {
	const found = [];
	for (const entry of fs.readdirSync(path.join(folder, below),
		{ withFileTypes: true })) {
		const name = below ? `${below}/${entry.name}` : entry.name;
		if (entry.isDirectory())
			found.push(...listFiles(folder, name));
		else
			found.push(name);
	}
	return found.sort();
}

/* What the tests need to know of guide.yaml, which for this guide is lines
 * "key: value". */
export function readSettings(root = ROOT) {
	const text = fs.readFileSync(path.join(root, "content/guide.yaml"),
		"utf8");
	const value = (key) =>
		new RegExp(`^${key}:\\s*(.*?)\\s*$`, "m").exec(text)?.[1];
	/* A list, or a mapping with what is special about each. */
	const lines = /^locales:[ \t]*\n((?:[ \t]+.*\n|\n)+)/m.exec(text)?.[1]
		.split("\n").filter((line) => /^ {2}\S/.test(line) &&
			!line.trim().startsWith("#")) ?? [];
	const derived = {};
	for (const line of lines) {
		const from = /derived_from:\s*([\w-]+)/.exec(line);
		if (from)
			derived[line.trim().split(":")[0]] = from[1];
	}
	return {
		base: value("base_url"),
		locales: lines.length > 0
			? lines.map((line) => line.trim().split(":")[0])
			: value("locales").replace(/[[\]\s]/g, "").split(","),
		derived, /* tag -> the tag that it is another script of */
	};
}

/* The locale of a page: its first folder, or null for the site's own. */
export function pageLocale(name) {
	return name.includes("/") ? name.split("/")[0] : null;
}

export class Site {
	constructor(folder) {
		this.folder = folder;
		this.files = listFiles(folder).filter(
			(name) => name !== ".opas" && name !== ".gitignore");
		this.has = new Set(this.files);
		this.pages = new Map(); /* name -> Element */
		this.faults = []; /* { name, problem } of what is no HTML */
		for (const name of this.files) {
			if (!name.endsWith(".html"))
				continue;
			try {
				this.pages.set(name, parseHtml(this.read(name)));
			} catch (error) {
				this.faults.push({ name,
					problem: error.message });
			}
		}
	}

	read(name) {
		return fs.readFileSync(path.join(this.folder, name), "utf8");
	}

	/* The page or file to which a relative address on a page leads, and
	 * its fragment; null if it leads out of the site. */
	resolve(name, address) {
		if (/^[a-z][a-z0-9+.-]*:/i.test(address) ||
			address.startsWith("//"))
			return null;
		const url = new URL(address, `http://site.invalid/x/${name}`);
		const target = decodeURIComponent(url.pathname);
		if (!target.startsWith("/x/"))
			return { name: target, fragment: "", isOutside: true };
		return { name: target.slice(3),
			fragment: decodeURIComponent(url.hash.slice(1)) };
	}
}

/* Opens the site given on the command line, else ROOT/site. */
export function openSite(argument) {
	const folder = path.resolve(argument ?? path.join(ROOT, "site"));
	if (!fs.existsSync(path.join(folder, "index.html"))) {
		console.log(`not ok: ${folder} holds no site; run 'make site'`);
		console.log("0 passed, 1 failed");
		process.exit(1);
	}
	return new Site(folder);
}
