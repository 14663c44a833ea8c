/* Search, part 4 of 4: the page of results. Its address says what it shows,
   so that it can be sent to somebody and the way back works:
   ?q=WORDS&principle=ID&languages=all */
(function () {
	"use strict";
	const opas = window.opas;
	const { _, make } = opas;
	const STEP = 20;
	/* So many of the best sections say which principles to look at. */
	const BEST = 5;
	const CHIPS = 6;
	/* Hits shown of each other language. */
	const ELSEWHERE = 5;
	/* Milliseconds until a reader is told to wait. */
	const PATIENCE = 400;

	opas.queryOf = function () {
		const given = new URLSearchParams(location.search);
		return { q: (given.get("q") ?? "").trim(),
			principle: given.get("principle") ?? "",
			languages: given.get("languages") ?? "" };
	};

	function chip(principle) {
		return make("a", { class: "chip", href: principle.url },
			principle.name);
	}

	function chips(principles) {
		return make("ul", { class: "principles" },
			...principles.map((one) => make("li", {}, chip(one))));
	}

	function item(hit, names, hreflang) {
		const link = make("a", { href: hit.url, ...hreflang });
		const parts = [opas.marked(link, opas.titleOf(hit))];
		for (const flag of opas.flags(hit))
			parts.push(" ", flag);
		parts.push(opas.marked(make("p", { class: "excerpt" }),
			opas.cut(hit.text)));
		const own = hit.principles.map((number) => names[number])
			.filter(Boolean);
		if (own.length > 0)
			parts.push(chips(own));
		return make("li", {}, ...parts);
	}

	/* Hits by article, each with a link to it; language: lang and dir, if
	   not the page's. */
	function lists(hits, names, language = {}) {
		const hreflang = language.lang ? { hreflang: language.lang } : {};
		return opas.groups(hits).map((group) => {
			const list = make("ul", { class: "hits" },
				...group.hits.map((hit) => item(hit, names,
					hreflang)));
			const section = make("section", { class: "group",
				...language });
			if (!group.isPrinciple)
				section.append(make(language.lang ? "h4" : "h3", {},
					make("a", { href: group.hits[0].url
						.replace(/#.*/, ""), ...hreflang },
					group.title)));
			else if (!language.lang)
				section.append(make("h3", {}, group.title));
			section.append(list);
			return section;
		});
	}

	class Page {
		constructor(form, found) {
			this.form = form;
			this.input = form.elements.q;
			this.title = document.title;
			this.status = make("div", { class: "unseen",
				role: "status" });
			this.body = make("div", { class: "found" });
			found.append(this.status, this.body);
			this.languages = [...document.getElementById(
				"opas.languages").content.querySelectorAll("a")];
			form.addEventListener("submit", (event) => {
				event.preventDefault();
				this.go({ q: this.input.value.trim(),
					principle: "", languages: "" }, true);
			});
			addEventListener("popstate", () => {
				this.input.value = opas.queryOf().q;
				this.read(false);
			});
			/* Whoever comes back finds the place where they left. */
			addEventListener("pagehide", () => this.keep());
			this.read(false);
		}

		keep() {
			history.replaceState({ shown: this.shown,
				top: window.scrollY }, "");
		}

		/* To another address of this page. */
		go(changes, isNew) {
			const query = { ...opas.queryOf(), ...changes };
			const wanted = new URLSearchParams(Object.entries(query)
				.filter(([, value]) => value));
			this.keep();
			history.pushState(null, "", `${location.pathname}?${wanted}`);
			this.read(isNew);
		}

		/* Shows what the address says. */
		async read(isNew) {
			const query = opas.queryOf();
			const state = history.state ?? {};
			const isSame = this.query?.q === query.q;
			const turn = this.turn = {};
			this.query = query;
			document.title = query.q ? `${query.q} – ${this.title}`
				: this.title;
			if (!query.q) {
				this.body.replaceChildren();
				return;
			}
			this.shown = Math.max(STEP, state.shown ?? 0);
			const timer = setTimeout(() => this.body.replaceChildren(
				opas.sentence("loading")), PATIENCE);
			let result;
			try {
				this.names = await opas.index.principles();
				result = await this.find(0, this.shown);
			} catch (error) {
				opas.fail(error, this.form);
				return;
			} finally {
				clearTimeout(timer);
			}
			if (this.turn !== turn)
				return;
			this.show(result, isSame);
			if (isNew)
				this.heading.focus();
			else
				this.status.textContent = this.heading.textContent;
			if (state.top)
				scrollTo({ top: state.top, behavior: "instant" });
		}

		find(from, count, principle = this.query.principle) {
			return opas.index.find({ text: this.query.q, from, count,
				isTyping: false, principle: 1 + this.names.findIndex(
					(one) => one.id === principle) });
		}

		show(result, isSame) {
			const { q } = this.query;
			this.heading = make("h2", { tabindex: "-1" },
				result.total > 0 ? opas.fill(opas.ngettext(
					"{count} result for “{query}”",
					"{count} results for “{query}”",
					result.total),
				{ count: result.total, query: q })
					: opas.nothing(q));
			this.list = make("div", {}, ...lists(result.hits,
				this.names));
			if (!isSame || !this.filter) {
				this.filter = make("div", { class: "filter" });
				this.fillFilter();
			} else if (this.select) {
				this.select.value = this.query.principle;
			}
			const parts = [this.heading, ...opas.notices(result).map(
				(text) => make("p", { class: "told" }, text)),
			this.filter, this.list];
			if (result.total === 0)
				parts.push(this.advice());
			if (result.total > this.shown)
				parts.push(this.more());
			parts.push(this.elsewhere(result));
			const hadFocus = document.activeElement === this.select;
			this.body.replaceChildren(...parts);
			if (hadFocus)
				this.select.focus();
		}

		advice() {
			const index = opas.sentence("unable").querySelector("a");
			return make("p", {}, ...opas.compose(
				/* Translators: {index} is a link, “A–Z index”. */
				_("Check the spelling, or look in the {index}."),
				{ index }));
		}

		more() {
			const button = make("button", { type: "button",
				class: "button" }, _("Show more"));
			button.addEventListener("click", async () => {
				const { turn } = this;
				const result = await this.find(this.shown, STEP);
				if (this.turn !== turn)
					return;
				const next = lists(result.hits, this.names);
				this.list.append(...next);
				this.shown += STEP;
				if (this.shown >= result.total)
					button.remove();
				next[0]?.querySelector(".hits a").focus();
			});
			return button;
		}

		/* The principles among all that was found, and how often. */
		async fillFilter() {
			const { filter, names, query } = this;
			const options = [];
			for (const { id, name } of names) {
				const { total } = await this.find(0, 0, id);
				if (this.query.q !== query.q)
					return;
				if (total > 0 || id === query.principle)
					options.push(make("option", { value: id },
						`${name} (${opas.number(total)})`));
			}
			if (options.length === 0)
				return;
			/* Translators: The first choice in a list that filters
			   search results by principle. */
			const all = _("All principles");
			this.select = make("select", {}, make("option",
				{ value: "" }, all), ...options);
			this.select.value = this.query.principle;
			this.select.addEventListener("change", () => this.go(
				{ principle: this.select.value }, false));
			/* Translators: Beside a list that filters search results. */
			const title = _("Principle");
			filter.replaceChildren(make("label", {},
				make("span", {}, title), this.select));
		}

		/* Ways to what the other languages say about it. */
		elsewhere(result) {
			const section = make("section", { class: "elsewhere" },
				make("h2", {}, _("Also in other languages")));
			const best = result.hits.slice(0, BEST).flatMap((hit) =>
				hit.principles.map((number) => this.names[number]));
			const principles = [...new Set(best)].filter(Boolean)
				.slice(0, CHIPS);
			if (principles.length > 0)
				section.append(make("p", { class: "told" },
					/* Translators: Above links to principles. */
					_("What the best results teach, in every " +
						"language:")), chips(principles));
			if (this.languages.length === 0)
				return principles.length > 0 ? section : "";
			if (this.query.languages) {
				this.searchOthers(section);
			} else {
				const button = make("button", { type: "button",
					class: "button" },
				_("Search the other languages"));
				button.addEventListener("click", () =>
					this.go({ languages: "all" }, false));
				section.append(make("p", {}, button));
			}
			return section;
		}

		async searchOthers(section) {
			const { turn } = this;
			const status = make("div", { role: "status" },
				opas.sentence("loading"));
			section.append(status);
			let total = 0;
			for (const link of this.languages) {
				const found = await this.searchOther(link);
				if (this.turn !== turn)
					return;
				total += found ? found.total : 0;
				section.append(...found ? found.parts : [make("p",
					{ class: "told" }, opas.incomplete())]);
			}
			status.replaceChildren(make("p", { class: "told" },
				total > 0 ? opas.count(total) : opas.nothing(
					this.query.q)));
		}

		/* What one other language has; null if it cannot be had. */
		async searchOther(link) {
			const tag = link.lang;
			const { q } = this.query;
			let result, names;
			try {
				const index = await opas.openIndex(
					link.dataset.index, tag);
				names = await index.principles();
				result = await index.find({ text: q, count: ELSEWHERE,
					isTyping: false });
			} catch (error) {
				return null;
			}
			if (result.total === 0)
				return { total: 0, parts: [] };
			const language = { lang: tag, dir: link.dir };
			const heading = make("h3", { ...language },
				link.textContent);
			const parts = [heading, ...lists(result.hits, names,
				language)];
			if (result.total > result.hits.length)
				parts.push(make("p", {}, make("a", { hreflang: tag,
					href: `${opas.root}${tag}/search.html?` +
						new URLSearchParams({ q }) },
				opas.all(result.total))));
			return { total: result.total, parts };
		}
	}

	opas.showPage = function (form, found) {
		return new Page(form, found);
	};
})();
