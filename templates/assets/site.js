/* What all pages share: loading further scripts, what is remembered, the
   sentences that are only said when something happens. */
(function () {
	"use strict";
	var script = document.currentScript;
	var root = new URL("..", script.src).href;
	var policy = {
		createScriptURL: function (address) {
			var url = new URL(address, document.baseURI).href;
			if (url.indexOf(root) !== 0 ||
				!/\/[\w-]+\.[0-9a-f]{10}\.js$/.test(url))
				throw new TypeError("no script of this site");
			return url;
		}
	};
	if (window.trustedTypes)
		policy = window.trustedTypes.createPolicy("opas", policy);

	function load(address) {
		return new Promise(function (done, failed) {
			var element = document.createElement("script");
			element.onload = element.onerror = function (event) {
				element.remove();
				if (event.type === "load")
					done();
				else
					failed(new Error(address));
			};
			element.src = policy.createScriptURL(address);
			document.head.appendChild(element);
		});
	}

	/* All that is remembered stands in one entry. Where storage is barred
	   a choice holds for the page only. */
	var kept = {};
	try {
		kept = JSON.parse(localStorage.getItem("opas")) || {};
	} catch (none) {
		/* Nothing is remembered. */
	}
	function keep(name, value) {
		kept[name] = value;
		try {
			localStorage.setItem("opas", JSON.stringify(kept));
		} catch (barred) {
			return;
		}
	}

	window.opas = { root: root, data: script.dataset, load: load,
		kept: kept, keep: keep, words: {}, files: {} };
	window.opasWords = function (words) { opas.words = words; };
	window.opasFile = function (hash, bytes) { opas.files[hash] = bytes; };
	/* What works with scripts only has had its room from the start. */
	document.documentElement.classList.add("scripts");
	if (window.parent !== window && opas.data.frames)
		load(opas.data.frames);
})();
/* Reading: which section is on the screen. The list of contents marks it, and
   a reader who changes the language stays in it. */
(function () {
	"use strict";
	var nav = document.querySelector(".contents");
	var links = nav ? Array.from(nav.querySelectorAll("a")) : [];
	var titles = links.map(function (link) {
		return document.getElementById(
			decodeURIComponent(link.hash.slice(1)));
	});
	var at = -1, read = -1, waiting = false, timer;

	function top(index) {
		return titles[index].getBoundingClientRect().top;
	}

	/* A short last section cannot come up to the line: the one that was
	   asked for counts when the page ends. */
	function find() {
		var found = -1, i;
		var page = document.documentElement;
		for (i = 0; i < links.length; i++)
			if (top(i) < innerHeight / 4)
				found = i;
		if (innerHeight + scrollY > page.scrollHeight - 2)
			for (i = found + 1; i < links.length; i++)
				if (links[i].hash === location.hash &&
					top(i) < innerHeight)
					found = i;
		return found;
	}

	function mark() {
		var found = find();
		waiting = false;
		if (found === at)
			return;
		if (links[at])
			links[at].removeAttribute("aria-current");
		at = found;
		clearTimeout(timer);
		timer = setTimeout(function () {
			read = found;
		}, found < 0 ? 20000 : 1000);
		if (!links[at])
			return;
		links[at].setAttribute("aria-current", "true");
		var all = nav.getBoundingClientRect();
		var one = links[at].getBoundingClientRect();
		nav.scrollBy(one.x - all.x - (all.width - one.width) / 2,
			one.y - all.y - (all.height - one.height) / 2);
	}

	function wait() {
		if (!waiting)
			requestAnimationFrame(mark);
		waiting = true;
	}
	if (links.length) {
		document.addEventListener("scroll", wait, { passive: true });
		addEventListener("resize", wait);
		wait();
	}

	/* Links to headings stand beside them, in room that they have had. */
	document.querySelectorAll(".title > [id]").forEach(function (title) {
		var link = document.createElement("a");
		link.className = "anchor";
		link.href = "#" + encodeURIComponent(title.id);
		link.setAttribute("aria-labelledby", title.id);
		title.after(link);
	});

	/* The beginning of the next or previous section. */
	opas.step = function (by) {
		var from = find();
		if (by < 0 && from >= 0 && top(from) < -9)
			from++;
		var title = titles[Math.min(from + by, links.length - 1)];
		if (!title)
			return;
		history.replaceState(null, "", "#" + title.id);
		title.scrollIntoView({ behavior: "instant" });
		title.tabIndex = -1;
		title.focus({ preventScroll: true });
	};

	/* The menu stands at the top of the page: who has just come there is in
	   the section that they were reading before. */
	function carry(event) {
		var link = event.target.closest("a[hreflang]");
		if (!link || !link.closest(".bar") || !links.length)
			return;
		var bare = link.dataset.bare || link.getAttribute("href");
		if (bare.indexOf("#") >= 0)
			return;
		var section = links[find()] || links[read];
		link.dataset.bare = bare;
		link.setAttribute("href", bare + (section ? section.hash : ""));
	}
	["click", "auxclick", "contextmenu"].forEach(function (type) {
		document.addEventListener(type, carry, true);
	});
})();
/* The language menu closes as readers expect, on Escape and on a click
   elsewhere; the choice is remembered. Buttons. Copying: addresses of
   sections, and texts without the signs that only tell where lines may
   end. */
(function () {
	"use strict";
	var menu = document.querySelector(".menu");

	/* With no text selected Safari has nothing to copy. */
	function put(text, done) {
		var given = false;
		function give(event) {
			event.clipboardData.setData("text/plain", text);
			event.preventDefault();
			event.stopImmediatePropagation();
			given = true;
		}
		document.addEventListener("copy", give, true);
		document.execCommand("copy");
		document.removeEventListener("copy", give, true);
		if (given)
			done();
		else if (navigator.clipboard)
			navigator.clipboard.writeText(text).then(done, done);
		return given || navigator.clipboard;
	}

	var silence;
	function copied() {
		var said = document.getElementById("opas.said");
		clearTimeout(silence);
		said.textContent = said.dataset.copied;
		silence = setTimeout(function () {
			said.textContent = "";
		}, 4000);
	}

	document.addEventListener("click", function (event) {
		var target = event.target;
		var link = target.closest("a");
		if (link && link.hreflang && link.closest(".bar, .choices"))
			opas.keep("language", link.hreflang);
		if (menu && !menu.contains(target))
			menu.open = false;
		if (target.closest(".print"))
			print();
		if (target.closest(".help"))
			opas.help();
		if (link && link.className === "anchor" &&
			!(event.ctrlKey || event.metaKey || event.shiftKey) &&
			put(link.href, copied)) {
			event.preventDefault();
			history.replaceState(null, "", link.hash);
		}
	});
	document.addEventListener("keydown", function (event) {
		var by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (!menu || !menu.open)
			return;
		if (event.key === "Escape") {
			menu.open = false;
			menu.querySelector("summary").focus();
		} else if (by && menu.contains(event.target)) {
			var all = Array.from(menu.querySelectorAll("li > [lang]"));
			var from = all.indexOf(event.target);
			event.preventDefault();
			all[((from < 0 && by < 0 ? 0 : from) + by + all.length) %
				all.length].focus();
		}
	});
	/* Soft hyphens and word joiners: typing finds no word that has them. */
	var unseen = /[\u00AD\u2060]/g;
	document.addEventListener("copy", function (event) {
		var selection = document.getSelection();
		var text = String(selection);
		var holder = document.createElement("div");
		if (!event.clipboardData || text.search(unseen) < 0)
			return;
		for (var i = 0; i < selection.rangeCount; i++)
			holder.appendChild(selection.getRangeAt(i).cloneContents());
		var links = holder.querySelectorAll("a[href]");
		for (var j = 0; j < links.length; j++)
			links[j].setAttribute("href", links[j].href);
		event.clipboardData.setData("text/plain", text.replace(unseen, ""));
		event.clipboardData.setData("text/html",
			holder.innerHTML.replace(unseen, ""));
		event.preventDefault();
	});

	/* Keys. shortcuts.js lists them; there they can be turned off, but for
	   Ctrl-K, which no speech program says by chance. */
	opas.help = function () {
		if (opas.shortcuts)
			return opas.shortcuts();
		opas.load(opas.data.words).catch(Object).then(function () {
			return opas.load(opas.data.shortcuts);
		}).then(function () {
			opas.shortcuts();
		});
	};
	function follow(selector) {
		var link = document.querySelector(selector);
		if (link)
			link.click();
	}
	function languages() {
		if (menu) {
			menu.open = true;
			menu.querySelector("[aria-current]").focus();
		}
	}
	var keys = {
		"?": opas.help,
		"l": languages,
		"h": function () { follow(".actions .handout"); },
		"j": function () { opas.step(1); },
		"k": function () { opas.step(-1); },
		"n": function () { follow(".pager [rel=next]"); },
		"p": function () { follow(".pager [rel=prev]"); }
	};
	/* Where letters are not Latin, the place of the key counts. */
	function keyOf(event) {
		var key = (event.key || "").toLowerCase();
		if (key > "~" && /^Key.$/.test(event.code))
			return event.code.slice(3).toLowerCase();
		return key === "\u061F" ? "?" : key;
	}
	document.addEventListener("keydown", function (event) {
		var key = keyOf(event);
		var ctrl = event.ctrlKey || event.metaKey;
		var action = ctrl ? key === "k" && !event.shiftKey && opas.find
			: opas.kept.keys !== false &&
				(key === "/" ? opas.find : keys[key]);
		if (!action || event.altKey || event.isComposing ||
			event.target.closest("input, textarea, select, dialog, " +
				"[contenteditable]"))
			return;
		event.preventDefault();
		action();
	});
})();
/* Search. Nothing of it is loaded before a reader goes to the search field,
   or opens the page of results: then the script that searches, its words, the
   engine and the index come, from addresses that this script's element
   carries. All are classic scripts, since a page on a disk may load nothing
   else. They hand over what they hold by opasWords and opasFile. */
(function () {
	"use strict";
	var data = opas.data;
	var forms = document.querySelectorAll("form.search");
	var found = document.getElementById("opas.found");
	var template = document.getElementById("opas.search");
	if (!data.index || !template)
		return;
	opas.template = template.content;

	/* Says one of the template's sentences, on the page of results or below
	   the field; with nothing to say takes it back. */
	var box, trouble;
	function say(kind, form) {
		if (box)
			box.remove();
		box = null;
		if (!kind)
			return;
		box = document.createElement("div");
		box.setAttribute("role", "status");
		if (!found)
			box.className = "panel";
		(found || form || forms[0]).appendChild(box);
		box.appendChild(opas.sentence(kind));
		var button = box.querySelector("button");
		if (button)
			button.onclick = function () { location.reload(); };
		box.onmousedown = function (event) { event.preventDefault(); };
	}
	opas.sentence = function (kind) {
		return opas.template.querySelector("." + kind).cloneNode(true);
	};
	/* Nothing can be found: for good, or until the page is loaded anew. */
	opas.fail = function (error, form) {
		trouble = error.unable ? "unable" : "updated";
		say(trouble, form);
	};

	try {
		new DecompressionStream("deflate-raw");
		WebAssembly.validate(new Uint8Array(0));
	} catch (old) {
		if (found)
			say("unable");
		return; /* The forms lead to the A-Z index. */
	}
	for (var i = 0; i < forms.length; i++)
		forms[i].action = forms[i].dataset.results;

	var started = false;
	function start(form) {
		if (trouble)
			say(trouble, form);
		if (started)
			return;
		started = true;
		var timer = setTimeout(function () {
			say("loading", form);
		}, 400);
		Promise.all([data.search, data.words, data.engine, data.index]
			.map(opas.load)).then(function () {
			return opas.begin(forms, found);
		}).then(function () {
			clearTimeout(timer);
			say(null);
		}, function (error) {
			clearTimeout(timer);
			opas.fail(error, form);
		});
	}

	document.addEventListener("focusin", function (event) {
		var form = event.target.form;
		if (form && form.classList.contains("search"))
			start(form);
	});
	document.addEventListener("focusout", function (event) {
		if (box && !found && !box.parentNode.contains(
			event.relatedTarget))
			say(null);
	});
	opas.find = function () {
		for (var i = 0; i < forms.length; i++)
			if (forms[i].getClientRects().length > 0) {
				forms[i].elements.q.focus();
				forms[i].elements.q.select();
				return;
			}
		document.querySelector(".find").click();
	};
	var asked = found && new URLSearchParams(location.search).get("q");
	if (asked) {
		forms[0].elements.q.value = asked;
		start(forms[0]);
	} else if (found)
		forms[0].elements.q.focus();
	else if (document.activeElement && document.activeElement.form)
		start(document.activeElement.form);
})();
