import { services } from "../locales/en.js";
import { services as services$1 } from "../locales/kk.js";
import { services as services$2 } from "../locales/ru.js";
import { bare } from "../model/bare.js";
import { validate } from "../record/validate.js";
import { NAME, keptSchema } from "./manifest-schema.js";
// src/entry/service-layer.ts
/** What the preferences tell of a site's services: part of the notice, and of what is printed of it. */
var isKept = (value) => validate(value, keptSchema) === void 0;
/** The usable part of what an owner wrote. Of a list in which nothing is usable it would be untrue that it is empty. */
var statedOf = (id, { vendor, keeps }) => {
	const usable = Array.isArray(keeps) ? keeps.slice(0, 100).filter(isKept).map(bare) : [];
	return bare({
		id,
		...typeof vendor === "string" && !validate(vendor, NAME) && { vendor },
		...(usable.length || Array.isArray(keeps) && !keeps.length) && { keeps: usable }
	});
};
/**
* @param raw the config with its services in full
* @param lang one that ships; another stands on Russian
*/
var serviceLayer = (raw, { services: services$3 }, lang) => {
	const written = [Object(raw).services].flat();
	return {
		texts: lang === "kk" ? services$1 : lang === "en" ? services : services$2,
		stated: services$3.map(({ id, purpose }) => {
			const found = written.find((one) => Object(one).id === id && Object(one).purpose === purpose);
			return statedOf(id, bare(Object(found)));
		})
	};
};
export { serviceLayer };
