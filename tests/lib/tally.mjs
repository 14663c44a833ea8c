/*
 * Counts what a test program found to hold and what not, and ends with the
 * plain line "name: N passed, N failed".
 */
import process from "node:process";

/* After so many faults the rest is only counted. */
const SHOWN = 100;
/* How much of long values is shown. */
const WIDTH = 400;

export class Tally {
	constructor(name) {
		this.name = name;
		this.passed = 0;
		this.failed = 0;
	}

	/* A claim that holds, or not; detail is shown if it does not. */
	check(holds, claim, detail = "") {
		if (holds) {
			this.passed++;
			return true;
		}
		this.failed++;
		if (this.failed <= SHOWN)
			console.log(`not ok: ${claim}` +
				(detail ? `\n${indent(detail)}` : ""));
		if (this.failed === SHOWN)
			console.log("not ok: (more, not shown)");
		return false;
	}

	fail(claim, detail) {
		return this.check(false, claim, detail);
	}

	/* Equal as JSON; shows both if not, long ones from where they differ. */
	equal(actual, expected, claim) {
		const is = JSON.stringify(actual) ?? "undefined";
		const should = JSON.stringify(expected) ?? "undefined";
		if (is === should)
			return this.check(true, claim);
		let same = 0;
		while (is[same] === should[same])
			same++;
		const from = is.length + should.length < 2 * WIDTH ? 0
			: Math.max(0, same - 40);
		const part = (text) => (from > 0 ? "…" : "") +
			text.slice(from, from + WIDTH) +
			(from + WIDTH < text.length ? "…" : "");
		return this.fail(claim,
			`is:        ${part(is)}\nshould be: ${part(should)}`);
	}

	/* A run that checked nothing has failed. */
	finish() {
		if (this.passed + this.failed === 0)
			this.fail("something was checked");
		console.log(`${this.name}: ${this.passed} passed, ` +
			`${this.failed} failed`);
		process.exitCode = this.failed > 0 ? 1 : 0;
	}
}

function indent(text) {
	return String(text).trimEnd().replace(/^/gm, "    ");
}

/* Ends the program: something that the test needs is not there. */
export function missing(name, what) {
	console.log(`not ok: ${what}`);
	console.log(`${name}: 0 passed, 1 failed`);
	process.exit(1);
}
