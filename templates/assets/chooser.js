/* Takes the reader to the language chosen last, else to the first of the
   browser's languages that the guide has. index.html?choose stays, so that
   one can choose again. Runs in the head, before anything is drawn. */
(function () {
	"use strict";
	if (location.search === "?choose")
		return;
	var tags = Array.prototype.map.call(
		document.querySelectorAll("link[rel=alternate][hreflang]"),
		function (link) { return link.getAttribute("hreflang"); })
		.filter(function (tag) { return tag !== "x-default"; });

	function find(wanted) {
		wanted = String(wanted).toLowerCase();
		for (; wanted; wanted = wanted.replace(/(^|-)[^-]*$/, ""))
			for (var i = 0; i < tags.length; i++)
				if (tags[i].toLowerCase() === wanted)
					return tags[i];
		return null;
	}

	var tag = null;
	try {
		tag = find(JSON.parse(localStorage.getItem("opas")).language);
	} catch (none) {
		/* Nothing remembered, or storage is barred. */
	}
	var wishes = navigator.languages || [navigator.language];
	for (var i = 0; tag === null && i < wishes.length; i++)
		tag = find(wishes[i]);
	if (tag !== null)
		location.replace(tag + "/index.html");
})();
