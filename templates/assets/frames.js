/* Answers the page of this site that has this page in a frame: what stands in
   its main part, as plain data that pairs.js makes elements of. Loaded in
   frames only. The question is { opas: "page", id: number }; the answer adds
   language, direction, title, kind (the class of the body), tree (main as
   [tag, { attributes }, [children]], text as strings) and symbols (the glyphs
   that are used in it, as trees).

   On the web only pages of the same origin are answered. On a disk every page
   has the origin "null"; what the web shows cannot frame files of a disk. */
(function () {
	"use strict";
	var isDisk = location.protocol === "file:";
	var origin = isDisk ? "null" : location.origin;
	var SILENT = /^(script|style|template|noscript|iframe)$/;

	function treeOf(element) {
		var attributes = {}, children = [], i, child;
		for (i = 0; i < element.attributes.length; i++)
			attributes[element.attributes[i].name] =
				element.attributes[i].value;
		for (child = element.firstChild; child;
			child = child.nextSibling)
			if (child.nodeType === 3)
				children.push(child.data);
			else if (child.nodeType === 1 &&
				!SILENT.test(child.localName))
				children.push(treeOf(child));
		return [element.localName, attributes, children];
	}

	function symbolsOf(main) {
		var uses = main.querySelectorAll("use"), found = {}, i, symbol;
		for (i = 0; i < uses.length; i++) {
			symbol = document.getElementById(
				(uses[i].getAttribute("href") || "").slice(1));
			if (symbol && symbol.localName === "symbol")
				found[symbol.id] = treeOf(symbol);
		}
		return Object.keys(found).map(function (id) {
			return found[id];
		});
	}

	addEventListener("message", function (event) {
		var asked = event.data, page = document.documentElement;
		var main = document.querySelector("main");
		if (event.source !== window.parent || event.origin !== origin ||
			!asked || asked.opas !== "page" || !main)
			return;
		event.source.postMessage({ opas: "page", id: asked.id,
			language: page.lang, direction: page.dir,
			title: document.title, kind: document.body.className,
			tree: treeOf(main), symbols: symbolsOf(main) },
			isDisk ? "*" : origin);
	});
})();
