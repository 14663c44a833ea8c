/*
 * Debian's Chromium without a window, and nothing that it does by itself in
 * the background.
 */
import fs from "node:fs";
import { missing } from "./tally.mjs";

const PROGRAM = "/usr/bin/chromium";
const ARGUMENTS = ["--disable-gpu", "--disable-quic", "--no-first-run",
	"--disable-background-networking", "--disable-component-update",
	"--disable-sync", "--hide-scrollbars"];

/* name: of the test; more: further arguments. */
export async function openChromium(name, more = []) {
	let chromium;
	try {
		({ chromium } = await import("playwright-core"));
	} catch (none) {
		missing(name, "playwright-core is not there; run 'make check', " +
			"or 'npm ci' in tests/");
	}
	if (!fs.existsSync(PROGRAM))
		missing(name, `there is no ${PROGRAM}`);
	return chromium.launch({ executablePath: PROGRAM,
		args: [...ARGUMENTS, ...more,
			...process.getuid() === 0 ? ["--no-sandbox"] : []] });
}
