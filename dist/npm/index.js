import { core } from "./policies/timebot/2019-01-01.js";
import { start as start$1 } from "./entry/boot.js";
import { loadModule } from "./entry/modules.js";
import { createTrusted } from "./entry/trusted.js";
import { version } from "./entry/version.js";
// src/entry/index.ts
/** The npm entry: the same widget, loaded by the page's own modules. Importing it does nothing; `start` does. */
/**
* Starts the widget on this page, once. Without a config it reads the page's, as the script tag does. The API is in
* `window.timebotConsent` from then on; calls queued in `window.timebotConsentQueue` are answered.
*/
var start = (config) => {
	start$1({
		core,
		load: loadModule,
		nonce: "",
		trusted: createTrusted()
	}, void 0, config);
};
export { start, version };
