/*
 * Holds the C sources to the rules of the house that a compiler does not
 * know: who may include whom, where each foreign library lives, functions
 * that are barred, and how long files and functions may be.
 * usage: node tests/layers.mjs
 */
import fs from "node:fs";
import path from "node:path";
import { ROOT, listFiles } from "./lib/site.mjs";
import { Tally } from "./lib/tally.mjs";

/* What a folder may include besides itself. */
const BELOW = {
	base: [],
	read: ["base"],
	parse: ["base", "read"],
	model: ["base", "read", "parse"],
	link: ["base", "read", "parse", "model"],
	render: ["base", "read", "parse", "model", "link"],
	search: ["base", "read", "parse", "model", "link"],
	write: ["base"],
	command: ["base", "read", "parse", "model", "link", "render", "search",
		"write"],
	main: ["base", "command"],
};

/* The homes of headers that are not ISO C: a pattern for the header, one for
 * the files that may include it.  A header in no row may be included
 * nowhere. */
const HOMES = [
	[/^cmark\.h$/, /^(parse\/|render\/body)/],
	[/^libxml\//, /^(render\/(template\w*|markup)|read\/picture_svg)\.c$/],
	[/^(png|jpeglib|gif_lib|webp\/decode|libexif\/exif-data)\.h$/,
		/^read\/picture_\w+\.c$/],
	[/^unicode\//, /^(model\/locale(_data)?|link\/order|search\/terms|search\/make\/fold|base\/unicode)\.c$/],
	[/^qrencode\.h$/, /^render\/qr\.c$/],
	[/^yaml\.h$/, /^read\/front\.c$/],
	[/^qpdf\/qpdf-c\.h$/, /^command\/handout_pdf\.c$/],
	[/^hb(-subset)?\.h$/, /^command\/handout_font\.c$/],
	[/^zlib\.h$/, /^write\/compress\.c$/],
	[/^libvoikko\//, /^(render\/compound|search\/finnish_dictionary)\.c$/],
	[/^libstemmer\.h$/, /^search\/stemmer\.c$/],
	[/^(dirent|sys\/stat|sys\/file)\.h$/, /^base\/file\w*\.c$/],
	[/^(spawn|poll|signal|sys\/wait)\.h$/, /^base\/process\.c$/],
	[/^(fcntl|unistd)\.h$/, /^base\/(file|process|workers)\.c$/],
	[/^(pthread|sched)\.h$/, /^(base\/|model\/locale\.c|write\/output\.c)/],
	[/^(strings|endian)\.h$/, /^/],
];

const STANDARD = new Set(("assert complex ctype errno fenv float inttypes " +
	"iso646 limits locale math setjmp signal stdalign stdarg stdatomic " +
	"stdbool stddef stdint stdio stdlib stdnoreturn string tgmath threads " +
	"time uchar wchar wctype").split(" ").filter((name) =>
	name !== "signal" && name !== "locale").map((name) => `${name}.h`));

const BANNED = ["strcpy", "strcat", "sprintf", "vsprintf", "strtok", "atoi",
	"localtime", "gmtime", "gets", "strncpy"];

const LIMITS = { file: 500, function: 60, withSwitch: 80 };

/* Comments and what is between quotes become blanks; lines stay. */
function bare(source) {
	return source.replace(
		/\/\*[^]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g,
		(piece) => piece.replace(/[^\n]/g, " "));
}

function checkIncludes(name, source, report) {
	const folder = name === "main.c" ? "main" : name.split("/")[0];
	for (const [index, line] of source.split("\n").entries()) {
		const match = /^\s*#\s*include\s*([<"])([^>"]+)[>"]/.exec(line);
		if (!match)
			continue;
		const header = match[2];
		if (match[1] === "\"") {
			const from = header.split("/")[0];
			if (!header.includes("/"))
				report(index, `'${header}' must be included ` +
					"with its folder");
			else if (from !== folder &&
				!(BELOW[folder] ?? []).includes(from))
				report(index, `${folder} may not include ` +
					`${header}`);
			continue;
		}
		if (STANDARD.has(header))
			continue;
		const home = HOMES.find(([pattern]) => pattern.test(header));
		if (!home?.[1].test(name))
			report(index, `<${header}> is not at home here`);
	}
}

function checkBanned(code, report) {
	const pattern = new RegExp(`\\b(${BANNED.join("|")})\\s*\\(`, "g");
	for (const [index, line] of code.split("\n").entries())
		for (const match of line.matchAll(pattern))
			report(index, `${match[1]} is banned`);
}

/* A function begins with the line of its '{' in the first column, and the
 * lines of its head above. */
function checkLengths(code, report) {
	const lines = code.split("\n");
	if (lines.at(-1) === "")
		lines.pop();
	if (lines.length > LIMITS.file)
		report(LIMITS.file, `the file has ${lines.length} lines, more ` +
			`than ${LIMITS.file}`);
	for (let i = 0; i < lines.length; i++) {
		if (lines[i].trimEnd() !== "{")
			continue;
		let start = i;
		while (start > 0 && !/^(\s*$|[}#]|.*;)/.test(lines[start - 1]))
			start--;
		let end = i;
		while (end < lines.length - 1 && lines[end][0] !== "}")
			end++;
		const body = lines.slice(i, end).join("\n");
		const limit = /\bswitch\s*\(/.test(body) ? LIMITS.withSwitch
			: LIMITS.function;
		if (end - start + 1 > limit)
			report(start, `this function has ` +
				`${end - start + 1} lines, more than ${limit}`);
	}
}

/* Problems of one file below generator/, as "name:line: problem". */
function inspect(name, source) {
	const problems = [];
	const report = (index, problem) =>
		problems.push(`${name}:${index + 1}: ${problem}`);
	const code = bare(source);
	checkIncludes(name, source, report);
	checkBanned(code, report);
	checkLengths(code, report);
	return problems;
}

/* Each fault must be found, and what looks like one must not. */
function testItself(tally) {
	const body = (count) => "\tgo();\n".repeat(count);
	const faults = {
		"base/a.c": "#include \"read/front.h\"\n",
		"write/a.c": "#include \"model/guide.h\"\n",
		"render/a.c": "#include \"search/terms.h\"\n",
		"search/a.c": "#include \"render/view.h\"\n",
		"link/a.h": "#include \"render/view.h\"\n",
		"parse/a.c": "#include \"model/guide.h\"\n",
		"main.c": "#include \"render/view.h\"\n",
		"read/a.c": "#include \"front.h\"\n",
		"model/a.c": "#include <cmark.h>\n",
		"render/b.c": "#include <libxml/tree.h>\n",
		"link/address.c": "#include <unicode/ucol.h>\n",
		"read/field.c": "#include <yaml.h>\n",
		"link/b.c": "#include <unistd.h>\n",
		"command/a.c": "#include <curl/curl.h>\n",
		"base/b.c": "\tstrcpy(a, b);\n",
		"base/c.c": "\treturn localtime (&now);\n",
		"base/d.c": "\n".repeat(LIMITS.file + 1),
		"base/e.c": `void a(void)\n{\n${body(58)}}\n`,
		"base/f.c": `void a(void)\n{\n\tswitch (b) {\n${body(76)}\t}\n}\n`,
	};
	const fine = {
		"render/body.c": "#include <cmark.h>\n#include \"link/address.h\"\n",
		"render/template.c": "#include <libxml/parser.h>\n",
		"command/build.c": "#include \"write/output.h\"\n",
		"base/a.c": "/* strcpy(a, b) */\nchar *a = \"atoi(\";\n" +
			"\tour_strcpy(a);\n#include <string.h>\n",
		"base/b.c": "\n".repeat(LIMITS.file),
		"base/e.c": `void a(void)\n{\n${body(57)}}\n`,
		"base/f.c": `void a(int b,\n    int c)\n{\n\tswitch (b) {\n` +
			`${body(74)}\t}\n}\n`,
		"base/g.c": "static const int table[] = {\n" +
			`${"\t1,\n".repeat(90)}};\n`,
	};
	for (const [name, source] of Object.entries(faults))
		tally.equal(inspect(name, source).length, 1,
			`itself: one fault is found in ${name}: ` +
				JSON.stringify(source.slice(0, 40)));
	for (const [name, source] of Object.entries(fine))
		tally.equal(inspect(name, source), [],
			`itself: nothing is found in ${name}: ` +
				JSON.stringify(source.slice(0, 40)));
}

/* Tests include what they test; the other rules hold for them, too. */
function inspectTest(name, source) {
	return inspect(name, source).filter((problem) =>
		/ is banned| lines, more than/.test(problem));
}

function sourcesBelow(folder) {
	return listFiles(path.join(ROOT, folder)).filter((name) =>
		/\.[ch]$/.test(name));
}

const tally = new Tally("layers");
testItself(tally);
for (const [folder, check] of [["generator", inspect],
	["tests/unit", inspectTest]])
	for (const name of sourcesBelow(folder)) {
		const source = fs.readFileSync(path.join(ROOT, folder, name),
			"utf8");
		const problems = check(name, source);
		tally.check(problems.length === 0,
			`${folder}/${name} keeps the rules`,
			problems.join("\n"));
	}
tally.finish();
