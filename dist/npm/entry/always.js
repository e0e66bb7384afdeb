import { embedNotice } from "../locales/texts.js";
import { commit } from "./commit.js";
import { isOn, naming } from "./delta.js";
import { siteOf } from "./site.js";
// src/entry/always.ts
/**
* Grants the service and, where the visitor was told of it, its purpose. The other services of a purpose that is off until
* now are refused by themselves, or they would come along.
*/
var withService = (session, { id, purpose }, told) => {
	if (!told || isOn(session, purpose)) return naming(session, { [id]: true });
	const others = session.offer.services.filter((service) => service.purpose === purpose).map((service) => [service.id, false]);
	return naming(session, {
		...Object.fromEntries(others),
		[purpose]: true,
		[id]: true
	});
};
/** Makes everything ready that a click on "always" needs, so that it has nothing to wait for. */
var prepareAlways = async (session, service, ui, lang) => {
	const { load } = session;
	const [{ own, policy, notice, known }, { texts }] = await Promise.all([siteOf(session), load(lang === "kk" || lang === "en" ? lang : "ru")]);
	const first = own?.first(lang, texts) ?? texts;
	const act = {
		policy,
		notice: await notice("preferences", lang, embedNotice(ui, first))
	};
	await known;
	return {
		lang,
		purpose: first.policy.purposes[service.purpose] ?? service.purpose,
		grant: (actor, told) => {
			session.endTrial?.();
			return commit(session, withService(session, service, told), {
				...act,
				actor
			});
		}
	};
};
export { prepareAlways };
