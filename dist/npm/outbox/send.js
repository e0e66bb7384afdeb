// src/outbox/send.ts
/** Milliseconds for the whole answer, its body included. */
var LIMIT = 1e4;
/** An address by the page's own, since a `<base>` may lead to another site; undefined for what is none. */
var resolve = (url, { href }) => {
	try {
		return new URL(url, href);
	} catch {
		return;
	}
};
/**
* The request of the delivery contract. To another origin it is sent as plain text and without cookies, so that there is no
* preflight that a closing page would not live to see answered.
*/
var createSend = (fetch, here) => async (endpoint, body) => {
	const url = resolve(endpoint, here);
	const same = here.origin !== "null" && url?.origin === here.origin;
	const timer = new AbortController();
	setTimeout(() => timer.abort(), LIMIT);
	const init = {
		method: "POST",
		body,
		headers: { "content-type": same ? "application/json" : "text/plain;charset=UTF-8" },
		credentials: same ? "same-origin" : "omit",
		redirect: "manual",
		referrerPolicy: "strict-origin",
		signal: timer.signal
	};
	const attempt = async (keepalive) => fetch(url?.href ?? endpoint, {
		...init,
		keepalive
	});
	return attempt(true).catch((error) => error instanceof TypeError ? attempt(false).catch(() => void 0) : void 0);
};
export { createSend };
