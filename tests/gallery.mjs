/*
 * Pictures of the built site to look at: every kind of page, in several
 * languages, narrow and wide, light and dark, and a page that shows them all;
 * beside them, if asked, the same pages of another generator's site.  Or the
 * README's picture of two languages side by side.
 * usage: node tests/gallery.mjs [--site SITE] [--output FOLDER]
 *        [--beside SITE] [--page home,map] [--locale fa] [--width 375]
 *        [--scheme dark]
 *        node tests/gallery.mjs --readme FILE.png [--site SITE]
 */
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { servePlain } from "./bench/serve.mjs";
import { writeSheet } from "./gallery/sheet.mjs";
import { openChromium } from "./lib/chromium.mjs";
import { readEditions } from "./lib/content.mjs";
import { serve } from "./lib/server.mjs";
import { ROOT, openSite, readSettings } from "./lib/site.mjs";

/* What is searched for. */
const WORDS = { "sr-Latn": "saslusajte", tr: "musteri", fi: "kuuntele",
	ko: "고객", fa: "گوش", sr: "saslusajte", en: "listen" };
const ARTICLE = "abusive-customers";
/* The README's two languages, and the size of each half. */
const PAIR = ["fa", "ko"];
const HALF = { width: 640, height: 720 };
/* How long a page may take to show what its script makes. */
const PATIENCE = 10000;

const { values: options } = parseArgs({ options: {
	site: { type: "string" },
	output: { type: "string", default: path.join(ROOT, "build/gallery") },
	beside: { type: "string" },
	readme: { type: "string" },
	page: { type: "string" },
	locale: { type: "string", default: "fi,fa,ko,sr" },
	width: { type: "string", default: "375,1280" },
	scheme: { type: "string", default: "light,dark" },
} });
const list = (value) => value.split(",").filter(Boolean);

const query = (values) => `?${new URLSearchParams(values)}`;

function compareQuery(locale) {
	return query({ page: `${ARTICLE}.html`,
		with: locale === "fa" ? "fi" : "fa" });
}

function searchQuery(locale) {
	return query({ q: WORDS[locale], languages: "all" });
}

/* The list below the field, with its first result chosen. */
async function openSuggestions(page, locale) {
	const field = page.locator("form.search:visible input").first();
	await field.click();
	await page.keyboard.type(WORDS[locale]);
	await page.locator("[role=option]:visible").first().waitFor();
	await page.keyboard.press("ArrowDown");
}

async function openMenu(page) {
	await page.locator("details.menu > summary").click();
}

/* The panel in which Starlight searches. */
async function openModal(page, locale) {
	await page.locator("button[data-open-modal]:visible").click();
	await page.locator("dialog input:visible").fill(WORDS[locale]);
	await page.locator("dialog .pagefind-ui__result").first().waitFor();
}

async function openPicker(page) {
	const menu = page.locator("starlight-menu-button button:visible");
	if (await menu.count() > 0)
		await menu.click();
	await page.locator("starlight-lang-select select:visible").focus();
}

const settled = (selector) => (page) =>
	page.locator(selector).last().waitFor();

/*
 * The kinds of pages: their file in a locale's folder, what is asked of it,
 * what is to be done or waited for before the picture, whether the picture is
 * of the window only, and how the peer comes to the same (file and act), if
 * it has the like.
 */
const PAGES = [
	{ kind: "home", file: "index.html", peer: { isRoot: true } },
	{ kind: "article", file: `${ARTICLE}.html`, peer: {} },
	{ kind: "principle", file: "principles/listen.html", peer: {} },
	{ kind: "map", file: "principles.html", peer: {} },
	{ kind: "compare", file: "compare.html", query: compareQuery,
		act: settled(".pairs .pair:not(.head)") },
	{ kind: "search", file: "search.html", query: searchQuery,
		act: settled(".elsewhere h3") },
	{ kind: "suggestions", file: "search.html", act: openSuggestions,
		isWindow: true,
		peer: { file: `${ARTICLE}.html`, act: openModal } },
	{ kind: "languages", file: `${ARTICLE}.html`, act: openMenu,
		isWindow: true, peer: { act: openPicker } },
	{ kind: "404", file: "404.html", peer: { file: "../404.html" } },
	{ kind: "handout", file: `handouts/${ARTICLE}.html` },
	{ kind: "builder", file: "handouts.html" },
	{ kind: "index", file: "a-z.html" },
];

/* Takes one picture; says on standard error what does not come. */
async function shoot(page, { address, locale, kind, file, act, ask, isWindow,
	picture }) {
	await page.goto(`${address}${locale}/${file}${ask?.(locale) ?? ""}`);
	try {
		await act?.(page, locale);
	} catch (error) {
		console.error(`${picture}: ${kind} did not come: ` +
			error.message.split("\n")[0]);
	}
	await page.screenshot({ fullPage: !isWindow, path: picture,
		animations: "disabled" });
}

/* What is to be taken of one site: jobs for shoot().  Says what is missing. */
function jobsOf(side) {
	const jobs = [];
	for (const { kind, file, query: ask, act, isWindow, peer } of PAGES) {
		if (options.page && !list(options.page).includes(kind) ||
			side.isPeer && !peer)
			continue;
		for (const locale of list(options.locale)) {
			const job = { address: side.address, locale, kind,
				isWindow, file, ask, act,
				...side.isPeer ? { act: undefined,
					ask: undefined, ...peer } : {} };
			/* Starlight's fi/index.html is fi.html. */
			if (job.isRoot)
				job.file = `../${locale}.html`;
			if (fs.existsSync(path.join(side.folder, locale,
				job.file)))
				jobs.push(job);
			else
				console.error(`${side.name}: there is no ` +
					`${locale}/${job.file}`);
		}
	}
	return jobs;
}

/* Every picture of one site at one width in one scheme; their number. */
async function shootSide(browser, side, width, scheme) {
	const context = await browser.newContext({ colorScheme: scheme,
		viewport: { width, height: width < 600 ? 750 : 850 } });
	context.setDefaultTimeout(PATIENCE);
	for (const job of side.jobs) {
		/* A page of its own, so that nothing is left of the last. */
		const page = await context.newPage();
		const name = [job.kind, job.locale, width, scheme, side.name]
			.join("-") + ".png";
		await shoot(page, { ...job,
			picture: path.join(options.output, name) });
		await page.close();
	}
	await context.close();
	return side.jobs.length;
}

async function shootAll(browser, site) {
	/* Not from the disk, where a 404 page finds no style. */
	const servers = [await serve(site.folder)];
	const sides = [{ name: "opas", folder: site.folder,
		address: servers[0].address }];
	if (options.beside) {
		const folder = path.resolve(options.beside);
		servers.push(await servePlain(folder));
		sides.push({ name: path.basename(path.dirname(folder)), folder,
			address: servers[1].address, isPeer: true });
	}
	fs.mkdirSync(options.output, { recursive: true });
	for (const side of sides)
		side.jobs = jobsOf(side);
	let count = 0;
	for (const width of list(options.width).map(Number))
		for (const scheme of list(options.scheme))
			for (const side of sides)
				count += await shootSide(browser, side, width,
					scheme);
	for (const server of servers)
		server.close();
	writeSheet(options.output);
	console.log(`gallery: ${count} pictures, ` +
		path.relative(process.cwd(),
			path.join(options.output, "index.html")));
}

/* An article that was written in the locale, or for one that has none yet,
 * any. */
function articleOf(locale) {
	const editions = readEditions();
	const own = editions.find((edition) => edition.locale === locale) ??
		editions[0];
	return `${own.locale}/${own.id}.html`;
}

/* Two pictures on one canvas, made by the browser itself. */
async function shootPair(browser, site, file) {
	const pictures = [];
	for (const locale of PAIR) {
		const page = await browser.newPage({ viewport: HALF });
		await page.goto(`${pathToFileURL(site.folder)}/` +
			articleOf(locale));
		pictures.push(await page.screenshot());
		await page.close();
	}
	const page = await browser.newPage({ viewport:
		{ width: HALF.width * 2 + 16, height: HALF.height } });
	const images = pictures.map((picture) => "<img src=\"" +
		`data:image/png;base64,${picture.toString("base64")}">`);
	await page.setContent("<style>body{margin:0;display:flex;gap:16px;" +
		`background:#888}</style>${images.join("")}`);
	await page.screenshot({ path: file });
}

function refuse(what) {
	console.error(`gallery: ${what}`);
	process.exit(2);
}

for (const kind of list(options.page ?? ""))
	if (!PAGES.some((page) => page.kind === kind))
		refuse(`there is no page '${kind}'; there are ` +
			PAGES.map((page) => page.kind).join(", "));
for (const locale of list(options.locale))
	if (!readSettings().locales.includes(locale))
		refuse(`the guide has no locale '${locale}'`);
const site = openSite(options.site);
const browser = await openChromium("gallery");
if (options.readme)
	await shootPair(browser, site, options.readme);
else
	await shootAll(browser, site);
await browser.close();
