/*
 * Writes the sources of a Starlight site with the texts of a site of ours, so
 * that the same pages can be looked at side by side: articles, principles, the
 * map and the home page, in every locale, under the same addresses.
 * usage: node tests/gallery/starlight.mjs SITE FOLDER
 */
import fs from "node:fs";
import path from "node:path";
import { Element } from "../lib/html.mjs";
import { openSite, readSettings } from "../lib/site.mjs";

/* What is of our design, or what Starlight makes itself. */
const OURS = new Set(["nav", "svg", "template", "form", "script", "button",
	"dialog", "footer"]);
const OUR_CLASSES = ["principles", "related", "anchor", "byline", "actions",
	"lede", "threads", "phase-key", "count", "unseen", "tools", "legend",
	"short"];
const KEPT = ["href", "lang", "dir", "scope", "colspan", "rowspan"];
const TRANSPARENT = new Set(["div", "section", "article", "header"]);
/* Our callouts, by class, as Starlight's. */
const ASIDES = { tip: "tip", warning: "caution", caution: "caution",
	important: "caution" };
const SOFT_HYPHEN = /\u00ad/g;

function isOurs(element) {
	return OURS.has(element.name) ||
		element.classes.some((name) => OUR_CLASSES.includes(name));
}

function escape(text) {
	return text.replace(SOFT_HYPHEN, "").replace(/&/g, "&amp;")
		.replace(/</g, "&lt;").replace(/>/g, "&gt;")
		.replace(/\s+/g, " ");
}

/* An element as HTML on one line, without what is ours. */
function html(node) {
	if (!(node instanceof Element))
		return escape(node.text);
	if (isOurs(node))
		return "";
	/* The dot of the map is drawn by our style. */
	const inner = node.classes.includes("dot") && !node.text ? "•"
		: node.children.map(html).join("");
	if (node.name === "span" && !node.has("lang"))
		return inner;
	const attributes = KEPT.filter((name) => node.has(name)).map((name) =>
		` ${name}="${escape(node.get(name)).replace(/"/g, "&quot;")}"`);
	return `<${node.name}${attributes.join("")}>` +
		(node.name === "br" ? "" : `${inner}</${node.name}>`);
}

const plain = (element) => element.text.replace(SOFT_HYPHEN, "");

/* Text as Markdown that means nothing but itself. */
const literal = (text) => text.replace(/[\\`*_[\]<>#|~]/g, "\\$&");

/* Markdown of everything below: headings and callouts as Starlight's own, so
 * that it sees them, the rest as HTML, which it styles alike. */
function markdown(element) {
	const blocks = [];
	for (const child of element.children) {
		if (!(child instanceof Element)) {
			if (child.text.trim())
				blocks.push(`<p>${escape(child.text)}</p>`);
			continue;
		}
		const level = /^h([2-6])$/.exec(child.name)?.[1];
		if (isOurs(child) || child.name === "h1")
			continue;
		if (level)
			blocks.push(`${"#".repeat(level)} ` +
				literal(plain(child)));
		else if (child.classes.includes("callout"))
			blocks.push(...aside(child));
		else if (TRANSPARENT.has(child.name))
			blocks.push(...markdown(child));
		else
			blocks.push(html(child));
	}
	return blocks.filter(Boolean);
}

function aside(callout) {
	const kind = callout.classes.find((name) => name in ASIDES);
	const title = callout.one("header b");
	const rest = callout.children.filter((child) =>
		!(child instanceof Element && child.name === "header"));
	return [`:::${ASIDES[kind] ?? "note"}` +
		(title ? `[${literal(plain(title))}]` : ""),
	...markdown({ children: rest }), ":::"];
}

function page(name, main, order) {
	const title = main.one("h1");
	const lede = main.one(".lede");
	const isHome = /^[^/]+\/index\.html$/.test(name);
	const front = [`title: ${JSON.stringify(plain(title))}`];
	if (lede)
		front.push(`description: ${JSON.stringify(plain(lede))}`);
	if (isHome)
		front.push("template: splash",
			`hero: {tagline: ${JSON.stringify(plain(lede))}}`);
	else
		front.push(`sidebar: {order: ${order}}`);
	const blocks = markdown(main);
	/* Starlight prints no description; the peer's author would. */
	if (lede && !isHome)
		blocks.unshift(html(new Element("p", new Map(), null, 0))
			.replace("><", `>${escape(lede.text)}<`));
	return `---\n${front.join("\n")}\n---\n\n${blocks.join("\n\n")}\n`;
}

/* Pages that a home page links to, in its order, as Starlight names them. */
function named(home, selector, ...first) {
	return JSON.stringify([...first, ...home.all(selector).map((link) =>
		link.get("href").replace(/\.html$/, ""))]);
}

/* The configuration: our locales and addresses, articles and principles at
 * the side. */
function configuration(site, { locales }) {
	const entries = Object.fromEntries(locales.map((locale) => {
		const root = site.pages.get(`${locale}/index.html`).one("html");
		const own = root.one(`nav.languages a[lang=${locale}]`);
		return [locale, { label: plain(own), lang: locale,
			dir: root.get("dir") }];
	}));
	const titles = Object.fromEntries(locales.map((locale) => [locale,
		plain(site.pages.get(`${locale}/index.html`).one(".brand"))]));
	const home = site.pages.get(`${locales[0]}/index.html`);
	return `import { defineConfig } from "astro/config";
import starlight from "@astrojs/starlight";

export default defineConfig({
	site: "https://guide.example",
	build: { format: "file" },
	integrations: [starlight({
		title: ${JSON.stringify(titles)},
		defaultLocale: ${JSON.stringify(locales[0])},
		locales: ${JSON.stringify(entries)},
		sidebar: [
			{ label: "Articles", items: ${named(home,
		"#articles h3 a")} },
			{ label: "Principles", items: ${named(home,
		"#principles .list a", "principles")} },
		],
	})],
});
`;
}

function wanted(name, { locales }) {
	const match = /^([^/]+)\/(.*)\.html$/.exec(name);
	return match && locales.includes(match[1]) &&
		!/^(404|a-z|search|compare|handouts|tags|translations)\b/
			.test(match[2]);
}

const [source, folder] = process.argv.slice(2);
const site = openSite(source);
const settings = readSettings();
const content = path.join(folder, "src/content/docs");
fs.rmSync(path.join(folder, "src"), { recursive: true, force: true });
let order = 0;
for (const [name, document] of site.pages) {
	if (!wanted(name, settings))
		continue;
	const file = path.join(content, name.replace(/html$/, "md"));
	fs.mkdirSync(path.dirname(file), { recursive: true });
	fs.writeFileSync(file, page(name, document.one("main"), order++));
}
fs.writeFileSync(path.join(folder, "src/content.config.mjs"),
	`import { defineCollection } from "astro:content";
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";

export const collections = {
	docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
};
`);
fs.writeFileSync(path.join(folder, "astro.config.mjs"),
	configuration(site, settings));
