/*
 * The policy that every page carries, written down once more: a change of it
 * must be meant.
 */
export const POLICY = "default-src 'none'; " +
	"script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
	"img-src 'self'; font-src 'self'; connect-src 'self'; " +
	"frame-src 'self'; form-action 'self'; base-uri 'self'; " +
	"require-trusted-types-for 'script'; trusted-types opas";

/* As a header it may also say who frames the site. */
export const HEADER_POLICY = `${POLICY}; frame-ancestors 'self'`;
