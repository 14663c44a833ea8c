/*
 * Holds the built guide against content/, which it reads by itself: every
 * annotated section shows its principles and the sections of other articles
 * that share them, and every principle is linked both ways with every section
 * that teaches it, in all locales.
 * usage: node tests/content.mjs [SITE]
 */
import { readEditions, readPrinciples } from "./lib/content.mjs";
import { openSite, readSettings } from "./lib/site.mjs";
import { Tally } from "./lib/tally.mjs";

/* So many sections of other articles stand at the end of an article, and at
 * most so many of one of them. */
const RELATED = 3;
const RELATED_OF_ONE = 2;

/* Which languages teach which principle, as the guide was planned. */
const TAUGHT_BY = {
	"prepare": "ko fa sr",
	"respect": "tr ko fa sr",
	"reset": "ko sr",
	"calm": "tr fi ko fa sr",
	"listen": "fi ko sr",
	"restate": "fi sr",
	"empathy": "tr fi ko sr",
	"personal": "tr ko",
	"facts": "tr ko sr",
	"pause": "tr fi sr",
	"boundaries": "tr fi",
	"invite-solutions": "tr ko sr",
	"authority": "tr fi",
	"improvise": "fa sr",
	"transparency": "fa sr",
	"promise-carefully": "fi sr",
	"ownership": "fi sr",
	"follow-up": "fi sr",
	"go-beyond": "fa sr",
	"escalate": "ko sr",
	"reputation": "tr ko fa sr",
};
const PHASES = {
	before: "prepare respect reset",
	during: "calm listen restate empathy personal facts pause boundaries " +
		"invite-solutions authority improvise transparency",
	after: "promise-carefully ownership follow-up go-beyond escalate " +
		"reputation",
};

const site = openSite(process.argv[2]);
const tally = new Tally("content");
const { locales } = readSettings();
const editions = readEditions();
const principles = readPrinciples();
const originals = editions.filter((edition) => edition.isOriginal);

/* Every annotated section of an original. */
const lessons = originals.flatMap((edition) =>
	edition.sections.filter((section) => section.principles.length > 0)
		.map((section) => ({ ...section, edition })));

function sorted(items) {
	return [...new Set(items)].sort();
}

/* The address of a section for readers of a locale: in their edition where
 * there is one, else in the original. */
function addressFor(locale, lesson) {
	const own = editions.find((edition) =>
		edition.id === lesson.edition.id && edition.locale === locale);
	const { id } = lesson.edition;
	return `${(own ?? lesson.edition).locale}/${id}.html#${lesson.anchor}`;
}

function addressOf(page, link) {
	const target = site.resolve(page, link.get("href"));
	return target.fragment ? `${target.name}#${target.fragment}`
		: target.name;
}

function checkTable() {
	tally.equal(principles.map(({ id }) => id), Object.keys(TAUGHT_BY),
		"principles.yaml holds the principles in their order");
	for (const [phase, ids] of Object.entries(PHASES))
		tally.equal(principles.filter((one) => one.phase === phase)
			.map(({ id }) => id), ids.split(" "),
		`principles of the phase '${phase}'`);
	for (const [id, languages] of Object.entries(TAUGHT_BY))
		tally.equal(sorted(lessons.filter((lesson) =>
			lesson.principles.includes(id))
			.map(({ edition }) => edition.locale)),
		languages.split(" ").sort(), `languages that teach ${id}`);
}

/* Sections of other articles that share principles, by article: for each
 * article all of them, with what they share. */
function kinOf(lesson) {
	const kin = new Map();
	for (const other of lessons) {
		const shared = other.principles.filter((id) =>
			lesson.principles.includes(id));
		if (other.edition.id === lesson.edition.id || shared.length === 0)
			continue;
		const id = other.edition.id;
		kin.set(id, [...(kin.get(id) ?? []), { other, shared }]);
	}
	return kin;
}

/* Sections at the end of an article: of other articles, each sharing a
 * principle with one of its own sections. */
function checkRelated(page, edition) {
	const links = page.all("ul.cards h3 a");
	const name = `${edition.locale}/${edition.id}.html`;
	const kin = lessons.filter((one) => one.edition.id === edition.id)
		.flatMap((lesson) => [...kinOf(lesson).values()].flat());
	const shown = links.map((link) => {
		const address = addressOf(name, link);
		const found = kin.find(({ other }) =>
			addressFor(edition.locale, other) === address);
		tally.check(found !== undefined,
			`${name}: the card ${address} shares a principle`);
		checkLanguage(name, edition.locale, link, address);
		return found?.other;
	});
	tally.equal(shown.length, RELATED, `${name}: number of cards`);
	tally.equal(new Set(shown).size, shown.length,
		`${name}: no section has two cards`);
	for (const { edition: { id } } of shown.filter(Boolean))
		tally.check(shown.filter((one) => one?.edition.id === id).length <=
			RELATED_OF_ONE, `${name}: not too many cards lead to ${id}`);
}

/* A link to an edition in another language says so, and its text is marked.
 */
function checkLanguage(where, locale, link, address) {
	const language = address.split("/")[0];
	if (language === locale)
		return;
	tally.equal(link.get("hreflang"), language,
		`${where}: hreflang of the link to ${address}`);
	for (const piece of link.texts()) {
		if (piece.text.trim() === "")
			continue;
		tally.equal(piece.parent.inherited("lang"), language,
			`${where}: lang of '${piece.text.trim()}'`);
		tally.equal(piece.parent.inherited("dir") ?? "ltr",
			language === "fa" ? "rtl" : "ltr",
			`${where}: dir of '${piece.text.trim()}'`);
	}
}

/* A link of the Markdown, as the address where it must lead. */
function markdownTarget(edition, target) {
	if (/^[a-z]+:/.test(target) && !target.startsWith("principle:"))
		return null;
	if (target.startsWith("principle:"))
		return `${edition.locale}/principles/${target.slice(10)}.html`;
	const [, id, anchor] =
		/^(?:.*\/)?(?:([^/#]+)\.md)?(?:#(.*))?$/.exec(target);
	const wanted = id ?? edition.id;
	const found = editions.find((one) => one.id === wanted &&
		one.locale === edition.locale) ??
		originals.find((one) => one.id === wanted);
	return `${found?.locale}/${wanted}.html${anchor ? `#${anchor}` : ""}`;
}

function checkEdition(edition) {
	const name = `${edition.locale}/${edition.id}.html`;
	const page = site.pages.get(name);
	if (!tally.check(page, `${name} is a page`))
		return;
	if (edition.title !== "")
		tally.equal(page.one("h1")?.text, edition.title,
			`${name}: title`);
	const addresses = new Set(page.all("section.topic a, div.topic a")
		.map((link) => addressOf(name, link)));
	for (const section of edition.sections) {
		for (const target of section.links) {
			const address = markdownTarget(edition, target);
			tally.check(!address || addresses.has(address),
				`${name}: the link ${target} leads to ${address}`);
		}
		if (section.principles.length > 0)
			checkSection(name, page, edition, section);
	}
	const annotated = edition.sections.filter((section) =>
		section.principles.length > 0);
	tally.equal(page.all("ul.principles").length, annotated.length,
		`${name}: number of sections that show principles`);
	checkRelated(page, edition);
}

function checkSection(name, page, edition, section) {
	const where = `${name}#${section.anchor}`;
	const heading = page.one(`section.topic #${section.anchor}`);
	if (!tally.check(heading && /^h[2-6]$/.test(heading.name),
		`${where} is a heading of a section`))
		return;
	let topic = heading;
	while (!(topic.name === "section" && topic.classes.includes("topic")))
		topic = topic.parent;
	tally.equal(topic.all("ul.principles a.chip").map((link) =>
		addressOf(name, link)),
	section.principles.map((id) =>
		`${edition.locale}/principles/${id}.html`),
	`${where}: principles`);
}

function checkPrinciple(locale, { id }) {
	const name = `${locale}/principles/${id}.html`;
	const page = site.pages.get(name);
	if (!tally.check(page, `${name} is a page`))
		return;
	const links = page.all("ul.taught a");
	const addresses = links.map((link) => addressOf(name, link));
	const taught = lessons.filter((lesson) =>
		lesson.principles.includes(id));
	for (const lesson of taught) {
		const address = addressFor(locale, lesson);
		if (!tally.check(addresses.includes(address),
			`${name} links ${address}`))
			continue;
		const link = links[addresses.indexOf(address)];
		checkBack(locale, id, address);
		let item = link;
		while (item.name !== "li")
			item = item.parent;
		const excerpt = item.all("p").filter((part) =>
			!part.classes.includes("from"));
		tally.check(excerpt.length === 1 && excerpt[0].text.length > 20,
			`${name}: ${address} has an excerpt`);
		tally.check(item.one(".badge"),
			`${name}: ${address} has a source language`);
	}
	for (const [index, link] of links.entries())
		checkLanguage(name, locale, link, addresses[index]);
	tally.equal(sorted(addresses.filter((address) =>
		address.includes("#"))),
	sorted(taught.map((lesson) => addressFor(locale, lesson))),
	`${name}: sections that teach the principle, and no other`);
}

/* The section to which a principle leads shows that principle. */
function checkBack(locale, id, address) {
	const [name, anchor] = address.split("#");
	const page = site.pages.get(name);
	let topic = page?.one(`#${anchor}`);
	while (topic && topic.name !== "section")
		topic = topic.parent;
	const back = topic?.all("ul.principles a").map((link) =>
		addressOf(name, link)) ?? [];
	tally.check(back.includes(`${name.split("/")[0]}/principles/${id}.html`),
		`${address} leads back to ${id}`);
}

/* A cell of the matrix for each article that teaches a principle. */
function checkMatrix(locale) {
	const name = `${locale}/principles.html`;
	const page = site.pages.get(name);
	if (!tally.check(page, `${name} is a page`))
		return;
	const rows = page.all("table tbody tr").filter((row) => row.one("td"));
	tally.equal(rows.map((row) => addressOf(name, row.one("th a"))),
		principles.map(({ id }) => `${locale}/principles/${id}.html`),
		`${name}: a row for each principle`);
	const columns = page.all("table thead th a").map((link) =>
		addressOf(name, link).replace(/^.*\/|\.html$/g, ""));
	tally.equal([...columns].sort(),
		sorted(originals.map(({ id }) => id)),
		`${name}: a column for each article`);
	for (const [index, row] of rows.entries()) {
		const { id } = principles[index] ?? {};
		for (const [at, cell] of row.all("td").entries()) {
			const here = lessons.filter((lesson) =>
				lesson.edition.id === columns[at] &&
				lesson.principles.includes(id));
			const link = cell.one("a");
			tally.check(here.length === 0 ? !link : link &&
				addressOf(name, link) ===
					addressFor(locale, here[0]),
			`${name}: cell of ${id} and ${columns[at]}`);
		}
	}
}

function checkHome(locale) {
	const name = `${locale}/index.html`;
	const page = site.pages.get(name);
	if (!tally.check(page, `${name} is a page`))
		return;
	const addresses = page.all("main a").map((link) =>
		addressOf(name, link));
	for (const { id } of principles)
		tally.check(addresses.includes(`${locale}/principles/${id}.html`),
			`${name} leads to ${id}`);
	for (const original of originals) {
		const own = editions.some(({ id, locale: language }) =>
			id === original.id && language === locale);
		const address = `${own ? locale : original.locale}/` +
			`${original.id}.html`;
		tally.check(addresses.includes(address),
			`${name} leads to ${address}`);
	}
}

/* Wherever a title in another language stands, it is marked as such. */
function checkTitles() {
	const languages = new Map();
	for (const edition of editions)
		for (const title of [edition.title,
			...edition.sections.map((section) => section.title)])
			if (title !== "")
				languages.set(title, [edition.locale,
					...languages.get(title) ?? []]);
	for (const [name, page] of site.pages) {
		const wrong = [];
		let found = 0;
		for (const { text, parent } of page.texts()) {
			const language = languages.get(text.trim());
			if (!language || parent.name === "title")
				continue;
			found++;
			if (!language.includes(parent.inherited("lang")))
				wrong.push(`line ${parent.line}: '${text.trim()}' ` +
					`is ${language}`);
		}
		if (found > 0)
			tally.check(wrong.length === 0,
				`${name}: titles in other languages say so`,
				wrong.join("\n"));
	}
}

checkTable();
checkTitles();
for (const edition of editions)
	checkEdition(edition);
for (const locale of locales) {
	checkHome(locale);
	checkMatrix(locale);
	for (const principle of principles)
		checkPrinciple(locale, principle);
}
tally.finish();
