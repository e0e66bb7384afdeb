import { evidence, facts } from "../policies/timebot/2019-01-01.js";
import { countRows } from "../store/rows.js";
import { databaseOf } from "./database.js";
import { within } from "./promises.js";
// src/entry/site.ts
var siteOf = async (session) => {
	const { config, offer, load } = session;
	const known = (async () => {
		if (await within(countRows(databaseOf(session)))) await load("page").then(({ compare }) => compare(session, true)).catch(() => void 0);
		session.chained = true;
	})();
	known.catch(() => void 0);
	const shipped = {
		...evidence,
		...facts,
		edition: offer.edition,
		url: config.policyUrl ?? facts.url
	};
	const bring = async () => (await load("own")).ownOf(session, shipped);
	const own = config.policy || config.texts || config.services || config.purposes || config.off ? await bring() : void 0;
	return {
		policy: own?.policy ?? shipped,
		own,
		notice: async (layer, lang, texts, shippedHash, asked) => ({
			lang,
			layer,
			hash: !own && shippedHash || await (own ?? await bring()).notice(layer, lang, texts, asked)
		}),
		known
	};
};
export { siteOf };
