/*
 * What an audit asks inside of a page. Each function is sent to the browser
 * as it stands and sees nothing of this file but its argument; each returns a
 * list of what is wrong, in words that name the element. They lean on
 * `audit`, which install() puts there first.
 */

export function install() {
	if (window.audit)
		return;
	const canvas = document.createElement("canvas")
		.getContext("2d", { willReadFrequently: true });
	const known = new Map();
	/* Any colour that CSS knows as [red, green, blue, opacity]. */
	function color(text) {
		if (!known.has(text)) {
			canvas.clearRect(0, 0, 1, 1);
			canvas.fillStyle = text;
			canvas.fillRect(0, 0, 1, 1);
			const [r, g, b, a] =
				canvas.getImageData(0, 0, 1, 1).data;
			/* Faint colours lose on the way; these are exact. */
			const plain = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/
				.exec(text);
			known.set(text, plain ? [Number(plain[1]),
				Number(plain[2]), Number(plain[3]),
				Number(plain[4] ?? 1)] : [r, g, b, a / 255]);
		}
		return known.get(text);
	}
	function over(top, below, opacity = 1) {
		const alpha = top[3] * opacity;
		return [0, 1, 2].map((i) => top[i] * alpha +
			below[i] * (1 - alpha)).concat(1);
	}
	function luminance([red, green, blue]) {
		const [r, g, b] = [red, green, blue].map((value) => {
			const part = value / 255;
			return part <= 0.04045 ? part / 12.92
				: ((part + 0.055) / 1.055) ** 2.4;
		});
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	}
	/* WCAG 2.2, "contrast ratio". */
	function ratio(a, b) {
		const [dark, light] = [luminance(a), luminance(b)]
			.sort((x, y) => x - y);
		return (light + 0.05) / (dark + 0.05);
	}
	/* What an element stands on: the paper and all backgrounds above. */
	function ground(element) {
		let below = color("Canvas");
		const chain = [];
		for (let at = element; at; at = at.parentElement)
			chain.unshift(at);
		for (const at of chain)
			below = over(color(getComputedStyle(at)
				.backgroundColor), below);
		return below;
	}
	function opacity(element) {
		let all = 1;
		for (let at = element; at; at = at.parentElement)
			all *= Number(getComputedStyle(at).opacity);
		return all;
	}
	/* "main > p.lede "Words"", enough to find it. */
	function name(element) {
		const steps = [];
		for (let at = element; at && at !== document.documentElement &&
			steps.length < 3; at = at.parentElement)
			steps.unshift(at.tagName.toLowerCase() +
				(at.id ? `#${at.id}` : "") +
				[...at.classList].map((one) => `.${one}`)
					.join(""));
		const text = (element.textContent || element.name ||
			element.getAttribute("aria-label") || "")
			.replace(/\s+/g, " ").trim().slice(0, 30);
		return `${steps.join(" > ")} "${text}"`;
	}
	function isShown(element) {
		return element.checkVisibility({ visibilityProperty: true,
			opacityProperty: true });
	}
	/* There for screen readers only. */
	function isUnseen(element) {
		for (let at = element; at; at = at.parentElement) {
			const style = getComputedStyle(at);
			if (/inset\(50%/.test(style.clipPath) ||
				(style.position === "absolute" &&
				at.offsetWidth <= 1 && at.offsetHeight <= 1))
				return true;
		}
		return false;
	}
	const REACHED = "a[href], area[href], button, input, select, " +
		"textarea, summary, [tabindex], [contenteditable], iframe, " +
		"audio[controls], video[controls]";
	/* What keys and pointers reach. */
	function targets() {
		return [...document.querySelectorAll(REACHED)].filter((one) =>
			isShown(one) && !one.disabled && one.tabIndex >= 0 &&
			one.type !== "hidden");
	}
	function openAll() {
		for (const details of document.querySelectorAll("details"))
			details.open = true;
	}
	window.audit = { color, over, ratio, ground, opacity, name, isShown,
		isUnseen, targets, openAll };
}

/* Text against its ground: 7:1 where people read, 4.5:1 elsewhere. */
export function contrast() {
	const audit = window.audit;
	const found = new Map();
	audit.openAll();
	function compare(element, style, what) {
		const ground = audit.ground(element);
		const ink = audit.over(audit.color(style.color), ground,
			audit.opacity(element));
		const is = audit.ratio(ink, ground);
		const isBody = what === "" && element.closest("main") &&
			element.closest("p, li, dd, td, blockquote, figcaption") &&
			!element.closest("a, button, .badge, .chip, [class*=button]");
		const least = isBody ? 7 : 4.5;
		const problem = `${audit.name(element)}${what}: ` +
			`${is.toFixed(2)}:1 is less than ${least}:1`;
		if (is < least - 0.005)
			found.set(`${element.className}${style.color}${what}`,
				problem);
	}
	const walk = document.createTreeWalker(document.body,
		NodeFilter.SHOW_TEXT);
	const seen = new Set();
	while (walk.nextNode()) {
		const element = walk.currentNode.parentElement;
		if (!walk.currentNode.data.trim() || seen.has(element))
			continue;
		seen.add(element);
		if (element.closest("script, style, template, noscript, option") ||
			!audit.isShown(element) || audit.isUnseen(element) ||
			element.closest("[disabled], [aria-disabled=true]"))
			continue;
		compare(element, getComputedStyle(element), "");
	}
	for (const element of document.body.querySelectorAll("*")) {
		if (!audit.isShown(element) || audit.isUnseen(element))
			continue;
		for (const pseudo of ["::before", "::after"]) {
			const style = getComputedStyle(element, pseudo);
			if (/[\p{L}\p{N}]/u.test(style.content.replace(
				/^(none|normal|counters?\(.*|url\(.*)$/, "")))
				compare(element, style, pseudo);
		}
		if (element.placeholder)
			compare(element, getComputedStyle(element,
				"::placeholder"), "::placeholder");
	}
	return [...found.values()];
}

/* Edges of fields and buttons, and drawn signs, 3:1 (WCAG 1.4.11). */
export function edges() {
	const audit = window.audit;
	const found = new Map();
	for (const element of document.querySelectorAll(
		"input, select, textarea, button, .button")) {
		if (!audit.isShown(element) || audit.isUnseen(element))
			continue;
		const style = getComputedStyle(element);
		if (style.appearance !== "none" &&
			/^(checkbox|radio|range)$/.test(element.type))
			continue; /* Drawn by the browser. */
		const outside = audit.ground(element.parentElement);
		const border = parseFloat(style.borderBlockEndWidth) > 0 ||
			parseFloat(style.borderInlineStartWidth) > 0;
		const best = Math.max(
			border ? audit.ratio(audit.over(audit.color(
				style.borderBlockEndColor), outside), outside) : 0,
			audit.ratio(audit.ground(element), outside),
			/* Words or a sign of its own say that it is there. */
			element.textContent.trim() || element.querySelector("svg")
				? audit.ratio(audit.color(style.color), outside)
				: 0);
		if (best < 3)
			found.set(element.className, `${audit.name(element)}: ` +
				`its edge has ${best.toFixed(2)}:1`);
	}
	for (const glyph of document.querySelectorAll("main svg")) {
		if (!audit.isShown(glyph))
			continue;
		const ground = audit.ground(glyph.parentElement);
		const is = audit.ratio(audit.over(audit.color(
			getComputedStyle(glyph).color), ground,
		audit.opacity(glyph)), ground);
		if (is < 3)
			found.set(glyph.parentElement.className +
				glyph.classList, `${audit.name(glyph)} in ` +
				`${audit.name(glyph.parentElement)}: ` +
				`${is.toFixed(2)}:1`);
	}
	return [...found.values()];
}

/* 24 px for every target but links in sentences; 44 px for controls. */
export function targets() {
	const audit = window.audit;
	const found = [];
	audit.openAll();
	function isInSentence(element) {
		if (!/^inline/.test(getComputedStyle(element).display))
			return false;
		let block = element.parentElement;
		while (getComputedStyle(block).display === "inline")
			block = block.parentElement;
		let words = "";
		const walk = document.createTreeWalker(block,
			NodeFilter.SHOW_TEXT);
		while (walk.nextNode())
			if (!walk.currentNode.parentElement.closest("a, .unseen"))
				words += walk.currentNode.data;
		return /[\p{L}\p{N}]/u.test(words);
	}
	function box(element) {
		const label = element.labels?.[0];
		const isTicked = /^(checkbox|radio)$/.test(element.type);
		const boxes = [...element.getClientRects(),
			...isTicked && label ? label.getClientRects() : []];
		return { width: Math.max(...boxes.map((one) => one.width)),
			height: Math.max(...boxes.map((one) => one.height)) };
	}
	for (const element of audit.targets()) {
		if (element === document.querySelector("main") ||
			audit.isUnseen(element))
			continue;
		const { width, height } = box(element);
		const isControl = element.matches("button, select, textarea, " +
			"summary, input, .button, .tool, .nav a, [role=option]");
		const least = isControl ? 44 : 24;
		if (Math.round(width) >= least && Math.round(height) >= least)
			continue;
		if (!isControl && isInSentence(element))
			continue;
		found.push(`${audit.name(element)}: ${Math.round(width)} x ` +
			`${Math.round(height)} px, less than ${least}`);
	}
	return found;
}

/* Each target looks other when it has the focus, clearly, and nothing lies
 * over it. The page has got a key before. */
export function focus() {
	const audit = window.audit;
	const found = [];
	const root = document.documentElement;
	root.style.scrollBehavior = "auto"; /* Or it is not there yet. */
	const looks = (style) => [style.outlineStyle, style.outlineWidth,
		style.outlineColor, style.boxShadow, style.backgroundColor,
		style.borderBlockEndColor, style.borderBlockEndWidth,
		style.textDecorationLine].join(" ");
	function look(element) {
		document.activeElement?.blur();
		const before = looks(getComputedStyle(element));
		element.focus();
		if (document.activeElement !== element) {
			found.push(`${audit.name(element)}: takes no focus`);
			return;
		}
		const style = getComputedStyle(element);
		if (looks(style) === before) {
			found.push(`${audit.name(element)}: looks the same ` +
				"with the focus");
			return;
		}
		const width = parseFloat(style.outlineWidth);
		const ground = audit.ground(element.parentElement);
		const ring = style.outlineStyle === "none" || width < 2 ? 0
			: Math.max(audit.ratio(audit.color(
				style.outlineColor), ground),
			parseFloat(style.outlineOffset) < 0 ? audit.ratio(
				audit.color(style.outlineColor),
				audit.ground(element)) : 0);
		if (ring < 3)
			found.push(`${audit.name(element)}: its ring has ` +
				`${ring.toFixed(2)}:1, ${width} px`);
		/* The middle of what lies within the window. */
		const at = [...element.getClientRects()].find((one) =>
			one.right > 1 && one.left < innerWidth - 1 &&
			one.bottom > 1 && one.top < innerHeight - 1);
		const top = at && document.elementFromPoint(
			(Math.max(at.left, 0) + Math.min(at.right, innerWidth)) / 2,
			(Math.max(at.top, 0) + Math.min(at.bottom, innerHeight)) / 2);
		if (!at)
			found.push(`${audit.name(element)}: out of sight ` +
				"with the focus");
		else if (top && !element.contains(top) &&
			!element.labels?.[0]?.contains(top))
			found.push(`${audit.name(element)}: ` +
				`${audit.name(top)} lies over it`);
	}
	/* What opens lies over what is below it, so one at a time. */
	function lookAt(elements) {
		for (const element of elements)
			if (!element.matches("main, iframe"))
				look(element);
	}
	for (const one of document.querySelectorAll("details"))
		one.open = false;
	const closed = audit.targets();
	lookAt(closed);
	for (const details of document.querySelectorAll("details")) {
		details.open = true;
		lookAt(audit.targets().filter((one) =>
			!closed.includes(one) && details.contains(one)));
		details.open = false;
	}
	document.activeElement?.blur();
	root.style.scrollBehavior = "";
	scrollTo(0, 0);
	return found;
}

/* What sticks out sideways, and text that is cut off. */
export function width() {
	const audit = window.audit;
	const root = document.documentElement;
	const over = root.scrollWidth - root.clientWidth;
	if (over <= 0)
		return [];
	const isLeft = getComputedStyle(root).direction === "rtl";
	const wide = [...document.body.querySelectorAll("*")].filter((one) => {
		const box = one.getBoundingClientRect();
		return box.width > 0 && audit.isShown(one) && (isLeft
			? box.left < -1 : box.right > root.clientWidth + 1);
	}).slice(-3);
	return [`${over} px too wide: ${wide.map(audit.name).join("; ") ||
		"(a text)"}`];
}

export function cut() {
	const audit = window.audit;
	const found = [];
	for (const element of document.body.querySelectorAll("*")) {
		const style = getComputedStyle(element);
		if (!/hidden|clip/.test(style.overflowX + style.overflowY) ||
			!audit.isShown(element) || audit.isUnseen(element) ||
			element.closest("svg") || !element.textContent.trim())
			continue;
		if (element.scrollWidth > element.clientWidth + 1 ||
			element.scrollHeight > element.clientHeight + 1)
			found.push(`${audit.name(element)}: cuts its text off`);
	}
	return found;
}

export function motion() {
	return document.getAnimations().filter((one) =>
		one.playState === "running" &&
		one.effect?.getComputedTiming().duration > 10).map((one) =>
		`${window.audit.name(one.effect.target)}: moves although less ` +
		"motion is asked for");
}

/* WCAG 1.4.12; a style sheet that the policy does not bar. */
export function spread(isOn) {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync("* { line-height: 1.5 !important; " +
		"letter-spacing: .12em !important; " +
		"word-spacing: .16em !important } " +
		"p { margin-block-end: 2em !important }");
	document.adoptedStyleSheets = isOn ? [sheet] : [];
}

/* What a reader gets: words, language, direction, a style sheet. */
export function content() {
	return { text: document.body.innerText.replace(/\s+/g, " "),
		language: document.documentElement.lang,
		direction: getComputedStyle(document.body).direction,
		margin: getComputedStyle(document.body).margin,
		font: getComputedStyle(document.body).fontFamily,
		elements: document.querySelectorAll("body *").length };
}
