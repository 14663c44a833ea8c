/*
 * Goes through pages with the Tab key alone.
 */
import * as inside from "./inside.mjs";

/* Where the focus is, among all that keys reach, and whether the page is
 * still the same. */
function place() {
	const targets = window.audit.targets().filter((one) =>
		!one.matches("main"));
	const now = document.activeElement;
	/* Of radio buttons with one name the chosen one stands for all. */
	return { index: targets.indexOf(now), count: targets.length,
		name: window.audit.name(now), address: location.href,
		radios: targets.filter((one) => one.type === "radio" &&
			!one.checked).length };
}

/* Every target once, in the order of the page, and out at its end. */
async function tabThrough(page, name, tally) {
	await page.evaluate(inside.install);
	const begin = await page.evaluate(place);
	/* Some pages begin in the search field. */
	await page.evaluate(() => window.audit.targets()[0].focus());
	const visited = [0];
	for (let i = 0; i < begin.count + 5; i++) {
		await page.keyboard.press("Tab");
		const { index, address } = await page.evaluate(place);
		if (index < 0 || visited.includes(index))
			break;
		visited.push(index);
		if (address !== begin.address)
			break;
	}
	tally.equal(visited, [...visited].sort((a, b) => a - b),
		`${name}: Tab goes in the order of the page`);
	tally.check(visited.length >= begin.count - begin.radios,
		`${name}: Tab reaches everything, and leads out again`,
		`${visited.length} of ${begin.count} are reached`);
	tally.equal(page.url(), begin.address,
		`${name}: the focus alone changes nothing`);
}

export async function testKeys(browser, server, names, tally) {
	const page = await browser.newPage();
	for (const name of names) {
		await page.goto(server.address + encodeURI(name));
		await tabThrough(page, name, tally);
	}
	await page.close();
}
