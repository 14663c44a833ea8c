/*
 * The contact sheet of a gallery: one page on which all pictures of its folder
 * lie side by side, those of one page and language in a row.
 */
import fs from "node:fs";
import path from "node:path";

const NAME = /^([\w]+)-([\w-]+)-(\d+)-(light|dark)-(\w+)\.png$/;

const STYLE = `body { margin: 1rem; font: 14px/1.4 system-ui, sans-serif;
	background: #777; color: #fff }
nav { position: sticky; top: 0; background: #333; padding: .5rem }
a { color: inherit }
.row { display: flex; gap: 1rem; overflow-x: auto; align-items: flex-start }
figure { margin: 0 0 1rem; flex: none }
figure img { display: block; height: 36rem; object-fit: cover;
	object-position: top; background: #999 }
.narrow img { width: 18rem }
.wide img { width: 45rem }
section { scroll-margin-top: 3rem }`;

function figure({ width, scheme, side, picture }) {
	return `<figure class="${width < 600 ? "narrow" : "wide"}">` +
		`<figcaption>${side}, ${width} px, ${scheme}</figcaption>` +
		`<a href="${picture}"><img src="${picture}" loading="lazy"` +
		` alt="${picture}"></a></figure>`;
}

/* [key, the rows that have it] in the order of the first of each. */
function groupBy(rows, keyOf) {
	const groups = new Map();
	for (const row of rows) {
		const key = keyOf(row);
		groups.set(key, [...groups.get(key) ?? [], row]);
	}
	return [...groups];
}

/* Shows every picture that is there, those of earlier runs too, since a run
 * may be of one page only. */
export function writeSheet(folder) {
	const rows = fs.readdirSync(folder).map((name) => NAME.exec(name))
		.filter(Boolean)
		.map(([picture, kind, locale, width, scheme, side]) => (
			{ picture, kind, locale, width, scheme, side }))
		/* Ours and the other's of one width and scheme together. */
		.sort((a, b) => a.kind.localeCompare(b.kind) ||
			a.locale.localeCompare(b.locale) ||
			a.width - b.width ||
			b.scheme.localeCompare(a.scheme) ||
			a.side.localeCompare(b.side));
	const kinds = groupBy(rows, (row) => row.kind);
	const sections = kinds.map(([kind, ofKind]) =>
		`<section id="${kind}"><h2>${kind}</h2>` +
		groupBy(ofKind, (row) => row.locale).map(([locale, own]) =>
			`<h3>${kind}, ${locale}</h3><div class="row">` +
			`${own.map(figure).join("")}</div>`).join("\n") +
		"</section>");
	fs.writeFileSync(path.join(folder, "index.html"),
		"<!DOCTYPE html><html lang=\"en\"><head>" +
		"<meta charset=\"utf-8\"><title>Gallery</title>" +
		`<style>${STYLE}</style></head><body><h1>Gallery</h1><nav>` +
		kinds.map(([kind]) => `<a href="#${kind}">${kind}</a>`)
			.join(" ") +
		`</nav>${sections.join("\n")}</body></html>\n`);
}
