/*
 * How long the translators' commands take: a new language of our guide, a
 * refresh of it that changes nothing, and 20,000 messages in ten languages.
 * usage: node tests/bench/locales.mjs [ARTICLES]
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { copyGuide, fillAll, write } from "../lib/corpus.mjs";
import { newFolder } from "../lib/run.mjs";
import { PROGRAM } from "./opas.mjs";

const LOCALES = ["en", "tr", "ko", "fa", "sr", "de", "fr", "es", "pl", "ar"];
const MESSAGES = 200;
const count = Number(process.argv[2] ?? 100);

/* Seconds of the best of some runs. */
function time(runs, folder, ...args) {
	let best = Infinity;
	for (let i = 0; i < runs; i++) {
		const begin = process.hrtime.bigint();
		const { status, stderr } = spawnSync(PROGRAM,
			[...args, "--root", folder], { encoding: "utf8",
				maxBuffer: 1 << 30 });
		if (status !== 0)
			throw new Error(`opas ${args.join(" ")}: ${stderr}`);
		best = Math.min(best,
			Number(process.hrtime.bigint() - begin) / 1e9);
	}
	return best;
}

function say(what, seconds, more = "") {
	console.log(`${what.padEnd(52)} ${seconds.toFixed(2)} s ${more}`);
}

/* An article of so many messages, each another. */
function article(number) {
	const lines = [`---\ntitle: Artikkeli ${number}\n---`];
	for (let i = 1; i < MESSAGES; i++)
		lines.push(i % 20 === 1 ? `## Osa ${number} ja ${i}`
			: `Tämä on kappale ${i} artikkelissa ${number}, ja ` +
			"siinä on **muutama** sana lisää, jotta sitä voi lukea.");
	return `${lines.join("\n\n")}\n`;
}

const guide = copyGuide("bench");
time(1, guide, "locale", "update");
fillAll(guide);
say("locale update of our guide, nothing new",
	time(3, guide, "locale", "update"));
say("locale add to our guide, the best of de, fr, es",
	Math.min(...["de", "fr", "es"].map((tag) =>
		time(1, guide, "locale", "add", tag))), "(goal: 1)");
say("locale status of our guide", time(3, guide, "locale", "status"));

const large = newFolder("bench");
write(large, "content/guide.yaml", "base_url: https://guide.example/\n" +
	`search: false\nlocales: [fi, ${LOCALES.join(", ")}]\n`);
for (let i = 0; i < count; i++)
	write(large, `content/fi/a${i}.md`, article(i));
const plain = time(2, large, "build", "--quiet");
console.log(`${count * MESSAGES} messages in ${LOCALES.length} languages, ` +
	`${count} articles (${path.basename(large)}):`);
say("locale update, the first", time(1, large, "locale", "update"));
fillAll(large);
say("locale update, English in every comment",
	time(1, large, "locale", "update"));
say("locale update, nothing new", time(2, large, "locale", "update"));
say("locale status", time(3, large, "locale", "status", "--json"),
	"(goal: 2)");
const whole = time(2, large, "build", "--quiet");
say("build without translations", plain);
say("build with them", whole, `${(whole / plain).toFixed(1)} times, for ` +
	`${LOCALES.length + 1} times the articles`);
