/* The handout builder, part 4 of 7: the list of what was chosen, with buttons
   and keys to order it. */
(function () {
	"use strict";
	const shared = window.opas?.builder;
	if (!shared)
		return;
	const { find, all, _, fill, make, hear } = shared;
	const { offer, titleOf, state } = shared;
	const [arrow, cross] = all("svg", find("template").content);
	const list = find(".order ol");

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
			/* Translators: Button at what was chosen for a
			   handout; it changes the order. */
			button("up", _("Move up: {title}"), title, arrow,
				index === 0),
			/* Translators: Button at what was chosen for a
			   handout; it changes the order. */
			button("down", _("Move down: {title}"), title, arrow,
				index === state.entries.length - 1),
			/* Translators: Button at what was chosen for a
			   handout: it is not wanted any more. */
			button("remove", _("Remove: {title}"), title, cross));
	}

	function showOrder() {
		list.replaceChildren(...state.entries.map(row));
		find(".order .none").hidden = state.entries.length > 0;
		document.documentElement.classList.toggle("chosen",
			state.entries.length > 0);
	}

	function move(index, step, kind) {
		const to = index + step;
		if (to < 0 || to >= state.entries.length)
			return;
		const [entry] = state.entries.splice(index, 1);
		state.entries.splice(to, 0, entry);
		shared.change();
		find(`.${kind}`, list.children[to]).focus();
		/* Translators: After a move: what a chosen text's place is
		   now. */
		hear(fill(_("{title}: {number} of {count}"), {
			title: titleOf(entry).textContent, number: to + 1,
			count: state.entries.length }));
	}

	function remove(index) {
		const [entry] = state.entries.splice(index, 1);
		shared.change();
		const next = list.children[Math.min(index,
			state.entries.length - 1)];
		(next ? find(".remove", next) : find(".order h2")).focus();
		/* Translators: {title} is not in the handout any more. */
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

	Object.assign(shared, { showOrder });
})();
