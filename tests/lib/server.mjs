/*
 * Serves a folder on a free port of this machine, with the headers that the
 * guide recommends to whoever puts it on the web.
 */
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { HEADER_POLICY } from "./policy.mjs";

const TYPES = { ".html": "text/html; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml",
	".png": "image/png", ".xml": "application/xml",
	".txt": "text/plain; charset=utf-8", ".woff2": "font/woff2" };

function answer(folder, request, response) {
	const wanted = decodeURIComponent(
		new URL(request.url, "http://site.invalid").pathname);
	let file = path.join(folder, path.normalize(wanted));
	if (wanted.endsWith("/"))
		file = path.join(file, "index.html");
	const isThere = fs.existsSync(file) && fs.statSync(file).isFile();
	if (!isThere)
		file = path.join(folder, "404.html");
	response.writeHead(isThere ? 200 : 404, {
		"Content-Type": TYPES[path.extname(file)] ??
			"application/octet-stream",
		"Content-Security-Policy": HEADER_POLICY,
		"X-Content-Type-Options": "nosniff",
	});
	response.end(fs.readFileSync(file));
}

/* { address, close }; address ends in a slash. */
export async function serve(folder) {
	const server = http.createServer((request, response) =>
		answer(folder, request, response));
	await new Promise((resolve) =>
		server.listen(0, "127.0.0.1", resolve));
	return {
		address: `http://127.0.0.1:${server.address().port}/`,
		close: () => {
			server.close();
			server.closeAllConnections?.();
		},
	};
}
