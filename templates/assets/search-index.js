/* Search, part 1 of 4: words in the reader's language, and indexes that load
   their files when the engine asks for them. */
(function () {
	"use strict";
	const opas = window.opas;
	const language = document.documentElement.lang;
	const decoder = new TextDecoder();
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
		try {
			const packed = Uint8Array.fromBase64
				? Uint8Array.fromBase64(text)
				: Uint8Array.from(atob(text),
					(c) => c.charCodeAt(0));
			const stream = new Blob([packed]).stream()
				.pipeThrough(new DecompressionStream("deflate-raw"));
			return new Uint8Array(
				await new Response(stream).arrayBuffer());
		} catch (error) {
			throw unable(`${address}: ${error.message}`);
		}
	}

	/* A text as pieces, of which those between the pairs of bytes are
	   marked as found. */
	function pieces(bytes, marks) {
		const parts = [];
		let at = 0;
		const add = (to, found) => {
			if (to > at)
				parts.push({ found, text: decoder.decode(
					bytes.subarray(at, to)) });
			at = Math.max(at, to);
		};
		for (const [start, end] of marks) {
			add(start, false);
			add(end, true);
		}
		add(bytes.length, false);
		return parts;
	}

	/* The index of one language. */
	class Index {
		constructor(engine, address, language) {
			this.engine = engine;
			this.folder = address.replace(/[^/]*$/, "");
			this.language = language;
			this.lock = Promise.resolve();
			this.came = 0;
			this.failed = 0;
		}

		/* One at a time: what the engine marks is of its last search. */
		alone(job) {
			const turn = this.lock.then(job);
			this.lock = turn.catch(() => {});
			return turn;
		}

		/* Asks until no file is missing. */
		async ask(question) {
			for (;;) {
				const answer = question();
				if (answer !== this.engine.NEEDS)
					return answer;
				await Promise.all(this.engine.needs().map(
					(file) => this.give(file)));
			}
		}

		/* Without a file the search goes on, and says so. */
		async give(file) {
			let bytes = null;
			try {
				bytes = await bytesOf(this.folder + file + "." +
					this.engine.fileName(file) + ".js");
				this.came++;
			} catch (error) {
				/* It was moved away, or the line is broken. */
				this.failed++;
			}
			this.engine.give(file, bytes);
		}

		address(record) {
			const page = record.isPrinciple ? `principles/${record.id}`
				: record.id;
			return `${opas.root}${this.language}/${page}.html` +
				(record.anchor ? "#" +
					encodeURIComponent(record.anchor) : "");
		}

		/* What there is to show of a section; null if its file is
		   missing. */
		async record(section) {
			const record = await this.ask(() =>
				this.engine.record(section));
			return record && { ...record, url: this.address(record) };
		}

		/*
		 * Finds { text, isTyping, principle } and gives hits from `from`,
		 * `count` of them.  null if meanwhile the question is late.
		 */
		find(wanted) {
			return this.alone(async () => {
				const { from = 0, count, isLate } = wanted;
				if (isLate?.())
					return null;
				const hits = await this.ask(() =>
					this.engine.search(wanted));
				/* Nothing at all is where it was. */
				if (this.failed > 1 && this.came === 0)
					throw new Error("the site was updated");
				const shown = [];
				for (const hit of hits.slice(from, from + count)) {
					const record = await this.record(hit.section);
					if (isLate?.())
						return null;
					if (record)
						shown.push({ ...record, ...hit });
				}
				for (const hit of shown) {
					hit.title = this.mark(hit.title);
					hit.text = this.mark(hit.text);
				}
				return { hits: shown, total: hits.length,
					isIncomplete: this.engine.isIncomplete() };
			});
		}

		mark(bytes) {
			return pieces(bytes, this.engine.marks(bytes));
		}

		/* { id, name, url } of all principles, by number. */
		principles() {
			this.all = this.all ?? this.alone(async () => {
				const found = [];
				const count = this.engine.principleCount();
				for (let i = 0; i < count; i++) {
					const record = await this.record(i);
					found.push(record && { id: record.id,
						name: decoder.decode(record.title),
						url: record.url });
				}
				return found;
			});
			return this.all;
		}
	}

	/* Opens the index whose first file is at an address; once. */
	const opened = new Map();
	opas.openIndex = function (address, language) {
		if (!opened.has(address))
			opened.set(address, open(address, language));
		return opened.get(address);
	};

	async function open(address, language) {
		const bytes = await bytesOf(address);
		const engine = await opas.openEngine(bytes);
		return new Index(engine, address, language);
	}

	opas.bytesOf = bytesOf;
	opas.unable = unable;
})();
