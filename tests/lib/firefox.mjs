/*
 * Debian's Firefox without a window, driven by WebDriver BiDi, with the
 * check that readers have and automation turns off: files from the disk are
 * of no common origin.
 */
import fs from "node:fs";
import { missing } from "./tally.mjs";

const PROGRAM = "/usr/bin/firefox-esr";

export async function openFirefox(name) {
	let puppeteer;
	try {
		({ default: puppeteer } = await import("puppeteer-core"));
	} catch (none) {
		missing(name, "puppeteer-core is not there; run 'make check', " +
			"or 'npm ci' in tests/");
	}
	if (!fs.existsSync(PROGRAM))
		missing(name, `there is no ${PROGRAM}`);
	return puppeteer.launch({ browser: "firefox", executablePath: PROGRAM,
		headless: true, extraPrefsFirefox: {
			"security.fileuri.strict_origin_policy": true } });
}
