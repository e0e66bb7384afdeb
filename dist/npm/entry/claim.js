import { version } from "./version.js";
// src/entry/claim.ts
var MARK = Symbol.for("timebot-consent");
/** Takes this page for this copy of the widget. False where another copy has it: the first one stays. */
var claim = () => {
	const other = Reflect.get(document, MARK);
	if (other) console.warn("[timebot-consent] is here twice: load one of", other, version);
	return !other && Reflect.set(document, MARK, "0.1.0");
};
export { claim };
