/* The handout builder, part 5 of 7: which parts of a page are wanted, and two
   languages beside each other. */
(function () {
	"use strict";
	const opas = window.opas;
	const shared = opas?.builder;
	if (!shared)
		return;
	const { find, all, make, state, PARTS } = shared;

	/* Whether a block belongs to one of the sections: its first address
	   says so; what has none belongs to all. */
	function isWithin(block, sections) {
		const addressed = block.matches("[data-b]") ? block
			: find("[data-b]", block);
		return !addressed || sections.includes(
			addressed.dataset.b.replace(/\.[^.]*$/, ""));
	}

	/* Lists in a frame of their own are not divided. */
	const whole = (block) => block.matches(".checklist, .teaches, " +
		".targets, .notes > ol") ? make("div", {}, block) : block;

	/* Two languages in rows, or one as it is. */
	function rows(own, other, second) {
		const pairs = make("div", { class: "pairs" });
		for (const { part, item, own: mine, other: theirs } of
			opas.pair(own.map(whole), other.map(whole)))
			pairs.append(make("div", { class: "pair" +
				(part ? " part" : "") + (item ? " on" : "") },
			make("div", { class: "own" }, ...mine),
			make("div", second, ...theirs)));
		return pairs;
	}

	/* Blocks for the facilitator have a page, and need no frame. */
	function blocksOf(part) {
		const blocks = [...part?.children ?? []];
		return !part?.matches(".facilitator") ? blocks
			: blocks.flatMap((block) => block.matches(".callout")
				? [...block.children].filter((one) =>
					one.localName !== "header") : [block]);
	}

	function join(own, other, second) {
		if (!second || !own && !other)
			return own ?? "";
		const joined = (own ?? other).cloneNode(false);
		joined.append(rows(blocksOf(own), blocksOf(other), second));
		return joined;
	}

	const KINDS = ["topic", ...PARTS, "notes", "from", "aside", "sources",
		"online"];

	/* What a sheet is made of below its contents: { kind, key, element };
	   key is the address of a section. */
	function unitsOf(sheet) {
		const units = ":is(.item > *, .sources, .online)";
		return all(units, sheet).map((element) => ({ element,
			kind: KINDS.find((one) =>
				element.classList.contains(one)),
			key: find(":is(h2, h3, h4, h5, h6)[data-b]", element)
				?.dataset.b.replace(/\.0$/, "") ?? "" }));
	}

	/* The chosen sections, with what is below them, come first. */
	function choose(units, { choice, sections }) {
		const groups = new Map();
		let group = [];
		for (const unit of units.filter(({ kind }) =>
			kind === "topic")) {
			if (choice.sections.has(unit.key)) {
				group = [];
				groups.set(unit.key, group);
			}
			group.push(unit);
		}
		return [...sections.flatMap((key) => groups.get(key) ?? []),
			...units.filter(({ kind, element }) =>
				kind !== "topic" && (!PARTS.includes(kind) ||
					prune(element, sections)))];
	}

	/* Takes blocks of other sections out; false if no other is left. */
	function prune(element, sections) {
		const blocks = [...element.children].filter((block) =>
			find("[data-b]", block) || block.matches("[data-b]"));
		const others = blocks.filter((block) =>
			!isWithin(block, sections));
		for (const block of others)
			block.remove();
		return blocks.length === 0 || others.length < blocks.length;
	}

	/* Takes out the notes and addresses that nothing refers to, and leaves
	   the others their numbers. */
	function tidy(units, page) {
		const digits = new Intl.NumberFormat(page.language);
		const within = units.map(({ element }) => element);
		const isMeant = (selector) => within.some((element) =>
			find(selector, element));
		for (const element of within)
			for (const [i, line] of all(
				":is(.notes, .sources) > ol > li", element)
				.entries()) {
				const number = digits.format(i + 1);
				const isNeeded = line.id ? isMeant(
					`[href="#${CSS.escape(line.id)}"]`)
					: isMeant(`[data-n="${number}"]`);
				line.value = line.value || i + 1;
				if (!isNeeded)
					line.remove();
			}
		return units.filter(({ kind, element }) =>
			!["notes", "sources"].includes(kind) ||
				find("li", element));
	}

	/* The units of a page that were chosen. */
	function wanted(sheet, page, item) {
		const units = unitsOf(sheet).filter(({ kind }) =>
			!state.no.includes(kind));
		return tidy(item.sections ? choose(units, item) : units, page);
	}

	/* Each beside its own; what only the other side has comes last. */
	function pairUnits(own, other) {
		const left = [...other];
		const pairs = own.map((unit) => {
			const at = left.findIndex((one) =>
				one.kind === unit.kind && one.key === unit.key);
			return [unit, at < 0 ? undefined
				: left.splice(at, 1)[0]];
		});
		return [...pairs, ...left.filter(({ kind }) => kind === "topic")
			.map((unit) => [undefined, unit])];
	}

	/* Lines to write on have no language; codes stand as they are. */
	function joinUnits(own, other, second) {
		const { kind } = own ?? other;
		if (kind === "lines")
			return [own.element];
		if (kind !== "online" || !other)
			return [join(own?.element, other?.element, second)];
		Object.assign(other.element, second);
		return [make("div", { class: "codes" }, own.element,
			other.element)];
	}

	Object.assign(shared, { join, wanted, pairUnits, joinUnits });
})();
