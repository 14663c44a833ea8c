/*
 * Every page without a message of the Nu HTML checker, be it an error, a warning
 * or only advice, and all XML and SVG well-formed.
 * usage: node tests/validity.mjs [SITE]
 */
import fs from "node:fs";
import path from "node:path";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { ROOT, openSite } from "./lib/site.mjs";
import { Tally, missing } from "./lib/tally.mjs";

const CHECKER = path.join(ROOT,
	"tests/node_modules/vnu-jar/build/dist/vnu.jar");

const site = openSite(process.argv[2]);
const tally = new Tally("validity");
const execute = promisify(execFile);

async function outputOf(name, args) {
	try {
		const { stdout, stderr } = await execute(name, args,
			{ maxBuffer: 1 << 26 });
		return { stdout, stderr };
	} catch (error) {
		if (error.code === "ENOENT")
			missing("validity", `there is no program '${name}'`);
		return error;
	}
}

async function checkPages() {
	const names = site.files.filter((name) => name.endsWith(".html"));
	const { stdout, stderr } = await outputOf("java", ["-jar", CHECKER,
		"--format", "json", "--stdout", "--exit-zero-always",
		...names.map((name) => path.join(site.folder, name))]);
	let messages;
	try {
		({ messages } = JSON.parse(stdout));
	} catch (none) {
		tally.fail("the checker gives its messages", stderr ?? stdout);
		return;
	}
	const byPage = new Map(names.map((name) => [name, []]));
	for (const message of messages) {
		const name = path.relative(site.folder,
			decodeURIComponent(message.url?.replace(/^file:/, "") ??
				""));
		const text = `${message.lastLine}:${message.lastColumn}: ` +
			`${message.type}: ${message.message}\n` +
			`  ${message.extract ?? ""}`;
		if (byPage.has(name))
			byPage.get(name).push(text);
		else
			tally.fail("the checker reads every page", text);
	}
	for (const [name, texts] of byPage)
		tally.check(texts.length === 0, `${name} is valid HTML`,
			texts.slice(0, 5).join("\n"));
}

async function checkXml() {
	for (const name of site.files) {
		if (!/\.(xml|svg)$/.test(name))
			continue;
		const { code, stderr } = await outputOf("xmllint",
			["--noout", "--nonet", path.join(site.folder, name)]);
		tally.check(!code && !stderr, `${name} is well-formed`, stderr);
	}
}

if (!fs.existsSync(CHECKER))
	missing("validity", "the Nu HTML checker is not there; " +
		"run 'make check', or 'npm ci' in tests/");
await Promise.all([checkPages(), checkXml()]);
tally.finish();
