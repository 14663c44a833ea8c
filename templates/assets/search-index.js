/* Search, part 1 of 4: words in the reader's language, and indexes that load
   their files when the engine asks for them. */
(function () {
	"use strict";
	const opas = window.opas;
	const language = document.documentElement.lang;
	const numbers = new Intl.NumberFormat(language);

	/* Texts that nobody has translated yet. */
	const english = new Set();

	function own(message, otherwise) {
		if (message in opas.words)
			return opas.words[message];
		english.add(otherwise);
		return otherwise;
	}

	opas.isEnglish = (text) => english.has(text);
	opas._ = (message) => own(message, message);
	opas.ngettext = function (one, many, number) {
		const text = own(one, number === 1 ? one : many);
		return typeof text === "function" ? text(number) : text;
	};
	opas.number = (number) => numbers.format(number);

	/* A message with its {placeholders} filled. What a reader typed may be
	   written in another direction than what stands around it. */
	opas.fill = function (message, values) {
		const text = message.replace(/\{(\w+)\}/g, (all, name) =>
			typeof values[name] === "number"
				? opas.number(values[name])
				: `\u2068${values[name]}\u2069`);
		if (english.has(message))
			english.add(text);
		return text;
	};

	/* The same with elements in their places. */
	opas.compose = (message, elements) => message.split(/\{(\w+)\}/)
		.map((part, i) => i % 2 ? elements[part] : part);

	/* An error that no loading again will mend. */
	function unable(why) {
		return Object.assign(new Error(why), { unable: true });
	}

	/* The bytes of a file: base64 of raw deflate, handed over by a script. */
	async function bytesOf(address) {
		const hash = /([^./]+)\.js$/.exec(address)[1];
		if (!(hash in opas.files))
			await opas.load(address);
		const text = opas.files[hash];
		delete opas.files[hash];
		const packed = Uint8Array.fromBase64
			? Uint8Array.fromBase64(text)
			: Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
		const stream = new Blob([packed]).stream()
			.pipeThrough(new DecompressionStream("deflate-raw"));
		return new Uint8Array(await new Response(stream).arrayBuffer());
	}
	opas.bytesOf = bytesOf;
	opas.unableTo = unable;
})();
