import { evidence, facts } from "../policies/timebot/2019-01-01.js";
import { databaseOf } from "./database.js";
import { within } from "./promises.js";
import { promisifyRequest } from "idb-keyval";
// src/entry/site.ts
var siteOf = async (session) => {
	const { config, core, offer, load } = session;
	const known = (async () => {
		if (await within(databaseOf(session)("readonly", (store) => promisifyRequest(store.count())))) await load("page").then(({ compare }) => compare(session, true), () => void 0);
	})();
	const shipped = {
		...evidence,
		...facts,
		id: core.id,
		edition: offer.edition,
		url: config.policyUrl ?? facts.url
	};
	const bring = async () => (await load("own")).ownOf(session, shipped);
	const own = config.policy || config.texts || config.services || config.purposes ? await bring() : void 0;
	return {
		policy: own?.policy ?? shipped,
		own,
		notice: async (layer, lang, texts, shippedHash) => ({
			lang,
			layer,
			hash: !own && shippedHash || await (own ?? await bring()).notice(layer, lang, texts)
		}),
		known
	};
};
export { siteOf };
