/*
 * Kinds of pages, as the body's class tells them, and a choice of pages that
 * has each kind in the locales that differ most.
 */
import { pageLocale } from "../lib/site.mjs";

export function kindOf(page) {
	return page.one("meta[http-equiv=refresh]") ? "redirect"
		: page.one("body")?.classes[0] ?? "";
}

/* One page of each kind in each of the locales, and the site's own. Of
 * several the longest, which has most that could be wrong. */
export function choose(site, locales) {
	const best = new Map();
	for (const [name, page] of site.pages) {
		const locale = pageLocale(name);
		const kind = kindOf(page);
		if (locale !== null && !locales.includes(locale))
			continue;
		const key = `${locale} ${kind}`;
		const size = page.text.length;
		if (!(best.get(key)?.size >= size))
			best.set(key, { name, size });
	}
	return [...best.values()].map(({ name }) => name).sort();
}
