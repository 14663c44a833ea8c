/* Remembers the language that a reader chooses, closes the language menu as
   readers expect, on Escape and on a click elsewhere, and lets them copy text
   without the signs that only tell where lines may end. */
(function () {
	"use strict";
	function remember(tag) {
		try {
			var kept = JSON.parse(localStorage.getItem("opas")) || {};
			kept.language = tag;
			localStorage.setItem("opas", JSON.stringify(kept));
		} catch (none) {
			/* Storage is barred: the choice holds for this page only. */
		}
	}
	var menu = document.querySelector(".menu");
	document.addEventListener("click", function (event) {
		var link = event.target.closest(".languages a, .choices a");
		if (link)
			remember(link.getAttribute("hreflang"));
		if (menu && !menu.contains(event.target))
			menu.open = false;
	});
	document.addEventListener("keydown", function (event) {
		if (event.key === "Escape" && menu && menu.open) {
			menu.open = false;
			menu.querySelector("summary").focus();
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
})();
/* Search. Nothing of it is loaded before a reader goes to the search field,
   or opens the page of results: then the script that searches, its words, the
   engine and the index come, from addresses that this script's element
   carries. All are classic scripts, since a page on a disk may load nothing
   else. They hand over what they hold by opasWords and opasFile. */
(function () {
	"use strict";
	var data = document.currentScript && document.currentScript.dataset;
	var forms = document.querySelectorAll("form.search");
	var found = document.getElementById("opas.found");
	var template = document.getElementById("opas.search");
	if (!data || !data.index || !template)
		return;
	var root = new URL("..", document.currentScript.src).href;
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

	var opas = window.opas = { root: root, data: data, load: load,
		words: {}, files: {}, template: template.content };
	window.opasWords = function (words) { opas.words = words; };
	window.opasFile = function (hash, bytes) { opas.files[hash] = bytes; };

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
			.map(load)).then(function () {
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
	document.addEventListener("keydown", function (event) {
		var ctrl = event.ctrlKey || event.metaKey;
		var isKey = event.key === "/" ? !ctrl
			: ctrl && !event.shiftKey && event.key === "k";
		if (!isKey || event.altKey || event.isComposing ||
			event.target.closest("input, textarea, select, " +
				"[contenteditable]"))
			return;
		event.preventDefault();
		for (var i = 0; i < forms.length; i++)
			if (forms[i].getClientRects().length > 0) {
				forms[i].elements.q.focus();
				forms[i].elements.q.select();
				return;
			}
		document.querySelector(".find").click();
	});
	var asked = found && new URLSearchParams(location.search).get("q");
	if (asked) {
		forms[0].elements.q.value = asked;
		start(forms[0]);
	} else if (found)
		forms[0].elements.q.focus();
	else if (document.activeElement && document.activeElement.form)
		start(document.activeElement.form);
})();
