/* What pages need that are put together from other pages of the site:

   opas.page(address) -> Promise of { address, language, direction, title,
	kind, tree } of that page, which frames.js answers from a hidden frame.
	The glyphs that it uses are on this page from then on. Rejected with an
	Error that is missing, if there is no such page of this site, or late.
   opas.grow(tree, base, prefix) -> the element of such a tree, or of a part
	of it (main is a part like others; take what you want from it). Known
	elements and attributes only; of others what is in them, of scripts,
	styles and frames nothing. base: the page's address, from which relative
	ones count. prefix: goes before ids, and before what refers to them, so
	that several pages fit on one; "" if left out.
   opas.pair(own, other) -> rows { part, item, own, other } of two lists of
	blocks. own and other hold nodes, none where one side lacks a block.
	Blocks with one address (data-b, their first) belong together; those
	without, by their place after one. part: a heading. item: an item of a
	list after the first; lists with the same addresses are divided. */
(function () {
	"use strict";
	var opas = window.opas;
	var isDisk = location.protocol === "file:";
	var origin = isDisk ? "null" : location.origin;
	var SVG = "http://www.w3.org/2000/svg";
	var GLYPH = /^#(g|phase)-[\w-]+$/;
	/* Milliseconds until a page is late; and until one that has loaded is
	   none of ours. */
	var LATE = 10000;
	var SILENT = 3000;
	/* Deeper than any text; a tree from elsewhere could be deeper. */
	var DEPTH = 100;

	function words(text) {
		var found = Object.create(null);
		text.split(" ").forEach(function (word) {
			found[word] = true;
		});
		return found;
	}
	var elements = words("a abbr article aside b bdi bdo blockquote br " +
		"caption cite code col colgroup data dd del details dfn div dl " +
		"dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i " +
		"img input ins kbd label li main mark nav ol p pre q rp rt ruby " +
		"s samp section small span strong sub summary sup table " +
		"tbody td tfoot th thead time tr u ul var wbr");
	var shapes = words("circle ellipse g line path polygon polyline rect " +
		"svg symbol use");
	var barred = words("script style template noscript iframe frame " +
		"object embed applet link meta base title head math " +
		"button select textarea option form audio video canvas");
	var attributes = words("abbr align alt checked class colspan datetime " +
		"decoding dir height hidden hreflang lang loading open rel " +
		"reversed role rowspan scope start tabindex title translate " +
		"type value width");
	var drawing = words("class cx cy d fill fill-rule focusable height " +
		"points preserveAspectRatio r role rx ry stroke stroke-linecap " +
		"stroke-linejoin stroke-width transform vector-effect viewBox " +
		"width x x1 x2 y y1 y2");
	var references = words("id for headers aria-labelledby " +
		"aria-describedby aria-controls aria-details");
	var schemes = /^(https?|mailto|tel):$/;

	function addressOf(value, base, prefix) {
		var url;
		if (value.charAt(0) === "#")
			return "#" + prefix + value.slice(1);
		try {
			url = new URL(value, base);
		} catch (none) {
			return null;
		}
		return schemes.test(url.protocol) ||
			isDisk && url.href.indexOf(opas.root) === 0
			? url.href : null;
	}

	function sourceOf(value, base) {
		var address = addressOf(value, base, "");
		return address && address.indexOf(opas.root) === 0
			? address : null;
	}

	/* What an attribute is here, or null. */
	function valueOf(tag, name, value, base, prefix) {
		if (name === "href")
			return tag === "a" ? addressOf(value, base, prefix)
				: tag === "use" && GLYPH.test(value)
					? value : null;
		if (name === "src")
			return tag === "img" ? sourceOf(value, base) : null;
		if (references[name])
			return value.replace(/[^\s]+/g, prefix.replace(/\$/g,
				"$$$$") + "$&");
		if (/^(aria|data)-[a-z-]+$/.test(name) || (shapes[tag]
			? drawing[name] && !/url\s*\(/i.test(value)
			: attributes[name]))
			return value;
		return null;
	}

	function isTree(tree) {
		return Array.isArray(tree) && tree.length === 3 &&
			typeof tree[0] === "string" && tree[1] &&
			typeof tree[1] === "object" && Array.isArray(tree[2]);
	}

	function grow(tree, base, prefix, isDrawn, depth) {
		var tag, element;
		if (typeof tree === "string")
			return document.createTextNode(tree);
		if (!isTree(tree) || depth > DEPTH)
			throw new TypeError("no tree of a page");
		tag = tree[0];
		isDrawn = isDrawn || tag === "svg" || tag === "symbol";
		if (isDrawn ? !shapes[tag] : barred[tag] || tag === "input" &&
			tree[1].type !== "checkbox")
			return document.createDocumentFragment();
		element = isDrawn ? document.createElementNS(SVG, tag)
			: elements[tag] ? document.createElement(tag)
				: document.createDocumentFragment();
		Object.keys(element.setAttribute ? tree[1] : {}).forEach(
			function (name) {
				var value = valueOf(tag, name,
					String(tree[1][name]), base, prefix);
				if (value !== null)
					element.setAttribute(name, value);
			});
		tree[2].forEach(function (child) {
			element.appendChild(grow(child, base, prefix, isDrawn,
				depth + 1));
		});
		return element;
	}
	opas.grow = function (tree, base, prefix) {
		return grow(tree, base, prefix || "", false, 0);
	};

	/* Glyphs are one set for the whole site: no id of theirs means two. */
	function plant(symbols) {
		var ground = document.createElementNS(SVG, "svg");
		symbols.forEach(function (tree) {
			var id = isTree(tree) && tree[0] === "symbol" &&
				String(tree[1].id);
			if (!GLYPH.test("#" + id) || document.getElementById(id))
				return;
			ground.appendChild(grow(tree, document.baseURI, "", true,
				0));
			ground.lastChild.id = id;
		});
		if (!ground.firstChild)
			return;
		ground.setAttribute("width", "0");
		ground.setAttribute("height", "0");
		ground.setAttribute("aria-hidden", "true");
		document.body.appendChild(ground);
	}

	function fault(kind, address) {
		var error = new Error(address);
		error[kind] = true;
		return error;
	}

	/* An answer as it should be; anything else is no page of ours. */
	function understood(answer, address) {
		if (!isTree(answer.tree) || !Array.isArray(answer.symbols) ||
			!/^[A-Za-z0-9-]+$/.test(answer.language) ||
			!/^(ltr|rtl)$/.test(answer.direction) ||
			answer.kind === "lost-page")
			throw fault("missing", address);
		plant(answer.symbols);
		return { address: address, language: answer.language,
			direction: answer.direction, title: String(answer.title),
			kind: String(answer.kind), tree: answer.tree };
	}

	var count = 0;
	function ask(address, done, failed) {
		var frame = document.createElement("iframe");
		var id = ++count;
		var timer = setTimeout(end, LATE, "late");

		function end(kind) {
			clearTimeout(timer);
			removeEventListener("message", hear);
			frame.remove();
			if (typeof kind === "string")
				failed(fault(kind, address));
		}
		function hear(event) {
			var answer = event.data;
			if (event.source !== frame.contentWindow ||
				event.origin !== origin || !answer ||
				answer.opas !== "page" || answer.id !== id)
				return;
			end();
			try {
				done(understood(answer, address));
			} catch (error) {
				failed(error);
			}
		}
		/* Its scripts have run when a page has loaded. */
		frame.onload = function () {
			clearTimeout(timer);
			timer = setTimeout(end, SILENT, "missing");
			frame.contentWindow.postMessage({ opas: "page", id: id },
				isDisk ? "*" : origin);
		};
		addEventListener("message", hear);
		frame.hidden = true;
		frame.src = address;
		document.body.appendChild(frame);
	}

	opas.page = function (address) {
		return new Promise(function (done, failed) {
			var url = new URL(address, document.baseURI);
			url.hash = url.search = "";
			if (url.href.indexOf(opas.root) !== 0 ||
				!/\.html$/.test(url.pathname))
				throw fault("missing", address);
			ask(url.href, done, failed);
		});
	};

	function addressesOf(node) {
		var found = [];
		if (node.nodeType !== 1)
			return found;
		if (node.hasAttribute("data-b"))
			found.push(node.getAttribute("data-b"));
		node.querySelectorAll("[data-b]").forEach(function (inner) {
			found.push(inner.getAttribute("data-b"));
		});
		return found;
	}

	/* Of blocks without an address the place after one that has. */
	function keysOf(nodes) {
		var last = "", plain = 0;
		return nodes.map(function (node) {
			var addresses = addressesOf(node);
			if (addresses.length === 0)
				return last + "+" + ++plain;
			last = addresses[0];
			plain = 0;
			return last;
		});
	}

	function areAlike(own, other) {
		var i;
		if (!/^[uo]l$/.test(own.localName) ||
			own.localName !== other.localName ||
			own.children.length !== other.children.length)
			return false;
		for (i = 0; i < own.children.length; i++)
			if (own.children[i].localName !== "li" ||
				other.children[i].localName !== "li" ||
				addressesOf(own.children[i]).join() !==
				addressesOf(other.children[i]).join())
				return false;
		return i > 1;
	}

	/* A list of one item, which keeps its number. */
	function alone(list, i) {
		var one = list.cloneNode(false);
		one.appendChild(list.children[i].cloneNode(true));
		if (i > 0)
			one.removeAttribute("id");
		if (list.localName === "ol" && !list.reversed)
			one.start = list.start + i;
		return one;
	}

	function add(rows, own, other) {
		var i;
		if (!own || !other || !areAlike(own, other)) {
			rows.push({ item: false,
				part: /^H[1-6]$/.test((own || other).nodeName),
				own: own ? [own] : [], other: other ? [other] : [] });
			return;
		}
		for (i = 0; i < own.children.length; i++)
			rows.push({ item: i > 0, part: false,
				own: [alone(own, i)], other: [alone(other, i)] });
	}

	opas.pair = function (own, other) {
		var ownKeys = keysOf(own), otherKeys = keysOf(other);
		var rows = [], next = 0;
		/* What only the other side has, where it has it. */
		function addUntil(end) {
			for (; next < end; next++)
				if (ownKeys.indexOf(otherKeys[next]) < 0)
					add(rows, null, other[next]);
		}
		ownKeys.forEach(function (key, i) {
			var at = otherKeys.indexOf(key);
			addUntil(at);
			add(rows, own[i], other[at]);
		});
		addUntil(other.length);
		return rows;
	};
})();
