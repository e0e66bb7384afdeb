import { find, put } from "./globals.js";
// src/signals/stubs.ts
var listAt = (path) => {
	const value = find(path)?.value;
	if (Array.isArray(value)) return value;
	const made = [];
	put(path, made);
	return made;
};
/** Puts a stub where the vendor's script, or the page's own snippet, has put nothing yet. */
var putStub = (name, stub, now) => {
	if (find(name)?.value !== void 0) return;
	switch (stub.kind) {
		case "list":
			listAt(name);
			break;
		case "arguments": {
			const { queue, time } = stub;
			put(name, function keep() {
				listAt(queue).push(arguments);
			});
			if (time) put(time, now());
			break;
		}
		case "caller": {
			const caller = (...args) => {
				const method = Reflect.get(caller, "callMethod");
				if (typeof method === "function") Reflect.apply(method, caller, args);
				else listAt(`${name}.queue`).push(args);
			};
			put(name, Object.assign(caller, {
				push: caller,
				loaded: true,
				version: "2.0",
				queue: []
			}));
			if (stub.alias && find(stub.alias)?.value === void 0) put(stub.alias, caller);
			break;
		}
		case "methods": {
			const list = listAt(name);
			for (const method of stub.names) Reflect.set(list, method, (...args) => {
				list.push([method, ...args]);
			});
		}
	}
};
export { putStub };
