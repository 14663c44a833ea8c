/* The handout builder, part 2 of 7: what there is to choose, boxes to tick, and
   what was ticked. */
(function () {
	"use strict";
	const shared = window.opas?.builder;
	if (!shared)
		return;
	const { find, all, make } = shared;
	const leaf = all("svg", find("template").content)[2];

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
	/* What can be left out. */
	const PARTS = ["exercises", "lines", "facilitator"];

	/* Ticking. */
	function chooseWhole(choice, isChosen) {
		const before = state.entries.findIndex((one) =>
			one.id === choice.id);
		state.entries = state.entries.filter((one) =>
			one.id !== choice.id);
		if (isChosen)
			state.entries.splice(before < 0 ? state.entries.length
				: before, 0, { id: choice.id, section: "" });
		shared.change();
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
		shared.change();
	}

	function showTicks() {
		for (const { id, box, sections } of offer.values()) {
			const mine = state.entries.filter((one) =>
				one.id === id);
			const whole = mine.some((one) => !one.section);
			box.checked = whole;
			box.indeterminate = !whole && mine.length > 0;
			const isMine = (anchor) => whole ||
				mine.some((one) => one.section === anchor);
			for (const [anchor, section] of sections)
				section.box.checked = isMine(anchor);
		}
	}

	Object.assign(shared, { offer, titleOf, state, PARTS, readOffer,
		showTicks });
})();
