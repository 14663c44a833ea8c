/*
 * Shows that the audit finds what it looks for: a small sound site passes,
 * and each fault put into it is told by the check that is meant to.
 */
import fs from "node:fs";
import path from "node:path";
import { newFolder } from "../lib/run.mjs";
import { serve } from "../lib/server.mjs";
import { Auditor, CLAIMS } from "./page.mjs";

const STYLE = `* { box-sizing: border-box }
body { margin: 0; color: #111; background: #fff; font: 18px/1.5 sans-serif }
a { color: #00527a; display: inline-block; min-block-size: 24px }
p a { display: inline }
button, input { min-block-size: 44px; min-inline-size: 44px; font: inherit;
	color: #111; background: #fff; border: 1px solid #444 }
::placeholder { color: #444; opacity: 1 }
:focus-visible { outline: 3px solid #00527a; outline-offset: 2px }
main:focus { outline: 0 }
@media (prefers-color-scheme: dark) {
	body, button, input { color: #eee; background: #111 }
	a { color: #9cf }
	button, input { border-color: #ccc }
	::placeholder { color: #ccc }
	:focus-visible { outline-color: #9cf }
}
`;
const PAGE = `<!DOCTYPE html>
<html lang="en" dir="ltr">
<head><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="icon.svg">
<link rel="stylesheet" href="style.css"><script defer src="page.js"></script>
</head>
<body><a href="#main">Skip to content</a>
<main id="main" tabindex="-1"><h1>A page</h1>
<p>Words with <a href="#main">a link</a> among them.</p>
<p><button type="button">Press</button></p>
<p><label>Name <input name="name" placeholder="yours"></label></p>
</main></body></html>
`;
const ICON = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>";

/* [name, checks that tell it, change]; a change adds to the style sheet or
 * the script, or rewrites the page. */
const FAULTS = [
	["an image without a name", ["axe light", "axe dark"],
		{ page: [/<p>Words/, "<p><img src=\"icon.svg\">Words"] }],
	["a message on the console", ["load"],
		{ script: "console.log('here I am');" }],
	["an exception", ["load"], { script: "throw new Error('no');" }],
	["a request that leaves the site", ["load"],
		{ page: [/<p>Words/,
			"<p><img alt=\"far\" src=\"http://far.invalid/x.png\">"] }],
	["a file that is not there", ["load"],
		{ page: [/<p>Words/, "<p><img alt=\"x\" src=\"x.png\">"] }],
	["a style that the policy bars", ["policy"],
		{ page: [/<p>Words/, "<p style=\"color: red\">Words"] }],
	["what moves while it loads", ["shift"],
		{ script: "setTimeout(function () { document.querySelector('h1')" +
			".style.marginTop = '200px'; }, 60); " +
			"document.body.append(document.createElement('hr'));" +
			"var r = new XMLHttpRequest(); r.open('GET', 'style.css');" +
			"r.send();" }],
	["a heavy script", ["weight"],
		{ script: `var noise = "${noise(9000)}";` }],
	["pale text", ["contrast light", "axe light"],
		{ style: "main p { color: #999 }" }],
	["text that has 4.5:1 but not 7:1", ["contrast light"],
		{ style: "main p { color: #6b6b6b }" }],
	["dark text in the dark scheme", ["contrast dark", "axe dark"],
		{ style: "h1 { color: #333 }" }],
	["faint text by opacity", ["contrast light"],
		{ style: "main p { opacity: .6 }" }],
	["pale words of the style sheet", ["contrast light"],
		{ style: "p::after { content: 'more'; color: #aaa }" }],
	["a pale placeholder", ["contrast light"],
		{ style: "input::placeholder { color: #bbb; opacity: 1 }" }],
	["a field whose edge is not seen", ["edges light"],
		{ style: "input { border-color: #ddd }" }],
	["no sign of the focus", ["focus light", "focus forced"],
		{ style: "a:focus-visible { outline: 0 }" }],
	["a ring that is too pale", ["focus light"],
		{ style: ":focus-visible { outline-color: #ddd }" }],
	["no sign of the focus in forced colours", ["focus forced"],
		{ style: "@media (forced-colors: active) " +
			"{ :focus-visible { outline: 0 } }" }],
	["a ring in forced colours that is only a shadow", ["focus forced"],
		{ style: ":focus-visible { outline: 0; " +
			"box-shadow: 0 0 0 3px #00527a }" }],
	["a target below something else", ["focus light"],
		{ style: "main { position: relative } main::after { content: " +
			"''; position: absolute; inset: 0; background: #fff }" }],
	["a low link that stands alone", ["targets 1280", "targets 320"],
		{ page: [/<p>Words with/, "<p>"],
			also: [/ among them\./, ""],
			style: "p a { line-height: 1; font-size: 14px }" }],
	["a low button", ["targets 1280"],
		{ style: "button { min-block-size: 30px }" }],
	["what is too wide for 320 px", ["width 320"],
		{ style: "h1 { inline-size: 400px }" }],
	["what is too wide for 768 px", ["width 768"],
		{ style: "h1 { inline-size: 800px }" }],
	["what is too wide for 1280 px", ["width 1280"],
		{ style: "h1 { inline-size: 1300px }" }],
	["what is too wide with wider spacing", ["spacing"],
		{ page: [/Words/, "Wordswordswordswordswordswordswords"] }],
	["text that is cut off with wider spacing", ["spacing"],
		{ style: "h1 { font-size: 40px; inline-size: 130px; " +
			"white-space: nowrap; overflow: hidden }" }],
	["what is too wide for 640 px", ["width 640"],
		{ style: "h1 { inline-size: 700px }" }],
	["what moves although it should not", ["motion"],
		{ style: "@keyframes a { to { opacity: .9 } } " +
			"h1 { animation: a 9s infinite }" }],
	["other words from the disk", ["file"],
		{ script: "if (location.protocol === 'file:') " +
			"document.querySelector('h1').textContent = 'Else';" }],
	["no style sheet from the disk", ["file"],
		{ page: [/href="style.css"/, "href=\"/style.css\""] }],
];

/* Checks that only repeat another one in a state that has a fault above. */
const UNTRIED = ["axe forced", "edges dark", "focus dark", "focus narrow"];

/* Text that does not pack. */
function noise(length) {
	let text = "";
	for (let i = 1; text.length < length; i = (i * 48271) % 2147483647)
		text += i.toString(36);
	return text.slice(0, length);
}

function write(folder, { page, also, style = "", script = "" } = {}) {
	let html = PAGE;
	for (const [from, to] of [page, also].filter(Boolean))
		html = html.replace(from, to);
	fs.writeFileSync(path.join(folder, "index.html"), html);
	fs.writeFileSync(path.join(folder, "404.html"), PAGE);
	fs.writeFileSync(path.join(folder, "style.css"), STYLE + style);
	fs.writeFileSync(path.join(folder, "page.js"), script);
	fs.writeFileSync(path.join(folder, "icon.svg"), ICON);
}

/* The checks that tell something of what was written. */
async function told(browser, server, folder, only) {
	const results = await new Auditor(browser, server, folder,
		{ only, isArticle: () => true }).audit("index.html");
	return { results, checks: [...results].filter(([, found]) =>
		found.length > 0).map(([check]) => check) };
}

async function testFaults(browser, tally, faults) {
	const folder = newFolder("audit");
	const server = await serve(folder);
	for (const [name, checks, change] of faults) {
		write(folder, change);
		const { checks: found, results } =
			await told(browser, server, folder, checks);
		for (const check of checks)
			tally.check(found.includes(check),
				`audit: ${check} tells ${name}`,
				JSON.stringify([...results]));
	}
	server.close();
}

export async function testAudit(browser, tally) {
	const folder = newFolder("audit");
	const server = await serve(folder);
	write(folder);
	const sound = await told(browser, server, folder);
	tally.equal([...sound.results].filter(([, found]) => found.length > 0),
		[], "audit: a sound page passes");
	tally.equal(Object.keys(CLAIMS).filter((check) =>
		!FAULTS.some(([, checks]) => checks.includes(check))).sort(),
	UNTRIED, "audit: each check has a fault of its own");
	server.close();
	const half = Math.ceil(FAULTS.length / 2);
	await Promise.all([FAULTS.slice(0, half), FAULTS.slice(half)]
		.map((faults) => testFaults(browser, tally, faults)));
}
