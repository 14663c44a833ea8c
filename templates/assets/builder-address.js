/* The handout builder, part 3 of 7: all of the choice stands in the address, so
   that it can be kept and sent:
   ?items=ARTICLE,ARTICLE.SECTION,principle.ID&with=LANGUAGE
   &no=exercises,lines,facilitator&large=1&title=TEXT */
(function () {
	"use strict";
	const shared = window.opas?.builder;
	if (!shared)
		return;
	const { all, offer, state, PARTS } = shared;

	function readEntry(text) {
		const [, id, section = ""] = text.startsWith("principle.")
			? [null, text] : /^([^.]*)\.?(.*)$/.exec(text);
		const choice = offer.get(id);
		if (!choice || section && !choice.sections.has(section))
			return null;
		return { id, section };
	}

	/* Gives what is not in this guide. */
	function readAddress() {
		const given = new URLSearchParams(location.search);
		const names = new Set((given.get("items") ?? "").split(",")
			.map((name) => name.trim()).filter(Boolean));
		const unknown = [];
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
		return unknown;
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

	Object.assign(shared, { readAddress, writeAddress });
})();
