// src/signals/globals.ts
var PATH = /^[A-Za-z_$][\w$]{0,63}(\.[A-Za-z_$][\w$]{0,63}){0,3}$/;
/** Ways from any object to its constructor or prototype. */
var FORBIDDEN = /(^|\.)(__\w+__|constructor|prototype)(\.|$)/;
/** Whether a function is the platform's own, or bound. */
var isPlatform = (value) => typeof value === "function" && /\{\s*\[native code\]\s*\}$/.test(Function.prototype.toString.call(value));
/** Whether a name below `window` is a vendor's or free for one. */
var isVendors = (name) => {
	if (name.startsWith("timebotConsent")) return false;
	const own = Object.getOwnPropertyDescriptor(window, name);
	if (!own) return !Object.hasOwn(Window.prototype, name) && !(name in EventTarget.prototype);
	return own.enumerable === true && "value" in own && own.value !== window && !isPlatform(own.value);
};
/** Whether a path may be used at all: whether it is one, and begins at a vendor's variable or a free name. */
var isUsable = (path) => PATH.test(path) && !FORBIDDEN.test(path) && isVendors(path.split(".")[0] ?? "");
/** What the page holds at a path, and what holds it; undefined where the path ends before, or is none of a vendor's. */
var find = (path) => {
	if (!isUsable(path)) return void 0;
	const keys = path.split(".");
	const key = keys.pop() ?? "";
	let holder = window;
	for (const [index, name] of keys.entries()) {
		if (index === 0 && !Object.hasOwn(window, name)) return void 0;
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
