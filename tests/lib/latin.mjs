/*
 * Serbian in Latin letters, as the tests know it: shares no code with opas.
 */
const PAIRS = "аa бb вv гg дd ђđ еe жž зz иi јj кk лl мm нn оo пp рr сs тt ћć " +
	"уu фf хh цc чč шš";
const LETTERS = new Map(PAIRS.split(" ").map(([cyrillic, ...latin]) =>
	[cyrillic, latin.join("")]));
const DOUBLE = { љ: "lj", њ: "nj", џ: "dž" };

function isCapital(letter) {
	return letter !== undefined && letter !== letter.toLowerCase();
}

/* Љубав is Ljubav, ЉУБАВ is LJUBAV. */
export function latin(text) {
	const letters = [...text];
	return letters.map((letter, at) => {
		const small = letter.toLowerCase();
		const found = LETTERS.get(small) ?? DOUBLE[small];
		if (!found)
			return letter;
		if (!isCapital(letter))
			return found;
		const near = /\p{L}/u.test(letters[at + 1] ?? "")
			? letters[at + 1] : letters[at - 1];
		return found.length === 1 || isCapital(near)
			? found.toUpperCase()
			: found[0].toUpperCase() + found.slice(1);
	}).join("");
}
