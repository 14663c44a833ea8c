/*
 * A printed document as pdf.js sees it: for each sheet its pieces of text with
 * their places, its links, and for the whole its outline, destinations and
 * language.
 */
import fs from "node:fs";
import { missing } from "./tally.mjs";

let library = null;

/* It says on loading that it cannot draw, which nobody asks of it. */
async function open(name) {
	const { log, warn } = console;
	console.log = console.warn = () => {};
	try {
		library ??= await import("pdfjs-dist/legacy/build/pdf.mjs");
	} catch (none) {
		console.log = log;
		missing(name, "pdfjs-dist is not there; run 'make check', or " +
			"'npm ci' in tests/");
	} finally {
		console.log = log;
		console.warn = warn;
	}
	return library;
}

async function readSheet(sheet) {
	const [, , width, height] = sheet.view;
	const { items } = await sheet.getTextContent(
		{ disableNormalization: true });
	const links = await sheet.getAnnotations();
	return { width, height,
		links: links.filter(({ subtype }) => subtype === "Link")
			.map(({ rect, dest, url }) => ({ rect, dest, url })),
		pieces: items.filter(({ str }) => str !== "").map((item) => ({
			text: item.str, x: item.transform[4],
			y: item.transform[5], width: item.width,
			size: Math.hypot(item.transform[2],
				item.transform[3]) })) };
}

async function readOutline(document, items, found = []) {
	for (const item of items ?? []) {
		const [page, , , top] = item.dest ?? [];
		found.push({ title: item.title, top,
			sheet: page ? await document.getPageIndex(page) + 1
				: null });
		await readOutline(document, item.items, found);
	}
	return found;
}

export async function readPdf(name, file) {
	const { getDocument } = await open(name);
	const document = await getDocument({ verbosity: 0,
		data: new Uint8Array(fs.readFileSync(file)) }).promise;
	const sheets = [];
	for (let number = 1; number <= document.numPages; number++)
		sheets.push(await readSheet(await document.getPage(number)));
	const destinations = {};
	for (const [anchor, target] of Object.entries(
		await document.getDestinations()))
		destinations[decodeURIComponent(anchor)] =
			await document.getPageIndex(target[0]) + 1;
	const { info } = await document.getMetadata();
	const outline = await readOutline(document,
		await document.getOutline());
	const marks = await document.getMarkInfo();
	await document.destroy();
	return { sheets, destinations, outline, title: info.Title,
		language: info.Language, tagged: marks?.Marked === true,
		dates: [info.CreationDate, info.ModDate].filter(Boolean) };
}
