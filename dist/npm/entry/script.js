import { commit, everything } from "./commit.js";
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
	session.endTrial?.();
	const { decision, lang, asks } = state.get();
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
		const chosen = (id) => Object.hasOwn(Object(choices), id) ? choices[id] === true : void 0;
		const { allows, newest } = session;
		const comesAlong = (id, purpose) => chosen(purpose) === true && !allows(purpose) && !(newest?.purposes[purpose] === true && newest.services[id] === false);
		const accepted = (!asks || asks === "offer") && decision?.accepted;
		return {
			policy: chosen("policy") ?? accepted ?? false,
			purposes: Object.fromEntries(offer.purposes.map(({ id }) => [id, chosen(id) ?? allows(id)])),
			services: Object.fromEntries(offer.services.map(({ id, purpose }) => [id, chosen(id) ?? (allows(id) || comesAlong(id, purpose))]))
		};
	};
	return {
		...await commit(session, choose(), act),
		left: await session.left ?? []
	};
};
export { decideByScript };
