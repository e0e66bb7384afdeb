import { fits } from "../gate/clear.js";
import { cookies, query } from "../gate/native.js";
import { bareAll } from "../model/bare.js";
import { isAt } from "../signals/check.js";
import { DATABASE } from "../store/database.js";
import { MIRROR } from "../store/mirror.js";
// src/entry/inspect.ts
var servicesOf = ({ raw }) => bareAll([Object(raw).services].flat()).map((service) => Object(service));
/** Why a purpose or service is open or closed, in words for the site's owner. */
var whyOf = (session, id) => {
	const { offer, state, restricted, allows } = session;
	const { asks, decision } = state.get();
	const service = offer.services.find((offered) => offered.id === id);
	const purpose = offer.purposes.find((offered) => offered.id === (service?.purpose ?? id));
	if (!purpose) return "not offered on this page: an unknown name, taken off the offer, or nobody receives its data";
	if (purpose.required) return "always on";
	if (allows(id)) return "granted";
	if (restricted) return "the config could not be read: nothing is granted on this page";
	if (!decision) return "the visitor has not decided";
	if (asks && asks !== "offer") return `the visitor has to be asked again (${asks})`;
	if (!decision.purposes[purpose.id]) return `"${purpose.id}" is not granted`;
	if (service && !decision.services[id]) return "refused by itself, or new and not asked about yet";
	return "held back, for example by Global Privacy Control";
};
var tagOf = (element, session) => {
	const ids = [
		"data-consent",
		"data-service",
		"service"
	].flatMap((name) => element.getAttribute(name) ?? []);
	const address = element.getAttribute("src") ?? element.getAttribute("data-src");
	const closed = ids.find((id) => !session.allows(id));
	const isScript = element.localName === "script";
	const hasRun = isScript && element.getAttribute("type") !== "text/plain";
	return {
		what: `${element.localName} ${address ?? `of ${element.textContent?.length ?? 0} characters`}`,
		needs: ids.join(", "),
		state: hasRun ? "has run" : element.hasAttribute("src") && !isScript && !closed ? "open" : "closed",
		why: whyOf(session, closed ?? ids[0] ?? "")
	};
};
var shownOf = ({ service, phase, step }) => {
	const { call, create, set, with: args } = step;
	const values = args.map((value) => JSON.stringify(value) ?? String(value)).join(", ");
	return `${service} (${phase}): ${call ?? (create ? `${set} = new ${create}` : set)}${call || create ? `(${values})` : ` = ${values}`}`;
};
/** Names of everything that the site's pages keep in this browser. What cannot be read holds nothing that we could name. */
var keptHere = async () => {
	const kinds = {
		cookie: () => cookies().split("; ").filter(Boolean).map((pair) => pair.split("=")[0] ?? ""),
		local: () => Object.keys(localStorage),
		session: () => Object.keys(sessionStorage),
		database: async () => (await indexedDB.databases()).flatMap(({ name }) => name ?? []),
		cache: () => caches.keys()
	};
	return (await Promise.all([
		"cookie",
		"local",
		"session",
		"database",
		"cache"
	].map(async (kind) => {
		try {
			return [...await kinds[kind]()].map((name) => ({
				kind,
				name
			}));
		} catch {
			return [];
		}
	}))).flat();
};
/** Hosts, other than the page's own, that the page has asked for anything. */
var hostsHere = () => {
	const hosts = performance.getEntriesByType("resource").map(({ name }) => URL.canParse(name) ? new URL(name).host : "");
	return [...new Set(hosts)].filter((host) => host && host !== location.host);
};
var isDeclared = ({ kind, name }, services) => kind === "host" ? services.some(({ hosts = [] }) => isAt(`https://${name}/`, hosts)) : services.some(({ keeps = [] }) => keeps.some((kept) => kept.in === kind && fits(name, kept.name)));
/** Looks at the page as it is now. */
var inspect = async (session, status, told) => {
	const { decision, asks } = session.state.get();
	const services = servicesOf(session);
	const endpoint = session.config.endpoint && URL.canParse(session.config.endpoint) ? new URL(session.config.endpoint).host : "";
	const ours = [
		MIRROR,
		DATABASE,
		endpoint
	];
	const here = [...await keptHere(), ...hostsHere().map((name) => ({
		kind: "host",
		name
	}))];
	return {
		state: decision ? `decision ${decision.seq} of ${decision.edition}, until ${new Date(decision.expires).toISOString().slice(0, 10)}${asks ? `; asks again: ${asks}` : ""}` : "no decision yet",
		purposes: session.offer.purposes.map(({ id, required = false }) => ({
			id,
			open: session.allows(id),
			why: whyOf(session, id),
			fixed: required
		})),
		tags: query("[data-consent],timebot-embed").map((element) => tagOf(element, session)),
		services: status.map((service) => ({
			...service,
			why: whyOf(session, service.id)
		})),
		signals: told.map(shownOf),
		undeclared: here.filter((found) => !ours.includes(found.name) && !isDeclared(found, services))
	};
};
export { inspect };
