import { MAX_RECORD_BYTES, recordSchema } from "./schema.js";
import { validate } from "./validate.js";
// src/record/parse.ts
/** Thrown for text that is no record of version 1. `path` is a JSON Pointer to what is wrong. */
var InvalidRecord = class extends Error {
	path;
	constructor({ path, message }) {
		super(`${path || "record"} ${message}`);
		this.name = "InvalidRecord";
		this.path = path;
	}
};
var parseJson = (text) => {
	try {
		return JSON.parse(text);
	} catch {
		throw new InvalidRecord({
			path: "",
			message: "is no JSON"
		});
	}
};
function assertRecord(value) {
	const flaw = validate(value, recordSchema);
	if (flaw) throw new InvalidRecord(flaw);
}
/**
* The record that a text holds.
*
* @throws InvalidRecord naming the path of the first thing that is wrong
*/
var parseRecord = (text) => {
	if (new TextEncoder().encode(text).length > 8192) throw new InvalidRecord({
		path: "",
		message: `must be at most ${MAX_RECORD_BYTES} bytes`
	});
	const value = parseJson(text);
	assertRecord(value);
	return value;
};
export { InvalidRecord, parseRecord };
