import { create, native } from "../gate/native.js";
import { bare } from "../model/bare.js";
import { keepInPage } from "./keep.js";
// src/entry/trigger.ts
var STYLE = ":host{all:initial!important;position:fixed!important;z-index:2147483646!important;bottom:max(12px,env(safe-area-inset-bottom))!important}:host([data-side=left]){left:12px!important}:host([data-side=right]){right:12px!important}:host([hidden]){display:none!important}button{display:grid;place-items:center;width:44px;height:44px;padding:0;border:1px solid #8a94a3;border-radius:50%;background:var(--timebot-consent-trigger-background,#fff);color:var(--timebot-consent-trigger-color,#1d2733);cursor:pointer}button:focus-visible{outline:3px solid #2f6fed;outline-offset:2px}@media print{:host{display:none!important}}";
/** Two sliders: settings, in any language. */
var ICON = "M3 7h9m6 0h3M3 17h3m6 0h9M15 4a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM9 14a3 3 0 1 1 0 6 3 3 0 0 1 0-6z";
/**
* The button that reopens the preferences on every page. It is no part of the element: a page where nothing has to be
* asked loads no Lit for it.
*/
var createTrigger = (side, onOpen) => {
	if (side === "none") return { update: () => void 0 };
	let parts;
	const attach = () => {
		if (parts) native("body").append(parts.host);
	};
	const build = () => {
		const host = create("div");
		host.dataset["side"] = side;
		const root = host.attachShadow(bare({ mode: "open" }));
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(STYLE);
		root.adoptedStyleSheets = [sheet];
		const button = create("button");
		button.type = "button";
		button.dataset["consentOpen"] = "";
		button.setAttribute("part", "trigger");
		button.setAttribute("aria-haspopup", "dialog");
		button.onclick = onOpen;
		const svg = (tag) => native("createElementNS").call(document, "http://www.w3.org/2000/svg", tag);
		const icon = svg("svg");
		const path = svg("path");
		for (const [name, value] of Object.entries({
			viewBox: "0 0 24 24",
			width: "22",
			fill: "none",
			stroke: "currentColor",
			"stroke-width": "2",
			"aria-hidden": "true"
		})) icon.setAttribute(name, value);
		path.setAttribute("d", ICON);
		icon.append(path);
		button.append(icon);
		root.append(button);
		keepInPage(() => host.isConnected, attach);
		return {
			host,
			button
		};
	};
	return { update: (visible, label, lang) => {
		if (!visible && !parts) return;
		parts ??= build();
		const { host, button } = parts;
		host.hidden = !visible;
		host.lang = lang;
		button.title = label;
		button.setAttribute("aria-label", label);
		if (!host.isConnected) attach();
	} };
};
export { createTrigger };
