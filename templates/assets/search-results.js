/* Search, part 2 of 4: how one says what was found. Texts become text nodes;
   nothing here is ever read as markup. */
(function () {
	"use strict";
	const opas = window.opas;
	const _ = opas._;
	/* As in engine.h: what is worse than these is another word. */
	const MATCH_SIMILAR = 4;
	/* Letters of an excerpt, and of what stands before its first word. */
	const EXCERPT = 180;
	const BEFORE = 50;

	/* An element with attributes, and children that are nodes or texts. A
	   text that has no translation says that it is English. */
	function make(name, attributes, ...children) {
		const element = document.createElement(name);
		for (const [key, value] of Object.entries(attributes))
			element.setAttribute(key, value);
		for (const child of children) {
			element.append(child);
			if (opas.isEnglish(child)) {
				element.lang = "en";
				element.dir = "ltr";
			}
		}
		return element;
	}

	function glyph(isPrinciple) {
		return opas.template.querySelectorAll("svg")[isPrinciple ? 1 : 0]
			.cloneNode(true);
	}

	/* Pieces of text, of which those that were found are marked. */
	function marked(element, pieces) {
		for (const piece of pieces)
			element.append(piece.found
				? make("mark", {}, piece.text) : piece.text);
		return element;
	}

	function textOf(pieces) {
		return pieces.map((piece) => piece.text).join("");
	}

	/* The part of a text that has the most of what was found. */
	function cut(pieces) {
		const text = textOf(pieces);
		if (text.length <= EXCERPT + BEFORE)
			return pieces;
		const starts = [];
		let at = 0;
		for (const piece of pieces) {
			if (piece.found)
				starts.push(at);
			at += piece.text.length;
		}
		let from = 0;
		let most = 0;
		for (const start of starts) {
			const count = starts.filter((other) => other >= start &&
				other < start + EXCERPT - BEFORE).length;
			if (count > most) {
				most = count;
				from = start;
			}
		}
		from = from <= BEFORE ? 0
			: text.indexOf(" ", from - BEFORE) + 1 || from;
		let to = text.lastIndexOf(" ", from + EXCERPT);
		if (to <= from || from + EXCERPT >= text.length)
			to = Math.min(text.length, from + EXCERPT);
		return between(pieces, from, to, text.length);
	}

	function between(pieces, from, to, length) {
		const parts = from > 0 ? [{ text: "…\u00a0" }] : [];
		let at = 0;
		for (const piece of pieces) {
			const text = piece.text.slice(Math.max(0, from - at),
				Math.max(0, to - at));
			if (text)
				parts.push({ text, found: piece.found });
			at += piece.text.length;
		}
		if (to < length)
			parts.push({ text: "\u00a0…" });
		return parts;
	}

	/* What to call a section that begins its article without a heading. */
	function titleOf(hit) {
		if (hit.title.length > 0)
			return hit.title;
		/* Translators: The beginning of an article, before its first
		   heading, as the title of a search result. */
		return [{ text: _("Introduction") }];
	}

	/* Hits as groups: principles, and by article, in the order of their
	   best hits. */
	function groups(hits) {
		const found = new Map();
		for (const hit of hits) {
			const key = hit.isPrinciple ? "" : hit.id;
			if (!found.has(key))
				found.set(key, { hits: [], isPrinciple:
					hit.isPrinciple, title: hit.isPrinciple
						? _("Principles") : hit.path });
			found.get(key).hits.push(hit);
		}
		return [...found.values()];
	}

	/* Says so if there is no word like that, but others like it. */
	function label(result) {
		const best = result.hits[0];
		if (!best || best.match < MATCH_SIMILAR)
			return null;
		/* A principle may be found by a name that is not shown. */
		const word = result.hits.filter((hit) =>
			hit.match === best.match).flatMap((hit) =>
			[...hit.title, ...hit.text]).find((piece) => piece.found);
		return word ? opas.fill(
			/* Translators: {word} is another word than the reader's. */
			_("No exact match; showing results for “{word}”"),
			{ word: word.text })
			: _("No exact match; showing results for similar words");
	}

	function count(number) {
		return opas.fill(opas.ngettext("{count} result",
			"{count} results", number), { count: number });
	}

	/* A link to all that was found. */
	function all(number) {
		return opas.fill(opas.ngettext("Show {count} result",
			"Show all {count} results", number), { count: number });
	}

	function incomplete() {
		return _("Part of the index could not be loaded; " +
			"results may be incomplete.");
	}

	/* What a reader must know before relying on a translation. */
	function flags(hit) {
		const texts = [];
		if (hit.isStale)
			/* Translators: Beside a search result: the original has been
			   changed since it was translated. */
			texts.push(_("may be out of date"));
		if (hit.isPartial)
			/* Translators: Beside a search result, of which a part is
			   shown in the language of the original. */
			texts.push(_("partly translated"));
		return texts.map((text) => make("span",
			{ class: "flagged" }, text));
	}

	/* The sentences that belong above results. */
	function notices(result) {
		const texts = [];
		if (label(result))
			texts.push(label(result));
		if (result.isIncomplete)
			texts.push(incomplete());
		return texts;
	}

	/* Where nothing was found. */
	function nothing(query) {
		return opas.fill(_("Nothing was found for “{query}”."),
			{ query });
	}

	Object.assign(opas, { make, glyph, marked, cut, titleOf, groups,
		notices, count, all, incomplete, flags, nothing });
})();
