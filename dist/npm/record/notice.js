import { jsonOf } from "../model/json.js";
// src/record/notice.ts
var noticeOf = (lang, layer, policy, { edition, purposes, services }, texts, asked) => ({
	lang,
	layer,
	policy: {
		id: policy.id,
		edition,
		hash: policy.hash
	},
	purposes: purposes.map((purpose) => ({
		clauses: policy.clauses?.[purpose.id] ?? [],
		...purpose
	})),
	services,
	texts,
	...asked && { asked }
});
/** JSON with sorted keys, so that the hash does not depend on the order in which a file lists its fields. */
var canonical = (value) => jsonOf(value, (entries) => entries.sort(([a], [b]) => a < b ? -1 : 1));
export { canonical, noticeOf };
