import { embedNotice } from "../locales/texts.js";
import { commit } from "./commit.js";
import { siteOf } from "./site.js";
// src/entry/always.ts
/**
* What is allowed now, the service and its purpose. Every other service that may not run now is refused by itself, or it
* would come along with the purpose.
*/
var withService = ({ allows, offer, state }, { id, purpose }) => {
	const { asks, decision } = state.get();
	return {
		policy: (!asks || asks === "offer") && decision?.accepted === true,
		purposes: Object.fromEntries(offer.purposes.map((p) => [p.id, p.id === purpose || allows(p.id)])),
		services: Object.fromEntries(offer.services.map((s) => [s.id, s.id === id || allows(s.id)]))
	};
};
/** Makes everything ready that a click on "always" needs, so that it has nothing to wait for. */
var prepareAlways = async (session, service, ui) => {
	const { load, state } = session;
	const { lang } = state.get();
	const [{ own, policy, notice, known }, { texts }] = await Promise.all([siteOf(session), load(lang === "kk" || lang === "en" ? lang : "ru")]);
	const first = own?.first(lang, texts) ?? texts;
	const act = {
		policy,
		notice: await notice("preferences", lang, embedNotice(ui, first))
	};
	await known;
	return {
		purpose: first.policy.purposes[service.purpose] ?? service.purpose,
		grant: (actor) => {
			session.endTrial?.();
			return commit(session, withService(session, service), {
				...act,
				actor
			});
		}
	};
};
export { prepareAlways };
