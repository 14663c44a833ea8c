/*
 * Follows every address of every page of the built site, and holds the pages
 * to what a site must have: language, one heading, canonical addresses and
 * alternates that answer each other, a sitemap of exactly the public pages,
 * nothing that is loaded from elsewhere, and no page without a way to it.
 * usage: node tests/crawl.mjs [SITE [GUIDE]]
 */
import { POLICY } from "./lib/policy.mjs";
import { openSite, pageLocale, readSettings } from "./lib/site.mjs";
import { parseXml } from "./lib/xml.mjs";
import { Tally } from "./lib/tally.mjs";

/* Attributes whose address the browser loads by itself. */
const LOADED = { img: ["src"], script: ["src"], iframe: ["src"],
	source: ["src"], video: ["src", "poster"], audio: ["src"],
	embed: ["src"], object: ["data"], use: ["href"], image: ["href"] };
/* What the pages' own script loads or leads to. */
const FOR_SCRIPTS = ["data-search", "data-words", "data-engine", "data-index",
	"data-results", "data-frames", "data-shortcuts"];
const LOADED_RELATIONS = ["stylesheet", "icon", "preload", "modulepreload",
	"prefetch", "manifest"];

const site = openSite(process.argv[2]);
const tally = new Tally("crawl");
const { base, locales } = readSettings(process.argv[3]);

/* Attributes of a page that hold addresses: { element, address, isLoaded }. */
function* addressesOf(page) {
	for (const element of page.elements()) {
		for (const name of ["href", "src", "poster", "data", "action",
			"cite", ...FOR_SCRIPTS]) {
			if (!element.has(name) || element.name === "base")
				continue;
			const relations = (element.get("rel") ?? "").split(" ");
			yield { element, address: element.get(name), isLoaded:
				(LOADED[element.name] ?? []).includes(name) ||
				(element.name === "link" && relations.some(
					(one) => LOADED_RELATIONS.includes(one))) };
		}
	}
}

function isRedirect(page) {
	return page.one("meta[http-equiv=refresh]") !== null;
}

function isHidden(page) {
	return page.one("meta[name=robots]")?.get("content")
		.includes("noindex") ?? false;
}

/* Shown in place of any page that is missing. */
function isLost(name) {
	return /(^|\/)404\.html$/.test(name);
}

/* Where an address on a page leads. A page that is shown for addresses of any
 * depth leads on by whole ones. */
function leadsTo(name, address) {
	return isLost(name) && base && address.startsWith(base)
		? site.resolve("", address.slice(base.length))
		: site.resolve(name, address);
}

function checkAddresses(name, page, idsOf) {
	const problems = [];
	for (const { element, address, isLoaded } of addressesOf(page)) {
		const at = `line ${element.line}: <${element.name}> ${address}`;
		const target = leadsTo(name, address);
		if (address === "" || address.startsWith("/"))
			problems.push(`${at}: no relative address`);
		else if (target === null && (isLoaded || element.name === "form"))
			problems.push(`${at}: loads from elsewhere`);
		else if (target === null)
			continue;
		else if (target.isOutside || !site.has.has(target.name))
			problems.push(`${at}: there is no ${target.name}`);
		else if (target.fragment !== "" &&
			!idsOf(target.name).has(target.fragment))
			problems.push(`${at}: no such anchor there`);
	}
	tally.check(problems.length === 0, `${name}: every address resolves`,
		problems.slice(0, 8).join("\n"));
}

/* What the policy of the site bars, and ids that are there twice. */
function checkMarkup(name, page) {
	const problems = [];
	const ids = new Set();
	for (const element of page.elements()) {
		const at = `line ${element.line}: <${element.name}>`;
		for (const attribute of element.attributes.keys())
			if (attribute === "style" || attribute === "srcdoc" ||
				/^on/.test(attribute))
				problems.push(`${at} has ${attribute}`);
		if (element.name === "style" ||
			(element.name === "script" && !element.has("src")))
			problems.push(`${at} is inline`);
		if (ids.has(element.get("id")))
			problems.push(`${at}: id ${element.get("id")} twice`);
		if (element.has("id"))
			ids.add(element.get("id"));
		if (element.name === "img" && !element.has("alt"))
			problems.push(`${at} has no alt`);
	}
	/* Several policies hold all at once. */
	const policy = page.all("meta[http-equiv=Content-Security-Policy]")
		.map((meta) => meta.get("content")).join("; ");
	if (policy !== POLICY)
		problems.push(`the policy is ${policy}`);
	tally.check(problems.length === 0, `${name}: keeps to the policy`,
		problems.slice(0, 8).join("\n"));
}

function checkHead(name, page) {
	const problems = [];
	const html = page.one("html");
	const locale = pageLocale(name);
	const head = (selector) => page.one(`head ${selector}`);
	const say = (holds, problem) => holds || problems.push(problem);

	say(/^[a-z]{2,3}(-\w+)*$/.test(html.get("lang") ?? ""), "no lang");
	say(locale === null || html.get("lang") === locale,
		`lang is ${html.get("lang")}`);
	say(html.get("dir") === (html.get("lang") === "fa" ? "rtl" : "ltr"),
		`dir is ${html.get("dir")}`);
	say(head("title")?.text, "no title");
	say(head("meta[charset=utf-8]"), "no charset");
	say(head("meta[name=viewport]"), "no viewport");
	if (isRedirect(page)) {
		say(isHidden(page), "a redirect is no page to be found");
	} else {
		say(page.all("h1").length === 1,
			`${page.all("h1").length} headings h1`);
		say(page.all("main").length === 1, "not one main");
		for (const property of ["og:title", "og:type", "og:site_name",
			"og:locale"])
			say(page.all("meta").find((meta) =>
				meta.get("property") === property)?.get("content"),
			`no ${property}`);
	}
	const canonical = head("link[rel=canonical]")?.get("href");
	const url = page.all("meta").find((meta) =>
		meta.get("property") === "og:url")?.get("content");
	if (isRedirect(page)) {
		say(page.all("link[rel=alternate][hreflang]").length === 0,
			"alternates of a redirect");
	} else if (!isHidden(page)) {
		say(canonical === base + encodeURI(name.replace(
			/^index\.html$/, "")) || canonical === base + name,
		`canonical is ${canonical}`);
		say(url === canonical, `og:url is ${url}`);
	}
	tally.check(problems.length === 0, `${name}: its head is complete`,
		problems.join("\n"));
}

/* The page of an absolute address under base_url; null if it is none. */
function pageAt(address) {
	if (!address?.startsWith(base))
		return null;
	const name = decodeURI(address.slice(base.length)) || "index.html";
	return site.pages.has(name) ? name : null;
}

/* hreflang -> page, of the links in a head. */
function alternatesOf(page) {
	return new Map(page.all("head link[rel=alternate][hreflang]")
		.map((link) => [link.get("hreflang"), link.get("href")]));
}

/* All editions of a page name each other and themselves. */
function checkAlternates(name, page) {
	const problems = [];
	const own = alternatesOf(page);
	for (const [language, address] of own) {
		const other = pageAt(address);
		if (other === null) {
			problems.push(`${language}: there is no ${address}`);
			continue;
		}
		const otherPage = site.pages.get(other);
		const otherLanguage = otherPage.one("html").get("lang");
		if (language !== "x-default" && otherLanguage !== language)
			problems.push(`${other} is ${otherLanguage}`);
		if (pageLocale(name) !== null && pageLocale(other) !== null &&
			JSON.stringify([...alternatesOf(otherPage)].sort()) !==
			JSON.stringify([...own].sort()))
			problems.push(`${other} names other alternates`);
	}
	const language = page.one("html").get("lang");
	if (pageLocale(name) !== null && pageAt(own.get(language)) !== name)
		problems.push("does not name itself");
	if (own.size === 0)
		problems.push("has no alternates");
	tally.check(problems.length === 0,
		`${name}: its alternates answer each other`,
		problems.join("\n"));
}

const primary = (element) =>
	element.inherited("lang")?.split("-")[0].toLowerCase();

/* The link's text is the heading there, and that is in the same language: a
 * name that is not translated yet. */
function namesHeading(name, link) {
	const target = leadsTo(name, link.get("href"))?.name;
	const heading = site.pages.get(target)?.one("h1");
	return [heading, ...heading?.elements() ?? []].some((element) =>
		element?.text.trim() === link.text.trim() &&
		primary(element) === primary(link));
}

/* What a link names in the language that it opens is marked as such, so that
 * it is read out well; dots of the matrix only count, in the page's language.
 * And keys reach the content first. */
function checkReading(name, page) {
	const problems = [];
	for (const link of page.all("a[hreflang]")) {
		const language = link.get("hreflang").split("-")[0]
			.toLowerCase();
		const names = [link, ...link.elements()].some((element) =>
			primary(element) === language && element.text.trim());
		if (!names && link.one(".dot") === null &&
			!namesHeading(name, link))
			problems.push(`line ${link.line}: "${link.text}" leads ` +
				`to ${language} but is in ${primary(link)}`);
	}
	const first = [...page.one("body").elements()].find((element) =>
		(element.name === "a" && element.has("href")) ||
		["button", "input", "select", "textarea", "summary"]
			.includes(element.name));
	if (!/#./.test(first?.get("href") ?? "") ||
		!idsOf(name).has(decodeURIComponent(
			first.get("href").replace(/^[^#]*#/, ""))))
		problems.push(`keys reach "${first?.text}" first, ` +
			"no link to the content");
	tally.check(problems.length === 0,
		`${name}: is read out and reached as it should be`,
		problems.slice(0, 8).join("\n"));
}

/* The same links in the same order at the head and foot of all pages of a
 * language (WCAG 2.2, 3.2.3 and 3.2.6). */
const navigations = new Map();
function checkNavigation(name, page) {
	const locale = pageLocale(name);
	if (locale === null)
		return;
	const links = page.all(".masthead nav.nav a, .foot a").map((link) =>
		[link.text, leadsTo(name, link.get("href"))?.name ??
			link.get("href")]);
	if (!navigations.has(locale))
		navigations.set(locale, links);
	tally.equal(links, navigations.get(locale),
		`${name}: the navigation is that of the other pages`);
}

function checkRedirect(name, page) {
	const content = page.one("meta[http-equiv=refresh]").get("content");
	const address = /^0; *url=(.+)$/i.exec(content)?.[1];
	const target = address && site.resolve(name, address);
	tally.check(target && site.pages.has(target.name) &&
		!isRedirect(site.pages.get(target.name)),
	`${name}: leads to a page`, content);
	tally.check(page.all("body a").some((link) =>
		link.get("href") === address),
	`${name}: has a link for those whose browser stays`);
}

function checkSitemap(publicNames) {
	if (!tally.check(site.has.has("sitemap.xml"), "sitemap.xml is there"))
		return;
	const urls = parseXml(site.read("sitemap.xml")).all("url");
	tally.equal(urls.map((url) => pageAt(url.one("loc").text) ??
		url.one("loc").text).sort(), [...publicNames].sort(),
	"sitemap.xml lists exactly the public pages");
	for (const url of urls) {
		const name = pageAt(url.one("loc").text);
		const own = name ? alternatesOf(site.pages.get(name)) : new Map();
		tally.equal(url.all("xhtml:link").map((link) =>
			[link.get("hreflang"), link.get("href")]).sort(),
		[...own].sort(),
		`sitemap.xml: alternates of ${name} are those of its head`);
	}
}

function checkFeeds() {
	for (const locale of locales) {
		const name = `${locale}/feed.xml`;
		if (!tally.check(site.has.has(name), `${name} is there`))
			continue;
		const feed = parseXml(site.read(name)).one("feed");
		tally.equal(feed.get("xml:lang"), locale, `${name}: xml:lang`);
		tally.check(feed.all("link").some((link) =>
			link.get("rel") === "self" &&
			link.get("href") === base + name),
		`${name}: names its own address`);
		const ids = feed.all("id").map((id) => id.text);
		tally.check(ids.length > 1 &&
			new Set(ids).size === ids.length,
		`${name}: has entries, each with an id of its own`,
		ids.join("\n"));
		for (const entry of feed.all("entry")) {
			const address = entry.one("link").get("href");
			tally.check(pageAt(address), `${name}: ${address} exists`);
			tally.check(/^\d{4}-\d\d-\d\dT[\d:]+Z$/.test(
				entry.one("updated")?.text ?? ""),
			`${name}: ${address} has a time`);
		}
	}
}

/* Pages and files that nothing leads to. */
function checkOrphans(publicNames) {
	const reached = new Set(["index.html"]);
	const waiting = ["index.html"];
	const used = new Set();
	while (waiting.length > 0) {
		const name = waiting.pop();
		const page = site.pages.get(name);
		for (const { element, address } of addressesOf(page)) {
			const target = site.resolve(name, address);
			if (!target)
				continue;
			used.add(target.name);
			if (element.name === "a" && site.pages.has(target.name) &&
				!reached.has(target.name)) {
				reached.add(target.name);
				waiting.push(target.name);
			}
		}
	}
	for (const name of publicNames)
		tally.check(reached.has(name), `${name}: a reader can get there`);
	/* An index names its further files itself. */
	const loose = site.files.filter((name) => !name.endsWith(".html") &&
		!/^(robots\.txt|sitemap.*\.xml)$/.test(name) &&
		!/^[\w-]+\/search\/\d+\.\w+\.js$/.test(name) && !used.has(name));
	tally.equal(loose, [], "no page uses these files");
}

/* What style sheets load. */
function checkStyles() {
	for (const name of site.files.filter((one) => one.endsWith(".css"))) {
		const text = site.read(name).replace(/\/\*[^]*?\*\//g, "");
		const problems = [];
		for (const [, address] of text.matchAll(
			/url\(\s*["']?([^"')]+)["']?\s*\)/g)) {
			const target = site.resolve(name, address);
			if (!target || !site.has.has(target.name))
				problems.push(`there is no ${address}`);
		}
		if (/@import/.test(text))
			problems.push("@import");
		tally.check(problems.length === 0, `${name}: loads what is there`,
			problems.join("\n"));
	}
}

function checkNames() {
	for (const name of site.files)
		if (/\.(css|js|svg|png|woff2)$/.test(name))
			tally.check(/\.[0-9a-f]{10}\.\w+$/.test(name),
				`${name}: its name holds a hash`);
	tally.check(/^Sitemap: /m.test(site.has.has("robots.txt")
		? site.read("robots.txt") : "") &&
		site.read("robots.txt").includes(`${base}sitemap.xml`),
	"robots.txt names the sitemap");
}

/* The pages that every locale has. */
function checkKinds() {
	for (const locale of locales)
		for (const name of ["index", "principles", "tags", "a-z", "search",
			"translations", "404"])
			tally.check(site.pages.has(`${locale}/${name}.html`),
				`${locale}/${name}.html is there`);
	for (const name of ["index.html", "404.html"])
		tally.check(site.pages.has(name), `${name} is there`);
}

const ids = new Map();
function idsOf(name) {
	if (!ids.has(name))
		ids.set(name, new Set([...(site.pages.get(name)?.elements() ?? [])]
			.map((element) => element.get("id")).filter(Boolean)));
	return ids.get(name);
}

for (const { name, problem } of site.faults)
	tally.fail(`${name}: is HTML as opas writes it`, problem);
checkKinds();
checkNames();
const publicNames = [];
for (const [name, page] of site.pages) {
	checkAddresses(name, page, idsOf);
	checkMarkup(name, page);
	checkHead(name, page);
	if (isRedirect(page)) {
		checkRedirect(name, page);
		continue;
	}
	checkReading(name, page);
	checkNavigation(name, page);
	checkAlternates(name, page);
	if (!isHidden(page))
		publicNames.push(name);
}
checkSitemap(publicNames);
checkFeeds();
checkOrphans(publicNames);
checkStyles();
tally.finish();
