import { languages, triggers } from "../locales/languages.js";
import { bare } from "../model/bare.js";
import { platformSha256 } from "../record/hash.js";
import { canonical, noticeOf } from "../record/notice.js";
import { usable } from "./config.js";
import { ownSpec } from "./own-spec.js";
// src/entry/own.ts
/** What a site brings of its own: policy, texts, languages, services. Loaded only where there is such a thing. */
/** Texts with what the site says instead, key by key. */
var merge = (texts, own = {}) => {
	const merged = Object.entries(own).map(([key, value]) => {
		const shipped = Object.getOwnPropertyDescriptor(texts, key)?.value;
		return [key, typeof value === "object" ? merge(Object(shipped ?? {}), value) : value];
	});
	return Object.assign({}, texts, Object.fromEntries(merged));
};
/** What of a service only the engine reads, which has a check of its own (manifest-schema.ts). */
var ENGINE_KEYS = [
	"vendor",
	"hosts",
	"keeps",
	"frames",
	"stubs",
	"advanced",
	"init",
	"load",
	"loaded",
	"tell",
	"given"
];
/** Whether any service has something for the engine to do. */
var hasEngineWork = (raw) => [Object(raw).services].flat().some((service) => ENGINE_KEYS.some((key) => Object.hasOwn(Object(service), key)));
/** The config without what of its services only the engine reads. */
var statedOf = (raw) => {
	if (!hasEngineWork(raw)) return raw;
	const stated = Object(raw).services.map((service) => Object.fromEntries(Object.entries(Object(service)).filter(([key]) => !ENGINE_KEYS.includes(key))));
	return {
		...Object(raw),
		services: stated
	};
};
/** A site's whole config after the check; the loader's part of it is the same. */
var ownConfig = ({ raw }) => usable(statedOf(raw), ownSpec) ?? bare({});
/** The languages on offer: what ships, with the site's own names, then what the site brings. */
var languagesOf = ({ texts = bare({}) }) => {
	const brought = Object.keys(texts).filter((code) => ownSpec.lang.test(code) && !languages.some((language) => language.code === code));
	return [...languages, ...brought.map((code) => ({
		code,
		name: code
	}))].map(({ code, name }) => ({
		code,
		name: texts[code]?.name ?? name
	}));
};
/** Label of the button that opens the preferences. */
var triggerIn = (lang, { texts = bare({}) }) => texts[lang]?.trigger ?? triggers[lang] ?? texts[lang]?.name ?? lang;
/** What stands in place of an embed, with what the site says instead. */
var embedTexts = ({ texts = bare({}) }, lang, shipped) => merge(shipped, texts[lang]?.embed);
/**
* What the site brings, laid over what ships. A policy of its own is hashed as its config states it, over all its
* languages; a new edition of TimeBot's that only a config knows of is such a policy too.
*/
var ownOf = async (session, shipped) => {
	const { raw, offer } = session;
	const sha256 = crypto.subtle ? platformSha256 : (await session.load("sha256")).sha256;
	const config = ownConfig(session);
	const { policy: own, texts = bare({}) } = config;
	const operator = own?.operator;
	const policy = {
		...shipped,
		hash: own ? await sha256(canonical(own)) : shipped.hash,
		id: own?.id ?? shipped.id,
		contact: own?.contact ?? shipped.contact,
		clauses: own?.purposes ? {} : shipped.clauses,
		operator: operator?.name && operator.id ? {
			name: operator.name,
			id: operator.id
		} : shipped.operator,
		data: own?.data?.slice(0, 32) ?? shipped.data
	};
	return {
		langs: languagesOf(config),
		policy,
		first: (lang, { ui, policy: said }) => ({
			ui: merge(ui, texts[lang]?.banner),
			policy: merge(said, own?.texts?.[lang]?.banner)
		}),
		further: async (lang, { ui, policy: said }, load) => {
			const layers = {
				ui: merge(ui, texts[lang]?.preferences),
				policy: merge(said, own?.texts?.[lang]?.details)
			};
			if (!offer.services.length) return layers;
			const services = (await load("service-choice")).serviceLayer(raw, offer, lang);
			return {
				...layers,
				services: {
					...services,
					texts: merge(services.texts, texts[lang]?.services)
				}
			};
		},
		preferences: async (load) => {
			const [preferences, services] = await Promise.all([load("preferences"), offer.services.length ? load("service-choice") : void 0]);
			return services?.withServices(preferences) ?? preferences;
		},
		embed: (lang, shipped) => embedTexts(config, lang, shipped),
		notice: (layer, lang, said, asked) => sha256(canonical(noticeOf(lang, layer, policy, offer, said, asked)))
	};
};
export { embedTexts, hasEngineWork, languagesOf, ownConfig, ownOf, statedOf, triggerIn };
