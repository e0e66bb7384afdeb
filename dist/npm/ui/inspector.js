import { bare } from "../model/bare.js";
// src/ui/inspector.ts
var STYLE = ":host{all:initial!important;position:fixed!important;inset:auto 8px 8px auto!important;z-index:2147483645!important}*{box-sizing:border-box}details{max-width:min(720px,96vw);max-height:80vh;overflow:auto;padding:8px 12px;border:2px solid #1f4fd1;border-radius:8px;background:#fff;color:#161b26;font:13px/1.45 system-ui,sans-serif;overflow-wrap:anywhere}summary{min-height:24px;font-weight:600;cursor:pointer}h2{margin:12px 0 4px;font-size:14px}p,ul{margin:4px 0}ul{padding-left:18px}table{width:100%;border-collapse:collapse}td,th{padding:3px 8px 3px 0;border-top:1px solid #d5d9e2;text-align:left;vertical-align:top}p:has(>input){min-height:24px;cursor:default}b{color:#1f4fd1}code{font:12px ui-monospace,monospace}:focus-visible{outline:3px solid #1f4fd1}";
/** An element with what is in it. */
var make = (tag, ...children) => {
	const element = document.createElement(tag);
	element.append(...children);
	return element;
};
var table = (heads, rows) => {
	if (!rows.length) return make("p", "none");
	const cells = (tag, row) => make("tr", ...row.map((cell) => make(tag, cell)));
	return make("table", make("thead", cells("th", heads)), make("tbody", ...rows.map((row) => cells("td", row))));
};
/**
* The panel of the site's owner and marketer: what is open or closed and why, what vendors were told, what nobody has
* declared, and switches to try choices with.
*
* @param onTry what to try: the purposes that would be granted
*/
var createInspector = (onTry) => {
	const host = make("div");
	host.dataset["timebotConsentInspector"] = "";
	const root = host.attachShadow(bare({ mode: "open" }));
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(STYLE);
	root.adoptedStyleSheets = [sheet];
	const choices = make("div");
	const content = make("div");
	const panel = make("details", make("summary", "timebot-consent inspector"), make("h2", "Try a choice"), make("p", "Holds for this page until it is left. Nothing is recorded, kept or sent to the endpoint."), choices, content);
	panel.toggleAttribute("open", true);
	panel.lang = "en";
	root.append(panel);
	document.body.append(host);
	/** Made once, so that one that is being pressed stays where it is. */
	const inputs = /* @__PURE__ */ new Map();
	const toggle = ({ id, open, why, fixed }) => {
		const known = inputs.get(id);
		const { input, text } = known ?? {
			input: document.createElement("input"),
			text: make("span")
		};
		if (!known) {
			input.type = "checkbox";
			input.name = id;
			text.id = `${id}-words`;
			input.setAttribute("aria-labelledby", text.id);
			choices.append(make("p", input, " ", text));
			inputs.set(id, {
				input,
				text
			});
		}
		input.checked = open;
		input.disabled = fixed;
		text.textContent = `${id}: ${why}`;
	};
	choices.addEventListener("click", ({ isTrusted, target }) => {
		const pressed = [...inputs.values()].find(({ input, text }) => target === input || target === text);
		if (!isTrusted || !pressed || pressed.input.disabled || pressed.input.labels?.length) return;
		if (target === pressed.text) pressed.input.checked = !pressed.input.checked;
		onTry([...inputs].filter(([, { input }]) => input.checked).map(([id]) => id));
	});
	return { show: ({ state, purposes, tags, services, signals, undeclared }) => {
		purposes.forEach(toggle);
		content.replaceChildren(make("p", state), make("h2", "Tags, frames, images, embeds"), table([
			"what",
			"needs",
			"state",
			"why"
		], tags.map(({ what, needs, state: now, why }) => [
			make("code", what),
			needs,
			make("b", now),
			why
		])), make("h2", "Services"), table([
			"service",
			"state",
			"scripts",
			"why"
		], services.map(({ id, allowed, loaded, why }) => [
			id,
			make("b", allowed ? "open" : "closed"),
			loaded ? "loaded" : "not loaded",
			why
		])), make("h2", "Signals to vendors"), signals.length ? make("ol", ...signals.map((signal) => make("li", make("code", signal)))) : make("p", "none"), make("h2", "No service declares"), table(["kind", "name"], undeclared.map(({ kind, name }) => [kind, make("code", name)])));
	} };
};
export { createInspector };
