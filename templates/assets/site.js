/* Remembers the language that a reader chooses, and closes the language menu
   as readers expect: on Escape and on a click elsewhere. */
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
})();
