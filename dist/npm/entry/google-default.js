// src/entry/google-default.ts
/**
* Google's advanced consent mode: its tags load before the choice, so they may stand right behind our script and must
* find everything denied. That is why this is here and not with the services, whose chunk comes later.
*
* @param entry the service as the owner configured it, with Google's own names
*/
var denyGoogle = (entry) => {
	const layer = Array.isArray(window.dataLayer) ? window.dataLayer : window.dataLayer = [];
	const state = { security_storage: "granted" };
	for (const type of [
		"ad_storage",
		"ad_user_data",
		"ad_personalization",
		"analytics_storage",
		"functionality_storage",
		"personalization_storage"
	]) state[type] = "denied";
	for (const key of ["region", "wait_for_update"]) if (entry[key]) state[key] = entry[key];
	(function(..._command) {
		layer.push(arguments);
	})("consent", "default", state);
};
export { denyGoogle };
