// src/services/google-maps.ts
/** Google Maps: what "Embed a map" gives, and the Maps Embed API. What the map keeps is not documented apart. */
var manifest = {
	purpose: "personalisation",
	name: "Google Maps",
	vendor: "Google",
	recipient: "Google",
	country: "US",
	hosts: [
		"www.google.com",
		"maps.google.com",
		"maps.googleapis.com",
		"maps.gstatic.com"
	],
	frames: [
		{ match: "https://www\\.google\\.com/maps/embed\\?.+" },
		{ match: "https://www\\.google\\.com/maps/embed/v1/[a-z]+\\?.+" },
		{ match: "https://www\\.google\\.com/maps/d/(?:u/\\d/)?embed\\?.+" },
		{ match: "https://(?:maps|www)\\.google\\.com/maps\\?(?:.*&)?output=embed(?:&.*)?" }
	]
};
export { manifest };
