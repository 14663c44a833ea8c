/*
 * Writes the small images of the golden sites, so that what is in them can be
 * read here: each is one color, and as small as its format allows.
 * usage: node tests/pictures.mjs
 */
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { ROOT } from "./lib/site.mjs";

function number(value, size, little = false) {
	const bytes = Buffer.alloc(size);
	if (little)
		bytes.writeUIntLE(value, 0, size);
	else
		bytes.writeUIntBE(value, 0, size);
	return bytes;
}

/* The sum at the end of a PNG chunk (PNG, annex D). */
function crc(bytes) {
	let sum = 0xffffffff;
	for (const byte of bytes) {
		sum ^= byte;
		for (let bit = 0; bit < 8; bit++)
			sum = sum >>> 1 ^ (sum & 1 ? 0xedb88320 : 0);
	}
	return ~sum >>> 0;
}

/* TIFF with one entry: the orientation (EXIF 2.3, 4.6.4). */
function exif(orientation) {
	return Buffer.concat([Buffer.from("MM\0*\0\0\0\x08\0\x01", "latin1"),
		number(0x0112, 2), number(3, 2), number(1, 4),
		number(orientation, 2), number(0, 6)]);
}

function png(width, height, orientation = 0) {
	const chunk = (name, data) => {
		const body = Buffer.concat([Buffer.from(name), data]);
		return Buffer.concat([number(data.length, 4), body,
			number(crc(body), 4)]);
	};
	return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
		chunk("IHDR", Buffer.concat([number(width, 4),
			number(height, 4), Buffer.from([8, 0, 0, 0, 0])])),
		...orientation ? [chunk("eXIf", exif(orientation))] : [],
		chunk("IDAT", zlib.deflateSync(
			Buffer.alloc((width + 1) * height), { level: 9 })),
		chunk("IEND", Buffer.alloc(0))]);
}

/* Baseline, grey; tables with one code each, so that a block is two bits. */
function jpeg(width, height, orientation = 0) {
	const segment = (marker, ...data) => {
		const body = Buffer.concat(data);
		return Buffer.concat([Buffer.from([0xff, marker]),
			number(body.length + 2, 2), body]);
	};
	const table = (id) => Buffer.from([id, 1, ...Array(15).fill(0), 0]);
	const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
	const data = Buffer.alloc(Math.ceil(blocks / 4));
	if (blocks % 4 > 0)
		data[data.length - 1] = 0xff >> blocks % 4 * 2;
	return Buffer.concat([Buffer.from([0xff, 0xd8]),
		...orientation ? [segment(0xe1, Buffer.from("Exif\0\0"),
			exif(orientation))] : [],
		segment(0xdb, Buffer.from([0]), Buffer.alloc(64, 1)),
		segment(0xc0, Buffer.from([8]), number(height, 2),
			number(width, 2), Buffer.from([1, 1, 0x11, 0])),
		segment(0xc4, table(0)), segment(0xc4, table(0x10)),
		segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
		data, Buffer.from([0xff, 0xd9])]);
}

/* One color; the first frame fills the screen, others are a dot in it. */
function gif(width, height, frames = 1) {
	const frame = (index) => Buffer.concat([
		Buffer.from([0x21, 0xf9, 4, 0, 50, 0, 0, 0, 0x2c, 0, 0, 0, 0]),
		number(index ? 1 : width, 2, true),
		number(index ? 1 : height, 2, true),
		Buffer.from([0, 2, ...codes(index ? 1 : width * height), 0]),
	]);
	return Buffer.concat([Buffer.from("GIF89a"), number(width, 2, true),
		number(height, 2, true),
		Buffer.from([0x80, 0, 0, 0x99, 0x33, 0x33, 0, 0, 0]),
		...Array.from({ length: frames }, (_, index) => frame(index)),
		Buffer.from([0x3b])]);
}

/* LZW codes of three bits, with a clear (4) before each pixel (0), so that
 * codes stay of that length; 5 ends. */
function codes(pixels) {
	const bits = [...Array.from({ length: pixels }, () => [4, 0]).flat(), 5];
	const bytes = Array(Math.ceil(bits.length * 3 / 8)).fill(0);
	bits.forEach((code, index) => {
		for (let bit = 0; bit < 3; bit++) {
			const at = index * 3 + bit;
			bytes[at >> 3] |= (code >> bit & 1) << (at & 7);
		}
	});
	return [bytes.length, ...bytes];
}

/* Lossless; each of the five codes has one symbol, so that pixels take no
 * bits. */
function webp(width, height) {
	const size = number((width - 1) + (height - 1) * 0x4000 + 0x10000000, 4,
		true);
	const data = Buffer.concat([Buffer.from([0x2f]), size,
		Buffer.from([0x07, 0x10, 0x11, 0x11, 0x88, 0x88, 0xfe, 0x07,
			0])]);
	const body = Buffer.concat([Buffer.from("WEBPVP8L"),
		number(data.length - 1, 4, true), data]);
	return Buffer.concat([Buffer.from("RIFF"),
		number(body.length, 4, true), body]);
}

const PICTURES = {
	"images/guide/content/en/pictures/dot.png": png(6, 4),
	"images/guide/content/en/pictures/dot.fi.png": png(8, 5),
	"images/guide/content/en/pictures/turned.png": png(6, 4, 8),
	"images/guide/content/en/pictures/plain.jpg": jpeg(300, 200),
	"images/guide/content/en/pictures/turned.jpg": jpeg(30, 20, 6),
	"images/guide/content/en/pictures/Moving Dot.GIF": gif(7, 3, 2),
	"images/guide/content/en/pictures/dot.webp": webp(9, 2),
	"image-damaged/guide/content/en/cut.png": png(6, 4).subarray(0, 20),
	"image-damaged/guide/content/en/empty.png": Buffer.alloc(0),
	"image-huge/guide/content/en/wide.png": png(16385, 1),
};

for (const [name, bytes] of Object.entries(PICTURES)) {
	const file = path.join(ROOT, "tests/sites", name);
	fs.mkdirSync(path.dirname(file), { recursive: true });
	fs.writeFileSync(file, bytes);
}
