/*
 * XML that opas writes, as the tree that lib/html.mjs makes (xmllint checks
 * that it is well-formed).
 */
import { Element } from "./html.mjs";

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'" };

function decode(text) {
	return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
		(whole, hex, decimal, name) => name ? ENTITIES[name]
			: String.fromCodePoint(hex ? parseInt(hex, 16)
				: parseInt(decimal, 10)));
}

class XmlElement extends Element {
	/* Elements of a name, which may have a colon. */
	all(name) {
		return [...this.elements()].filter((one) => one.name === name);
	}
}

export function parseXml(source) {
	const root = new XmlElement("#document", new Map(), null, 1);
	let parent = root;
	for (const [, comment, close, name, rest, slash, text] of source
		.matchAll(/(<[!?][^]*?>)|<\/([\w:]+)\s*>|<([\w:]+)([^<>]*?)(\/?)>|([^<]+)/g)) {
		if (comment)
			continue;
		if (text !== undefined) {
			parent.children.push({ parent, text: decode(text) });
		} else if (close) {
			parent = parent.parent;
		} else {
			const attributes = new Map();
			for (const [, key, a, b] of rest.matchAll(
				/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
				attributes.set(key, decode(a ?? b));
			const element = new XmlElement(name, attributes, parent, 0);
			parent.children.push(element);
			if (!slash)
				parent = element;
		}
	}
	return root;
}
