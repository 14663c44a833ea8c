/*
 * Follows the walk-through of locales/README.md to the letter: every command
 * of its blocks marked "sh", one after the other, in a copy of the guide.
 * usage: node tests/walkthrough.mjs [--program build/opas]
 */
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { copyGuide, read } from "./lib/corpus.mjs";
import { newFolder, run } from "./lib/run.mjs";
import { ROOT } from "./lib/site.mjs";
import { Tally } from "./lib/tally.mjs";

const { values: options } = parseArgs({
	options: { program: { type: "string", default: "build/opas" } },
});
const program = path.resolve(ROOT, options.program);
const tally = new Tally("walkthrough");

/* Commands as they stand in a page, in order. */
function commandsOf(markdown) {
	return [...markdown.matchAll(/^```sh\n([^]*?)^```$/gm)]
		.flatMap(([, block]) => block.trimEnd().split("\n"));
}

/* A folder with nothing but the program. */
function binFolder() {
	const folder = newFolder("bin");
	fs.symlinkSync(program, path.join(folder, "opas"));
	return folder;
}

const readme = fs.readFileSync(path.join(ROOT, "locales/README.md"), "utf8");
const commands = commandsOf(readme);
const guide = copyGuide("walkthrough");
fs.rmSync(path.join(guide, "locales/ui"), { recursive: true });
const bin = binFolder();
tally.check(commands.length >= 8, "there is a way to walk",
	`${commands.length} commands`);
for (const command of commands) {
	const { status, output } = run("sh", ["-c", command], { cwd: guide,
		env: { PATH: `${bin}:${process.env.PATH}` } });
	tally.check(status === 0, command, output);
	/* What nobody is told to expect. */
	tally.check(!/\berror\b|\[po-/.test(output), `${command}: no complaint`,
		output);
}

tally.check(/^(?:locales: \[.*, de\]|  de:)/m.test(
	read(guide, "content/guide.yaml")), "guide.yaml lists German");
tally.check(/<html[^>]* lang="de"/.test(read(guide, "site/de/index.html")),
	"the site has a German home page");
for (const component of ["ui", "guide", "abusive-customers",
	"seven-habits"])
	tally.check(fs.existsSync(
		path.join(guide, `locales/${component}/de.po`)),
	`${component} has a German catalog`);
tally.finish();
