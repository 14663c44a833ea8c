/*
 * Serves a folder as gzip where a browser takes it, and counts what it sends:
 * what a reader's connection would carry.
 */
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = { ".html": "text/html; charset=utf-8",
	".js": "text/javascript", ".json": "application/json",
	".css": "text/css", ".svg": "image/svg+xml",
	".wasm": "application/wasm" };

/* { address, sent: [{ path, bytes, time }], close } */
export async function servePlain(folder) {
	const sent = [];
	const packed = new Map();
	const server = http.createServer((request, response) => {
		const wanted = decodeURIComponent(
			new URL(request.url, "http://site.invalid").pathname);
		const file = path.join(folder, path.normalize(wanted));
		if (!fs.existsSync(file) || !fs.statSync(file).isFile()) {
			response.writeHead(404).end();
			return;
		}
		if (!packed.has(file))
			packed.set(file, gzipSync(fs.readFileSync(file)));
		const bytes = packed.get(file);
		sent.push({ path: wanted, bytes: bytes.length,
			time: Date.now() });
		response.writeHead(200, { "Content-Encoding": "gzip",
			"Content-Type": TYPES[path.extname(file)] ??
				"application/octet-stream" }).end(bytes);
	});
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	return { address: `http://127.0.0.1:${server.address().port}/`, sent,
		close: () => {
			server.close();
			server.closeAllConnections?.();
		} };
}
