/*
 * A reader with a browser of their own, and a list of everything that it had
 * to say or did that it should not.
 */
export class Reader {
	constructor(browser, tally) {
		this.browser = browser;
		this.tally = tally;
	}

	/* options: of the browser's context; allowed: complaints that the
	   story provokes. */
	async open(root, { allowed, ...options } = {}) {
		const context = await this.browser.newContext(options);
		const page = await context.newPage();
		const complaints = [];
		const complain = (text) => {
			if (!allowed?.test(text))
				complaints.push(text);
		};
		page.on("console", (message) =>
			complain(`console: ${message.text()}`));
		page.on("pageerror", (error) =>
			complain(`error: ${error.message}`));
		/* Aborted is what the reader leaves behind by going on. */
		page.on("requestfailed", (request) =>
			/ERR_ABORTED/.test(request.failure()?.errorText) ||
				complain(`failed: ${request.url()} ` +
					`${request.failure()?.errorText}`));
		page.on("request", (request) => request.url().startsWith(root) ||
			complain(`leaves the site: ${request.url()}`));
		page.on("response", (response) => response.status() < 400 ||
			complain(`${response.status()}: ${response.url()}`));
		page.setDefaultTimeout(10000);
		return { page, context, complaints };
	}

	/* Runs one story; what it throws is a fault like any other. */
	async story(name, root, options, tell) {
		const { page, context, complaints } =
			await this.open(root, options);
		try {
			await tell(page, complaints, context);
		} catch (error) {
			this.tally.fail(`${name}: comes to its end`,
				`at ${page.url()}\n${error.message}`);
		}
		this.tally.equal(complaints, [],
			`${name}: nothing to complain of`);
		await context.close();
	}
}
