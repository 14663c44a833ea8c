/* The handout builder, part 6 of 7: the handout, from the chosen pages. */
(function () {
	"use strict";
	const opas = window.opas;
	const shared = opas?.builder;
	if (!shared)
		return;
	const { find, all, field, make, state } = shared;
	const { join, wanted, pairUnits, joinUnits } = shared;
	const root = document.documentElement;
	const paper = find(".paper");
	const empty = find(".none", paper);
	const title = document.title;
	const head = root.dataset.running;
	const guide = document.querySelector(".brand > span").textContent;

	const languageOf = (page) => ({ lang: page.language,
		dir: page.direction });

	/* The elements of a page, with ids of their own. */
	function sheetOf(page, prefix) {
		return find(".sheet", opas.grow(page.tree, page.address,
			prefix));
	}

	/* A heading below another is one level lower. */
	function lower(element) {
		for (const heading of all("h2, h3, h4, h5", element)) {
			const level = Number(heading.localName[1]);
			const made = document.createElement(`h${level + 1}`);
			for (const { name, value } of heading.attributes)
				made.setAttribute(name, value);
			made.append(...heading.childNodes);
			heading.replaceWith(made);
		}
	}

	/* Words in elements of their own: a browser turns round the outline
	   of a right-to-left document otherwise. */
	function spell(element, text) {
		element.replaceChildren(...root.dir !== "rtl" ? [text]
			: text.split(/([\s\u200C]+)/).map((word, i) => i % 2
				? word : make("span", {}, word)));
	}

	const titleNodes = (sheet) => find(".cover h1", sheet)
		.cloneNode(true).childNodes;

	/* The title in the second language. */
	const beside = ([, other], page) => other ? [make("p",
		{ class: "beside", ...languageOf(page) },
		...titleNodes(other))] : [];

	/* The title of one among several, and what its cover says. */
	function makeTitle({ sheets, own: first, other: page }, number) {
		const [own, other] = sheets;
		const ordinal = make("span", { class: "ordinal" });
		enumerate(ordinal, [number], first);
		const title = make("div", { class: "entry" }, make("h2", {},
			ordinal, " ", ...titleNodes(own)),
		...beside(sheets, page));
		for (const lede of all(".cover .lede", own))
			title.append(lede.cloneNode(true));
		for (const lede of other ? all(".cover .lede", other) : []) {
			title.append(lede.cloneNode(true));
			Object.assign(title.lastChild, languageOf(page));
		}
		title.append(find(".cover .colophon", own).cloneNode(true));
		return title;
	}

	/* In the digits of its language. */
	function enumerate(ordinal, number, { language: tag, direction }) {
		const digits = new Intl.NumberFormat(tag);
		const pieces = number.flatMap((one) =>
			[digits.format(one), "."]);
		ordinal.replaceChildren(...direction !== "rtl"
			? [pieces.join("")]
			: pieces.map((piece) => make("span", {}, piece)));
	}

	/* One chosen article, part of one, or principle. */
	function makeItem(item, index, isSeveral) {
		const id = `item-${index + 1}`;
		const element = make("section", { class: "item", id,
			"data-item": item.id,
			...item.own.language === root.lang ? {}
				: languageOf(item.own) });
		const second = item.other && languageOf(item.other);
		item.sheets = [item.own, item.other].filter(Boolean)
			.map((page, i) => sheetOf(page, `${id}.${i}.`));
		const [own, other] = item.sheets;
		let count = 0;
		for (const pair of pairUnits(wanted(own, item.own, item),
			other ? wanted(other, item.other, item) : [])) {
			const ordinals = pair.map((unit) => unit &&
				find(".ordinal", unit.element));
			if (ordinals.some(Boolean))
				count++;
			const number = isSeveral ? [index + 1, count] : [count];
			ordinals.forEach((ordinal, i) => ordinal &&
				enumerate(ordinal, number, i === 0 ? item.own
					: item.other));
			element.append(...joinUnits(...pair, second));
		}
		if (!isSeveral)
			return element;
		const aims = find(".aims", own);
		if (aims)
			element.prepend(join(aims,
				other && find(".aims", other), second));
		/* So that no code stands on a sheet alone. */
		const sources = find(":scope > .sources", element);
		if (sources)
			element.append(sources);
		lower(element);
		element.prepend(makeTitle(item, index + 1));
		find("h2", element).id = `${id}.title`;
		return element;
	}

	/* The cover of all: of the first, with the title of the whole. */
	function makeCover(items) {
		const [{ sheets, other }] = items;
		const cover = find(".cover", sheets[0]).cloneNode(true);
		const heading = find("h1", cover);
		heading.after(...items.length === 1 ? beside(sheets, other)
			: items.map((item) => make("p", { class: "lede" },
				...titleNodes(item.sheets[0]))));
		if (items.length === 1)
			return cover;
		spell(heading, guide);
		all(".lede", cover).at(-1).remove();
		find(".colophon", cover).replaceChildren();
		return cover;
	}

	/* What stands in the handout, with the numbers of its headings. */
	function makeOutline(items, parts) {
		const outline = find(".outline", items[0].sheets[0]);
		const isSeveral = items.length > 1;
		const headings = parts.flatMap((part) => all(".ordinal", part))
			.map((number) => number.parentElement)
			.filter((heading) => heading.id &&
				!heading.closest(".own + *"));
		const line = (heading) => {
			const text = heading.cloneNode(true);
			const number = find(".ordinal", text);
			const isDeep = isSeveral && heading.localName !== "h2";
			number.remove();
			return make("li", isDeep ? { class: "deep" } : {},
				make("b", {},
					number.textContent.replace(/\.$/, "")),
				make("a", { href: `#${heading.id}` },
					...text.childNodes));
		};
		find(".numbered", outline).replaceChildren(
			...headings.map(line));
		return outline;
	}

	/* Heads of sheets: a page of its own for each part, since a running
	   head follows no heading. */
	const runningHeads = new CSSStyleSheet();
	document.adoptedStyleSheets = [...document.adoptedStyleSheets,
		runningHeads];
	const quoted = (text) => "\"" + text.replace(/["\\]/g, "\\$&")
		.replace(/[\0-\x1F\x7F]/g, " ") + "\"";

	/* The handout that is shown: { heading, original, choices }. */
	let shown = null;
	/* What it is called stands on the cover, in heads and in the window. */
	function entitle() {
		if (!shown)
			return;
		const { heading, original } = shown;
		const title = state.title || original.textContent;
		if (state.title)
			spell(heading, title);
		else
			heading.replaceChildren(
				...original.cloneNode(true).childNodes);
		field("title").placeholder = original.textContent;
		document.title = `${title} – ${guide}`;
		root.dataset.running = title === guide ? guide
			: `${guide} · ${title}`;
	}

	function showHeads(items) {
		const corner = root.dir === "rtl" ? "right" : "left";
		runningHeads.replaceSync(items.map(({ choice }, i) => {
			const name = `item-${i + 1}`;
			const text = quoted(`${guide} · ` +
				choice.title.textContent);
			return `@page ${name} { @top-${corner} { content: ` +
				`${text}; } } #${name} { page: ${name}; }`;
		}).join("\n"));
	}

	function compose(items) {
		const isSeveral = items.length > 1;
		const parts = items.map((item, i) =>
			makeItem(item, i, isSeveral));
		const cover = makeCover(items);
		const heading = find("h1", cover);
		const sheet = make("article", { class: "sheet" +
			(items.some((item) => item.other) ? " double" : "") +
			(state.large ? " large" : "") }, cover);
		const [{ sheets: [own, other], other: page }] = items;
		if (!isSeveral)
			sheet.append(join(find(".aims", own),
				other && find(".aims", other),
				page && languageOf(page)));
		sheet.append(makeOutline(items, parts), ...parts);
		shown = { heading, original: heading.cloneNode(true) };
		paper.replaceChildren(sheet);
		showHeads(items);
		entitle();
	}

	/* Nothing is chosen, or nothing of it can be had. */
	function clear() {
		shown = null;
		paper.replaceChildren(empty);
		field("title").placeholder = "";
		document.title = title;
		root.dataset.running = head;
	}

	Object.assign(shared, { compose, clear, entitle });
})();
