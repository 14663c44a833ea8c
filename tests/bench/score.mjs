/*
 * Ranked answers against judged queries: recall over all that was found,
 * precision, nDCG at 10 with binary gains (Järvelin and Kekäläinen 2002),
 * success at 5, and whether nothing was found.  What the judges left open
 * ("near") counts neither way.
 */
export function scoreAnswer(query, answer) {
	const relevant = new Set(query.rel);
	const open = new Set(query.near);
	const found = [...new Set(answer)].filter((id) => !open.has(id));
	const gain = (rank) => 1 / Math.log2(rank + 2);
	let ideal = 0, gained = 0;
	for (let rank = 0; rank < Math.min(10, relevant.size); rank++)
		ideal += gain(rank);
	found.slice(0, 10).forEach((id, rank) => {
		gained += relevant.has(id) ? gain(rank) : 0;
	});
	const hits = found.filter((id) => relevant.has(id)).length;
	return { recall: hits / relevant.size,
		precision: found.length > 0 ? hits / found.length : null,
		ndcg: gained / ideal,
		success: found.slice(0, 5).some((id) => relevant.has(id)) ? 1 : 0,
		zero: answer.length > 0 ? 0 : 1 };
}

export const MEASURES = ["recall", "precision", "ndcg", "success", "zero"];

/* Means by query set; a query without an answer has no precision. */
export function scoreAll(queries, answers) {
	const sets = new Map();
	queries.forEach((query, i) => {
		if (!sets.has(query.set))
			sets.set(query.set, []);
		sets.get(query.set).push(scoreAnswer(query, answers[i]));
	});
	return new Map([...sets].map(([set, rows]) => [set,
		Object.fromEntries(MEASURES.map((measure) => {
			const known = rows.map((row) => row[measure])
				.filter((value) => value !== null);
			return [measure, known.reduce((a, b) => a + b, 0) /
				Math.max(known.length, 1)];
		}))]));
}

export function meanOf(scores, measure, sets = [...scores.keys()]) {
	return sets.reduce((sum, set) => sum + scores.get(set)[measure], 0) /
		sets.length;
}
