import { bare } from "../model/bare.js";
// src/entry/keep.ts
/**
* Puts back what an app throws out of the page, with the view before or by accident. At most three times a second: a page
* that means it, and answers each time, is not held up by that, and a visitor who goes quickly from view to view loses nothing.
*
* @param isRight whether everything is where it belongs
*/
var keepInPage = (isRight, putBack) => {
	let left = 3;
	const look = () => {
		if (isRight() || !left) return;
		left--;
		setTimeout(() => {
			left++;
			look();
		}, 1e3);
		putBack();
	};
	new MutationObserver(look).observe(document, bare({
		childList: true,
		subtree: true
	}));
};
export { keepInPage };
