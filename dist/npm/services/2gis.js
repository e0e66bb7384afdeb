// src/services/2gis.ts
/** 2GIS: the map of a firm and the map constructor. What they keep is not documented. */
var manifest = {
	id: "double-gis",
	purpose: "personalisation",
	name: "2ГИС",
	vendor: "2GIS",
	recipient: "2GIS",
	country: "RU",
	hosts: [
		"2gis.ru",
		"*.2gis.ru",
		"2gis.com",
		"*.2gis.com",
		"2gis.kz",
		"*.2gis.kz"
	],
	frames: [{ match: "https://widgets\\.2gis\\.com/widget\\?.+" }, { match: "https://makemap\\.2gis\\.ru/widget\\?.+" }]
};
export { manifest };
