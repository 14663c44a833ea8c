/*
 * A strict reader of the HTML that opas writes: every element is closed in
 * order but the void ones (also written <br />), attributes are quoted, and only the character
 * references of XML are used. What it refuses (it throws, with a line), the
 * generator should not have written.
 */
const VOID = new Set(["area", "base", "br", "col", "embed", "hr", "img",
	"input", "link", "meta", "source", "track", "wbr"]);
const RAW = new Set(["script", "style", "title", "textarea"]);
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'",
	nbsp: "\u00a0" };
const ATTRIBUTE = /([^\s=>"'<\/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/y;

export class Element {
	constructor(name, attributes, parent, line) {
		this.name = name;
		this.attributes = attributes; /* Map */
		this.parent = parent;
		this.children = []; /* Element, or { text, parent } */
		this.line = line;
	}

	get(name) {
		return this.attributes.get(name);
	}

	has(name) {
		return this.attributes.has(name);
	}

	get classes() {
		return (this.get("class") ?? "").split(/\s+/).filter(Boolean);
	}

	/* Every element below, in document order. */
	*elements() {
		for (const child of this.children) {
			if (!(child instanceof Element))
				continue;
			yield child;
			yield* child.elements();
		}
	}

	/* Every { text, parent } below. */
	*texts() {
		for (const child of this.children) {
			if (child instanceof Element)
				yield* child.texts();
			else
				yield child;
		}
	}

	/* All text below, blanks as HTML shows them. */
	get text() {
		let all = "";
		for (const piece of this.texts())
			all += piece.text;
		return all.replace(/[ \t\n\r\f]+/g, " ").trim();
	}

	/* Elements that a selector finds: "tag.class#id[attr=value]", with
	 * blanks for descendants and "," for several. */
	all(selector) {
		const found = new Set();
		for (const one of selector.split(",")) {
			const steps = one.trim().split(/\s+/).map(step);
			for (const element of this.elements())
				if (matches(element, steps, steps.length - 1,
					this))
					found.add(element);
		}
		return [...found];
	}

	one(selector) {
		return this.all(selector)[0] ?? null;
	}

	/* The nearest value of an attribute, here or above. */
	inherited(name) {
		for (let at = this; at; at = at.parent)
			if (at.has(name))
				return at.get(name);
		return undefined;
	}
}

function step(source) {
	const parts = source.match(
		/^[a-z][a-z0-9]*|[.#][\w-]+|\[[\w:-]+(?:=[^\]]*)?\]|^\*/g) ?? [];
	if (parts.join("") !== source)
		throw new Error(`selector not understood: ${source}`);
	return parts.map((part) => {
		const name = part.slice(1);
		if (part[0] === ".")
			return (element) => element.classes.includes(name);
		if (part[0] === "#")
			return (element) => element.get("id") === name;
		if (part === "*")
			return () => true;
		if (part[0] !== "[")
			return (element) => element.name === part;
		const [key, value] = part.slice(1, -1).split("=");
		return (element) => element.has(key) &&
			(value === undefined || element.get(key) === value);
	});
}

function matches(element, steps, index, root) {
	if (!steps[index].every((test) => test(element)))
		return false;
	if (index === 0)
		return true;
	for (let at = element.parent; at && at !== root; at = at.parent)
		if (matches(at, steps, index - 1, root))
			return true;
	return false;
}

function decode(text, fail) {
	return text.replace(/&(#x[0-9a-fA-F]+|#[0-9]+|\w*);?/g,
		(whole, name) => {
			if (!whole.endsWith(";"))
				fail(`bare '&' in '${text.trim().slice(0, 60)}'`);
			if (name[0] === "#")
				return String.fromCodePoint(name[1] === "x"
					? parseInt(name.slice(2), 16)
					: parseInt(name.slice(1), 10));
			if (!(name in ENTITIES))
				fail(`unknown reference ${whole}`);
			return ENTITIES[name];
		});
}

/* The document as an Element named "#document". */
export function parseHtml(source) {
	const root = new Element("#document", new Map(), null, 1);
	let parent = root;
	let at = 0;
	let line = 1;

	function fail(problem) {
		throw new Error(`line ${line}: ${problem}`);
	}
	function advance(to) {
		for (let i = at; i < to; i++)
			if (source.charCodeAt(i) === 10)
				line++;
		at = to;
	}
	function addText(to, isRaw) {
		if (to <= at)
			return;
		const text = source.slice(at, to);
		parent.children.push({ parent,
			text: isRaw ? text : decode(text, fail) });
		advance(to);
	}
	function skipPast(mark, from) {
		const end = source.indexOf(mark, from);
		if (end < 0)
			fail(`'${mark}' is missing`);
		advance(end + mark.length);
	}
	function readAttributes(from) {
		const attributes = new Map();
		let position = from;
		for (;;) {
			while (/\s/.test(source[position] ?? ""))
				position++;
			if (source[position] === ">" ||
				source.startsWith("/>", position))
				return { attributes, position };
			ATTRIBUTE.lastIndex = position;
			const match = ATTRIBUTE.exec(source);
			if (!match)
				fail("attribute not understood: " +
					source.slice(position, position + 40));
			if (attributes.has(match[1]))
				fail(`attribute ${match[1]} given twice`);
			attributes.set(match[1],
				decode(match[2] ?? match[3] ?? "", fail));
			position = ATTRIBUTE.lastIndex;
		}
	}
	function open() {
		const name = /^<([a-zA-Z][\w:-]*)/.exec(
			source.slice(at, at + 60))?.[1];
		if (!name)
			fail(`bare '<' before ${source.slice(at, at + 20)}`);
		const { attributes, position } =
			readAttributes(at + 1 + name.length);
		const element = new Element(name, attributes, parent, line);
		parent.children.push(element);
		const isClosed = source[position] === "/";
		/* cmark closes void elements as XML does. */
		if (isClosed && !inSvg(element) && !VOID.has(name))
			fail(`<${name}/> is no HTML`);
		advance(position + (isClosed ? 2 : 1));
		if (isClosed || VOID.has(name))
			return;
		parent = element;
		if (RAW.has(name) && !inSvg(element)) {
			const end = source.indexOf(`</${name}`, at);
			if (end < 0)
				fail(`</${name}> is missing`);
			addText(end, name === "script" || name === "style");
		}
	}
	function close() {
		const end = source.indexOf(">", at);
		const name = source.slice(at + 2, end).trim();
		if (name !== parent.name)
			fail(`</${name}> where </${parent.name}> is due`);
		advance(end + 1);
		parent = parent.parent;
	}

	while (at < source.length) {
		const tag = source.indexOf("<", at);
		addText(tag < 0 ? source.length : tag, false);
		if (tag < 0)
			break;
		if (source.startsWith("<!--", at))
			skipPast("-->", at + 4);
		else if (source.startsWith("<!", at))
			skipPast(">", at);
		else if (source[at + 1] === "/")
			close();
		else
			open();
	}
	if (parent !== root)
		fail(`<${parent.name}> of line ${parent.line} is not closed`);
	return root;
}

function inSvg(element) {
	for (let at = element; at; at = at.parent)
		if (at.name === "svg" || at.name === "math")
			return true;
	return false;
}
