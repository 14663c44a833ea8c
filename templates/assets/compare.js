/* Two languages side by side. The address says what is shown, so that it can
   be sent to somebody: ?page=abusive-customers.html&with=fa#listen, with
   &sides=swapped if the other language stands first. Only pages and languages
   that the form lists are shown. In a frame nothing is. */
(function () {
	"use strict";
	var opas = window.opas;
	var form = document.getElementById("opas.choice");
	var told = document.getElementById("opas.told");
	var area = document.getElementById("opas.pairs");
	var list = document.getElementById("opas.comparable");
	var sentences = document.getElementById("opas.sentences").content;
	/* Milliseconds until a reader is told to wait. */
	var PATIENCE = 400;
	/* So long nothing is seen that would move. */
	document.documentElement.classList.add("ready");
	if (!opas || window.parent !== window)
		return;

	function make(tag, name) {
		var element = document.createElement(tag);
		element.className = name;
		return element;
	}

	/* ---- What is asked for ---- */

	var given = new URLSearchParams(location.search);
	var pages = form.elements.page;
	var languages = form.elements["with"];
	var isSwapped = given.get("sides") === "swapped";

	/* Chooses what the address names; false if the list does not have it. */
	function choose(select, name) {
		var wanted = given.get(name), i;
		for (i = 0; i < select.options.length; i++)
			if (select.options[i].value === wanted) {
				select.selectedIndex = i;
				return true;
			}
		return wanted === null && select.options.length > 0;
	}

	/* A language and the page in it. */
	function sideOf(isOwn) {
		var option = languages.options[languages.selectedIndex];
		var page = document.documentElement;
		return isOwn ? { name: "own", prefix: "", language: page.lang,
			direction: page.dir, endonym: area.dataset.endonym,
			address: new URL(pages.value, document.baseURI).href }
			: { name: "other", prefix: "other.",
			language: option.lang, direction: option.dir,
			endonym: option.text, address: new URL(pages.value,
				new URL(option.dataset.home,
					document.baseURI)).href };
	}

	/* ---- What is said ---- */

	function put(sentence, selector, side) {
		sentence.querySelectorAll(selector).forEach(function (element) {
			element.textContent = side.endonym;
			element.lang = side.language;
			element.dir = side.direction;
			if (element.localName === "a") {
				element.href = side.address;
				element.hreflang = side.language;
			}
		});
	}

	function sentenceOf(kind, sides) {
		var sentence = sentences.querySelector("." + kind)
			.cloneNode(true);
		(sides || []).forEach(function (side) {
			put(sentence, "." + side.name, side);
		});
		return sentence;
	}

	function tell(kind, sides) {
		var sentence = kind && sentenceOf(kind, sides);
		told.textContent = "";
		told.className = /^(unknown|missing|failed)$/.test(kind)
			? "told notice" : "told";
		if (kind === "done")
			sentence.classList.add("unseen");
		if (sentence)
			told.appendChild(sentence);
	}

	function head(sides) {
		var heading = document.getElementById("opas.heading");
		var said = sentenceOf("heading", sides);
		var guide = document.title.slice(heading.textContent.length);
		var text = said.querySelector(".text");
		text.textContent = pages.options[pages.selectedIndex].text;
		text.lang = sides[0].language;
		text.dir = sides[0].direction;
		heading.textContent = "";
		heading.removeAttribute("lang");
		heading.removeAttribute("dir");
		["lang", "dir"].forEach(function (name) {
			if (said.hasAttribute(name))
				heading.setAttribute(name,
					said.getAttribute(name));
		});
		while (said.firstChild)
			heading.appendChild(said.firstChild);
		document.title = heading.textContent + guide;
	}

	/* ---- What is drawn ---- */

	/* The article's title is a heading below that of this page. */
	function deepen(tree) {
		if (typeof tree === "string")
			return tree;
		return [tree[0].replace(/^h[1-5]$/, function (tag) {
			return "h" + (Number(tag.charAt(1)) + 1);
		}), tree[1], tree[2].map(deepen)];
	}

	/* The title and what is said of the whole page. */
	function titleOf(main) {
		var block = make("div", "");
		block.dataset.b = "";
		["h2", ".lede", "header .notice"].forEach(function (selector) {
			var found = main.querySelector(selector);
			if (found)
				block.appendChild(found);
		});
		return block;
	}

	function textsOf(main) {
		var found = [];
		main.querySelectorAll(".topic > *, .asides > section > *, " +
			".notes > h3, .notes > ol").forEach(function (element) {
			var aside = element.closest(".asides");
			var title = element.matches(".title") &&
				element.querySelector("h2, h3, h4, h5, h6");
			if (aside ? element.parentNode.querySelector("table")
				: element.matches(".principles, .related"))
				return;
			found.push(title || element);
			/* Pages of principles have the same texts in one order. */
			if (aside)
				element.dataset.b = "aside." + found.length;
		});
		return found;
	}

	function blocksOf(side, page) {
		var main = opas.grow(deepen(page.tree), page.address,
			side.prefix);
		return [titleOf(main)].concat(textsOf(main));
	}

	function cell(side, nodes) {
		var element = make("div", "topic " + side.name);
		if (nodes.length === 0) {
			element = make("div", "empty " + side.name);
			nodes = [sentences.querySelector(".lacking")
				.cloneNode(true)];
			put(nodes[0], ".side", side);
		} else if (side.name === "other") {
			element.lang = side.language;
			element.dir = side.direction;
		}
		nodes.forEach(function (node) {
			element.appendChild(node);
		});
		return element;
	}

	function nameOf(side) {
		var name = make("p", side.name);
		name.appendChild(make("a", ""));
		name.dir = side.direction;
		put(name, "a", side);
		return name;
	}

	function row(name, first, second) {
		var pair = make("div", name);
		pair.appendChild(isSwapped ? second : first);
		pair.appendChild(isSwapped ? first : second);
		return pair;
	}

	/* What a page says of itself leads to it, unless it is here, too. */
	function mend(sides) {
		area.querySelectorAll("a[href^='#']").forEach(function (link) {
			var side = sides[Number(!!link.closest(".other"))];
			var id = link.getAttribute("href").slice(1);
			if (!document.getElementById(decodeURIComponent(id)))
				link.href = side.address + "#" +
					id.slice(side.prefix.length);
		});
	}

	function draw(sides, answers) {
		var rows = opas.pair(blocksOf(sides[0], answers[0]),
			blocksOf(sides[1], answers[1]));
		var drawn = document.createDocumentFragment();
		rows[0].part = true;
		drawn.appendChild(row("pair head", nameOf(sides[0]),
			nameOf(sides[1])));
		rows.forEach(function (one) {
			drawn.appendChild(row("pair" + (one.part ? " part" : "") +
				(one.item ? " item" : ""),
			cell(sides[0], one.own), cell(sides[1], one.other)));
		});
		area.appendChild(drawn);
		mend(sides);
	}

	/* ---- What readers can do ---- */

	function find() {
		var section = document.getElementById(
			decodeURIComponent(location.hash.slice(1)));
		if (location.hash.length > 1 && section)
			section.scrollIntoView({ behavior: "instant" });
	}

	function swap() {
		isSwapped = !isSwapped;
		area.querySelectorAll(".pair").forEach(function (pair) {
			pair.appendChild(pair.firstChild);
		});
		if (isSwapped)
			given.set("sides", "swapped");
		else
			given["delete"]("sides");
		try {
			history.replaceState(null, "", "?" + given +
				location.hash);
		} catch (barred) {
			return; /* Only the address is as before. */
		}
	}

	/* The same in the other languages of the page. */
	function carry(sides) {
		document.querySelectorAll(".languages a[hreflang]").forEach(
			function (link) {
				var query = new URLSearchParams(given);
				query.set("page", pages.value);
				query.set("with", link.hreflang === sides[1].language
					? sides[0].language : sides[1].language);
				link.search = "?" + query;
			});
	}

	function compare() {
		var sides = [sideOf(true), sideOf(false)];
		var timer = setTimeout(tell, PATIENCE, "loading");
		area.hidden = false;
		list.hidden = true;
		head(sides);
		carry(sides);
		Promise.all(sides.map(function (side) {
			return opas.page(side.address);
		})).then(function (answers) {
			draw(sides, answers);
			clearTimeout(timer);
			tell("done");
			form.querySelector(".swap").hidden = false;
			find();
		})["catch"](function (error) {
			clearTimeout(timer);
			area.textContent = "";
			list.hidden = false;
			area.hidden = true;
			tell(error.missing &&
				error.message === sides[1].address ? "missing"
				: "failed", sides);
		});
	}

	/* In the list each text leads to itself in the language chosen. */
	function offer() {
		list.querySelectorAll(".pairlink").forEach(function (link) {
			var query = new URLSearchParams(link.search);
			query.set("with", languages.value);
			link.search = "?" + query;
		});
	}

	var isKnown = [choose(pages, "page"), choose(languages, "with")];
	form.querySelector(".swap").addEventListener("click", swap);
	languages.addEventListener("change", offer);
	offer();
	if (!isKnown[0] || !isKnown[1])
		tell("unknown");
	else if (given.get("page"))
		compare();
})();
