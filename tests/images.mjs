/*
 * The guide of sites/images with the real templates: its pages hold what
 * crawl and validity ask of any site, and Chromium finds each image as large
 * as its attributes say, so that nothing moves when it comes.
 * usage: node tests/images.mjs [--program build/opas]
 */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import { openChromium } from "./lib/chromium.mjs";
import { newFolder, run } from "./lib/run.mjs";
import { ROOT } from "./lib/site.mjs";
import { Tally } from "./lib/tally.mjs";

const GUIDE = path.join(ROOT, "tests/sites/images/guide");
/* Images in the introduction and the first section come at once. */
const PAGES = { "en/photos.html": { images: 8, eager: 2 },
	"fi/kuvat.html": { images: 2, eager: 1 } };

const { values: options } = parseArgs({
	options: { program: { type: "string", default: "build/opas" } },
});
const tally = new Tally("images");
const site = newFolder("images");
const built = run(path.resolve(ROOT, options.program),
	["build", "--quiet", "--root", GUIDE, "--output", site]);
tally.check(built.status === 0, "the guide is built", built.output);
for (const part of ["crawl", "validity"]) {
	const done = run(process.execPath,
		[path.join(ROOT, `tests/${part}.mjs`), site, GUIDE]);
	tally.check(done.status === 0, `${part} finds nothing`, done.output);
}

/* How far the page moved by itself (Layout Instability, CLS). */
function watchShifts() {
	window.shifted = 0;
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries())
			window.shifted += entry.value;
	}).observe({ type: "layout-shift", buffered: true });
}

function measure() {
	return [...document.querySelectorAll("main img")].map((image) => ({
		name: image.getAttribute("src").replace(/\.[0-9a-f]{10}/, ""),
		said: [image.getAttribute("width"),
			image.getAttribute("height")].map(Number),
		/* What a drawing without a size of its own has is for the
		 * browser to say; only its proportions count. */
		isScalable: image.getAttribute("src").startsWith("scalable"),
		natural: [image.naturalWidth, image.naturalHeight],
		shown: [image.width, image.height],
		isLazy: image.loading === "lazy" &&
			image.decoding === "async",
	}));
}

async function checkPage(page, name, { images, eager }) {
	await page.goto(pathToFileURL(path.join(site, name)).href);
	/* Images far below only come when they are near. */
	await page.evaluate(async () => {
		for (const image of document.images) {
			image.scrollIntoView();
			await image.decode();
		}
	});
	const found = await page.evaluate(measure);
	tally.equal(found.length, images, `${name}: every image is there`);
	tally.equal(found.map((image) => image.isLazy),
		found.map((_, index) => index >= eager),
		`${name}: images below the first section are lazy`);
	for (const image of found) {
		const [width, height] = image.natural;
		tally.equal(image.isScalable
			? image.said[0] / image.said[1] : image.said,
		image.isScalable ? width / height : image.natural,
		`${name}: ${image.name} is as large as its attributes say`);
		tally.equal(image.shown, image.said,
			`${name}: ${image.name} is shown in that size`);
	}
	tally.equal(await page.evaluate(() => window.shifted), 0,
		`${name}: nothing moves when images come`);
	tally.check(!/script/.test(await page.title()),
		`${name}: no script of an image runs`);
}

const browser = await openChromium("images");
try {
	const page = await browser.newPage(
		{ viewport: { width: 375, height: 1200 } });
	await page.addInitScript(watchShifts);
	/* Images that come after the text is laid out: only these can move
	 * it. */
	await page.route(/\.(png|jpg|gif|webp|svg)$/, async (route) => {
		await delay(100);
		await route.continue();
	});
	for (const [name, wanted] of Object.entries(PAGES))
		await checkPage(page, name, wanted);
} finally {
	await browser.close();
}
tally.finish();
