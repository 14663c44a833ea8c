/*
 * Holds 'opas render' to the CommonMark specification: with --commonmark each
 * example gives what the program cmark prints, to the byte; and without it
 * too, unless the example uses syntax that means more to opas.
 * usage: node tests/commonmark.mjs [--program build/opas]
 */
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { ENVIRONMENT, newFolder, run } from "./lib/run.mjs";
import { ROOT, listFiles } from "./lib/site.mjs";
import { Tally, missing } from "./lib/tally.mjs";

/* Why opas reads an example otherwise, and what becomes of it then. */
const FRONT_MATTER = {
	reason: "it begins with front matter",
	becomes: (markdown) => String(cmark(
		markdown.replace(/^---\n(?:[^]*?\n)?---\n/, ""))),
};
const FIGURE = {
	reason: "an image with a title, alone in a paragraph, is a figure",
	becomes: (markdown, html) => html.replace(
		/<p>(<img [^>]*?) title="([^"]*)" \/><\/p>/,
		"<figure>\n$1 />\n<figcaption>$2</figcaption>\n</figure>"),
};

/* By number of the example. */
const EXCEPTIONS = {
	96: FRONT_MATTER,
	98: FRONT_MATTER,
	571: FIGURE,
	572: FIGURE,
	575: FIGURE,
	576: FIGURE,
	583: FIGURE,
	584: FIGURE,
	585: FIGURE,
	587: FIGURE,
	588: FIGURE,
	590: FIGURE,
};

const { values: options } = parseArgs({
	options: { program: { type: "string", default: "build/opas" } },
});
const program = path.resolve(ROOT, options.program);
const tally = new Tally("commonmark");

function spawn(file, args, input) {
	const done = spawnSync(file, args, { input, env: ENVIRONMENT,
		timeout: 60000, maxBuffer: 1 << 28 });
	return { status: done.status ?? done.signal ?? done.error?.message,
		html: done.stdout ?? Buffer.alloc(0),
		messages: String(done.stderr ?? "") };
}

function cmark(input) {
	return spawn("cmark", ["--unsafe"], input).html;
}

/* With --commonmark: the same bytes, no message, status 0. */
function checkSame(claim, input) {
	const { status, html, messages } =
		spawn(program, ["render", "--commonmark", "-"], input);
	const expected = cmark(input);
	const holds = html.equals(expected) && messages === "" && status === 0;
	tally.check(holds, claim, `status ${status}\n${messages}` +
		`is:\n${html}should be:\n${expected}`);
	return expected;
}

/* What opas adds to every document: anchors of headings, addresses. */
function plain(html) {
	return html.replace(/<h([1-6]) id="[^"<>]*"(?: data-b="[^"<>]*")?>/g,
		"<h$1>").replace(/ data-b="[^"<>]*"/g, "");
}

/* cmark closes void elements as XML does; HTML has no use for it. */
function unclosed(html) {
	return html.replaceAll(" />", ">");
}

/* With extensions: problems of links may be reported, which is no matter of
 * what is printed. */
function checkExtended(example, expected) {
	const { status, html, messages } =
		spawn(program, ["render", "--raw-html", "-"], example.markdown);
	const claim = `example ${example.number} (${example.section}) ` +
		"with extensions";
	const exception = EXCEPTIONS[example.number];
	const wanted = exception === undefined ? String(expected)
		: exception.becomes(example.markdown, String(expected));
	const found = unclosed(plain(String(html)));
	if (status !== 0 && status !== 1)
		tally.fail(`${claim} ends`, `status ${status}\n${messages}`);
	tally.check(found === unclosed(wanted), exception === undefined
		? `${claim} gives the same`
		: `${claim} gives something else, since ${exception.reason}`,
	`${messages}of:\n${example.markdown}is:\n${found}` +
		`should be:\n${unclosed(wanted)}`);
	if (exception !== undefined)
		tally.check(wanted !== String(expected),
			`${claim} is an exception`);
}

function checkExamples(spec) {
	const examples = spec.tests.map((example) => ({ ...example,
		markdown: example.markdown.replaceAll("→", "\t"),
		html: example.html.replaceAll("→", "\t") }));
	tally.check(examples.length > 640, "the specification has its examples",
		`${examples.length} were found`);
	for (const number of Object.keys(EXCEPTIONS))
		tally.check(Number(number) <= examples.length,
			`there is an example ${number} to except`);
	for (const example of examples) {
		const expected = checkSame(`example ${example.number} ` +
			`(${example.section})`, example.markdown);
		tally.equal(String(expected), example.html,
			`cmark itself gives what example ${example.number} says`);
		checkExtended(example, expected);
	}
	checkSame("all examples in one document",
		examples.map((example) => example.markdown).join("\n"));
}

/* What the specification leaves to implementations, and long input. */
function checkOdd(spec) {
	const odd = {
		"nothing": "",
		"a byte order mark": "\ufeff# a\n",
		"no line end": "a",
		"carriage returns": "a\r\rb\r\nc\r",
		"a NUL": "a\0b\n\0\n",
		"what is no UTF-8": Buffer.from("a \xff \xe2\x82 b\n", "latin1"),
		"the specification itself": spec.text,
		"deep quotations": `${"> ".repeat(5000)}a\n`,
		"deep lists": `${"- ".repeat(2000)}a\n`,
		"a long line": `${"*a **b ".repeat(20000)}\n`,
		"front matter": "---\ntitle: x\n---\ntext\n",
		"extensions": "|a|\n|-|\n|b|\n\n- [ ] c\n\n~~d~~ [^1]\n\n" +
			"[^1]: e\n\n> [!NOTE]\n> f\n\n## g {#h principles=\"i\"}\n",
	};
	for (const [name, input] of Object.entries(odd))
		checkSame(name, input);
}

/* Files are read as the standard input is. */
function checkFiles() {
	const folder = path.join(ROOT, "content");
	const names = listFiles(folder).filter((name) => name.endsWith(".md"));
	const work = newFolder("commonmark");
	for (const name of names) {
		const file = path.join(folder, name);
		const expected = checkSame(`content/${name}`,
			fs.readFileSync(file));
		const { output } = run(program,
			["render", "--commonmark", file], { cwd: work });
		tally.equal(output, String(expected),
			`content/${name}, as a file`);
	}
}

if (!fs.existsSync(program))
	missing("commonmark",
		`there is no program ${options.program}; run 'make'`);
if (spawn("cmark", ["--version"], "").status !== 0)
	missing("commonmark", "the program cmark is not there");
const spec = createRequire(import.meta.url)("commonmark-spec");
checkExamples(spec);
checkOdd(spec);
checkFiles();
tally.finish();
