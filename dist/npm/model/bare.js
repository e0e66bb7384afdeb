// src/model/bare.ts
/**
* A copy without a prototype, for objects whose fields may be absent: a page's scripts may put anything on
* `Object.prototype`, and a `required` there were a consent that nobody gave.
*/
var bare = (fields) => Object.assign(Object.create(null), fields);
function bareAll(data) {
	if (Array.isArray(data)) return data.map((part) => bareAll(part));
	if (typeof data !== "object" || !data) return data;
	return bare(Object.fromEntries(Object.entries(data).map(([key, part]) => [key, bareAll(part)])));
}
export { bare, bareAll };
