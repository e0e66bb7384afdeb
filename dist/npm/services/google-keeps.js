// src/services/google-keeps.ts
/** Cookies of Google's tags on the site itself (support.google.com/analytics/answer/11397207, policies.google.com). */
var about = {
	visitors: {
		ru: "отличает посетителей друг от друга",
		kk: "келушілерді бір-бірінен ажыратады",
		en: "tells visitors apart"
	},
	session: {
		ru: "хранит состояние сеанса",
		kk: "сеанс күйін сақтайды",
		en: "keeps the state of the session"
	},
	ad: {
		ru: "связывает посещение с рекламой",
		kk: "келуді жарнамамен байланыстырады",
		en: "links a visit to an ad"
	}
};
var analyticsKeeps = [{
	in: "cookie",
	name: "_ga",
	days: 730,
	about: about.visitors
}, {
	in: "cookie",
	name: "_ga_*",
	days: 730,
	about: about.session
}];
var adsKeeps = [{
	in: "cookie",
	name: "_gcl_*",
	days: 90,
	about: about.ad
}];
export { adsKeeps, analyticsKeeps };
