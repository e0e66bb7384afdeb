import { ID, NAME, TEXT, TEXTS, configSpec } from "./config-spec.js";
// src/entry/own-spec.ts
/** The whole of what a config may hold: the loader's part, and the policy and texts that a site brings. */
var ownSpec = {
	...configSpec,
	debug: true,
	policy: {
		...configSpec.policy,
		id: ID,
		contact: NAME,
		operator: {
			name: /^\P{Cc}{1,200}$/u,
			id: /^\P{Cc}{1,40}$/u
		},
		data: [ID],
		texts: { "*": {
			banner: {
				summary: TEXT,
				changes: TEXT,
				purposes: TEXTS
			},
			details: {
				purposes: TEXTS,
				data: TEXTS,
				clauses: TEXTS,
				law: TEXT,
				rights: TEXT,
				term: TEXT
			}
		} }
	},
	texts: { "*": {
		name: NAME,
		trigger: NAME,
		banner: TEXTS,
		preferences: TEXTS,
		services: TEXTS,
		embed: TEXTS
	} }
};
export { ownSpec };
