/* The list of keyboard shortcuts, loaded when a reader asks for it. It names
   what can be done on the page that is open, and has the switch that turns
   shortcuts of a single key off: who speaks to the computer, or hits keys by
   chance, would set them off (WCAG 2.2, 2.1.4). */
(function () {
	"use strict";
	var opas = window.opas;
	var dialog;
	/* Texts that nobody has translated yet. */
	var english = {};

	function _(message) {
		if (!(message in opas.words))
			english[message] = true;
		return opas.words[message] || message;
	}

	function add(parent, name, text) {
		var element = document.createElement(name);
		if (english[text] && document.documentElement.lang !== "en") {
			element.lang = "en";
			element.dir = "ltr";
		}
		element.textContent = text || "";
		return parent.appendChild(element);
	}

	function row(table, needed, text, keys) {
		if (needed && !document.querySelector(needed))
			return;
		var line = table.insertRow();
		add(line, "th", text).scope = "row";
		var cell = add(line, "td");
		keys.forEach(function (key, index) {
			if (index > 0)
				cell.append(" ");
			add(cell, "kbd", key);
		});
	}

	function rows(table) {
		var isApple = /Mac|iP/.test(navigator.platform);
		/* Translators: What keys do, in the list of keyboard shortcuts. */
		row(table, "form.search", _("Go to the search field"),
			["/", isApple ? "⌘K" : "Ctrl+K"]);
		/* Translators: What a key does, in the list of keyboard shortcuts. */
		row(table, ".menu", _("Choose a language"), ["L"]);
		/* Translators: What a key does, in the list of keyboard shortcuts. */
		row(table, ".contents", _("Next section"), ["J"]);
		/* Translators: What a key does, in the list of keyboard shortcuts. */
		row(table, ".contents", _("Previous section"), ["K"]);
		/* Translators: What a key does, in the list of keyboard shortcuts. */
		row(table, ".pager [rel=next]",
			_("Next article or principle"), ["N"]);
		/* Translators: What a key does, in the list of keyboard shortcuts. */
		row(table, ".pager [rel=prev]",
			_("Previous article or principle"), ["P"]);
		/* Translators: What a key does, in the list of keyboard shortcuts. */
		row(table, ".actions .handout", _("Open the handout"), ["H"]);
		/* Translators: What a key does, in the list of keyboard shortcuts. */
		row(table, null, _("Show this list"), ["?"]);
	}

	function make() {
		dialog = document.createElement("dialog");
		dialog.className = "shortcuts";
		dialog.setAttribute("aria-labelledby", "opas.shortcuts");
		/* Translators: Heading of a list of keys and what they do. */
		add(dialog, "h2", _("Keyboard shortcuts")).id = "opas.shortcuts";
		rows(dialog.appendChild(document.createElement("table")));
		var label = add(dialog, "label");
		var box = add(label, "input");
		box.type = "checkbox";
		box.checked = opas.kept.keys !== false;
		box.onchange = function () { opas.keep("keys", box.checked); };
		/* Translators: Switch below the list of keyboard shortcuts; Ctrl+K
		   works in any case. */
		add(label, "span", _("Use shortcuts of a single key"));
		/* Translators: Button that closes the list of keyboard shortcuts. */
		var close = add(dialog, "button", _("Close"));
		close.type = "button";
		close.className = "button";
		close.autofocus = true;
		close.onclick = function () { dialog.close(); };
		dialog.onclick = function (event) {
			if (event.target === dialog)
				dialog.close();
		};
		document.body.appendChild(dialog);
	}

	opas.shortcuts = function () {
		if (!dialog)
			make();
		if (!dialog.open)
			dialog.showModal();
	};
})();
