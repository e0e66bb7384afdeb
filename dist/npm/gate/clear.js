import { cookies, writeCookie } from "./native.js";
// src/gate/clear.ts
/** Milliseconds that anything waits for a database or cache: a tab with an open connection may hold its removal up. */
var PATIENCE = 1e3;
/**
* Whether a name fits a pattern in which `*` stands for any characters. Every part between two stars is looked for once,
* from where the part before it ended: there is nothing to go back for, however many stars there are.
*/
var fits = (name, pattern) => {
	const [start = "", ...parts] = pattern.split("*");
	const end = parts.pop();
	if (end === void 0) return name === pattern;
	let at = start.length;
	for (const part of parts) {
		const found = name.indexOf(part, at);
		if (found < 0) return false;
		at = found + part.length;
	}
	return name.startsWith(start) && name.endsWith(end) && name.length - end.length >= at;
};
/**
* What a cookie that a host can see may have as its `Domain`: nothing, the host, and all that is above it. Which of these
* are public suffixes the browser knows, and refuses them. A leading dot means nothing (RFC 6265, 5.2.3).
*/
var domainsOf = (host) => {
	const labels = host.split(".");
	return ["", ...labels.map((_, i) => labels.slice(i).join("."))];
};
/**
* What a cookie that an address can see may have as its `Path` (RFC 6265, 5.1.4), the likeliest first. The empty one is
* the browser's default, the only way to a path that has a semicolon.
*/
var pathsOf = (pathname) => {
	const paths = /* @__PURE__ */ new Set(["/"]);
	for (let i = pathname.indexOf("/", 1); i > 0; i = pathname.indexOf("/", i + 1)) paths.add(pathname.slice(0, i)).add(pathname.slice(0, i + 1));
	return [...paths.add(pathname), ""].filter((path) => !path.includes(";"));
};
/**
* Every path under which the cookies lie that script sees here. Browsers go by the address that the page came from, the
* standard by the one that `pushState` has made of it.
*/
var paths = () => {
	const addresses = [location.href, ...performance.getEntriesByType("navigation").map(({ name }) => name)];
	return [...new Set(addresses.flatMap((address) => pathsOf(new URL(address).pathname)))];
};
/** Names of the cookies that script sees here. Those of deeper paths show on the pages there. */
var cookieNames = () => cookies().split("; ").flatMap((pair) => pair.includes("=") ? pair.slice(0, pair.indexOf("=")) : []);
/**
* Lets cookies expire wherever they may have been set, and stops as soon as none of them is seen any more. With `Secure`
* first: https takes it for any cookie, `__Host-` and `__Secure-` ask for it, http refuses it. A partitioned cookie is one
* of its own beside the others of its name.
*/
var expire = (names) => {
	for (const flags of [
		"; Secure",
		"; Secure; Partitioned",
		""
	]) for (const path of paths()) {
		const seen = new Set(cookieNames());
		const there = names.filter((name) => seen.has(name));
		if (!there.length) return;
		for (const name of there) for (const domain of domainsOf(location.hostname)) writeCookie(`${name}=; Max-Age=0${path && `; Path=${path}`}${domain && `; Domain=${domain}`}${flags}`);
	}
};
var storage = (area) => ({
	names: () => [...Array(area().length).keys()].map((i) => area().key(i) ?? ""),
	remove: (names) => names.forEach((name) => area().removeItem(name))
});
/** Resolves when a database is gone; a deletion that is blocked goes on by itself, whoever waits for it. */
var deleteDatabase = (name) => new Promise((done) => {
	const request = indexedDB.deleteDatabase(name);
	request.onsuccess = request.onerror = done;
});
var places = {
	cookie: {
		names: cookieNames,
		remove: expire
	},
	local: storage(() => localStorage),
	session: storage(() => sessionStorage),
	database: {
		names: async () => (await indexedDB.databases()).flatMap(({ name }) => name ?? []),
		remove: (names) => Promise.all(names.map(deleteDatabase))
	},
	cache: {
		names: async () => "caches" in window ? caches.keys() : [],
		remove: (names) => Promise.all(names.map((name) => caches.delete(name)))
	}
};
var KINDS = [
	"cookie",
	"local",
	"session",
	"database",
	"cache"
];
/** @throws RangeError when it takes too long */
var inTime = (value) => new Promise((done, failed) => {
	const timer = setTimeout(() => failed(/* @__PURE__ */ new RangeError("it hangs")), PATIENCE);
	Promise.resolve(value).then(done, failed).finally(() => clearTimeout(timer));
});
/** Removes what fits in one place; gives what is still there, or may be where nobody can look. */
var clearPlace = async ({ names, remove }, patterns, stays) => {
	const look = async () => {
		return [...new Set(await inTime(names()))].filter((name) => !stays(name) && patterns.some((pattern) => fits(name, pattern)));
	};
	try {
		const found = await look();
		if (!found.length) return [];
		await inTime(remove(found)).catch(() => void 0);
		return await look();
	} catch {
		return patterns;
	}
};
/**
* Removes what services have kept in this browser, as far as script of the site can.
*
* @param traces what they say they keep
* @param needed what services that may run keep: it stays, whatever else it fits
* @param ours names that are the widget's own
* @returns what is left: by its own name where that is seen, else as it was declared
*/
var clear = async (traces, needed, ours) => {
	const isHere = ({ host, httpOnly }) => !host && !httpOnly;
	const patterns = (list, kind) => list.filter((trace) => trace.in === kind && isHere(trace)).map(({ name }) => name);
	const left = KINDS.map(async (kind) => {
		const removable = patterns(traces, kind);
		if (!removable.length) return [];
		const kept = patterns(needed, kind);
		const stays = (name) => ours.includes(name) || kept.some((pattern) => fits(name, pattern));
		return (await clearPlace(places[kind], removable, stays)).map((name) => ({
			in: kind,
			name
		}));
	});
	const beyond = traces.filter((trace) => !isHere(trace));
	return [...(await Promise.all(left)).flat(), ...beyond.map(({ in: kind, name, host, httpOnly }) => ({
		in: kind,
		name,
		...host && { host },
		...httpOnly && { httpOnly }
	}))];
};
export { clear, domainsOf, fits, pathsOf };
