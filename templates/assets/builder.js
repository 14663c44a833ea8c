/* The handout builder: what a trainer ticks is put together from the static
   handout pages, and printed. Without this script the page is a list of them.
   All of the choice stands in the address, so that it can be kept and sent:
   ?items=ARTICLE,ARTICLE.SECTION,principle.ID&with=LANGUAGE
   &no=exercises,lines,facilitator&large=1&title=TEXT */
(function () {
	"use strict";
	const opas = window.opas;
	const builder = document.querySelector(".builder");
	if (!opas || !opas.page || !builder)
		return;
	/* Frames that load at the same time. */
	const AT_ONCE = 4;
	/* Milliseconds until a reader is told to wait. */
	const PATIENCE = 300;
	const PARTS = ["exercises", "lines", "facilitator"];
	const root = document.documentElement;
	const find = (selector, within = builder) =>
		within.querySelector(selector);
	const all = (selector, within = builder) =>
		[...within.querySelectorAll(selector)];
	const [arrow, cross, leaf] = all("svg", find("template").content);
	const list = find(".order ol");
	const paper = find(".paper");
	const empty = find(".none", paper);
	const title = document.title;
	const head = root.dataset.running;
	const guide = document.querySelector(".brand > span").textContent;
	const language = root.lang;
	const field = (name) => find(`[name=${name}]`);

	/* Words. Texts that nobody has translated yet say that they are
	   English. */
	const english = new Set();
	function own(message, otherwise) {
		if (message in opas.words)
			return opas.words[message];
		english.add(otherwise);
		return otherwise;
	}
	const _ = (message) => own(message, message);
	function ngettext(one, many, number) {
		const text = own(one, number === 1 ? one : many);
		return typeof text === "function" ? text(number) : text;
	}
	const numbers = new Intl.NumberFormat(language);
	function fill(message, values) {
		const text = message.replace(/\{(\w+)\}/g, (whole, name) =>
			typeof values[name] === "number"
				? numbers.format(values[name])
				: `\u2068${values[name]}\u2069`);
		if (english.has(message))
			english.add(text);
		return text;
	}
	function make(name, attributes, ...children) {
		const element = document.createElement(name);
		for (const [key, value] of Object.entries(attributes))
			element.setAttribute(key, value);
		for (const child of children) {
			element.append(child);
			if (english.has(child))
				Object.assign(element, { lang: "en",
					dir: "ltr" });
		}
		return element;
	}
	/* Says it in a live region, even if it says the same already. */
	function say(region, text) {
		region.replaceChildren(text ? make("span", {}, text) : "");
	}
	const hear = (text) => say(find(".heard"), text);

	/* What there is to choose: by its name in the address, in the order
	   of the page. */
	const offer = new Map();

	function tick(title) {
		const box = make("input", { type: "checkbox" });
		return { box, label: make("label", { class: "tick" }, box,
			title.cloneNode(true)) };
	}

	function readSections(choice, details) {
		for (const item of all("[data-section]", details)) {
			const title = item.firstElementChild;
			const anchor = item.dataset.section.slice(1);
			const { box, label } = tick(title);
			choice.sections.set(anchor, { title, box });
			box.addEventListener("change", () =>
				chooseSection(choice, anchor, box.checked));
			item.replaceChildren(label);
		}
		details.hidden = false;
		choice.details = details;
	}

	function readOffer() {
		for (const link of all(".offered > a")) {
			const [, folder, id] = /\/(principles\/)?([^/]+)\.html$/
				.exec(link.pathname);
			const title = find("span", link);
			const { box, label } = tick(title);
			const choice = { id: (folder ? "principle." : "") + id,
				path: `handouts/${folder ?? ""}${id}.html`,
				url: link.href, title: title.cloneNode(true),
				box, sections: new Map() };
			offer.set(choice.id, choice);
			box.addEventListener("change", () =>
				chooseWhole(choice, box.checked));
			if (folder) {
				label.lastChild.before(find("svg", link));
				link.prepend(leaf.cloneNode(true));
			}
			title.classList.add("unseen");
			link.before(label);
			const details = find("details",
				link.parentElement.parentElement);
			if (details)
				readSections(choice, details);
		}
	}

	const titleOf = (entry) => (entry.section
		? offer.get(entry.id).sections.get(entry.section)
		: offer.get(entry.id)).title;

	/* What is chosen: entries { id, section }, the section "" for all of
	   an article or principle; and the options. */
	const state = { entries: [], with: "", no: [], large: false,
		title: "" };
	let unknown = [];

	function readEntry(text) {
		const [, id, section = ""] = text.startsWith("principle.")
			? [null, text] : /^([^.]*)\.?(.*)$/.exec(text);
		const choice = offer.get(id);
		if (!choice || section && !choice.sections.has(section))
			return null;
		return { id, section };
	}

	function readAddress() {
		const given = new URLSearchParams(location.search);
		const names = new Set((given.get("items") ?? "").split(",")
			.map((name) => name.trim()).filter(Boolean));
		unknown = [];
		for (const name of names) {
			const entry = readEntry(name);
			if (entry)
				state.entries.push(entry);
			else
				unknown.push(name);
		}
		const wanted = given.get("with") ?? "";
		const languages = all("option").map((one) => one.value);
		if (languages.includes(wanted))
			state.with = wanted;
		else if (wanted)
			unknown.push(wanted);
		const no = (given.get("no") ?? "").split(",");
		state.no = PARTS.filter((part) => no.includes(part));
		state.large = given.get("large") === "1";
		state.title = given.get("title") ?? "";
	}

	function writeAddress() {
		const items = state.entries.map(({ id, section }) =>
			encodeURIComponent(id) + (section
				? "." + encodeURIComponent(section) : ""));
		const query = [["items", items.join(",")],
			["with", encodeURIComponent(state.with)],
			["no", state.no.join(",")],
			["large", state.large ? "1" : ""],
			["title", encodeURIComponent(state.title)]]
			.filter(([, value]) => value)
			.map((pair) => pair.join("=")).join("&");
		history.replaceState(null, "", location.pathname +
			(query ? "?" + query : ""));
	}

	/* Ticking. */
	function chooseWhole(choice, isChosen) {
		const before = state.entries.findIndex((one) =>
			one.id === choice.id);
		state.entries = state.entries.filter((one) =>
			one.id !== choice.id);
		if (isChosen)
			state.entries.splice(before < 0 ? state.entries.length
				: before, 0, { id: choice.id, section: "" });
		change();
	}

	/* A section of a chosen article that is not wanted leaves the others;
	   a further one goes to its place among them. */
	function chooseSection(choice, anchor, isChosen) {
		const { id } = choice;
		const order = [...choice.sections.keys()];
		const whole = state.entries.findIndex((one) =>
			one.id === id && !one.section);
		const entry = { id, section: anchor };
		if (whole >= 0) {
			state.entries.splice(whole, 1, ...order
				.filter((one) => one !== anchor)
				.map((section) => ({ id, section })));
		} else if (!isChosen) {
			state.entries = state.entries.filter((one) =>
				one.id !== id || one.section !== anchor);
		} else {
			const next = state.entries.findIndex((one) =>
				one.id === id && order.indexOf(one.section) >
					order.indexOf(anchor));
			const last = state.entries.map((one) => one.id)
				.lastIndexOf(id);
			state.entries.splice(next >= 0 ? next : last >= 0
				? last + 1 : state.entries.length, 0, entry);
		}
		change();
	}

	function showTicks() {
		for (const { id, box, sections } of offer.values()) {
			const mine = state.entries.filter((one) =>
				one.id === id);
			const whole = mine.some((one) => !one.section);
			box.checked = whole;
			box.indeterminate = !whole && mine.length > 0;
			for (const [anchor, section] of sections)
				section.box.checked = whole || mine.some((one) =>
					one.section === anchor);
		}
	}

	/* The list of what is chosen, with buttons to order it. */
	function button(kind, message, title, icon, isIdle) {
		const made = make("button", { type: "button",
			class: `tool ${kind}` }, icon.cloneNode(true));
		made.append(make("span", { class: "unseen" },
			fill(message, { title: title.textContent })));
		if (isIdle)
			made.setAttribute("aria-disabled", "true");
		return made;
	}

	function row(entry, index) {
		const title = titleOf(entry);
		const what = make("div", {}, title.cloneNode(true));
		if (entry.section)
			what.append(make("span", { class: "from" },
				offer.get(entry.id).title.cloneNode(true)));
		return make("li", {}, what,
			/* Translators: Buttons at what was chosen for a handout;
			   they change the order. */
			button("up", _("Move up: {title}"), title, arrow,
				index === 0),
			button("down", _("Move down: {title}"), title, arrow,
				index === state.entries.length - 1),
			button("remove", _("Remove: {title}"), title, cross));
	}

	function showOrder() {
		list.replaceChildren(...state.entries.map(row));
		find(".order .none").hidden = state.entries.length > 0;
	}

	function move(index, step, kind) {
		const to = index + step;
		if (to < 0 || to >= state.entries.length)
			return;
		const [entry] = state.entries.splice(index, 1);
		state.entries.splice(to, 0, entry);
		change();
		find(`.${kind}`, list.children[to]).focus();
		/* Translators: After a move: what a chosen text's place is now. */
		hear(fill(_("{title}: {number} of {count}"), {
			title: titleOf(entry).textContent, number: to + 1,
			count: state.entries.length }));
	}

	function remove(index) {
		const [entry] = state.entries.splice(index, 1);
		change();
		const next = list.children[Math.min(index,
			state.entries.length - 1)];
		(next ? find(".remove", next) : find(".order h2")).focus();
		hear(fill(_("Removed: {title}"),
			{ title: titleOf(entry).textContent }));
	}

	list.addEventListener("click", (event) => {
		const pressed = event.target.closest("button");
		if (!pressed)
			return;
		const index = [...list.children].indexOf(
			pressed.parentElement);
		const kind = pressed.classList[1];
		if (kind === "remove")
			remove(index);
		else
			move(index, kind === "up" ? -1 : 1, kind);
	});
	list.addEventListener("keydown", (event) => {
		const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
		const pressed = event.target.closest("button");
		if (!event.altKey || !step || !pressed)
			return;
		event.preventDefault();
		move([...list.children].indexOf(pressed.parentElement), step,
			pressed.classList[1]);
	});

	/* Options. */
	function showOptions() {
		for (const part of PARTS)
			field(part).checked = !state.no.includes(part);
		field("large").checked = state.large;
		field("title").value = state.title;
		if (field("with"))
			field("with").value = state.with;
	}

	find(".options").addEventListener("change", (event) => {
		if (event.target === field("title"))
			return;
		state.no = PARTS.filter((part) => !field(part).checked);
		state.large = field("large").checked;
		state.with = field("with")?.value ?? "";
		change();
	});
	field("title").addEventListener("input", () => {
		state.title = field("title").value.trim();
		writeAddress();
		entitle();
	});

	/* Pages, each loaded once, a few at a time. What failed may be asked
	   for again. */
	const pages = new Map();
	const waiting = [];
	let running = 0;

	function next() {
		while (running < AT_ONCE && waiting.length > 0) {
			running++;
			waiting.shift()();
		}
	}

	function load(address) {
		if (pages.has(address))
			return pages.get(address);
		const page = new Promise((done, failed) => {
			waiting.push(() => opas.page(address).then(done, failed)
				.finally(() => {
					running--;
					next();
				}));
			next();
		}).then((answer) => {
			if (!find(".sheet", opas.grow(answer.tree, address)))
				throw Object.assign(new Error(address),
					{ missing: true });
			return { page: answer };
		}).catch((error) => {
			pages.delete(address);
			return { error };
		});
		pages.set(address, page);
		return page;
	}

	/* Entries as what is printed: sections of an article that follow each
	   other are one part. */
	function itemsOf(entries) {
		const items = [];
		for (const { id, section } of entries) {
			const last = items.at(-1);
			if (section && last?.id === id && last.sections)
				last.sections.push(section);
			else
				items.push({ id, choice: offer.get(id),
					sections: section ? [section] : null });
		}
		return items;
	}

	const languageOf = (page) => ({ lang: page.language,
		dir: page.direction });

	/* The elements of a page, with ids of their own. */
	function sheetOf(page, prefix) {
		return find(".sheet", opas.grow(page.tree, page.address,
			prefix));
	}

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
		const elements = all(":is(.item > *, .sources, .online)", sheet);
		return elements.map((element) => ({ element,
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

	/* A heading below another is one level lower. */
	function lower(element) {
		for (const level of [5, 4, 3, 2])
			for (const heading of all(`h${level}`, element)) {
				const made = document.createElement(
					`h${level + 1}`);
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
			...item.own.language === language ? {}
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
			element.prepend(join(aims, other && find(".aims", other),
				second));
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
		find(".numbered", outline).replaceChildren(...headings.map(
			(heading) => {
				const text = heading.cloneNode(true);
				const number = find(".ordinal", text);
				number.remove();
				return make("li", isSeveral && heading.localName !==
					"h2" ? { class: "deep" } : {}, make("b", {},
					number.textContent.replace(/\.$/, "")),
				make("a", { href: `#${heading.id}` },
					...text.childNodes));
			}));
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
			sheet.append(join(find(".aims", own), other &&
				find(".aims", other), page && languageOf(page)));
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

	/* Notices above the preview. */
	function notice(message, names) {
		return make("div", { class: "notice" }, make("p", {},
			fill(message, { names: names.join(", ") })));
	}

	function again(text, action) {
		const made = make("button", { type: "button",
			class: "button" }, text);
		made.addEventListener("click", action);
		return made;
	}

	const namesOf = (items) => items.map(({ choice }) =>
		choice.title.textContent);

	function notices(items) {
		const failed = items.filter((one) => !one.own);
		const late = items.filter((one) => one.own && state.with &&
			one.second?.error?.late);
		const missing = items.filter((one) => one.own && state.with &&
			one.second?.error?.missing);
		const made = [];
		if (unknown.length > 0)
			made.push(notice(
				/* Translators: {names} are words from an address
				   that somebody wrote or sent. */
				_("Not in this guide, and left out: {names}."),
				unknown));
		if (missing.length > 0)
			made.push(notice(
				/* Translators: {names} are titles. */
				_("Not in the second language: {names}."),
				namesOf(missing)));
		if (failed.length + late.length > 0) {
			made.push(notice(_("Could not be loaded: {names}."),
				namesOf([...failed, ...late])));
			made.at(-1).append(again(_("Try again"), draw));
		}
		if (isOld) {
			const text = find(".updated", find("template").content)
				.cloneNode(true);
			find("button", text).addEventListener("click", () =>
				location.reload());
			made.push(make("div", { class: "notice" }, text));
		}
		return made;
	}

	let turn = null;
	/* True if the words of this page are no longer there. */
	let isOld = false;
	async function draw() {
		const mine = turn = {};
		const items = itemsOf(state.entries);
		const told = find(".bench .state");
		const timer = setTimeout(() => {
			say(told, _("Loading the pages…"));
		}, PATIENCE);
		paper.setAttribute("aria-busy", "true");
		await Promise.all(items.map(async (item) => {
			const { choice } = item;
			const [own, second] = await Promise.all([
				load(choice.url), state.with ? load(opas.root +
					state.with + "/" + choice.path) : null]);
			Object.assign(item, { own: own.page, second,
				other: second?.page });
		}));
		clearTimeout(timer);
		if (turn !== mine)
			return;
		const there = items.filter((item) => item.own);
		if (there.length > 0)
			compose(there);
		else
			clear();
		root.classList.toggle("composed", there.length > 0);
		find(".notices").replaceChildren(...notices(items));
		paper.removeAttribute("aria-busy");
		say(told, there.length === 0 ? "" : fill(ngettext(
			/* Translators: Above the preview of a handout: it is
			   ready, with so many articles and principles. */
			"{count} text in this handout",
			"{count} texts in this handout", there.length),
		{ count: there.length }));
	}

	function change() {
		writeAddress();
		showTicks();
		showOrder();
		draw();
	}

	find(".issue").addEventListener("click", () => print());
	find(".share").addEventListener("click", async () => {
		try {
			await navigator.clipboard.writeText(location.href);
			hear(_("Copied"));
		} catch (barred) {
			hear(_("Copy the address of this page from the " +
				"address bar."));
		}
	});

	async function begin() {
		readOffer();
		readAddress();
		showOptions();
		showTicks();
		for (const part of all("[hidden]"))
			part.hidden = false;
		find(".order .none").hidden = state.entries.length > 0;
		for (const { box, details } of offer.values())
			if (details && box.indeterminate)
				details.open = true;
		root.classList.add("building");
		try {
			await opas.load(opas.data.words);
		} catch (error) {
			isOld = true;
		}
		showOrder();
		draw();
	}
	begin();
})();
