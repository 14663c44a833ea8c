/*
 * A browser for 'opas handout --browser' that is running already: a program
 * that hands what it should print to the Chromium of a test.  A new Chromium
 * for each of some hundred documents would take most of the time.
 */
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { spawn } from "node:child_process";
import { ENVIRONMENT } from "./run.mjs";

const CLIENT = (port) => `#!${process.execPath}
const value = (start) => process.argv.find((word) => word.startsWith(start))
	.slice(start.length);
const query = new URLSearchParams({ page: value("file://"),
	file: value("--print-to-pdf=") });
require("node:http").get("http://127.0.0.1:${port}/?" + query, (answer) => {
	answer.pipe(process.stderr);
	answer.on("end", () =>
		process.exit(answer.statusCode === 200 ? 0 : 1));
});
`;

async function print(browser, address) {
	const query = new URL(address, "http://printer").searchParams;
	const tab = await browser.newPage({ javaScriptEnabled: false });
	try {
		await tab.goto(`file://${query.get("page")}`);
		await tab.pdf({ path: query.get("file"), outline: true,
			tagged: true, printBackground: true,
			preferCSSPageSize: true });
	} finally {
		await tab.close();
	}
}

/* { program, close } */
export async function openPrinter(browser, folder) {
	const server = http.createServer((request, response) => {
		print(browser, request.url).then(() => response.end(),
			(error) => {
				response.statusCode = 500;
				response.end(`${error.message}\n`);
			});
	});
	await new Promise((done) => server.listen(0, "127.0.0.1", done));
	const program = path.join(folder, "printer");
	fs.writeFileSync(program, CLIENT(server.address().port));
	fs.chmodSync(program, 0o700);
	return { program, close: () => server.close() };
}

/* As run() of lib/run.mjs, while other things go on: the printer, too, is a
 * part of this program. */
export function runBeside(program, args, options = {}) {
	return new Promise((resolve) => {
		const child = spawn(program, args, { cwd: options.cwd,
			env: { ...ENVIRONMENT, ...options.env },
			stdio: ["ignore", "pipe", "pipe"] });
		let output = "";
		for (const stream of [child.stdout, child.stderr])
			stream.on("data", (data) => { output += data; });
		child.on("error", (error) =>
			resolve({ status: error.message, output }));
		child.on("close", (status, signal) =>
			resolve({ status: status ?? signal, output }));
	});
}
