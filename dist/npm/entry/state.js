// src/entry/state.ts
/** The one place where state is held. */
var createState = (initial) => {
	let current = Object.freeze({ ...initial });
	const listeners = /* @__PURE__ */ new Set();
	return {
		get: () => current,
		set: (change) => {
			const previous = current;
			current = Object.freeze({
				...previous,
				...change
			});
			for (const listener of listeners) listener(current, previous);
		},
		subscribe: (listener) => {
			listeners.add(listener);
			listener(current, current);
			return () => void listeners.delete(listener);
		}
	};
};
export { createState };
