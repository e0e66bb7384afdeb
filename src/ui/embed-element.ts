import { bare } from '../model/bare.js';
import { styles } from './embed-styles.js';

/** What a visitor can ask of an embed. */
export type EmbedAction = 'show-once' | 'show-always' | 'allow' | 'back' | 'settings';

export interface EmbedKey {
  readonly action: EmbedAction;
  readonly label: string;
}

/** What stands in the place of the frame. Texts are complete. */
export interface Placeholder {
  readonly lang: string;
  readonly theme: string;
  readonly title: string;
  /** Address of the owner's picture. */
  readonly poster: string | undefined;
  readonly text: string;
  readonly keys: readonly EmbedKey[];
  readonly settings: string;
}

/** What an embed shows: a placeholder, or a frame with these attributes. */
export type EmbedState = { readonly placeholder: Placeholder } | { readonly frame: Readonly<Record<string, string>> };

/** Who looks after embeds. */
export interface EmbedOwner {
  /** The document's own `createElement`, past what shadows it. */
  readonly create: <K extends keyof HTMLElementTagNameMap>(tag: K) => HTMLElementTagNameMap[K];
  /** An embed has come, or its markup has changed. */
  readonly changed: (element: EmbedElement) => void;
  readonly left: (element: EmbedElement) => void;
  readonly asked: (element: EmbedElement, action: EmbedAction, cause: Event) => void;
}

/**
 * `<timebot-embed>`: content of a vendor, or a placeholder until the visitor wants it. It shows what its owner says and asks
 * for changes. What stands in it, a plain link at best, is shown before and within the placeholder.
 *
 * @csspart placeholder - Everything that stands in the place of the frame
 * @csspart poster - The owner's picture
 * @csspart panel - Title, text and buttons
 * @csspart title
 * @csspart text - The part that scrolls where the box is small
 * @csspart choice - Both answers: one part, since they have to look the same
 * @csspart frame - The frame
 */
export interface EmbedElement extends HTMLElement {
  /** Shows a state; undefined: just what stands in the element. `say`: what screen readers announce. */
  show(state: EmbedState | undefined, say?: string): void;
  /** Puts the focus on what is shown. */
  focusShown(): void;
}

const ATTRIBUTES = ['service', 'src', 'title', 'poster', 'width', 'height', 'allow', 'allowfullscreen', 'loading'];

/** The box by `width` and `height` in pixels, as images have it, where the page's styles say nothing. */
const boxOf = (element: Element): string => {
  const [width, height] = ['width', 'height'].map((name) => /^\d{1,4}$/.exec(element.getAttribute(name) ?? '')?.[0]);
  if (width && height) return `:host{max-width:${width}px;aspect-ratio:${width}/${height}}`;
  return height ? `:host{height:${height}px;aspect-ratio:auto}` : '';
};

/** The element, for an owner of this page. */
export const embedElement = (owner: EmbedOwner): CustomElementConstructor => {
  const make = <K extends keyof HTMLElementTagNameMap>(
    tag: K,
    attributes: Readonly<Record<string, string>>,
    ...children: readonly (Node | string)[]
  ): HTMLElementTagNameMap[K] => {
    const element = owner.create(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  return class extends HTMLElement implements EmbedElement {
    static readonly observedAttributes = ATTRIBUTES;

    readonly #root = this.attachShadow(bare({ mode: 'open' }));
    readonly #box = new CSSStyleSheet();
    readonly #main = make('div', { class: 'main' });
    /** Always there: a live region that comes together with its text may go unheard. */
    readonly #status = make('p', { class: 'status', role: 'status' });
    #shown: string | undefined;

    constructor() {
      super();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(styles);
      this.#root.adoptedStyleSheets = [sheet, this.#box];
      this.#root.append(this.#main, this.#status);
    }

    connectedCallback(): void {
      this.#changed();
    }

    disconnectedCallback(): void {
      this.show(undefined); // where it is put in anew, its frame would load by itself
      owner.left(this);
    }

    attributeChangedCallback(): void {
      if (this.isConnected) this.#changed();
    }

    show(state: EmbedState | undefined, say = ''): void {
      const shown = JSON.stringify(state) ?? '';
      if (shown === this.#shown) return;
      this.#shown = shown;
      const held = this.#root.activeElement;
      this.#main.replaceChildren(this.#render(state));
      this.#status.textContent = say;
      if (held && state) this.focusShown();
    }

    focusShown(): void {
      this.#main.querySelector<HTMLElement>('iframe, .text')?.focus({ preventScroll: true });
    }

    #changed(): void {
      this.#box.replaceSync(boxOf(this));
      owner.changed(this);
    }

    #render(state: EmbedState | undefined): Node {
      if (!state) return make('slot', {});
      return 'frame' in state
        ? make('iframe', { part: 'frame', ...state.frame })
        : this.#placeholder(state.placeholder);
    }

    #placeholder({ lang, theme, title, poster, text, keys, settings }: Placeholder): Node {
      const button = (action: EmbedAction, label: string, look: Readonly<Record<string, string>>): Node => {
        const made = make('button', { type: 'button', 'data-action': action, ...look }, label);
        made.addEventListener('click', (event) => owner.asked(this, action, event));
        return made;
      };
      const panel = make(
        'div',
        { class: 'panel', part: 'panel' },
        make('p', { class: 'title', id: 'title', part: 'title' }, title),
        make(
          'div',
          { class: 'text', part: 'text', tabindex: '-1' },
          make('p', {}, text),
          make('slot', {}),
          button('settings', settings, { class: 'link', 'aria-haspopup': 'dialog' }),
        ),
        make(
          'div',
          { class: 'keys' },
          ...keys.map(({ action, label }) =>
            // which one, for those who hear button after button
            button(action, label, { class: 'key', part: 'choice', 'aria-describedby': 'title' }),
          ),
        ),
      );
      const picture = poster ? [make('img', { class: 'poster', part: 'poster', alt: '', src: poster })] : [];
      return make(
        'div',
        {
          class: 'placeholder',
          part: 'placeholder',
          role: 'group',
          'aria-labelledby': 'title',
          lang,
          'data-theme': theme,
        },
        ...picture,
        panel,
      );
    }
  };
};
