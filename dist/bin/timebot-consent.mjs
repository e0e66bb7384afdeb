#!/usr/bin/env node
import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { parseArgs } from "node:util";
// \0rolldown/runtime.js
var __defProp = Object.defineProperty;
var __exportAll = (all, no_symbols) => {
	let target = {};
	for (var name in all) __defProp(target, name, {
		get: all[name],
		enumerable: true
	});
	if (!no_symbols) __defProp(target, Symbol.toStringTag, { value: "Module" });
	return target;
};
// src/model/purposes.ts
/** Names that a purpose or service cannot have: `policy` is the acceptance's own, the other reads as a property. */
var RESERVED_IDS = ["policy", "constructor"];
// src/model/bare.ts
/**
* A copy without a prototype, for objects whose fields may be absent: a page's scripts may put anything on
* `Object.prototype`, and a `required` there were a consent that nobody gave.
*/
var bare = (fields) => Object.assign(Object.create(null), fields);
function bareAll(data) {
	if (Array.isArray(data)) return data.map((part) => bareAll(part));
	if (typeof data !== "object" || !data) return data;
	return bare(Object.fromEntries(Object.entries(data).map(([key, part]) => [key, bareAll(part)])));
}
// src/model/offers.ts
/**
* 32 bits of all UTF-16 code units, base 36: the mirror cookie needs a synchronous and short fingerprint. Begins with a mark, so
* that many of them can stand in a row.
*/
var fingerprint = (text) => {
	let hash = 0;
	for (const unit of text.split("")) hash = Math.imul(hash ^ unit.charCodeAt(0), 16777619);
	return `_${(hash >>> 0).toString(36)}`;
};
/**
* A print does not depend on the order in which an owner lists things, nor on names and storage periods: correcting a
* spelling must not ask every visitor again, while a new recipient or country must.
*/
var printOf = ({ id, purpose, recipient, country, recipients = [] }) => [id, fingerprint([
	id,
	purpose,
	recipient,
	country,
	...recipients.map((to) => `${to.name},${to.country}`).sort()
].join("\n"))];
/** The offer of a site. */
var offerOf = (edition, terms, purposes, services) => {
	const offered = purposes.filter(({ id, needsService, needsRecipient, recipients }) => (needsRecipient ? recipients?.length : !needsService) || services.some(({ purpose, recipient }) => purpose === id && (!needsRecipient || recipient)));
	const under = services.filter(({ purpose }) => offered.some(({ id }) => id === purpose));
	const prints = Object.fromEntries([...offered, ...under].map(printOf));
	return {
		edition,
		terms,
		purposes: offered,
		services: under,
		prints,
		hash: Object.values(prints).join("")
	};
};
// src/entry/config-spec.ts
/**
* What a config may hold, as the loader checks it: a pattern for text, a number for an integer from 1 up to it, `true` for
* a yes or no, `[…]` for a list, `{ '*': … }` for a map by any key. The one source of the config's type, of the owner's
* warnings and of the published JSON Schema. The loader carries it, so it is terse.
*/
var TEXT$1 = /^[^]{1,2000}$/;
var NAME$1 = /^[^]{1,200}$/;
var ID$1 = /^[a-z][a-z0-9-]{0,39}$/;
/** Http or https, or relative to the page: nothing with another scheme, so no `javascript:`. */
var ADDRESS = /^(https?:[^]+|[^:]+)$/;
var COUNTRY = /^[A-Z]{2}$/;
/** Texts by language. */
var TEXTS$1 = { "*": TEXT$1 };
var configSpec = {
	endpoint: ADDRESS,
	config: ADDRESS,
	lang: /^[A-Za-z0-9-]{2,35}$/,
	layout: /^(bar|box)$/,
	position: /^(bottom(-left|-right)?|top)$/,
	theme: /^(auto|light|dark)$/,
	trigger: /^(left|right|none)$/,
	policyUrl: ADDRESS,
	off: NAME$1,
	cookieDomain: /^[a-z0-9.-]+$/,
	months: {
		granted: 24,
		refused: 24
	},
	purposes: { "*": {
		recipients: [{
			name: NAME$1,
			country: COUNTRY
		}],
		storage: TEXTS$1
	} },
	services: [{
		id: ID$1,
		purpose: ID$1,
		name: NAME$1,
		recipient: NAME$1,
		country: COUNTRY,
		storage: TEXTS$1
	}],
	policy: {
		edition: /^\d{4}-\d\d-\d\d$/,
		purposes: [{
			id: ID$1,
			clauses: [NAME$1],
			required: true,
			needsService: true,
			needsRecipient: true
		}]
	},
	texts: { "*": {} }
};
var isList = (spec) => Array.isArray(spec);
/** The spec of one key of an object or map; undefined for a key that has none, `__proto__` among them. */
var partOf = (spec, key) => Object.hasOwn(spec, key) ? spec[key] : key === "__proto__" ? void 0 : spec["*"];
// src/entry/config.ts
/**
* What is usable of a value, without a word: `diagnose` tells the owner of the rest when the page is idle. Objects come out
* without a prototype, so that no key of a config reaches one.
*/
var usable = (value, spec) => {
	if (isList(spec)) return Array.isArray(value) ? value.flatMap((item) => usable(item, spec[0]) ?? []) : void 0;
	if (spec instanceof RegExp) return typeof value === "string" && spec.test(value) ? value : void 0;
	if (spec === true) return typeof value === "boolean" ? value : void 0;
	if (typeof spec === "number") return typeof value === "number" && value % 1 === 0 && value > 0 && value <= spec ? value : void 0;
	if (typeof value !== "object" || !value || Array.isArray(value)) return void 0;
	const map = bare({});
	for (const [key, part] of Object.entries(value)) {
		const known = partOf(spec, key);
		const kept = known && usable(part, known);
		if (kept !== void 0) map[key] = kept;
	}
	return map;
};
/** The usable config of what an owner wrote, whatever that is. */
var parseConfig = (value) => usable(value, configSpec) ?? bare({});
/**
* What a site asks about on this page by its config, and by TimeBot's policy edition where the config says nothing else.
* `off`: the purposes taken off the page, if not those of the config.
*/
var offerBy = ({ policy, purposes: stated, services = [], months, off: configured = "" }, core, off = configured) => {
	const out = [
		"",
		...RESERVED_IDS,
		...off.split(" ")
	];
	const purposes = (policy?.purposes ?? core.purposes).flatMap(({ id = "", ...rest }) => out.includes(id) ? [] : bare({
		id,
		...rest,
		...named(stated?.[id])
	}));
	const seen = /* @__PURE__ */ new Set([...out, ...purposes.map(({ id }) => id)]);
	return offerOf(policy?.edition ?? core.edition, {
		granted: 12,
		refused: 6,
		...months
	}, purposes, services.slice(0, 64).flatMap(({ id = "", purpose = "", ...rest }) => {
		return !seen.has(id) && purposes.some((p) => p.id === purpose) && seen.add(id) ? bare({
			id,
			purpose,
			...rest
		}) : [];
	}));
};
/** What the site states of a purpose; a recipient without a name tells visitors nothing. */
var named = (stated) => ({
	...stated,
	recipients: (stated?.recipients ?? []).filter((to) => !!to.name)
});
// src/locales/languages.ts
/** Russian first: the policy was published in it. */
var languages = [
	{
		code: "ru",
		name: "Русский"
	},
	{
		code: "kk",
		name: "Қазақша"
	},
	{
		code: "en",
		name: "English"
	}
];
// src/record/hash.ts
/** SHA-256 by the platform, which has it in secure contexts only. */
var platformSha256 = async (text) => {
	const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
	return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};
// src/model/json.ts
/** The same data, of which no prototype has a word. */
var plain = (value, order) => {
	if (Array.isArray(value)) {
		const parts = value.map((part) => plain(part, order));
		Object.setPrototypeOf(parts, null);
		return parts;
	}
	if (typeof value !== "object" || !value) return value;
	return bare(Object.fromEntries(order(Object.entries(value)).map(([key, part]) => [key, plain(part, order)])));
};
/**
* JSON of plain data as they are; other things, such as dates, count as objects by their own fields. Old libraries give arrays a
* `toJSON` that makes texts of them (Prototype 1.6) or fails, and neither a record nor the hash of a notice may depend on that.
*
* @param order the order in which an object's fields are written, where it is another
* @throws RangeError for what holds itself
*/
var jsonOf = (value, order = (entries) => entries) => JSON.stringify(plain(value, order));
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
// src/entry/own-spec.ts
/** The whole of what a config may hold: the loader's part, and the policy and texts that a site brings. */
var ownSpec = {
	...configSpec,
	debug: true,
	policy: {
		...configSpec.policy,
		id: ID$1,
		contact: NAME$1,
		operator: {
			name: /^\P{Cc}{1,200}$/u,
			id: /^\P{Cc}{1,40}$/u
		},
		data: [ID$1],
		texts: { "*": {
			banner: {
				summary: TEXT$1,
				changes: TEXT$1,
				purposes: TEXTS$1
			},
			details: {
				purposes: TEXTS$1,
				data: TEXTS$1,
				clauses: TEXTS$1,
				law: TEXT$1,
				rights: TEXT$1,
				term: TEXT$1
			}
		} }
	},
	texts: { "*": {
		name: NAME$1,
		trigger: NAME$1,
		banner: TEXTS$1,
		preferences: TEXTS$1,
		services: TEXTS$1,
		embed: TEXTS$1
	} }
};
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
var statedOf$1 = (raw) => {
	if (!hasEngineWork(raw)) return raw;
	const stated = Object(raw).services.map((service) => Object.fromEntries(Object.entries(Object(service)).filter(([key]) => !ENGINE_KEYS.includes(key))));
	return {
		...Object(raw),
		services: stated
	};
};
/** A site's whole config after the check; the loader's part of it is the same. */
var ownConfig = ({ raw }) => usable(statedOf$1(raw), ownSpec) ?? bare({});
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
// src/entry/diagnose.ts
var expected = (spec) => spec instanceof RegExp ? `text like ${spec.source}` : spec === true ? "true or false" : typeof spec === "number" ? `a whole number from 1 to ${spec}` : isList(spec) ? "a list" : "an object";
/** A value as an owner wrote it; `start` may be given what is no JSON. */
var textOf = (value) => {
	try {
		return JSON.stringify([value]).slice(1, -1);
	} catch {
		return String(value);
	}
};
/** What the loader left out of a value: every part with its key, what it is and what would be right. */
function* flaws(value, spec, key) {
	if (usable(value, spec) === void 0) yield `"${key}" is ${textOf(value).slice(0, 80)} and left out: make it ${expected(spec)}`;
	else if (isList(spec)) for (const [i, item] of Object.entries(Object(value))) yield* flaws(item, spec[0], `${key}[${i}]`);
	else if (typeof spec === "object" && !(spec instanceof RegExp)) for (const [name, part] of Object.entries(Object(value))) {
		const path = key ? `${key}.${name}` : name;
		const known = partOf(spec, name);
		if (known) yield* flaws(part, known, path);
		else yield `"${path}" is unknown and left out: known are ${Object.keys(spec).join(", ")}`;
	}
}
/** Tells the owner what of a config counts for nothing, why, and what would be right. */
var diagnose = (raw, core, warn) => {
	for (const flaw of flaws(statedOf$1(raw), ownSpec, "")) warn("config-part", flaw);
	const config = parseConfig(raw);
	const { off = "" } = config;
	const offer = offerBy(config, core, "");
	const purposes = (config.policy?.purposes ?? core.purposes).flatMap(({ id }) => id ?? []);
	const known = `known are ${purposes.join(", ")}`;
	const ids = [...purposes, ...(config.services ?? []).map(({ id }) => id)];
	for (const id of off.split(" ")) if (id && !ids.includes(id)) warn("config-part", `"off" names "${id}", which is no purpose or service: ${known}`);
	for (const id of Object.keys(config.purposes ?? {})) if (!purposes.includes(id)) warn("config-part", `"purposes.${id}" is unknown and left out: ${known}`);
	const written = [Object(raw).services].flat().filter((service) => typeof service === "object" && service);
	const taken = /* @__PURE__ */ new Set();
	const { services = [] } = config;
	for (const i of services.keys()) {
		const { id, purpose } = services[i] ?? {};
		const told = id === void 0 && Object.hasOwn(written[i] ?? {}, "id") || purpose === void 0 && Object.hasOwn(written[i] ?? {}, "purpose");
		const stands = !taken.has(id) && offer.services.some((s) => s.id === id && s.purpose === purpose);
		if (stands) taken.add(id);
		if (told || stands) continue;
		if (purposes.includes(purpose ?? "") && !offer.purposes.some((offered) => offered.id === purpose)) {
			warn("config-part", `the service "${id}" stays closed, since "${purpose}" is offered only where its recipients are declared: name them in "purposes.${purpose}.recipients", or the service's own in "recipient"`);
			continue;
		}
		warn("config-part", `the service "${id}" with purpose "${purpose}" stays closed: give it an id of its own, not among ${[...RESERVED_IDS, ...purposes].join(", ")}, and a purpose of the policy; ${known}`);
	}
	if (!config.endpoint) warn("config-part", "\"endpoint\" is not set, records stay on this device: set data-endpoint=\"/…\"");
};
// src/entry/version.ts
/** Version of the widget, as records and the API state it; a test holds it against package.json. */
var version = "0.1.0";
// src/entry/warnings.ts
/** What each warning says: what, where and the remedy. Loaded when the page is idle, so that visitors wait for no word of it. */
var TEXTS = {
	"gate-unknown": "gate: \"{0}\" is not on offer on this site, what it marks stays closed: correct data-consent, or declare what it needs, as recipients for ads",
	"gate-address": "gate: \"{0}\" is no http or https address and stays closed: correct src or data-src",
	"gate-nonce": "gate: a script for \"{0}\" lacks the nonce that timebot-consent.js has and stays closed: add it",
	"gate-types": "gate: the page's Trusted Types refuse a gated script: add timebot-consent to its list. {0}",
	copy: "this page has the script twice, and version {0} stays off: load it once",
	"config-json": "config: the inline JSON cannot be read, the defaults are asked about and nothing is granted on this page: correct it. {0}",
	"config-url": "config: \"{0}\" cannot be read and nothing is granted on this page: serve JSON there. {1}",
	"config-part": "config: {0}",
	listener: "a listener of the page failed: {0}",
	view: "the {0} cannot be shown and what needs consent stays closed: is this blocked, altered or missing? {1}",
	decision: "a decision failed: {0}",
	decide: "decide: \"{0}\" is unknown and left out: known are {1}",
	record: "database: \"{0}\" is no record and counts for nothing: {1}",
	service: "service \"{0}\": {1}",
	embed: "timebot-embed \"{0}\" stays closed: {1}",
	"embed-part": "timebot-embed \"{0}\": {1}",
	storage: "{0} refused a decision, which then holds for less time: allow it",
	"cookie-domain": "config: \"cookieDomain\" is \"{0}\", where this host may set no cookie, so the decision is kept for this host alone: name a domain that it belongs to, no public suffix",
	endpoint: "endpoint \"{0}\" answered {1}: the record is kept and sent again {2}; an endpoint answers 201 or 200 with {\"id\": …}, see docs/endpoint.md"
};
/** Prints a warning. */
var tell = ([code, ...values]) => console.warn(`[timebot-consent] ${TEXTS[code].replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)]))}`);
// src/policies/timebot/2019-01-01.ts
var core = {
	edition: "2019-01-01",
	purposes: [
		{
			id: "necessary",
			required: true
		},
		{ id: "personalisation" },
		{ id: "telemetry" },
		{
			id: "ads",
			needsRecipient: true
		},
		{
			id: "contact",
			needsService: true
		}
	]
};
var evidence = {
	hash: "7b92069a61ce562c3afa311731667a7362c71cb7ff152d2eb44d29ff8008a14e",
	operator: {
		name: "ИП Джаикбаев А.М.",
		id: "520224300214"
	},
	data: [
		"ip",
		"cookie",
		"browser",
		"time",
		"page"
	]
};
var facts = {
	id: "timebot",
	url: "https://timebot.kz/",
	contact: "support@timebot.kz",
	clauses: {
		necessary: [
			"1.1.2",
			"2.1",
			"2.2.1"
		],
		personalisation: ["2.2.2"],
		telemetry: [
			"1.1.2",
			"2.2.4",
			"2.2.5b"
		],
		ads: ["2.2.5a"],
		contact: ["2.2.3"]
	}
};
var ruBanner = {
	summary: "TimeBot получает IP-адрес, cookie, данные о браузере, время доступа и адреса страниц. Необходимое работает всегда, остальное — только с вашего согласия. Его можно отозвать.",
	purposes: {
		necessary: "Необходимые",
		personalisation: "Персонализация",
		telemetry: "Телеметрия",
		ads: "Таргетинг рекламы",
		contact: "Связь"
	}
};
var ruDetails = {
	purposes: {
		necessary: "Вход, определение стороны договора и память о вашем выборе. Отключить нельзя: без них сервис не работает.",
		personalisation: "Подстраиваем содержание и функции под вас по тому, как вы пользуетесь сервисом. Без согласия — стандартный вид.",
		telemetry: "Смотрим, какие страницы и функции открывают, чтобы улучшать сервис и создавать новые. Для статистики и исследований данные обезличиваем.",
		ads: "По данным о посещениях подбираем для вас рекламные материалы.",
		contact: "Чат и уведомления о сервисе и ваших заявках."
	},
	data: {
		ip: "IP-адрес",
		cookie: "информация из cookie",
		browser: "информация о браузере",
		time: "время доступа",
		page: "адрес запрашиваемой страницы"
	},
	clauses: {
		"1.1.2": "1.1.2. Данные, которые автоматически передаются Сервисам TimeBot в процессе их использования с помощью установленного на устройстве пользователя программного обеспечения, в том числе IP-адрес, информация из cookie, информация о браузере пользователя (или иной программы с помощью которой осуществляется доступ к сервисам), время доступа, адрес запрашиваемой страницы.",
		"2.1": "2.1. TimeBot собирает и хранит только те данные, которые необходимы для предоставления Сервисов и оказания услуг (исполнения соглашений и договоров с пользователем).",
		"2.2.1": "2.2.1. Идентификация стороны в рамках соглашений и договоров с TimeBot.",
		"2.2.2": "2.2.2. Предоставление пользователю персонализированных Сервисов, демо доступа в Сервисы.",
		"2.2.3": "2.2.3. Связь с пользователем, в том числе направление уведомлений, запросов и информации, касающихся использования Сервисов, оказания услуг, а также обработка запросов и заявок от пользователя.",
		"2.2.4": "2.2.4. Улучшение качества Сервисов, удобства их использования, разработка новых сервисов и услуг.",
		"2.2.5a": "2.2.5 (первый). Таргетирование рекламных материалов.",
		"2.2.5b": "2.2.5 (второй). Проведение статистических и иных исследований на основе обезличенных данных."
	},
	law: "Закон Республики Казахстан от 21 мая 2013 года № 94-V «О персональных данных и их защите»",
	rights: "Согласие на обработку персональных данных можно отозвать заявлением в TimeBot. При основаниях, указанных в статье 9 Закона, TimeBot вправе продолжить обработку (п. 3.4.3). Изменить свои данные можно в разделах «Настройки» и «Справочники» (п. 4.1), удалить данные учётной записи — связавшись с TimeBot любым удобным способом, например support@timebot.kz. После удаления аккаунта некоторые Сервисы могут стать недоступны (п. 4.2).",
	term: "Согласие действует до достижения целей обработки или до отзыва — что наступит раньше (п. 3.4.2, 3.4.4)."
};
var kkBanner = {
	summary: "TimeBot IP-мекенжайды, cookie, браузер деректерін, кіру уақытын, бет мекенжайын алады. Қажеттілері үнемі істейді, қалғаны — тек келісіміңізбен. Оны кері қайтарып алуға болады.",
	purposes: {
		necessary: "Қажетті",
		personalisation: "Жекелендіру",
		telemetry: "Телеметрия",
		ads: "Таргеттелген жарнама",
		contact: "Байланыс"
	}
};
var kkDetails = {
	purposes: {
		necessary: "Аккаунтқа кіру, шарт тарапын анықтау және таңдауыңызды есте сақтау. Өшіруге болмайды: бұларсыз сервис жұмыс істемейді.",
		personalisation: "Сервисті қалай пайдаланатыныңызға қарай мазмұны мен функцияларын сізге бейімдейміз. Келісімсіз — стандартты нұсқа.",
		telemetry: "Сервисті жақсарту және жаңасын жасау үшін қай беттер мен функциялар ашылатынын қараймыз. Статистика мен зерттеулер үшін деректер иесіздендіріледі.",
		ads: "Сайтқа кіру деректері бойынша сізге жарнамалық материалдар таңдаймыз.",
		contact: "Сервис пен өтінімдеріңіз туралы чат және хабарламалар."
	},
	data: {
		ip: "IP-мекенжай",
		cookie: "cookie ақпараты",
		browser: "браузер туралы ақпарат",
		time: "кіру уақыты",
		page: "сұралатын беттің мекенжайы"
	},
	clauses: {
		"1.1.2": "1.1.2. TimeBot Сервистерін пайдалану барысында пайдаланушының құрылғысында орнатылған бағдарламалық қамтылым арқылы оларға автоматты түрде берілетін деректер, оның ішінде IP-мекенжай, cookie ақпараты, пайдаланушының браузері (немесе сервистерге кіруге арналған өзге бағдарлама) туралы ақпарат, кіру уақыты, сұралатын беттің мекенжайы.",
		"2.1": "2.1. TimeBot Сервистерді ұсынуға және қызметтер көрсетуге (пайдаланушымен жасалған келісімдер мен шарттарды орындауға) қажетті деректерді ғана жинайды және сақтайды.",
		"2.2.1": "2.2.1. TimeBot-пен жасалған келісімдер мен шарттар шеңберінде тарапты сәйкестендіру.",
		"2.2.2": "2.2.2. Пайдаланушыға жекелендірілген Сервистерді, Сервистерге демо қолжетімділікті ұсыну.",
		"2.2.3": "2.2.3. Пайдаланушымен байланысу, оның ішінде Сервистерді пайдалануға, қызметтер көрсетуге қатысты хабарламалар, сұрау салулар мен ақпарат жіберу, сондай-ақ пайдаланушының сұрау салулары мен өтінімдерін өңдеу.",
		"2.2.4": "2.2.4. Сервистердің сапасын, оларды пайдалану қолайлылығын жақсарту, жаңа сервистер мен қызметтерді әзірлеу.",
		"2.2.5a": "2.2.5 (бірінші). Жарнамалық материалдарды таргеттеу.",
		"2.2.5b": "2.2.5 (екінші). Иесіздендірілген деректер негізінде статистикалық және өзге де зерттеулер жүргізу."
	},
	law: "«Дербес деректер және оларды қорғау туралы» Қазақстан Республикасының 2013 жылғы 21 мамырдағы № 94-V Заңы",
	rights: "Дербес деректерді өңдеуге келісімді TimeBot-қа өтініш жіберіп, кері қайтарып алуға болады. Заңның 9-бабында көрсетілген негіздер болса, TimeBot өңдеуді жалғастыруға құқылы (3.4.3-тармақ). Деректеріңізді «Настройки» және «Справочники» бөлімдерінде өзгертуге (4.1-тармақ), ал есептік жазба деректерін TimeBot-қа өзіңізге ыңғайлы кез келген тәсілмен, мысалы support@timebot.kz арқылы, хабарласып жоюға болады. Аккаунт жойылғаннан кейін кейбір Сервистер қолжетімсіз болуы мүмкін (4.2-тармақ).",
	term: "Келісім өңдеу мақсаттарына қол жеткенге немесе кері қайтарып алынғанға дейін қолданылады — қайсысы ерте болса (3.4.2, 3.4.4-тармақтар)."
};
var enBanner = {
	summary: "TimeBot receives your IP address, cookies, browser details, access time and page addresses. Necessary items always run; the rest only with your consent, which you can withdraw.",
	purposes: {
		necessary: "Necessary",
		personalisation: "Personalisation",
		telemetry: "Telemetry",
		ads: "Ad targeting",
		contact: "Contact"
	}
};
var enDetails = {
	purposes: {
		necessary: "Sign-in, identifying the party to the agreement, remembering your choice. Cannot be off: the service needs them.",
		personalisation: "We adapt content and features to you, based on how you use the service. Without consent: the standard version.",
		telemetry: "We see which pages and features are opened, to improve the service and build new ones. Data for statistics and research is de-identified.",
		ads: "We use visit data to choose advertising materials for you.",
		contact: "Chat and notices about the service and your requests."
	},
	data: {
		ip: "IP address",
		cookie: "information from cookies",
		browser: "information about the browser",
		time: "time of access",
		page: "address of the requested page"
	},
	clauses: {
		"1.1.2": "1.1.2. Data that is passed to TimeBot’s Services automatically while they are used, by software installed on the user’s device, including IP address, information from cookies, information about the user’s browser (or another program that accesses the services), time of access, address of the requested page.",
		"2.1": "2.1. TimeBot collects and keeps only the data that is necessary for providing the Services and rendering services (performing agreements and contracts with the user).",
		"2.2.1": "2.2.1. Identifying the party under agreements and contracts with TimeBot.",
		"2.2.2": "2.2.2. Providing the user with personalised Services and with demo access to the Services.",
		"2.2.3": "2.2.3. Contact with the user, including sending notices, requests and information about the use of the Services and the rendering of services, as well as handling the user’s requests and applications.",
		"2.2.4": "2.2.4. Improving the quality of the Services and their ease of use, developing new services.",
		"2.2.5a": "2.2.5 (first). Targeting of advertising materials.",
		"2.2.5b": "2.2.5 (second). Statistical and other research on the basis of de-identified data."
	},
	law: "Law of the Republic of Kazakhstan of 21 May 2013 No. 94-V “On Personal Data and Their Protection”",
	rights: "Consent to the processing of personal data can be withdrawn by an application to TimeBot. On the grounds listed in article 9 of the Law, TimeBot may continue processing (clause 3.4.3). You can change your data in the sections «Настройки» (Settings) and «Справочники» (Directories) (clause 4.1), and delete the data of an account by contacting TimeBot in any way convenient to you, for example support@timebot.kz. Once an account is deleted, some Services may become unavailable (clause 4.2).",
	term: "Consent lasts until the purposes of processing are achieved or until it is withdrawn, whichever comes first (clauses 3.4.2, 3.4.4)."
};
// src/services/names.ts
/** Services that ship: each is a file of that name here. */
var serviceNames = [
	"google-ads",
	"google-tag",
	"google-tag-manager",
	"matomo",
	"meta-pixel",
	"microsoft-clarity",
	"microsoft-uet",
	"posthog",
	"tiktok-pixel",
	"vk-ads",
	"yandex-ads",
	"yandex-metrika",
	"2gis",
	"google-maps",
	"vimeo",
	"vk-video",
	"yandex-maps",
	"youtube"
];
// src/entry/expand.ts
/** Puts ready-made services in place of `{ "use": … }`. Pure but for the manifests, which it is given. */
var MODE = bare({
	type: "string",
	pattern: "^(basic|advanced)$"
});
/** What an owner may say of a ready-made service in other words than ours; everything else is an option of it. */
var OWN = [
	"purpose",
	"name",
	"recipient",
	"country",
	"storage"
];
var FORMS = {
	string: "^[^]{1,500}$",
	number: "^\\d{1,15}$",
	address: "^https://[\\w.:-]+(/[\\w.~-]+)*/?$"
};
var KINDS = {
	string: "a text",
	number: "a number",
	boolean: "true or false",
	list: "a list of texts",
	address: "an address"
};
/** What text has to look like to be an option, or an item of one. */
var formOf = ({ type, pattern }) => type === "boolean" ? void 0 : pattern ?? FORMS[type === "list" ? "string" : type];
/** The owner's value as an option takes it; undefined where it does not. */
var optionOf = (value, option) => {
	const { type } = option;
	if (type === "boolean") return typeof value === "boolean" ? value : void 0;
	if (type === "list") {
		const items = Array.isArray(value) ? value.map((item) => optionOf(item, bare({
			...option,
			type: "string"
		}))) : [];
		return items.length && !items.includes(void 0) ? items : void 0;
	}
	const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
	if (!new RegExp(formOf(option) ?? "").test(text)) return void 0;
	if (type === "number") return Number(text);
	if (type === "string") return text;
	return URL.canParse(text) ? text.replace(/\/?$/, "/") : void 0;
};
var isName = (name) => serviceNames.some((known) => known === name);
/** A manifest's host with the owner's options, of which an address gives its host. */
var hostOf = (host, given) => host.replace(/\{(\w+)\}/, (_, name) => {
	const value = String(given[name]);
	return URL.canParse(value) ? new URL(value).host : value;
});
/** A ready-made service with the owner's options; undefined where one that it needs is missing. */
var readyMade = ({ options = {}, hosts = [], advanced, ...rest }, given, tell) => {
	const known = {
		...options,
		...advanced && { mode: MODE }
	};
	const own = {};
	const chosen = bare({});
	for (const [key, value] of Object.entries(given)) {
		const option = Object.hasOwn(known, key) ? known[key] : void 0;
		if (option) {
			chosen[key] = optionOf(value, option);
			if (chosen[key] !== void 0) continue;
			const form = formOf(option);
			tell(`"${key}" is ${JSON.stringify(value)} and left out: make it ${KINDS[option.type]}${form ? ` like ${form}` : ""}`);
		} else if (OWN.some((name) => name === key)) own[key] = value;
		else tell(`"${key}" is unknown and left out: known are ${[
			"use",
			"as",
			...Object.keys(known),
			...OWN
		].join(", ")}`);
	}
	const needed = Object.keys(known).filter((key) => known[key]?.required && chosen[key] === void 0);
	const missing = needed.filter((key) => !Object.hasOwn(given, key));
	if (missing.length) tell(`it does not run without ${missing.join(", ")}: add it`);
	if (needed.length) return void 0;
	return {
		...rest,
		...advanced && { advanced },
		hosts: hosts.map((host) => hostOf(host, chosen)),
		...own,
		given: chosen
	};
};
/** The service that an entry of the config means; undefined, with a warning, where it means none. */
var serviceOf = async (entry, load, warn) => {
	const { use, as, ...given } = entry;
	if (use === void 0) return entry;
	const name = typeof use === "string" ? use : JSON.stringify(use);
	if (!isName(use)) return warn("service", name, `"use" names no ready-made one: known are ${serviceNames.join(", ")}`);
	const { id = use, ...manifest } = bareAll((await load(`service-${use}`)).manifest);
	const service = typeof as === "string" ? as : id;
	const made = readyMade(bare(manifest), given, (problem) => warn("service", service, problem));
	return made && {
		...made,
		id: service
	};
};
/** The config with every `{ "use": … }` replaced by the service that it means; warns of each that means none. */
var expandServices = async (raw, load, warn) => {
	const entries = [Object(raw).services].flat();
	const services = await Promise.all(entries.map((entry) => typeof entry === "object" && entry ? serviceOf(bare({ ...entry }), load, warn) : entry));
	return bare({
		...Object(raw),
		services: services.filter((service) => service !== void 0)
	});
};
// src/entry/read-config.ts
/** A config is one JSON object. @throws TypeError for anything else */
var objectOf = (json) => {
	if (typeof json !== "object" || !json || Array.isArray(json)) throw new TypeError("no object");
	return json;
};
// src/services/google-consent.ts
/**
* Google's consent mode v2 (developers.google.com/tag-platform/security/guides/consent): all seven types. `ad_storage`
* and its two companions follow ads, `analytics_storage` telemetry, `personalization_storage` and `functionality_storage`
* personalisation; what keeps the page secure is always granted.
*/
var TYPES = {
	ad_storage: "ads",
	ad_user_data: "ads",
	ad_personalization: "ads",
	analytics_storage: "telemetry",
	functionality_storage: "personalisation",
	personalization_storage: "personalisation",
	security_storage: "necessary"
};
var state = (of) => Object.fromEntries(Object.entries(TYPES).map(([type, purpose]) => [type, of(purpose)]));
var update$1 = [{
	call: "gtag",
	with: [
		"consent",
		"update",
		state((purpose) => purpose === "necessary" ? "granted" : { $granted: purpose })
	]
}];
/**
* What every Google tag is told. Denied comes first on every page; the choice follows at once where there is one. In advanced
* mode the loader has told the first of these before anything else (entry/google-default.ts).
*/
var googleConsent = {
	default: [
		{
			call: "gtag",
			with: [
				"consent",
				"default",
				{
					...state((purpose) => purpose === "necessary" ? "granted" : "denied"),
					region: "{region}",
					wait_for_update: "{wait_for_update}"
				}
			]
		},
		{
			call: "gtag",
			with: [
				"set",
				"url_passthrough",
				"{url_passthrough}"
			]
		},
		{
			call: "gtag",
			with: [
				"set",
				"ads_data_redaction",
				"{ads_data_redaction}"
			]
		}
	],
	grant: update$1,
	refusal: update$1,
	withdrawal: update$1
};
/** Settings of consent mode, by Google's own names. */
var googleOptions = {
	/** ISO 3166-2 codes: where the default holds; everywhere where left out. */
	region: {
		type: "list",
		pattern: "^[A-Z]{2}(-[A-Z0-9]{1,3})?$"
	},
	/** Milliseconds that Google's tags wait for the choice. */
	wait_for_update: { type: "number" },
	url_passthrough: { type: "boolean" },
	ads_data_redaction: { type: "boolean" }
};
var googleStubs = {
	dataLayer: { kind: "list" },
	gtag: {
		kind: "arguments",
		queue: "dataLayer"
	}
};
// src/services/google-hosts.ts
/** As Google's guide to content security policies names them (developers.google.com/tag-platform/security/guides/csp). */
var googleHosts = [
	"www.googletagmanager.com",
	"*.google-analytics.com",
	"*.analytics.google.com",
	"*.doubleclick.net",
	"*.googlesyndication.com",
	"www.googleadservices.com",
	"www.google.com"
];
// src/services/google-keeps.ts
/** Cookies of Google's tags on the site itself (support.google.com/analytics/answer/11397207, policies.google.com). */
var about = {
	visitors: {
		ru: "отличает посетителей друг от друга",
		kk: "келушілерді бір-бірінен ажыратады",
		en: "tells visitors apart"
	},
	session: {
		ru: "хранит состояние сеанса",
		kk: "сеанс күйін сақтайды",
		en: "keeps the state of the session"
	},
	ad: {
		ru: "связывает посещение с рекламой",
		kk: "келуді жарнамамен байланыстырады",
		en: "links a visit to an ad"
	}
};
var analyticsKeeps = [{
	in: "cookie",
	name: "_ga",
	days: 730,
	about: about.visitors
}, {
	in: "cookie",
	name: "_ga_*",
	days: 730,
	about: about.session
}];
var adsKeeps = [{
	in: "cookie",
	name: "_gcl_*",
	days: 90,
	about: about.ad
}];
// src/services/google-ads.ts
/** Google Ads and Floodlight by the Google tag (gtag.js). */
var manifest$17 = {
	purpose: "ads",
	name: "Google Ads",
	vendor: "Google",
	recipient: "Google",
	country: "US",
	hosts: googleHosts,
	keeps: adsKeeps,
	options: {
		id: {
			type: "string",
			pattern: "^(AW|DC)-[A-Z0-9]{4,20}$",
			required: true
		},
		...googleOptions
	},
	stubs: googleStubs,
	advanced: true,
	init: [{
		call: "gtag",
		with: ["js", { $now: "date" }]
	}, {
		call: "gtag",
		with: ["config", "{id}"]
	}],
	load: ["https://www.googletagmanager.com/gtag/js?id={id}"],
	tell: googleConsent
};
// src/services/google-tag.ts
/** Google Analytics 4 by the Google tag (gtag.js). Google Ads is a service of its own, under a purpose of its own. */
var manifest$16 = {
	purpose: "telemetry",
	name: "Google Analytics",
	vendor: "Google",
	recipient: "Google",
	country: "US",
	hosts: googleHosts,
	keeps: [...analyticsKeeps, ...adsKeeps],
	options: {
		id: {
			type: "string",
			pattern: "^(G|GT)-[A-Z0-9]{4,20}$",
			required: true
		},
		...googleOptions
	},
	stubs: googleStubs,
	advanced: true,
	init: [{
		call: "gtag",
		with: ["js", { $now: "date" }]
	}, {
		call: "gtag",
		with: ["config", "{id}"]
	}],
	load: ["https://www.googletagmanager.com/gtag/js?id={id}"],
	tell: googleConsent
};
// src/services/google-tag-manager.ts
/**
* Google Tag Manager. It loads under the purpose that the owner gives it; the tags in it go by Google's consent mode. Those
* that wait for a consent of their own are asked when an event happens, so every choice is an event too.
*/
var told = {
	call: "dataLayer.push",
	with: [{ event: "timebot_consent" }]
};
var manifest$15 = {
	purpose: "telemetry",
	name: "Google Tag Manager",
	vendor: "Google",
	recipient: "Google",
	country: "US",
	hosts: googleHosts,
	keeps: [...analyticsKeeps, ...adsKeeps],
	options: {
		id: {
			type: "string",
			pattern: "^GTM-[A-Z0-9]{4,12}$",
			required: true
		},
		...googleOptions
	},
	stubs: googleStubs,
	advanced: true,
	init: [{
		call: "dataLayer.push",
		with: [{
			"gtm.start": { $now: "milliseconds" },
			event: "gtm.js"
		}]
	}],
	load: ["https://www.googletagmanager.com/gtm.js?id={id}"],
	tell: {
		default: googleConsent.default,
		grant: [...googleConsent.grant, told],
		refusal: [...googleConsent.refusal, told],
		withdrawal: [...googleConsent.withdrawal, told]
	}
};
// src/services/matomo.ts
/**
* Matomo on a server of the owner's. It is told on every page that it needs a consent, and of the grant
* (developer.matomo.org/guides/tracking-consent); cookies and terms: matomo.org/faq/general/faq_146.
*/
var manifest$14 = {
	purpose: "telemetry",
	name: "Matomo",
	vendor: "Matomo",
	hosts: ["{url}"],
	keeps: [
		{
			in: "cookie",
			name: "_pk_id*",
			days: 393,
			about: {
				ru: "отличает посетителей друг от друга",
				kk: "келушілерді бір-бірінен ажыратады",
				en: "tells visitors apart"
			}
		},
		{
			in: "cookie",
			name: "_pk_ref*",
			days: 182,
			about: {
				ru: "хранит, откуда пришёл посетитель",
				kk: "келушінің қайдан келгенін сақтайды",
				en: "keeps how a visitor found the site"
			}
		},
		{
			in: "cookie",
			name: "_pk_*",
			days: 1,
			about: {
				ru: "хранит ход посещения",
				kk: "келу барысын сақтайды",
				en: "keeps the course of a visit"
			}
		},
		{
			in: "cookie",
			name: "mtm_consent*",
			days: 10957,
			about: {
				ru: "хранит отказ от измерений",
				kk: "өлшеуден бас тартуды сақтайды",
				en: "keeps the refusal to be measured"
			}
		}
	],
	options: {
		url: {
			type: "address",
			required: true
		},
		id: {
			type: "number",
			required: true
		}
	},
	stubs: { _paq: { kind: "list" } },
	init: [
		{
			call: "_paq.push",
			with: [["trackPageView"]]
		},
		{
			call: "_paq.push",
			with: [["enableLinkTracking"]]
		},
		{
			call: "_paq.push",
			with: [["setTrackerUrl", "{url}matomo.php"]]
		},
		{
			call: "_paq.push",
			with: [["setSiteId", "{id}"]]
		}
	],
	load: ["{url}matomo.js"],
	tell: {
		default: [{
			call: "_paq.push",
			with: [["requireConsent"]]
		}],
		grant: [{
			call: "_paq.push",
			with: [["setConsentGiven"]]
		}],
		withdrawal: [{
			call: "_paq.push",
			with: [["forgetConsentGiven"]]
		}]
	}
};
// src/services/meta-pixel.ts
/** Meta Pixel. A revocation holds back what it sends (developers.facebook.com/docs/meta-pixel/implementation/gdpr). */
var manifest$13 = {
	purpose: "ads",
	name: "Meta Pixel",
	vendor: "Meta",
	recipient: "Meta",
	country: "US",
	hosts: ["connect.facebook.net", "www.facebook.com"],
	keeps: [{
		in: "cookie",
		name: "_fbp",
		days: 90,
		about: {
			ru: "узнаёт посетителя для рекламы Meta",
			kk: "Meta жарнамасы үшін келушіні таниды",
			en: "recognises a visitor for Meta's ads"
		}
	}, {
		in: "cookie",
		name: "_fbc",
		days: 90,
		about: {
			ru: "связывает посещение с нажатым объявлением",
			kk: "келуді басылған жарнамамен байланыстырады",
			en: "links a visit to the ad that was clicked"
		}
	}],
	options: { id: {
		type: "string",
		pattern: "^\\d{5,20}$",
		required: true
	} },
	stubs: { fbq: {
		kind: "caller",
		alias: "_fbq"
	} },
	init: [{
		call: "fbq",
		with: ["init", "{id}"]
	}, {
		call: "fbq",
		with: ["track", "PageView"]
	}],
	load: ["https://connect.facebook.net/en_US/fbevents.js"],
	tell: {
		grant: [{
			call: "fbq",
			with: ["consent", "grant"]
		}],
		withdrawal: [{
			call: "fbq",
			with: ["consent", "revoke"]
		}]
	}
};
// src/services/microsoft-clarity.ts
/**
* Microsoft Clarity, with its consent API (learn.microsoft.com/clarity/setup-and-installation/clarity-consent-api-v2). That has
* no word for "no more": told that all is denied, the script drops its cookies and records on without them. `stop`, which no
* page of Microsoft's mentions but clarity-js has (src/clarity.ts), ends it; `start` is what a later grant needs then, and does
* nothing where it runs.
*/
var manifest$12 = {
	purpose: "telemetry",
	name: "Microsoft Clarity",
	vendor: "Microsoft",
	recipient: "Microsoft",
	country: "US",
	hosts: [
		"www.clarity.ms",
		"*.clarity.ms",
		"c.bing.com"
	],
	keeps: [
		{
			in: "cookie",
			name: "_clck",
			days: 365,
			about: {
				ru: "отличает посетителей друг от друга",
				kk: "келушілерді бір-бірінен ажыратады",
				en: "tells visitors apart"
			}
		},
		{
			in: "cookie",
			name: "_clsk",
			days: 1,
			about: {
				ru: "связывает страницы одного посещения в одну запись",
				kk: "бір келудің беттерін бір жазбаға біріктіреді",
				en: "joins the pages of one visit into one recording"
			}
		},
		{
			in: "session",
			name: "_cltk",
			about: {
				ru: "отличает вкладки браузера друг от друга",
				kk: "браузер қойындыларын бір-бірінен ажыратады",
				en: "tells tabs of the browser apart"
			}
		},
		{
			in: "cookie",
			name: "CLID",
			days: 365,
			host: "www.clarity.ms",
			about: {
				ru: "хранит, когда Clarity впервые видел посетителя на любом сайте",
				kk: "Clarity келушіні кез келген сайтта алғаш рет қашан көргенін сақтайды",
				en: "keeps when Clarity first saw the visitor on any site"
			}
		},
		{
			in: "cookie",
			name: "MUID",
			days: 390,
			host: "clarity.ms",
			about: {
				ru: "узнаёт браузер на сайтах Microsoft",
				kk: "Microsoft сайттарында браузерді таниды",
				en: "recognises a browser on sites of Microsoft"
			}
		}
	],
	options: { id: {
		type: "string",
		pattern: "^[a-z0-9]{5,20}$",
		required: true
	} },
	stubs: { clarity: {
		kind: "arguments",
		queue: "clarity.q"
	} },
	load: ["https://www.clarity.ms/tag/{id}"],
	tell: {
		grant: [{
			call: "clarity",
			with: ["consentv2", {
				ad_Storage: { $granted: "ads" },
				analytics_Storage: { $granted: "telemetry" }
			}]
		}, {
			call: "clarity",
			with: ["start", {}]
		}],
		withdrawal: [{
			call: "clarity",
			with: ["stop"]
		}]
	}
};
// src/services/microsoft-uet.ts
var update = [{
	call: "uetq.push",
	with: [
		"consent",
		"update",
		{ ad_storage: { $granted: "ads" } }
	]
}];
// src/services/all.ts
/** Every manifest that ships, at once: for tools and tests. A page loads those that it names. */
var manifests = {
	"google-ads": manifest$17,
	"google-tag": manifest$16,
	"google-tag-manager": manifest$15,
	matomo: manifest$14,
	"meta-pixel": manifest$13,
	"microsoft-clarity": manifest$12,
	"microsoft-uet": {
		purpose: "ads",
		name: "Microsoft Advertising",
		vendor: "Microsoft",
		recipient: "Microsoft",
		country: "US",
		hosts: ["bat.bing.com", "bat.bing.net"],
		keeps: [
			{
				in: "cookie",
				name: "_uet*",
				days: 390,
				about: {
					ru: "узнаёт посетителя для рекламы Microsoft",
					kk: "Microsoft жарнамасы үшін келушіні таниды",
					en: "recognises a visitor for Microsoft's ads"
				}
			},
			{
				in: "local",
				name: "_uet*",
				about: {
					ru: "узнаёт посетителя для рекламы Microsoft",
					kk: "Microsoft жарнамасы үшін келушіні таниды",
					en: "recognises a visitor for Microsoft's ads"
				}
			},
			{
				in: "cookie",
				name: "MUID",
				days: 390,
				host: "bing.com",
				about: {
					ru: "узнаёт браузер на сайтах Microsoft",
					kk: "Microsoft сайттарында браузерді таниды",
					en: "recognises a browser on sites of Microsoft"
				}
			}
		],
		options: {
			id: {
				type: "string",
				pattern: "^\\d{3,20}$",
				required: true
			},
			wait_for_update: { type: "number" }
		},
		stubs: { uetq: { kind: "list" } },
		advanced: true,
		load: ["https://bat.bing.com/bat.js"],
		loaded: [{
			create: "UET",
			with: [{
				ti: "{id}",
				enableAutoSpaTracking: true,
				q: { $global: "uetq" }
			}],
			set: "uetq"
		}, {
			call: "uetq.push",
			with: ["pageLoad"]
		}],
		tell: {
			default: [{
				call: "uetq.push",
				with: [
					"consent",
					"default",
					{
						ad_storage: "denied",
						wait_for_update: "{wait_for_update}"
					}
				]
			}],
			grant: update,
			refusal: update,
			withdrawal: update
		}
	},
	posthog: {
		purpose: "telemetry",
		name: "PostHog",
		vendor: "PostHog",
		recipient: "PostHog",
		country: "US",
		hosts: ["{region}.i.posthog.com", "{region}-assets.i.posthog.com"],
		keeps: [
			{
				in: "cookie",
				name: "ph_*_posthog",
				days: 365,
				about: {
					ru: "отличает посетителей друг от друга",
					kk: "келушілерді бір-бірінен ажыратады",
					en: "tells visitors apart"
				}
			},
			{
				in: "local",
				name: "ph_*",
				about: {
					ru: "хранит ход посещения и ещё не отправленные события",
					kk: "келу барысын және әлі жіберілмеген оқиғаларды сақтайды",
					en: "keeps the course of a visit and events that are not sent yet"
				}
			},
			{
				in: "session",
				name: "ph_*",
				about: {
					ru: "хранит состояние сеанса",
					kk: "сеанс күйін сақтайды",
					en: "keeps the state of the session"
				}
			}
		],
		options: {
			id: {
				type: "string",
				pattern: "^phc_\\w{10,60}$",
				required: true
			},
			region: {
				type: "string",
				pattern: "^(eu|us)$",
				required: true
			}
		},
		stubs: { posthog: {
			kind: "methods",
			names: [
				"capture",
				"identify",
				"alias",
				"group",
				"register",
				"reset",
				"opt_in_capturing",
				"opt_out_capturing"
			]
		} },
		init: [
			{
				set: "posthog.people",
				to: []
			},
			{
				set: "posthog._i",
				to: [[
					"{id}",
					{ api_host: "https://{region}.i.posthog.com" },
					"posthog"
				]]
			},
			{
				set: "posthog.__SV",
				to: 1
			}
		],
		load: ["https://{region}-assets.i.posthog.com/static/array.js"],
		tell: {
			grant: [{
				call: "posthog.opt_in_capturing",
				with: [{ captureEventName: false }]
			}],
			withdrawal: [{ call: "posthog.opt_out_capturing" }]
		}
	},
	"tiktok-pixel": {
		purpose: "ads",
		name: "TikTok Pixel",
		vendor: "TikTok",
		recipient: "TikTok",
		country: "SG",
		hosts: ["analytics.tiktok.com"],
		keeps: [
			{
				in: "cookie",
				name: "_ttp",
				days: 395,
				about: {
					ru: "узнаёт посетителя для рекламы TikTok",
					kk: "TikTok жарнамасы үшін келушіні таниды",
					en: "recognises a visitor for TikTok's ads"
				}
			},
			{
				in: "cookie",
				name: "_tt_enable_cookie",
				days: 395,
				about: {
					ru: "проверяет, что файлы cookie разрешены",
					kk: "cookie файлдарына рұқсат барын тексереді",
					en: "checks that cookies are allowed"
				}
			},
			{
				in: "cookie",
				name: "ttcsid*",
				days: 395,
				about: {
					ru: "связывает события одного сеанса",
					kk: "бір сеанстың оқиғаларын байланыстырады",
					en: "links the events of one session"
				}
			},
			{
				in: "cookie",
				name: "ttclid",
				days: 395,
				about: {
					ru: "связывает посещение с нажатым объявлением",
					kk: "келуді басылған жарнамамен байланыстырады",
					en: "links a visit to the ad that was clicked"
				}
			},
			{
				in: "session",
				name: "tt_*",
				about: {
					ru: "хранит состояние сеанса",
					kk: "сеанс күйін сақтайды",
					en: "keeps the state of the session"
				}
			}
		],
		options: { id: {
			type: "string",
			pattern: "^[A-Z][A-Z0-9]{9,29}$",
			required: true
		} },
		stubs: { ttq: {
			kind: "methods",
			names: [
				"page",
				"track",
				"identify",
				"instances",
				"debug",
				"on",
				"off",
				"once",
				"ready",
				"alias",
				"group",
				"enableCookie",
				"disableCookie",
				"holdConsent",
				"revokeConsent",
				"grantConsent"
			]
		} },
		init: [
			{
				set: "TiktokAnalyticsObject",
				to: "ttq"
			},
			{
				set: "ttq._i",
				to: {}
			},
			{
				set: "ttq._i.{id}",
				to: []
			},
			{
				set: "ttq._i.{id}._u",
				to: "https://analytics.tiktok.com/i18n/pixel/events.js"
			},
			{
				set: "ttq._t",
				to: {}
			},
			{
				set: "ttq._t.{id}",
				to: { $now: "milliseconds" }
			},
			{
				set: "ttq._o",
				to: {}
			},
			{
				set: "ttq._o.{id}",
				to: {}
			},
			{ call: "ttq.page" }
		],
		load: ["https://analytics.tiktok.com/i18n/pixel/events.js?sdkid={id}&lib=ttq"],
		tell: {
			grant: [{ call: "ttq.grantConsent" }],
			withdrawal: [{ call: "ttq.revokeConsent" }]
		}
	},
	"vk-ads": {
		purpose: "ads",
		name: "VK Реклама",
		vendor: "VK",
		recipient: "VK",
		country: "RU",
		hosts: ["top-fwz1.mail.ru"],
		keeps: [{
			in: "cookie",
			name: "tmr_*",
			about: {
				ru: "отличает посетителей друг от друга",
				kk: "келушілерді бір-бірінен ажыратады",
				en: "tells visitors apart"
			}
		}, {
			in: "cookie",
			name: "domain_sid",
			about: {
				ru: "отличает посетителей сайта друг от друга",
				kk: "сайтқа келушілерді бір-бірінен ажыратады",
				en: "tells visitors of the site apart"
			}
		}],
		options: { id: {
			type: "string",
			pattern: "^\\d{3,12}$",
			required: true
		} },
		stubs: { _tmr: { kind: "list" } },
		init: [{
			call: "_tmr.push",
			with: [{
				id: "{id}",
				type: "pageView",
				start: { $now: "milliseconds" }
			}]
		}],
		load: ["https://top-fwz1.mail.ru/js/code.js"]
	},
	"yandex-ads": {
		purpose: "ads",
		name: "Яндекс Реклама",
		vendor: "Yandex",
		recipient: "Yandex",
		country: "RU",
		hosts: [
			"yandex.ru",
			"*.yandex.ru",
			"yandex.com",
			"yastatic.net",
			"*.yandex.net",
			"*.adfox.ru",
			"yandexadexchange.net",
			"*.yandexadexchange.net"
		],
		keeps: [{
			in: "cookie",
			name: "yandexuid",
			days: 365,
			host: "yandex.ru",
			about: {
				ru: "узнаёт посетителя на разных сайтах",
				kk: "келушіні әртүрлі сайттарда таниды",
				en: "recognises a visitor on different sites"
			}
		}],
		options: { blocks: {
			type: "list",
			pattern: "^R-[AI]-\\d{1,10}-\\d{1,5}$",
			required: true
		} },
		stubs: { yaContextCb: { kind: "list" } },
		init: [{
			call: "Ya.Context.AdvManager.render",
			with: [{
				blockId: "{item}",
				renderTo: "yandex_rtb_{item}"
			}],
			each: "blocks",
			later: "yaContextCb"
		}],
		load: ["https://yandex.ru/ads/system/context.js"]
	},
	"yandex-metrika": {
		purpose: "telemetry",
		name: "Яндекс Метрика",
		vendor: "Yandex",
		recipient: "Yandex",
		country: "RU",
		hosts: [
			"mc.yandex.ru",
			"mc.yandex.az",
			"mc.yandex.by",
			"mc.yandex.co.il",
			"mc.yandex.com",
			"mc.yandex.com.am",
			"mc.yandex.com.ge",
			"mc.yandex.com.tr",
			"mc.yandex.ee",
			"mc.yandex.fr",
			"mc.yandex.kg",
			"mc.yandex.kz",
			"mc.yandex.lt",
			"mc.yandex.lv",
			"mc.yandex.md",
			"mc.yandex.tj",
			"mc.yandex.tm",
			"mc.yandex.uz",
			"mc.webvisor.com",
			"mc.webvisor.org",
			"yastatic.net"
		],
		keeps: [
			{
				in: "cookie",
				name: "_ym_*",
				days: 365,
				about: {
					ru: "отличает посетителей друг от друга и хранит ход посещения",
					kk: "келушілерді бір-бірінен ажыратады және келу барысын сақтайды",
					en: "tells visitors apart and keeps the course of a visit"
				}
			},
			{
				in: "local",
				name: "_ym*",
				about: {
					ru: "хранит ещё не отправленные события",
					kk: "әлі жіберілмеген оқиғаларды сақтайды",
					en: "keeps events that are not sent yet"
				}
			},
			{
				in: "cookie",
				name: "yandexuid",
				days: 365,
				host: "yandex.ru",
				about: {
					ru: "узнаёт посетителя на разных сайтах",
					kk: "келушіні әртүрлі сайттарда таниды",
					en: "recognises a visitor on different sites"
				}
			},
			{
				in: "cookie",
				name: "ymex",
				days: 365,
				host: "yandex.ru",
				about: {
					ru: "хранит, когда созданы идентификаторы",
					kk: "идентификаторлардың қашан жасалғанын сақтайды",
					en: "keeps when the identifiers were made"
				}
			}
		],
		options: {
			id: {
				type: "number",
				required: true
			},
			clickmap: { type: "boolean" },
			trackLinks: { type: "boolean" },
			accurateTrackBounce: { type: "boolean" },
			webvisor: { type: "boolean" },
			defer: { type: "boolean" }
		},
		stubs: { ym: {
			kind: "arguments",
			queue: "ym.a",
			time: "ym.l"
		} },
		init: [{
			call: "ym",
			with: [
				"{id}",
				"init",
				{
					clickmap: "{clickmap}",
					trackLinks: "{trackLinks}",
					accurateTrackBounce: "{accurateTrackBounce}",
					webvisor: "{webvisor}",
					defer: "{defer}"
				}
			]
		}],
		load: ["https://mc.yandex.ru/metrika/tag.js"],
		tell: {
			grant: [{
				set: "disableYaCounter{id}",
				to: false
			}],
			withdrawal: [{
				set: "disableYaCounter{id}",
				to: true
			}]
		}
	},
	"2gis": {
		id: "double-gis",
		purpose: "personalisation",
		name: "2ГИС",
		vendor: "2GIS",
		recipient: "2GIS",
		country: "RU",
		hosts: [
			"2gis.ru",
			"*.2gis.ru",
			"2gis.com",
			"*.2gis.com",
			"2gis.kz",
			"*.2gis.kz"
		],
		frames: [{ match: "https://widgets\\.2gis\\.com/widget\\?.+" }, { match: "https://makemap\\.2gis\\.ru/widget\\?.+" }]
	},
	"google-maps": {
		purpose: "personalisation",
		name: "Google Maps",
		vendor: "Google",
		recipient: "Google",
		country: "US",
		hosts: [
			"www.google.com",
			"maps.google.com",
			"maps.googleapis.com",
			"maps.gstatic.com"
		],
		frames: [
			{ match: "https://www\\.google\\.com/maps/embed\\?.+" },
			{ match: "https://www\\.google\\.com/maps/embed/v1/[a-z]+\\?.+" },
			{ match: "https://www\\.google\\.com/maps/d/(?:u/\\d/)?embed\\?.+" },
			{ match: "https://(?:maps|www)\\.google\\.com/maps\\?(?:.*&)?output=embed(?:&.*)?" }
		]
	},
	vimeo: {
		purpose: "personalisation",
		name: "Vimeo",
		vendor: "Vimeo",
		recipient: "Vimeo",
		country: "US",
		hosts: [
			"vimeo.com",
			"*.vimeo.com",
			"*.vimeocdn.com"
		],
		keeps: [{
			in: "cookie",
			name: "vuid",
			days: 730,
			host: "vimeo.com",
			about: {
				ru: "собирает статистику для владельца видео",
				kk: "бейне иесі үшін статистика жинайды",
				en: "collects statistics for the owner of the video"
			}
		}, {
			in: "cookie",
			name: "player",
			days: 365,
			host: "vimeo.com",
			about: {
				ru: "хранит настройки проигрывателя",
				kk: "ойнатқыш баптауларын сақтайды",
				en: "keeps settings of the player"
			}
		}],
		frames: [
			{ match: "https://player\\.vimeo\\.com/video/\\d+(?:\\?.*)?" },
			{
				match: "https://(?:www\\.)?vimeo\\.com/(\\d+)(?:\\?.*)?",
				to: "https://player.vimeo.com/video/$1?dnt=1"
			},
			{
				match: "https://(?:www\\.)?vimeo\\.com/(\\d+)/([0-9a-f]+)(?:\\?.*)?",
				to: "https://player.vimeo.com/video/$1?h=$2&dnt=1"
			}
		]
	},
	"vk-video": {
		purpose: "personalisation",
		name: "VK Видео",
		vendor: "VK",
		recipient: "VK",
		country: "RU",
		hosts: [
			"vkvideo.ru",
			"*.vkvideo.ru",
			"vk.com",
			"*.vk.com",
			"*.userapi.com"
		],
		frames: [{ match: "https://(?:vkvideo\\.ru|vk\\.com)/video_ext\\.php\\?.+" }, {
			match: "https://(?:vkvideo\\.ru|vk\\.com)/video(-?\\d+)_(\\d+)(?:\\?.*)?",
			to: "https://vkvideo.ru/video_ext.php?oid=$1&id=$2&hd=2"
		}]
	},
	"yandex-maps": {
		purpose: "personalisation",
		name: "Яндекс Карты",
		vendor: "Yandex",
		recipient: "Yandex",
		country: "RU",
		hosts: [
			"yandex.ru",
			"yandex.kz",
			"yandex.com",
			"yandex.by",
			"yandex.uz",
			"*.maps.yandex.net",
			"yastatic.net"
		],
		frames: [{ match: "https://yandex\\.(?:ru|kz|com|by|uz)/map-widget/v1/.*" }]
	},
	youtube: {
		purpose: "personalisation",
		name: "YouTube",
		vendor: "Google",
		recipient: "Google",
		country: "US",
		hosts: [
			"www.youtube-nocookie.com",
			"*.youtube.com",
			"youtube.com",
			"youtu.be",
			"*.ytimg.com",
			"*.googlevideo.com"
		],
		keeps: [{
			in: "cookie",
			name: "VISITOR_INFO1_LIVE",
			days: 180,
			host: "youtube.com",
			about: {
				ru: "помнит настройки и помогает находить неполадки",
				kk: "баптауларды сақтайды және ақауларды табуға көмектеседі",
				en: "keeps preferences and helps to find problems"
			}
		}, {
			in: "cookie",
			name: "YSC",
			days: 0,
			host: "youtube.com",
			about: {
				ru: "подтверждает, что запросы сеанса делает сам посетитель",
				kk: "сеанс сұрауларын келушінің өзі жасайтынын растайды",
				en: "makes sure that the visitor makes the requests of a session"
			}
		}],
		frames: [
			{
				match: "https://(?:www\\.youtube(?:-nocookie)?|youtube)\\.com/embed/([\\w-]+(?:\\?.*)?)",
				to: "https://www.youtube-nocookie.com/embed/$1"
			},
			{
				match: "https://(?:www\\.|m\\.)?youtube\\.com/watch\\?(?:.*&)?v=([\\w-]{11})(?:&.*)?",
				to: "https://www.youtube-nocookie.com/embed/$1"
			},
			{
				match: "https://(?:www\\.|m\\.)?youtube\\.com/(?:shorts|live)/([\\w-]{11})(?:\\?.*)?",
				to: "https://www.youtube-nocookie.com/embed/$1"
			},
			{
				match: "https://youtu\\.be/([\\w-]{11})(?:\\?.*)?",
				to: "https://www.youtube-nocookie.com/embed/$1"
			},
			{
				match: "https://(?:www\\.|m\\.)?youtube\\.com/playlist\\?(?:.*&)?list=([\\w-]+)(?:&.*)?",
				to: "https://www.youtube-nocookie.com/embed/videoseries?list=$1"
			}
		]
	}
};
// src/command/config-file.ts
/** There is no config to read; the message names the file and the remedy. */
var ConfigUnreadable = class extends Error {};
var bytesOf = async (file) => {
	try {
		return await (file === "-" ? buffer(process.stdin) : readFile(file));
	} catch (error) {
		throw new ConfigUnreadable(`${file} cannot be read: name a file that there is. ${String(error)}`);
	}
};
/** The config with its ready-made services in full, where it has any services. */
var expanded = async (config, warn) => {
	if (!Object.hasOwn(config, "services")) return config;
	const load = async (chunk) => {
		const name = serviceNames.find((known) => chunk === `service-${known}`);
		if (!name) throw new TypeError(`there is no ${chunk}`);
		return { manifest: manifests[name] };
	};
	return expandServices(config, load, warn);
};
/**
* The config in a file, or on standard input for `-`, as a session starts from it.
*
* @throws ConfigUnreadable
*/
var configIn = async (file, warn) => {
	const bytes = await bytesOf(file);
	let config;
	try {
		config = objectOf(JSON.parse(new TextDecoder().decode(bytes)));
	} catch (error) {
		throw new ConfigUnreadable(`${file} is no config: give one JSON object, as the page gets it. ${String(error)}`);
	}
	return expanded(config, warn);
};
// src/locales/en.ts
var banner$2 = {
	title: "Cookies and your data",
	acceptAll: "Accept all",
	rejectAll: "Reject all",
	customise: "Customise",
	includes: "“Accept all” includes the Policy of {date} and all purposes: {purposes}.",
	recipients: "Data goes to: {recipients}.",
	rejects: "“Reject all” leaves only what is necessary. The site stays available.",
	operator: "Data is collected by {operator}, IIN/BIN {id}.",
	policyLink: "Privacy Policy of {date}",
	later: "You can change your choice on any page.",
	language: "Language",
	newEdition: "The Policy was updated on {date}, so we ask again.",
	newOffer: "Purposes, services or recipients of data have changed, so we ask again.",
	news: "New or changed: {news}. Your other choices stay.",
	acceptNew: "Accept what is new",
	rejectNew: "Reject what is new",
	gpc: "Your browser sends Global Privacy Control: ad targeting stays off unless you allow it here.",
	expired: "The term of your choice is over, so we ask again.",
	translation: "Translation. The Russian text prevails."
};
var preferences$2 = {
	title: "Cookie settings",
	close: "Close",
	save: "Save",
	withdraw: "Withdraw consent",
	alwaysOn: "Always on",
	acceptPolicy: "I accept the Privacy Policy of {date}",
	acceptPolicyHint: "A choice of its own: neither the purposes nor access to the site depend on it.",
	data: "Data",
	clauses: "Clauses of the Policy",
	services: "Services",
	recipients: "Recipients and countries",
	storage: "Storage period",
	notStated: "Not stated",
	noServices: "The site names no services for this purpose.",
	details: "Details",
	term: "Your choice holds until {date}.",
	withdrawn: "Off: no new data for these purposes. For account consent and data deletion, see “Account data”.",
	left: "Could not be removed from here: {names}. Remove it in the settings of your browser.",
	account: "Account data",
	accountHint: "These settings do not affect consent to the processing of account data. It is withdrawn by letter: the text is ready, add your name and account.",
	writeLetter: "Write the letter",
	letterSubject: "Withdrawal of consent to the processing of personal data of an account",
	letterBody: "To: {operator}\n\nStatement\n\nI withdraw consent to the processing of the personal data of my account.\nBasis: {law}.\n\nName: \nAccount (e-mail or phone): \n\nPlease stop the processing within the term set by law and tell me so, or, if you refuse, state the grounds.\n\nRecord of the choice on the site: {record} ({date})",
	noRecord: "none on this device"
};
var embed$2 = {
	about: "Content of {service}. Nothing is sent until you show it. Then your IP address, browser details and the address of this site go to {recipient}. The service may keep data in your browser.",
	once: "Show once",
	always: "Always show",
	settings: "Cookie settings",
	extent: "To show it always, this site turns on the purpose “{purpose}” with the service {service}. The site can then do what else belongs to that purpose. Other services and purposes stay as they are. The choice is recorded, and you can change it on any page.",
	allow: "Turn on and show",
	back: "Back",
	shown: "Shown: {title}",
	hidden: "Hidden: {title}"
};
var services$2 = {
	count: "Services: {on} of {all} on",
	hint: "A service works only while its purpose is on. Switching the purpose on switches on all of its services; any of them can then be switched off.",
	company: "Company",
	recipient: "Recipient and country",
	keeps: "Kept in the browser",
	keepsNothing: "Nothing",
	cookie: "cookie",
	local: "local storage",
	session: "session storage",
	database: "database",
	cache: "cache",
	years: "{n} year|{n} years",
	months: "{n} month|{n} months",
	days: "{n} day|{n} days",
	hours: "{n} hour|{n} hours",
	minutes: "{n} minute|{n} minutes",
	untilClosed: "until the browser is closed",
	untilRemoved: "until it is removed",
	periodNotStated: "how long is not stated",
	aboutNotStated: "what for is not stated",
	thirdParty: "third party: {host}",
	httpOnly: "set by a server, out of reach of scripts (httpOnly)"
};
// src/locales/kk.ts
var banner$1 = {
	title: "Cookie және деректеріңіз",
	acceptAll: "Барлығын қабылдау",
	rejectAll: "Барлығынан бас тарту",
	customise: "Баптау",
	includes: "«Барлығын қабылдау» {date} күнгі Саясатты және барлық мақсатты қамтиды: {purposes}.",
	recipients: "Деректерді алушылар: {recipients}.",
	rejects: "«Барлығынан бас тарту» тек қажеттілерін қалдырады. Сайт қолжетімді болып қалады.",
	operator: "Деректерді {operator} жинайды, ЖСН/БСН {id}.",
	policyLink: "{date} күнгі Құпиялылық саясаты",
	later: "Таңдауды кез келген бетте өзгертуге болады.",
	language: "Тіл",
	newEdition: "Саясат {date} күні жаңартылды, сондықтан қайта сұраймыз.",
	newOffer: "Мақсаттар, сервистер немесе деректерді алушылар өзгерді, сондықтан қайта сұраймыз.",
	news: "Жаңа немесе өзгерген: {news}. Қалған таңдауыңыз сақталады.",
	acceptNew: "Жаңасын қабылдау",
	rejectNew: "Жаңасынан бас тарту",
	gpc: "Браузер Global Privacy Control жібереді: өзіңіз рұқсат бермейінше, таргеттелген жарнама өшірулі.",
	expired: "Таңдауыңыздың мерзімі өтті, сондықтан қайта сұраймыз.",
	translation: "Аударма. Орысша мәтін басым."
};
var preferences$1 = {
	title: "Cookie баптаулары",
	close: "Жабу",
	save: "Сақтау",
	withdraw: "Келісімді кері қайтарып алу",
	alwaysOn: "Әрқашан қосулы",
	acceptPolicy: "{date} күнгі Құпиялылық саясатын қабылдаймын",
	acceptPolicyHint: "Бөлек таңдау: мақсаттар да, сайтқа кіру де оған тәуелді емес.",
	data: "Деректер",
	clauses: "Саясат тармақтары",
	services: "Сервистер",
	recipients: "Алушылар мен елдер",
	storage: "Сақтау мерзімі",
	notStated: "Көрсетілмеген",
	noServices: "Сайт бұл мақсатқа арналған сервистерді көрсетпеген.",
	details: "Толығырақ",
	term: "Таңдауыңыз {date} күніне дейін қолданылады.",
	withdrawn: "Өшірілді: бұл мақсаттар үшін жаңа деректер жиналмайды. Аккаунт бойынша келісім және деректерді жою — «Аккаунт деректері» бөлімінде.",
	left: "Осы жерден өшірілмегені: {names}. Оны браузер баптауларында өшіріңіз.",
	account: "Аккаунт деректері",
	accountHint: "Бұл баптаулар аккаунт деректерін өңдеуге берілген келісімге қатысты емес. Ол хатпен кері қайтарып алынады: мәтіні дайын, атыңыз бен аккаунтыңызды қосыңыз.",
	writeLetter: "Хат жазу",
	letterSubject: "Аккаунттың дербес деректерін өңдеуге келісімді кері қайтарып алу",
	letterBody: "Кімге: {operator}\n\nӨтініш\n\nАккаунтымның дербес деректерін өңдеуге берген келісімімді кері қайтарып аламын.\nНегізі: {law}.\n\nАты-жөнім: \nАккаунт (e-mail немесе телефон): \n\nӨңдеуді заңда белгіленген мерзімде тоқтатып, бұл туралы маған хабарлауыңызды, ал бас тартқан жағдайда оның негізін көрсетуіңізді сұраймын.\n\nСайттағы таңдау туралы жазба: {record} ({date})",
	noRecord: "бұл құрылғыда жоқ"
};
var embed$1 = {
	about: "{service} сервисінің мазмұны. Сіз көрсеткенше ештеңе берілмейді. Содан кейін IP-мекенжайыңызды, браузер деректерін және осы сайттың мекенжайын алушы: {recipient}. Сервис браузеріңізде деректер сақтауы мүмкін.",
	once: "Бір рет көрсету",
	always: "Әрқашан көрсету",
	settings: "Cookie баптаулары",
	extent: "Әрқашан көрсету үшін осы сайтта «{purpose}» мақсаты және оның ішінде {service} сервисі қосылады. Сайт осы мақсатқа қатысты басқа әрекеттерді де орындай алады. Басқа сервистер мен мақсаттар сол күйінде қалады. Таңдау жазылады, оны кез келген бетте өзгертуге болады.",
	allow: "Қосу және көрсету",
	back: "Артқа",
	shown: "Көрсетілді: {title}",
	hidden: "Жасырылды: {title}"
};
var services$1 = {
	count: "Сервистер: қосулысы {on} / {all}",
	hint: "Сервис мақсаты қосулы кезде ғана жұмыс істейді. Мақсатпен бірге оның барлық сервисі қосылады; кейін кез келгенін өшіруге болады.",
	company: "Компания",
	recipient: "Алушы мен ел",
	keeps: "Браузерде сақталатыны",
	keepsNothing: "Ештеңе сақтамайды",
	cookie: "cookie",
	local: "жергілікті қойма",
	session: "сеанс қоймасы",
	database: "дерекқор",
	cache: "кэш",
	years: "{n} жыл",
	months: "{n} ай",
	days: "{n} күн",
	hours: "{n} сағат",
	minutes: "{n} минут",
	untilClosed: "браузер жабылғанша",
	untilRemoved: "жойылғанша",
	periodNotStated: "мерзімі көрсетілмеген",
	aboutNotStated: "мақсаты көрсетілмеген",
	thirdParty: "үшінші тарап: {host}",
	httpOnly: "сервер қояды, скрипттерге қолжетімсіз (httpOnly)"
};
// src/locales/ru.ts
var banner = {
	title: "Cookie и ваши данные",
	acceptAll: "Принять все",
	rejectAll: "Отклонить все",
	customise: "Настроить",
	includes: "«Принять все» включает Политику от {date} и все цели: {purposes}.",
	recipients: "Данные получат: {recipients}.",
	rejects: "«Отклонить все» оставляет только необходимое. Сайт остаётся доступен.",
	operator: "Данные собирает {operator}, ИИН/БИН {id}.",
	policyLink: "Политика конфиденциальности от {date}",
	later: "Выбор можно изменить на любой странице.",
	language: "Язык",
	newEdition: "Политика обновлена {date}, поэтому спрашиваем снова.",
	newOffer: "Изменились цели, сервисы или получатели данных, поэтому спрашиваем снова.",
	news: "Новое или изменённое: {news}. Остальной выбор сохранится.",
	acceptNew: "Принять новое",
	rejectNew: "Отклонить новое",
	gpc: "Браузер передаёт Global Privacy Control: таргетинг рекламы отключён, пока вы сами его не разрешите.",
	expired: "Срок вашего выбора истёк, поэтому спрашиваем снова.",
	translation: ""
};
var preferences = {
	title: "Настройки cookie",
	close: "Закрыть",
	save: "Сохранить",
	withdraw: "Отозвать согласие",
	alwaysOn: "Всегда включено",
	acceptPolicy: "Принимаю Политику конфиденциальности от {date}",
	acceptPolicyHint: "Отдельный выбор: от него не зависят ни цели, ни доступ к сайту.",
	data: "Данные",
	clauses: "Пункты Политики",
	services: "Сервисы",
	recipients: "Получатели и страны",
	storage: "Срок хранения",
	notStated: "Не указано",
	noServices: "Сайт не указал сервисов для этой цели.",
	details: "Подробнее",
	term: "Ваш выбор действует до {date}.",
	withdrawn: "Отключено: по этим целям новые данные не собираем. Согласие по аккаунту и удаление данных — в разделе «Данные аккаунта».",
	left: "Отсюда не удалось удалить: {names}. Удалите это в настройках браузера.",
	account: "Данные аккаунта",
	accountHint: "Эти настройки не затрагивают согласие на обработку данных аккаунта. Его отзывают письмом: текст готов, добавьте имя и аккаунт.",
	writeLetter: "Написать письмо",
	letterSubject: "Отзыв согласия на обработку персональных данных аккаунта",
	letterBody: "Кому: {operator}\n\nЗаявление\n\nЯ отзываю согласие на обработку персональных данных моего аккаунта.\nОснование: {law}.\n\nИмя: \nАккаунт (e-mail или телефон): \n\nПрошу прекратить обработку в срок, установленный законом, и сообщить мне об этом, а при отказе указать его основание.\n\nЗапись о выборе на сайте: {record} ({date})",
	noRecord: "нет на этом устройстве"
};
var embed = {
	about: "Содержимое сервиса {service}. Пока вы его не показали, ничего не передаётся. Потом ваш IP-адрес, сведения о браузере и адрес этого сайта получит {recipient}. Сервис может хранить данные в вашем браузере.",
	once: "Показать один раз",
	always: "Показывать всегда",
	settings: "Настройки cookie",
	extent: "Чтобы показывать всегда, на этом сайте включится цель «{purpose}» и в ней сервис {service}. Сайт сможет делать и остальное, что относится к этой цели. Другие сервисы и цели останутся как есть. Выбор записывается, изменить его можно на любой странице.",
	allow: "Включить и показать",
	back: "Назад",
	shown: "Показано: {title}",
	hidden: "Скрыто: {title}"
};
var services = {
	count: "Сервисы: включено {on} из {all}",
	hint: "Сервис работает, только пока включена его цель. Вместе с целью включаются все её сервисы; любой из них можно затем отключить.",
	company: "Компания",
	recipient: "Получатель и страна",
	keeps: "Что хранит в браузере",
	keepsNothing: "Ничего",
	cookie: "cookie",
	local: "локальное хранилище",
	session: "хранилище сеанса",
	database: "база данных",
	cache: "кэш",
	years: "{n} год|{n} года|{n} лет",
	months: "{n} месяц|{n} месяца|{n} месяцев",
	days: "{n} день|{n} дня|{n} дней",
	hours: "{n} час|{n} часа|{n} часов",
	minutes: "{n} минута|{n} минуты|{n} минут",
	untilClosed: "до закрытия браузера",
	untilRemoved: "до удаления",
	periodNotStated: "срок не указан",
	aboutNotStated: "назначение не указано",
	thirdParty: "третья сторона: {host}",
	httpOnly: "ставит сервер, скриптам недоступно (httpOnly)"
};
// src/record/validate.ts
var typeOf = (value) => value === null ? "null" : Array.isArray(value) ? "array" : Number.isInteger(value) ? "integer" : typeof value;
var own = (value, key) => Object.getOwnPropertyDescriptor(value, key)?.value;
/**
* The first flaw of a value under a schema, or undefined where it is valid.
*
* A general validator weighs more than the whole loader, so this one knows just the keywords of `Schema`; the tests hold
* it against Ajv on generated values. It is the same code in the widget and in the collector.
*/
var validate = (value, keywords, path = "") => {
	const schema = bare(keywords);
	const flaw = (message) => ({
		path,
		message
	});
	const type = typeOf(value);
	if (schema.type) {
		const types = [schema.type].flat();
		if (!types.some((t) => t === type || t === "number" && type === "integer")) return flaw(`must be ${types.join(" or ")}, is ${type}`);
	}
	if ("const" in schema && value !== schema.const) return flaw(`must be ${JSON.stringify(schema.const)}`);
	if (schema.enum && !schema.enum.some((allowed) => allowed === value)) return flaw(`must be one of ${schema.enum.join(", ")}`);
	if (typeof value === "string") {
		const { pattern } = schema;
		if (pattern && !new RegExp(pattern, "u").test(value)) return flaw(`must match ${pattern}`);
	}
	if (typeof value === "number") {
		const { minimum = -Infinity, maximum = Infinity } = schema;
		if (value < minimum || value > maximum) return flaw(`must be from ${minimum} to ${maximum}`);
	}
	if (Array.isArray(value)) {
		if (value.length > (schema.maxItems ?? Infinity)) return flaw(`must have at most ${schema.maxItems} items`);
		const { items } = schema;
		return items && firstOf(value.keys(), (index) => validate(value[index], items, `${path}/${index}`));
	}
	if (typeof value === "object" && value !== null) {
		const { properties = {}, required = [], additionalProperties = true, maxProperties = Infinity } = schema;
		const keys = Object.keys(value);
		if (keys.length > maxProperties) return flaw(`must have at most ${maxProperties} properties`);
		const missing = required.find((key) => !Object.hasOwn(value, key));
		if (missing !== void 0) return {
			path: `${path}/${missing}`,
			message: "is missing"
		};
		return firstOf(keys, (key) => {
			const at = `${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
			if (schema.propertyNames && validate(key, schema.propertyNames)) return {
				path: at,
				message: "is no valid name"
			};
			const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
			if (known === false) return {
				path: at,
				message: "is unknown"
			};
			return typeof known === "object" ? validate(own(value, key), known, at) : void 0;
		});
	}
};
var firstOf = (items, check) => {
	for (const item of items) {
		const flaw = check(item);
		if (flaw) return flaw;
	}
};
var TEXT = {
	type: "string",
	pattern: "^[^]{1,2000}$"
};
var NAME = {
	type: "string",
	pattern: "^[^]{1,200}$"
};
/** One entry of what a service keeps. */
var keptSchema = {
	type: "object",
	properties: {
		in: { enum: [
			"cookie",
			"local",
			"session",
			"database",
			"cache"
		] },
		name: {
			type: "string",
			pattern: "^\\*?[^*\\s;=]{1,100}(\\*[^*\\s;=]{0,100}){0,3}$"
		},
		days: {
			type: "number",
			minimum: 0,
			maximum: 2e4
		},
		about: {
			type: ["string", "object"],
			additionalProperties: TEXT
		},
		host: {
			type: "string",
			pattern: "^(\\*\\.)?[a-z0-9]([a-z0-9.-]{0,98}[a-z0-9])?(:\\d{1,5})?$"
		},
		httpOnly: { type: "boolean" }
	},
	required: ["in", "name"],
	additionalProperties: false
};
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
		texts: lang === "kk" ? services$1 : lang === "en" ? services$2 : services,
		stated: services$3.map(({ id, purpose }) => {
			const found = written.find((one) => Object(one).id === id && Object(one).purpose === purpose);
			return statedOf(id, bare(Object(found)));
		})
	};
};
// src/entry/texts/en.ts
var texts$5 = {
	ui: banner$2,
	policy: enBanner
};
// src/entry/texts/en-more.ts
var texts$4 = {
	ui: preferences$2,
	policy: enDetails
};
// src/entry/texts/kk.ts
var texts$3 = {
	ui: banner$1,
	policy: kkBanner
};
// src/entry/texts/kk-more.ts
var texts$2 = {
	ui: preferences$1,
	policy: kkDetails
};
// src/entry/texts/ru.ts
var texts$1 = {
	ui: banner,
	policy: ruBanner
};
// src/entry/texts/ru-more.ts
var texts = {
	ui: preferences,
	policy: ruDetails
};
// src/locales/texts.ts
/** What a visitor has read who wants an embed always, as its notice has it: the purpose's name is in it. */
var embedNotice = (embed, { policy: { purposes } }) => ({
	embed,
	policy: { purposes }
});
// src/record/sha256.ts
var sha256_exports = /* @__PURE__ */ __exportAll({ sha256: () => sha256 });
var rotate = (word, bits) => word >>> bits | word << 32 - bits;
/** The first 32 bits of the fractional part of a root of each of the first `count` primes, as FIPS 180-4 defines its constants. */
var constants = (count, root) => {
	const words = [];
	for (let n = 2; words.length < count; n++) {
		let prime = true;
		for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
		if (prime) words.push(n ** (1 / root) % 1 * 2 ** 32);
	}
	return words.map((word) => word | 0);
};
/**
* SHA-256 (FIPS 180-4) for pages without https, where the platform has none. Loaded only there: a page on https pays
* nothing for it.
*/
var sha256 = async (text) => {
	const k = constants(64, 3);
	const state = constants(8, 2);
	const bytes = new TextEncoder().encode(text);
	const padded = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer((bytes.length + 8 >> 6) * 64 + 64));
	bytes.forEach((byte, i) => padded.setUint8(i, byte));
	padded.setUint8(bytes.length, 128);
	padded.setUint32(padded.byteLength - 8, Math.floor(bytes.length / 2 ** 29));
	padded.setUint32(padded.byteLength - 4, bytes.length << 3);
	const w = /* @__PURE__ */ new Int32Array(64);
	const at = (words, i) => words[i] ?? 0;
	for (let offset = 0; offset < padded.byteLength; offset += 64) {
		for (let i = 0; i < 64; i++) {
			if (i < 16) {
				w[i] = padded.getInt32(offset + i * 4);
				continue;
			}
			const w15 = at(w, i - 15);
			const w2 = at(w, i - 2);
			const s0 = rotate(w15, 7) ^ rotate(w15, 18) ^ w15 >>> 3;
			const s1 = rotate(w2, 17) ^ rotate(w2, 19) ^ w2 >>> 10;
			w[i] = at(w, i - 16) + s0 + at(w, i - 7) + s1;
		}
		let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
		for (let i = 0; i < 64; i++) {
			const t1 = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + (e & f ^ ~e & g) + at(k, i) + at(w, i);
			const t2 = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + (a & b ^ a & c ^ b & c);
			[a, b, c, d, e, f, g, h] = [
				t1 + t2 | 0,
				a,
				b,
				c,
				d + t1 | 0,
				e,
				f,
				g
			];
		}
		[
			a,
			b,
			c,
			d,
			e,
			f,
			g,
			h
		].forEach((word, i) => state[i] = at(state, i) + word | 0);
	}
	return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
};
// src/command/notices.ts
/** The notices of a site, by their hashes: what a record's `notice.hash` leads back to. */
/** What should be asked about alone is not on offer; the message names it and the remedy. */
var NotOffered = class extends Error {};
var shipped = {
	ru: {
		first: texts$1,
		further: texts,
		embed
	},
	kk: {
		first: texts$3,
		further: texts$2,
		embed: embed$1
	},
	en: {
		first: texts$5,
		further: texts$4,
		embed: embed$2
	}
};
/**
* Every notice that a site with this config can show: each language on offer, the site's own included, in each layer. The
* code that hashes is the browser's. Of what attributes can say only `off` changes a notice, and stands in the config here.
*
* @param raw the config as a session starts from it, with its ready-made services in full; what is unusable of it is left out here as there
* @param asked parts that are asked about alone, by visitors who have answered the rest: one list of ids for each question
* @throws NotOffered
*/
var noticesOf = async (raw, asked = []) => {
	const offer = offerBy(parseConfig(raw), core);
	const offered = Object.keys(offer.prints);
	for (const id of asked.flat()) if (!offered.includes(id)) throw new NotOffered(`--new: "${id}" is not on offer: name some of ${offered.join(", ")}.`);
	const { embed, langs, policy, first, further, notice } = await ownOf({
		raw,
		offer,
		load: () => Promise.resolve(sha256_exports)
	}, {
		...evidence,
		...facts,
		edition: offer.edition
	});
	const embeds = [Object(raw).services].flat().some((service) => Object(service).hosts);
	const shown = langs.map(async ({ code: lang }) => {
		const base = shipped[lang === "kk" || lang === "en" ? lang : "ru"];
		const banner = { first: first(lang, base.first) };
		const load = () => Promise.resolve({ serviceLayer });
		const of = (layer, texts, only) => ({
			lang,
			layer,
			texts,
			only
		});
		return [
			of("banner", banner),
			...asked.map((ids) => of("banner", banner, offered.filter((id) => ids.includes(id)))),
			of("preferences", {
				...banner,
				further: await further(lang, base.further, load)
			}),
			of("api", null),
			...embeds ? [of("preferences", embedNotice(embed(lang, base.embed), banner.first))] : []
		];
	});
	return Promise.all((await Promise.all(shown)).flat().map(async ({ lang, layer, texts, only }) => ({
		hash: await notice(layer, lang, texts, only),
		notice: noticeOf(lang, layer, policy, offer, texts, only)
	})));
};
// src/command/options.ts
var HELP = `Prints the notices of a site: what its visitors are shown, by the hashes that their records carry.

Usage: timebot-consent notices <consent.json> [--off <ids>] [--new <ids>] [> notices.json]

  <consent.json>       the site's config, as its pages get it; - reads standard input
  --off <ids>          what pages take off offer by their attribute, as data-off="ads map": ids with
                       spaces or commas between; may be repeated. In place of the config's "off"
  --new <ids>          also the banners that ask about these alone, since the visitor has answered the
                       rest before; may be repeated, for one such question each
  --help, --version

The answer is a JSON list of { "hash", "notice" }: every language in every layer (banner, preferences,
api), in the form of the published notices.json. Other attributes change no notice and are not asked for.
Warnings about the config go to stderr, as in the browser's console. The exit code is 1 where there
is no config to read, 2 where the command line is wrong.`;
var OPTIONS = {
	help: {
		type: "boolean",
		short: "h"
	},
	version: {
		type: "boolean",
		short: "v"
	},
	off: {
		type: "string",
		multiple: true
	},
	new: {
		type: "string",
		multiple: true
	}
};
var idsIn = (text) => text.split(/[\s,]+/).filter(Boolean);
var wrong = (message) => ({
	kind: "wrong",
	message: `${message} See --help.`
});
/** Reads the command line. */
var commandOf = (args) => {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			options: OPTIONS,
			allowPositionals: true
		});
		if (values.help) return { kind: "help" };
		if (values.version) return { kind: "version" };
		const [name, file, ...rest] = positionals;
		if (name !== "notices") return wrong(name === void 0 ? "No command is given: \"notices\" is one." : `"${name}" is no command.`);
		if (!file) return wrong("No config is given: name its file, e.g. consent.json.");
		if (rest.length > 0) return wrong(`"${rest.join(" ")}" is one file too many: a site has one config.`);
		const off = values.off?.flatMap(idsIn).join(" ");
		const asked = (values.new ?? []).map(idsIn);
		if (off === "" || asked.some((ids) => ids.length === 0)) return wrong("--off or --new names nothing: add ids of purposes or services, e.g. ads.");
		return {
			kind: "notices",
			file,
			off,
			asked
		};
	} catch (error) {
		if (error instanceof TypeError) return wrong(`${error.message}.`);
		throw error;
	}
};
// src/command/cli.ts
var printNotices = async ({ file, off, asked }) => {
	const warn = (...warning) => tell(warning);
	const raw = {
		...await configIn(file, warn),
		...off !== void 0 && { off }
	};
	diagnose({
		endpoint: "/",
		...raw
	}, core, warn);
	console.log(JSON.stringify(await noticesOf(raw, asked), null, 2));
};
var run = async () => {
	const command = commandOf(process.argv.slice(2));
	if (command.kind === "help") console.log(HELP);
	else if (command.kind === "version") console.log(version);
	else if (command.kind === "notices") await printNotices(command);
	else {
		console.error(command.message);
		process.exitCode = 2;
	}
};
try {
	await run();
} catch (error) {
	if (!(error instanceof ConfigUnreadable || error instanceof NotOffered)) throw error;
	console.error(error.message);
	process.exitCode = error instanceof NotOffered ? 2 : 1;
}
export {};
