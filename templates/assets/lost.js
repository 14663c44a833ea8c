/* A server shows the page for missing addresses of any depth, so its links
   start at the site's own address (the base that stands in the page).  Opened
   straight from a disk the page lies where it is: then a base that comes
   before that one holds. */
(function () {
	"use strict";
	if (location.protocol !== "file:")
		return;
	var base = document.createElement("base");
	base.href = location.href;
	document.head.prepend(base);
})();
