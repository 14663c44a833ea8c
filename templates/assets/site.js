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
