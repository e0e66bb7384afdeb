import { field } from "../store/field.js";
import { createSend } from "./send.js";
// src/outbox/post.ts
var NOTHING = {
	status: 0,
	redirected: false,
	retryAfter: null,
	body: void 0
};
var parse = (text) => {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
};
/** Reads a response, or the lack of one. Never rejects: an answer that breaks off is none. */
var answerOf = async (response) => {
	try {
		if (!response) return NOTHING;
		const { status, type, headers } = response;
		const body = parse(await response.text());
		return {
			status,
			redirected: type === "opaqueredirect",
			retryAfter: headers.get("retry-after"),
			body
		};
	} catch {
		return NOTHING;
	}
};
/** The POST of the delivery contract, with its answer read. */
var createPost = (fetch, here) => {
	const send = createSend(fetch, here);
	return async (endpoint, body) => answerOf(await send(endpoint, body));
};
/** Whether an answer says that the endpoint has this record: 200 or 201 with JSON whose own `id` is the record's. */
var acknowledges = ({ status, body }, id) => (status === 200 || status === 201) && field(body, "id") === id;
export { acknowledges, answerOf, createPost };
