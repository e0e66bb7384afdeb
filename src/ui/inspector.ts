import { bare } from '../model/bare.js';

/** A gated element of the page, or an embed. */
export interface Tag {
  /** What it is, e.g. `script https://…`. */
  readonly what: string;
  /** Purpose and service that it needs. */
  readonly needs: string;
  /** What has run is not stopped by a refusal. */
  readonly state: 'open' | 'closed' | 'has run';
  readonly why: string;
}

/** What the inspector shows of a page. In English, as its readers look after the site. */
export interface Report {
  readonly state: string;
  readonly purposes: readonly {
    readonly id: string;
    readonly open: boolean;
    readonly why: string;
    readonly fixed: boolean;
  }[];
  readonly tags: readonly Tag[];
  readonly services: readonly {
    readonly id: string;
    readonly allowed: boolean;
    readonly loaded: boolean;
    readonly why: string;
  }[];
  /** What vendors were told, in order. */
  readonly signals: readonly string[];
  /** Cookies, storage and hosts that no service declares. */
  readonly undeclared: readonly { readonly kind: string; readonly name: string }[];
}

const STYLE =
  ':host{all:initial!important;position:fixed!important;inset:auto 8px 8px auto!important;z-index:2147483645!important}' +
  '*{box-sizing:border-box}details{max-width:min(720px,96vw);max-height:80vh;overflow:auto;padding:8px 12px;border:2px solid #1f4fd1;border-radius:8px;background:#fff;color:#161b26;font:13px/1.45 system-ui,sans-serif;overflow-wrap:anywhere}' +
  'summary{min-height:24px;font-weight:600;cursor:pointer}h2{margin:12px 0 4px;font-size:14px}p,ul{margin:4px 0}ul{padding-left:18px}table{width:100%;border-collapse:collapse}' +
  'td,th{padding:3px 8px 3px 0;border-top:1px solid #d5d9e2;text-align:left;vertical-align:top}p:has(>input){min-height:24px;cursor:default}b{color:#1f4fd1}code{font:12px ui-monospace,monospace}:focus-visible{outline:3px solid #1f4fd1}';

type Child = Node | string;

/** An element with what is in it. */
const make = (tag: string, ...children: readonly Child[]): HTMLElement => {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
};

const table = (heads: readonly string[], rows: readonly (readonly Child[])[]): HTMLElement => {
  if (!rows.length) return make('p', 'none');
  const cells = (tag: string, row: readonly Child[]): HTMLElement => make('tr', ...row.map((cell) => make(tag, cell)));
  return make('table', make('thead', cells('th', heads)), make('tbody', ...rows.map((row) => cells('td', row))));
};

export interface Inspector {
  readonly show: (report: Report) => void;
}

/**
 * The panel of the site's owner and marketer: what is open or closed and why, what vendors were told, what nobody has
 * declared, and switches to try choices with.
 *
 * @param onTry what to try: the purposes that would be granted
 */
export const createInspector = (onTry: (granted: readonly string[]) => void): Inspector => {
  const host = make('div');
  host.dataset['timebotConsentInspector'] = '';
  const root = host.attachShadow(bare({ mode: 'open' }));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const choices = make('div');
  const content = make('div');
  const panel = make(
    'details',
    make('summary', 'timebot-consent inspector'),
    make('h2', 'Try a choice'),
    make('p', 'Holds for this page until it is left. Nothing is recorded, kept or sent to the endpoint.'),
    choices,
    content,
  );
  panel.toggleAttribute('open', true);
  panel.lang = 'en';
  root.append(panel);
  document.body.append(host);

  /** Made once, so that one that is being pressed stays where it is. */
  const inputs = new Map<string, { readonly input: HTMLInputElement; readonly text: HTMLElement }>();
  const toggle = ({ id, open, why, fixed }: Report['purposes'][number]): void => {
    const known = inputs.get(id);
    const { input, text } = known ?? { input: document.createElement('input'), text: make('span') };
    if (!known) {
      input.type = 'checkbox';
      input.name = id;
      text.id = `${id}-words`;
      input.setAttribute('aria-labelledby', text.id);
      choices.append(make('p', input, ' ', text));
      inputs.set(id, { input, text });
    }
    input.checked = open;
    input.disabled = fixed;
    text.textContent = `${id}: ${why}`;
  };

  choices.addEventListener('click', ({ isTrusted, target }) => {
    const pressed = [...inputs.values()].find(({ input, text }) => target === input || target === text);
    // a script of the page must not try on a visitor's behalf; the change that its click causes would pass for a person's, and
    // so does in WebKit the click that a label forwards, which is why there is none here
    if (!isTrusted || !pressed || pressed.input.disabled || pressed.input.labels?.length) return;
    if (target === pressed.text) pressed.input.checked = !pressed.input.checked;
    onTry([...inputs].filter(([, { input }]) => input.checked).map(([id]) => id));
  });

  return {
    show: ({ state, purposes, tags, services, signals, undeclared }) => {
      purposes.forEach(toggle);
      content.replaceChildren(
        make('p', state),
        make('h2', 'Tags, frames, images, embeds'),
        table(
          ['what', 'needs', 'state', 'why'],
          tags.map(({ what, needs, state: now, why }) => [make('code', what), needs, make('b', now), why]),
        ),
        make('h2', 'Services'),
        table(
          ['service', 'state', 'scripts', 'why'],
          services.map(({ id, allowed, loaded, why }) => [
            id,
            make('b', allowed ? 'open' : 'closed'),
            loaded ? 'loaded' : 'not loaded',
            why,
          ]),
        ),
        make('h2', 'Signals to vendors'),
        signals.length ? make('ol', ...signals.map((signal) => make('li', make('code', signal)))) : make('p', 'none'),
        make('h2', 'No service declares'),
        table(
          ['kind', 'name'],
          undeclared.map(({ kind, name }) => [kind, make('code', name)]),
        ),
      );
    },
  };
};
