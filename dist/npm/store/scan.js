// src/store/scan.ts
var isObject = (value) => typeof value === "object" && value !== null;
/** The JSON object of a stored value's body; empty for anything else, since whatever a page put there is no reason to throw. */
var bodyOf = (value) => {
	try {
		const body = isObject(value) && typeof value["body"] === "string" ? JSON.parse(value["body"]) : void 0;
		return isObject(body) ? body : {};
	} catch {
		return {};
	}
};
/** A first look at all entries of the database. Cheap, since every page does it: the records are checked when they are used. */
var scan = (rows) => {
	let found = {
		seq: 0,
		forked: false,
		pending: false
	};
	for (const [key, value] of rows) {
		const name = typeof key === "string" ? key : "";
		if (name.startsWith("outbox/")) found = {
			...found,
			pending: true
		};
		if (!name.startsWith("record/")) continue;
		const { seq } = bodyOf(value);
		if (!Number.isInteger(seq) || Number(seq) < found.seq) continue;
		found = {
			...found,
			seq: Number(seq),
			forked: seq === found.seq
		};
	}
	return found;
};
export { scan };
