import { bare } from "../model/bare.js";
import { commit, everything } from "./commit.js";
import { naming } from "./delta.js";
import { siteOf } from "./site.js";
// src/entry/script.ts
/**
* A decision by script: everything granted or refused, or single purposes, services and `policy`, while what is left out
* stays as it is.
*/
var decideByScript = async (session, choices) => {
	const { offer, state, load, warn } = session;
	const { policy, notice, known } = await siteOf(session);
	await known;
	if (offer.services.length) await load("idle-config").then(({ runServices }) => runServices(session)).catch(() => void 0);
	const { lang } = state.get();
	const act = {
		actor: "script",
		policy,
		notice: await notice("api", lang, null)
	};
	const choose = () => {
		if (typeof choices === "boolean") return everything(session, choices);
		const ids = [
			"policy",
			...offer.purposes.map(({ id }) => id),
			...offer.services.map(({ id }) => id)
		];
		for (const id of Object.keys(Object(choices))) if (!ids.includes(id)) warn("decide", id, ids.join(", "));
		const { policy: accepted, ...parts } = bare(Object.fromEntries(ids.flatMap((id) => Object.hasOwn(Object(choices), id) ? [[id, choices[id] === true]] : [])));
		return naming(session, parts, accepted);
	};
	session.endTrial?.();
	return {
		...await commit(session, choose(), act),
		left: await session.left ?? []
	};
};
export { decideByScript };
