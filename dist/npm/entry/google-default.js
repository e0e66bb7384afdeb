// src/entry/google-default.ts
var DENIED = "\"ad_storage\":\"denied\",\"ad_user_data\":\"denied\",\"ad_personalization\":\"denied\",\"analytics_storage\":\"denied\",\"functionality_storage\":\"denied\",\"personalization_storage\":\"denied\",\"security_storage\":\"granted\"";
/**
* Settings that Google knows too. A region that is none is denied nowhere, and what has no default Google takes for granted:
* where any of a list is flawed, all of it is left out, and the default holds everywhere.
*/
var SETTINGS = /"(region":\[("[A-Z]{2}(-[A-Z\d]{1,3})?",?)+]|wait_for_update":\d+)/g;
/**
* Google's advanced consent mode: its tags load before the choice, so they may stand right behind our script and must
* find everything denied. That is why this is here and not with the services, whose chunk comes later.
*
* @param services as the owner wrote them. They are read as JSON: a value of another kind than expected reads as none
* @returns the defaults that they ask for, as JSON, each once
*/
var googleDefaults = (services) => new Set(services.map((service) => JSON.stringify(service)).filter((text) => /:"google-/.test(text) && /"mode":"advanced"/.test(text)).map((text) => `{${[DENIED, ...text.match(SETTINGS) ?? []].join()}}`));
var denyGoogle = (services) => {
	try {
		for (const state of googleDefaults(services)) {
			const layer = Array.isArray(window.dataLayer) ? window.dataLayer : window.dataLayer = [];
			(function(..._command) {
				layer.push(arguments);
			})("consent", "default", JSON.parse(state));
		}
	} catch {}
};
export { denyGoogle, googleDefaults };
