/*
 * A small reader of PO files for tests, which shares no code with opas.
 */
const ESCAPES = { n: "\n", t: "\t", r: "\r" };

function unquote(quoted) {
	return quoted.replace(/^"|"$/g, "").replace(/\\(.)/g,
		(whole, c) => ESCAPES[c] ?? c);
}

/* Active entries: { context, id, plural, strings, isFuzzy }. */
export function readPo(text) {
	const entries = [];
	let entry = null;
	let field = null;
	let isFuzzy = false;

	function begin() {
		entry = { id: "", strings: [], isFuzzy };
		isFuzzy = false;
		entries.push(entry);
	}
	function add(piece) {
		if (/^msgstr/.test(field)) {
			const index = Number(/\d+/.exec(field)?.[0] ?? 0);
			entry.strings[index] =
				(entry.strings[index] ?? "") + piece;
		} else {
			const name = { msgctxt: "context", msgid: "id",
				msgid_plural: "plural" }[field];
			entry[name] = (entry[name] ?? "") + piece;
		}
	}

	for (const line of text.replace(/^\uFEFF/, "").split(/\r?\n/)) {
		if (line.startsWith("#,"))
			isFuzzy = /\bfuzzy\b/.test(line);
		if (line.startsWith("#") || line.trim() === "")
			continue;
		const match = /^(msg[a-z_]+(?:\[\d+\])?)?\s*(".*")$/.exec(
			line.trim());
		if (!match)
			throw new Error(`PO line not understood: ${line}`);
		if (match[1]) {
			const isContinued = entry && entry.strings.length === 0 &&
				entry.context !== undefined && field === "msgctxt";
			if (match[1] === "msgctxt" ||
				(match[1] === "msgid" && !isContinued))
				begin();
			field = match[1];
		}
		add(unquote(match[2]));
	}
	return entries.filter((one) => one.id !== "");
}
