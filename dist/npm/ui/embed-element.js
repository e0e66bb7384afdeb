import { bare } from "../model/bare.js";
import { styles } from "./embed-styles.js";
// src/ui/embed-element.ts
var ATTRIBUTES = [
	"service",
	"src",
	"title",
	"poster",
	"width",
	"height",
	"allow",
	"allowfullscreen",
	"loading"
];
/** The box by `width` and `height` in pixels, as images have it, where the page's styles say nothing. */
var boxOf = (element) => {
	const [width, height] = ["width", "height"].map((name) => /^\d{1,4}$/.exec(element.getAttribute(name) ?? "")?.[0]);
	if (width && height) return `:host{max-width:${width}px;aspect-ratio:${width}/${height}}`;
	return height ? `:host{height:${height}px;aspect-ratio:auto}` : "";
};
/** The element, for an owner of this page. */
var embedElement = (owner) => {
	const make = (tag, attributes, ...children) => {
		const element = owner.create(tag);
		for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
		element.append(...children);
		return element;
	};
	return class extends HTMLElement {
		static observedAttributes = ATTRIBUTES;
		#root = this.attachShadow(bare({ mode: "open" }));
		#box = new CSSStyleSheet();
		#main = make("div", { class: "main" });
		/** Always there: a live region that comes together with its text may go unheard. */
		#status = make("p", {
			class: "status",
			role: "status"
		});
		#shown;
		constructor() {
			super();
			const sheet = new CSSStyleSheet();
			sheet.replaceSync(styles);
			this.#root.adoptedStyleSheets = [sheet, this.#box];
			this.#root.append(this.#main, this.#status);
		}
		connectedCallback() {
			this.#changed();
		}
		disconnectedCallback() {
			this.show(void 0);
			owner.left(this);
		}
		attributeChangedCallback() {
			if (this.isConnected) this.#changed();
		}
		show(state, say = "") {
			const shown = JSON.stringify(state) ?? "";
			if (shown === this.#shown) return;
			this.#shown = shown;
			const held = this.#root.activeElement;
			this.#main.replaceChildren(this.#render(state));
			this.#status.textContent = say;
			if (held && state) this.focusShown();
		}
		focusShown() {
			this.#main.querySelector("iframe, .text")?.focus({ preventScroll: true });
		}
		#changed() {
			this.#box.replaceSync(boxOf(this));
			owner.changed(this);
		}
		#render(state) {
			if (!state) return make("slot", {});
			return "frame" in state ? make("iframe", {
				part: "frame",
				...state.frame
			}) : this.#placeholder(state.placeholder);
		}
		#placeholder({ lang, theme, title, poster, text, keys, settings }) {
			const button = (action, label, look) => {
				const made = make("button", {
					type: "button",
					"data-action": action,
					...look
				}, label);
				made.addEventListener("click", (event) => owner.asked(this, action, event));
				return made;
			};
			const panel = make("div", {
				class: "panel",
				part: "panel"
			}, make("p", {
				class: "title",
				id: "title",
				part: "title"
			}, title), make("div", {
				class: "text",
				part: "text",
				tabindex: "-1"
			}, make("p", {}, text), make("slot", {}), button("settings", settings, {
				class: "link",
				"aria-haspopup": "dialog"
			})), make("div", { class: "keys" }, ...keys.map(({ action, label }) => button(action, label, {
				class: "key",
				part: "choice",
				"aria-describedby": "title"
			}))));
			const picture = poster ? [make("img", {
				class: "poster",
				part: "poster",
				alt: "",
				src: poster
			})] : [];
			return make("div", {
				class: "placeholder",
				part: "placeholder",
				role: "group",
				"aria-labelledby": "title",
				lang,
				"data-theme": theme
			}, ...picture, panel);
		}
	};
};
export { embedElement };
