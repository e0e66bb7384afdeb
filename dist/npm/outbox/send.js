// src/outbox/send.ts
/** Milliseconds for the whole answer, its body included. */
var LIMIT = 1e4;
/** Undefined for what is no URL, and on a page without an origin ("null": sandbox, file), which shares it with nobody. */
var originOf = (url, base) => {
	try {
		return new URL(url, base).origin;
	} catch {
		return;
	}
};
/**
* The request of the delivery contract. To another origin it is sent as plain text and without cookies, so that there is no
* preflight that a closing page would not live to see answered.
*
* @param origin the page's own
*/
var createSend = (fetch, origin) => async (endpoint, body) => {
	const same = originOf(endpoint, origin) === origin;
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
	const attempt = async (keepalive) => fetch(endpoint, {
		...init,
		keepalive
	});
	return attempt(true).catch((error) => error instanceof TypeError ? attempt(false).catch(() => void 0) : void 0);
};
export { createSend };
