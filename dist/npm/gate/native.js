// src/gate/native.ts
/** What documents inherit. */
var inherited = () => Object.getPrototypeOf(document);
var native = (key) => Reflect.get(inherited(), key, document);
/** All elements of the document that match, in document order. */
var query = (selector) => {
	return [...native("querySelectorAll").call(document, selector)];
};
var create = (tag) => {
	return native("createElement").call(document, tag);
};
/** Resolves once the parser has come far enough. A page's elements may stand in the way of neither event. */
var parsed = () => native("readyState") === "loading" ? new Promise((done) => addEventListener("DOMContentLoaded", done)) : void 0;
/** The page's cookies; none where they are refused altogether, as in a sandboxed frame. */
var cookies = () => {
	try {
		return native("cookie");
	} catch {
		return "";
	}
};
/** Writes a cookie, where they are not refused; returns the page's cookies after that. */
var writeCookie = (cookie) => {
	try {
		Reflect.set(inherited(), "cookie", cookie, document);
	} catch {}
	return cookies();
};
export { cookies, create, native, parsed, query, writeCookie };
