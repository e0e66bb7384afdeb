// src/gate/native.ts
var native = (key) => Reflect.get(Document.prototype, key, document);
/** All elements of the document that match, in document order. */
var query = (selector) => {
	return [...native("querySelectorAll").call(document, selector)];
};
var create = (tag) => {
	return native("createElement").call(document, tag);
};
/** Resolves once the parser has come far enough. A page's elements may stand in the way of neither event. */
var parsed = () => native("readyState") === "loading" ? new Promise((done) => addEventListener("DOMContentLoaded", done, { once: true })) : void 0;
/** The page's cookies, after one was written if given; none where they are refused altogether, as in a sandboxed frame. */
var cookies = (write) => {
	try {
		if (write) Reflect.set(Document.prototype, "cookie", write, document);
		return native("cookie");
	} catch {
		return "";
	}
};
export { cookies, create, native, parsed, query };
