/* Search, part 3 of 4: results while one types, in a list below the field.
   The editable combobox of the ARIA Authoring Practices: focus stays in the
   field, and aria-activedescendant says which result is chosen. */
(function () {
	"use strict";
	const opas = window.opas;
	const { _, make } = opas;
	/* Results that are shown at first, since each may be in a file of its
	   own, and then. */
	const FIRST = 4;
	const SHOWN = 8;
	const NAMES = 3;
	/* Milliseconds from the last key to the search, and from the results
	   to their announcement. */
	const TYPING = 60;
	const ANNOUNCED = 900;
	/* And until a reader is told to wait. */
	const PATIENCE = 400;

	class Box {
		constructor(form) {
			const id = form.elements.q.id;
			this.form = form;
			this.input = form.elements.q;
			this.list = make("div", { role: "listbox", class: "results",
				id: `${id}.results`, "aria-label": this.input.labels[0]
					.textContent });
			this.head = make("div", {});
			this.keys = make("p", { class: "keys", "aria-hidden":
				"true" });
			this.panel = make("div", { class: "panel", hidden: "" },
				this.head, this.list, this.keys);
			this.status = make("div", { class: "unseen",
				role: "status" });
			form.append(this.panel, this.status);
			for (const [name, value] of [["role", "combobox"],
				["aria-autocomplete", "list"],
				["aria-expanded", "false"],
				["aria-controls", this.list.id]])
				this.input.setAttribute(name, value);
			this.active = null;
			this.query = "";
			this.listen();
		}

		listen() {
			const input = this.input;
			input.addEventListener("input", () => this.later());
			input.addEventListener("keydown", (event) =>
				this.press(event));
			input.addEventListener("focus", () => {
				if (input.value.trim())
					this.later();
			});
			/* The list takes no focus, so that the field keeps it. */
			this.panel.addEventListener("mousedown", (event) =>
				event.preventDefault());
			this.list.addEventListener("click", () => this.close());
			input.addEventListener("blur", () => this.close());
			this.form.addEventListener("submit", () => this.close());
		}

		get options() {
			return [...this.list.querySelectorAll("[role=option]")];
		}

		get isOpen() {
			return !this.panel.hidden;
		}

		later() {
			clearTimeout(this.timer);
			this.timer = setTimeout(() => this.search(), TYPING);
		}

		async search() {
			const query = this.input.value.trim();
			if (!query || document.activeElement !== this.input) {
				this.query = query;
				this.close();
				return;
			}
			/* An editor of syllables may end as it was. */
			if (query === this.query && this.isOpen)
				return;
			this.query = query;
			const timer = setTimeout(() => this.wait(), PATIENCE);
			const isLate = () => this.query !== query ||
				document.activeElement !== this.input;
			try {
				for (const count of [FIRST, SHOWN]) {
					const result = await opas.index.find({ count,
						text: query, isTyping: true, isLate });
					if (!result || isLate() || this.active)
						break;
					clearTimeout(timer);
					this.show(query, result);
					if (result.total <= count)
						break;
				}
			} catch (error) {
				this.close();
				opas.fail(error, this.form);
			}
			clearTimeout(timer);
		}

		/* Files are on their way. */
		wait() {
			const sentence = opas.sentence("loading");
			this.choose(null);
			this.head.replaceChildren(sentence);
			this.list.replaceChildren();
			this.list.hidden = this.keys.hidden = true;
			this.panel.hidden = false;
			this.status.textContent = sentence.textContent;
		}

		show(query, result) {
			const notices = result.total > 0 ? opas.notices(result)
				: [opas.nothing(query), ...opas.notices(result)];
			this.choose(null);
			this.head.className = notices.length > 0 ? "notice" : "";
			this.head.replaceChildren(...notices.map((text) =>
				make("p", {}, text)));
			this.list.replaceChildren(...opas.groups(result.hits).map(
				(group, i) => this.group(group, i)));
			if (result.total > result.hits.length)
				this.list.append(this.all(query, result.total));
			this.options.forEach((option, i) => {
				option.id = `${this.input.id}.${i + 1}`;
			});
			this.list.hidden = result.total === 0;
			/* For whoever waits for it. */
			this.panel.dataset.query = query;
			this.foot(result.total);
			this.panel.hidden = false;
			this.input.setAttribute("aria-expanded",
				String(result.total > 0));
			this.announce([...notices, result.total > 0
				? opas.count(result.total) : ""].join(" "));
			this.name(result.hits);
		}

		group(group, number) {
			const id = `${this.list.id}.${number + 1}`;
			return make("div", { role: "group", "aria-labelledby": id },
				make("p", { id }, group.title),
				...group.hits.map((hit) => this.option(hit)));
		}

		option(hit) {
			const option = make("a", { role: "option", tabindex: "-1",
				href: hit.url, "aria-selected": "false" },
			opas.glyph(hit.isPrinciple),
			opas.marked(make("b", {}), opas.titleOf(hit)));
			const where = make("span", { class: "where" });
			for (const flag of opas.flags(hit))
				where.append(flag, " ");
			option.append(where, opas.marked(make("span",
				{ class: "excerpt" }), opas.cut(hit.text)));
			hit.where = where;
			return option;
		}

		/* Names of principles may be in a file of their own, for which
		   results do not wait. */
		async name(hits) {
			const names = await opas.index.principles();
			for (const { where, principles } of hits) {
				const own = principles.slice(0, NAMES)
					.map((number) => names[number]?.name)
					.filter(Boolean);
				if (own.length > 0)
					where.prepend(own.join(" · ") +
						(where.firstChild ? " · " : ""));
			}
		}

		all(query, total) {
			const address = new URL(this.form.action);
			address.search = new URLSearchParams({ q: query });
			return make("a", { role: "option", class: "all",
				tabindex: "-1", href: address.href,
				"aria-selected": "false" }, make("span", {},
				opas.all(total)));
		}

		foot(total) {
			/* Translators: What the key beside it does in the list of
			   search results. */
			const choose = _("choose");
			/* Translators: What the key beside it does in the list of
			   search results. */
			const open = _("open");
			/* Translators: What the key beside it does in the list of
			   search results. */
			const close = _("close");
			const key = (keys, text) => make("span", {},
				...keys.flatMap((one) => [make("kbd",
					{ dir: "ltr" }, one), " "]),
				make("span", {}, text));
			this.keys.hidden = total === 0;
			this.keys.replaceChildren(
				make("b", {}, opas.count(total)),
				key(["↑", "↓"], choose), key(["Enter"], open),
				key(["Esc"], close));
		}

		/* Politely, when the reader has stopped typing. */
		announce(text) {
			clearTimeout(this.telling);
			this.telling = setTimeout(() => {
				this.status.textContent = text;
			}, ANNOUNCED);
		}

		close() {
			clearTimeout(this.timer);
			clearTimeout(this.telling);
			this.status.textContent = "";
			this.panel.hidden = true;
			this.choose(null);
			this.input.setAttribute("aria-expanded", "false");
		}

		choose(option) {
			this.active?.setAttribute("aria-selected", "false");
			this.active = option;
			if (!option) {
				this.input.removeAttribute("aria-activedescendant");
				return;
			}
			option.setAttribute("aria-selected", "true");
			option.scrollIntoView({ block: "nearest" });
			this.input.setAttribute("aria-activedescendant", option.id);
		}

		/* Down and up go round by way of the field itself. */
		move(step) {
			const options = [null, ...this.options];
			const at = options.indexOf(this.active) + step;
			this.choose(options[(at + options.length) % options.length]);
		}

		press(event) {
			/* A key for the editor of syllables is not one for us. */
			if (event.isComposing || event.keyCode === 229 ||
				event.ctrlKey || event.metaKey || event.altKey)
				return;
			if (event.key === "ArrowDown" || event.key === "ArrowUp") {
				event.preventDefault();
				if (!this.isOpen)
					this.search();
				else
					this.move(event.key === "ArrowDown" ? 1 : -1);
			} else if (event.key === "Enter" && this.active) {
				event.preventDefault();
				this.active.click();
			} else if (event.key === "Escape") {
				if (this.isOpen)
					this.close();
				else
					this.input.value = "";
				event.preventDefault();
			} else if (event.key === "Home" || event.key === "End") {
				this.choose(null);
			}
		}
	}

	/* Called by site.js when all that searching needs is there. */
	opas.begin = async function (forms, found) {
		opas.index = await opas.openIndex(opas.data.index,
			document.documentElement.lang);
		for (const form of forms) {
			const box = new Box(form);
			if (document.activeElement === box.input &&
				!(found && opas.queryOf().q))
				box.search();
		}
		if (found)
			opas.showPage(forms[0], found);
	};
})();
