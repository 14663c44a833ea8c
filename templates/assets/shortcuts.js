(function () {
	"use strict";
})();
