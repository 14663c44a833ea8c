/* Search, part 1 of 4: words in the reader's language, and indexes that load
   their files when the engine asks for them. */
(function () {
	"use strict";
	const opas = window.opas;
	const language = document.documentElement.lang;
	const encoder = new TextEncoder();
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
		const hash = /([^.\/]+)\.js$/.exec(address)[1];
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
			throw unable(address + ": " + error.message);
		}
	}

	/* The engine's functions, once for all languages. */
	let instance = null;

	function instantiate() {
		instance = instance ?? bytesOf(opas.data.engine).then((bytes) =>
			WebAssembly.instantiate(bytes)).then((made) =>
			made.instance.exports, (error) => {
			throw error instanceof WebAssembly.CompileError ||
				error instanceof WebAssembly.LinkError
				? unable(error.message) : error;
		});
		return instance;
	}

	/* As in generator/search/wasm.c, whose head explains its functions. */
	const NEEDS = 1;
	const DAMAGED = 2;
	const FLAG_PRINCIPLE = 1;
	const FLAG_STALE = 4;
	const FLAG_PARTIAL = 8;

	/* One index in the engine's memory. */
	class Engine {
		constructor(functions, bytes) {
			this.functions = functions;
			this.room = 0;
			this.index = functions.opas_open(this.put(bytes),
				bytes.length);
			if (this.index === 0)
				throw unable("the index is damaged");
		}

		/* Copies bytes to where they stay. */
		put(bytes) {
			const at = this.functions.opas_allocate(bytes.length);
			if (at === 0)
				throw unable("there is no memory");
			this.bytes(at, bytes.length).set(bytes);
			return at;
		}

		/* Copies bytes to where the next ones will replace them. */
		lend(bytes) {
			if (this.room < bytes.length) {
				this.room = bytes.length * 2;
				this.lent = this.put(new Uint8Array(this.room));
			}
			this.bytes(this.lent, bytes.length).set(bytes);
			return this.lent;
		}

		/* Views of the memory hold until it grows. */
		bytes(at, length) {
			return new Uint8Array(this.functions.memory.buffer, at,
				length);
		}

		numbers(at, count) {
			return new Uint32Array(this.functions.memory.buffer, at,
				count);
		}

		check(status) {
			if (status > NEEDS)
				throw unable(status === DAMAGED
					? "the index is damaged"
					: "there is no memory");
			return status === NEEDS ? null : status;
		}

		needs() {
			const { functions, index } = this;
			return [...this.numbers(functions.opas_needs(index),
				functions.opas_need_count(index))];
		}

		fileName(file) {
			return decoder.decode(this.bytes(
				this.functions.opas_file_name(this.index, file), 10));
		}

		give(file, bytes) {
			this.functions.opas_give(this.index, file,
				bytes ? this.put(bytes) : 0,
				bytes ? bytes.length : 0);
		}

		/* The hits; null if files are needed. */
		search({ text, isTyping, principle = 0 }) {
			const { functions, index } = this;
			const query = encoder.encode(text);
			if (this.check(functions.opas_search(index,
				this.lend(query), query.length, isTyping ? 1 : 0,
				principle)) === null)
				return null;
			const numbers = this.numbers(functions.opas_hits(index),
				functions.opas_hit_count(index) * 3);
			const hits = [];
			for (let i = 0; i < numbers.length; i += 3)
				hits.push({ section: numbers[i],
					match: numbers[i + 2] });
			return hits;
		}

		/* What is known of a section; null if files are needed, false
		   if they can't be had. */
		record(section) {
			const { functions, index } = this;
			const status = functions.opas_record(index, section);
			if (status > 0)
				return status === NEEDS ? null : false;
			const at = functions.opas_record_fields(index);
			const fields = this.numbers(at, 12);
			const string = (i) => this.bytes(fields[i],
				fields[i + 1]).slice();
			const text = (i) => decoder.decode(string(i));
			return { isPrinciple: (fields[0] & FLAG_PRINCIPLE) > 0,
				isStale: (fields[0] & FLAG_STALE) > 0,
				isPartial: (fields[0] & FLAG_PARTIAL) > 0,
				id: text(1), path: text(3), title: string(5),
				anchor: text(7), text: string(9),
				principles: [...this.numbers(at + 48, fields[11])] };
		}

		/* Pairs of start and end of what the last search found. */
		marks(bytes) {
			const { functions, index } = this;
			const count = functions.opas_marks(index,
				this.lend(bytes), bytes.length);
			const list = this.numbers(
				functions.opas_marks_list(index), count * 2);
			return Array.from({ length: count },
				(_, i) => [list[2 * i], list[2 * i + 1]]);
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

		/* Asks several questions until no file is missing for any. */
		async ask(questions) {
			for (;;) {
				const needs = new Set();
				const answers = questions.map((question) => {
					const answer = question();
					if (answer === null)
						for (const file of this.engine.needs())
							needs.add(file);
					return answer;
				});
				if (needs.size === 0)
					return answers;
				await Promise.all([...needs].map(
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

		/* What there is to show of sections; false where the file can't
		   be had. */
		async records(sections) {
			const records = await this.ask(sections.map((section) =>
				() => this.engine.record(section)));
			return records.map((record) => record &&
				{ ...record, url: this.address(record) });
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
				const [hits] = await this.ask([() =>
					this.engine.search(wanted)]);
				/* Nothing at all is where it was. */
				if (this.failed > 1 && this.came === 0)
					throw new Error("the site was updated");
				const part = hits.slice(from, from + count);
				if (isLate?.())
					return null;
				const records = await this.records(part.map(
					(hit) => hit.section));
				if (isLate?.())
					return null;
				const shown = records.map((record, i) => record &&
					{ ...record, ...part[i] }).filter(Boolean);
				for (const hit of shown) {
					hit.title = this.mark(hit.title);
					hit.text = this.mark(hit.text);
				}
				return { hits: shown, total: hits.length,
					isIncomplete: this.failed > 0 };
			});
		}

		mark(bytes) {
			return pieces(bytes, this.engine.marks(bytes));
		}

		/* { id, name, url } of all principles, by number. */
		principles() {
			this.all = this.all ?? this.alone(async () => {
				const found = [];
				for (;;) {
					/* They come before all other sections. */
					const [record] = await this.records([found.length]);
					if (!record || !record.isPrinciple)
						return found;
					found.push({ id: record.id, url: record.url,
						name: decoder.decode(record.title) });
				}
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
		const [functions, bytes] = await Promise.all([instantiate(),
			bytesOf(address)]);
		return new Index(new Engine(functions, bytes), address, language);
	}

})();
