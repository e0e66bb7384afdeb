// src/signals/globals.ts
var PATH = /^[A-Za-z_$][\w$]{0,63}(\.[A-Za-z_$][\w$]{0,63}){0,3}$/;
/** Ways from any object to its constructor or prototype. */
var FORBIDDEN = /(^|\.)(__\w+__|constructor|prototype)(\.|$)/;
/**
* Functions of the platform that lie on the window as a script's own would. Known by name, since libraries put plain
* functions in their place, as zone.js and Sentry do with timers: what runs text as code does so behind them too.
*/
var OPERATIONS = "alert atob blur btoa cancelAnimationFrame cancelIdleCallback captureEvents clearInterval clearTimeout close confirm createImageBitmap fetch find focus getComputedStyle getSelection matchMedia moveBy moveTo open postMessage print prompt queueMicrotask releaseEvents reportError requestAnimationFrame requestIdleCallback resizeBy resizeTo scroll scrollBy scrollTo setInterval setTimeout stop structuredClone".split(" ");
/** Whether a function is the platform's own, or bound. */
var isPlatform = (value) => typeof value === "function" && /\{\s*\[native code\]\s*\}$/.test(Function.prototype.toString.call(value));
/** Whether a name below `window` is a vendor's or free for one. */
var isVendors = (name) => {
	if (OPERATIONS.includes(name)) return false;
	if (name.startsWith("timebotConsent")) return false;
	const own = Object.getOwnPropertyDescriptor(window, name);
	if (!own) {
		const isTargets = Object.hasOwn(EventTarget.prototype, name) || isPlatform(Reflect.get(Object.prototype, name));
		return !Object.hasOwn(Object.getPrototypeOf(window), name) && !isTargets;
	}
	return own.enumerable === true && Object.hasOwn(own, "value") && own.value !== window && !isPlatform(own.value);
};
/** Whether a path may be used at all: whether it is one, and begins at a vendor's variable or a free name. */
var isUsable = (path) => PATH.test(path) && !FORBIDDEN.test(path) && isVendors(path.split(".")[0] ?? "");
/** What the page holds at a path, and what holds it; undefined where the path ends before, or is none of a vendor's. */
var find = (path) => {
	if (!isUsable(path)) return void 0;
	const keys = path.split(".");
	const key = keys.pop() ?? "";
	let holder = window;
	for (const name of keys) {
		if (holder === window && !Object.hasOwn(window, name)) return void 0;
		holder = Reflect.get(Object(holder), name);
	}
	if (typeof holder !== "object" && typeof holder !== "function" || !holder) return void 0;
	const known = holder !== window || Object.hasOwn(window, key);
	return {
		holder,
		key,
		value: known ? Reflect.get(holder, key) : void 0
	};
};
/** Makes the value at a path; tells whether it is there. */
var put = (path, value) => {
	const found = find(path);
	return found !== void 0 && Reflect.set(found.holder, found.key, value);
};
export { find, isPlatform, isUsable, put };
