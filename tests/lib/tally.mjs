/*
 * Counts what a test program found to hold and what not, and ends with the
 * plain line "name: N passed, N failed".
 */
import process from "node:process";

/* After so many faults the rest is only counted. */
const SHOWN = 60;

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

	/* Equal as JSON; shows both if not. */
	equal(actual, expected, claim) {
		const is = JSON.stringify(actual);
		const should = JSON.stringify(expected);
		return this.check(is === should, claim,
			`is:        ${is}\nshould be: ${should}`);
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
