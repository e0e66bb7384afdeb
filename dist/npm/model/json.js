import { bare } from "./bare.js";
// src/model/json.ts
/** The same data, of which no prototype has a word. */
var plain = (value, order) => {
	if (Array.isArray(value)) {
		const parts = value.map((part) => plain(part, order));
		Object.setPrototypeOf(parts, null);
		return parts;
	}
	if (typeof value !== "object" || !value) return value;
	return bare(Object.fromEntries(order(Object.entries(value)).map(([key, part]) => [key, plain(part, order)])));
};
/**
* JSON of plain data as they are; other things, such as dates, count as objects by their own fields. Old libraries give arrays a
* `toJSON` that makes texts of them (Prototype 1.6) or fails, and neither a record nor the hash of a notice may depend on that.
*
* @param order the order in which an object's fields are written, where it is another
* @throws RangeError for what holds itself
*/
var jsonOf = (value, order = (entries) => entries) => JSON.stringify(plain(value, order));
export { jsonOf };
