/* The handout builder, part 7 of 7: options, pages that load, and what is said
   about them. */
(function () {
	"use strict";
	const opas = window.opas;
	const shared = opas?.builder;
	if (!shared)
		return;
	const { find, all, field, _, ngettext, fill, make, say, hear } = shared;
	const { offer, state, PARTS, showTicks, writeAddress } = shared;
	/* Frames that load at the same time. */
	const AT_ONCE = 4;
	/* Milliseconds until a reader is told to wait. */
	const PATIENCE = 300;
	const root = document.documentElement;
	const paper = find(".paper");

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
		shared.change();
	});
	field("title").addEventListener("input", () => {
		state.title = field("title").value.trim();
		writeAddress();
		shared.entitle();
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

	/* Names in the address that are none of this guide. */
	let strangers = [];

	const namesOf = (items) => items.map(({ choice }) =>
		choice.title.textContent);

	function notices(items) {
		const failed = items.filter((one) => !one.own);
		const late = items.filter((one) => one.own && state.with &&
			one.second?.error?.late);
		const missing = items.filter((one) => one.own && state.with &&
			one.second?.error?.missing);
		const made = [];
		if (strangers.length > 0)
			made.push(notice(
				/* Translators: {names} are words from an
				   address that somebody wrote or sent. */
				_("Not in this guide, and left out: {names}."),
				strangers));
		if (missing.length > 0)
			made.push(notice(
				/* Translators: {names} are titles. */
				_("Not in the second language: {names}."),
				namesOf(missing)));
		if (failed.length + late.length > 0) {
			/* Translators: {names} are titles. */
			made.push(notice(_("Could not be loaded: {names}."),
				namesOf([...failed, ...late])));
			/* Translators: Button: loads what is missing. */
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

	/* What there is to print: above the preview, and beside the way to it
	   on narrow screens. */
	function tell(text) {
		say(find(".bench .state"), text);
		say(find(".jump .count"), text);
	}

	function countOf(count) {
		if (count === 0)
			return "";
		/* Translators: Above the preview of a handout: it is ready,
		   with so many articles and principles. */
		return fill(ngettext("{count} text in this handout",
			"{count} texts in this handout", count), { count });
	}

	let turn = null;
	/* True if the words of this page are no longer there. */
	let isOld = false;
	async function draw() {
		const mine = turn = {};
		const items = itemsOf(state.entries);
		const timer = setTimeout(() => {
			/* Translators: Before the preview of a handout is
			   there. */
			tell(_("Loading the pages…"));
		}, PATIENCE);
		paper.setAttribute("aria-busy", "true");
		const folder = state.with && `${opas.root}${state.with}/`;
		await Promise.all(items.map(async (item) => {
			const { url, path } = item.choice;
			const [own, second] = await Promise.all([load(url),
				folder ? load(folder + path) : null]);
			Object.assign(item, { own: own.page, second,
				other: second?.page });
		}));
		clearTimeout(timer);
		if (turn !== mine)
			return;
		const there = items.filter((item) => item.own);
		if (there.length > 0)
			shared.compose(there);
		else
			shared.clear();
		root.classList.toggle("composed", there.length > 0);
		find(".notices").replaceChildren(...notices(items));
		paper.removeAttribute("aria-busy");
		tell(countOf(there.length));
	}

	shared.change = function () {
		writeAddress();
		showTicks();
		shared.showOrder();
		draw();
	};

	find(".issue").addEventListener("click", () => print());
	find(".share").addEventListener("click", async () => {
		try {
			await navigator.clipboard.writeText(location.href);
			hear(_("Link copied"));
		} catch (barred) {
			/* Translators: If the browser does not let the page
			   copy its address. */
			hear(_("Copy the address of this page from the " +
				"address bar."));
		}
	});

	async function begin() {
		shared.readOffer();
		strangers = shared.readAddress();
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
		shared.showOrder();
		draw();
	}
	begin();
})();
