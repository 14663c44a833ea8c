/* The handout builder, part 1 of 7: words, and what finds and makes elements.
   What a trainer ticks is put together from the static handout pages, and
   printed. Without these scripts the page is a list of them. The parts share
   opas.builder. */
(function () {
	"use strict";
	const opas = window.opas;
	const builder = document.querySelector(".builder");
	if (!opas || !opas.page || !builder)
		return;
	const find = (selector, within = builder) =>
		within.querySelector(selector);
	const all = (selector, within = builder) =>
		[...within.querySelectorAll(selector)];
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
	const numbers =
		new Intl.NumberFormat(document.documentElement.lang);
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

	opas.builder = { find, all, field, _, ngettext, fill, make, say,
		hear };
})();
