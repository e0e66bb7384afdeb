import { isAt } from "../signals/check.js";
// src/entry/embed-markup.ts
/** An address, https where it says http or nothing; undefined for `javascript:`, `data:` and what is no address. */
var parse = (address, base) => {
	if (!URL.canParse(address, base)) return void 0;
	const url = new URL(address, base);
	return /^https?:$/.test(url.protocol) ? url : void 0;
};
/** Longer than the addresses that maps' constructors make; what a pattern costs grows with it. */
var LONGEST = 2e3;
/**
* The address of the frame that shows what `src` leads to; undefined where the service has none for it.
*
* @throws SyntaxError where a pattern of the site's own service is none
*/
var frameOf = (src, { hosts = [], frames }) => {
	const url = src.length > LONGEST ? void 0 : parse(src, "https://relative.invalid");
	if (!url) return void 0;
	url.protocol = "https:";
	url.hash = "";
	for (const { match, to } of frames ?? [{
		match: ".+",
		to: void 0
	}]) {
		const pattern = new RegExp(`^(?:${match})$`);
		if (!pattern.test(url.href)) continue;
		const frame = to ? url.href.replace(pattern, to) : url.href;
		return isAt(frame, hosts) ? frame : void 0;
	}
};
/** The address of an owner's picture; undefined where it is none or belongs to a vendor, who would be asked for it. */
var posterOf = (poster, base, hosts) => {
	const url = parse(poster, base);
	if (!url) return void 0;
	const { href } = url;
	url.protocol = "https:";
	return isAt(url.href, hosts) ? void 0 : href;
};
/** Features that a frame may be allowed: none that listens to a visitor, looks at him or pays. */
var FEATURES = /^(?:accelerometer|autoplay|clipboard-write|encrypted-media|fullscreen|geolocation|gyroscope|picture-in-picture|screen-wake-lock|web-share)$/;
/** The features of an `allow` attribute, without the origins beside them: a frame gets them for its own address. */
var featuresOf = (allow) => {
	const names = allow.split(";").flatMap((part) => part.trim().split(/\s/)[0] || []);
	return {
		allowed: names.filter((name) => FEATURES.test(name)).join("; "),
		refused: names.filter((name) => !FEATURES.test(name))
	};
};
/** A name among attributes that can only mean harm: a handler, or a document in place of the vendor's. */
var harmful = (names) => names.find((name) => /^(?:on.|srcdoc$)/.test(name));
export { featuresOf, frameOf, harmful, posterOf };
