import { createGate, type Gate, type GateDeps } from '../../src/gate/gate.js';

export const RUN = new URL('./run.js', import.meta.url).href;
export const RUN_MODULE = new URL('./run-module.js', import.meta.url).href;
export const FRAME = new URL('./frame.html', import.meta.url).href;

type Attributes = Readonly<Record<string, string>>;

const make = <K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};

export const frame = (attributes: Attributes): HTMLIFrameElement => make('iframe', attributes);
export const image = (attributes: Attributes): HTMLImageElement => make('img', { alt: '', ...attributes });

const gated = (consent: string, attributes: Attributes): HTMLScriptElement =>
  make('script', { type: 'text/plain', 'data-consent': consent, ...attributes });

/** An inline script that says that it runs. */
export const inline = (name: string, consent = 'ads', attributes: Attributes = {}): HTMLScriptElement => {
  const script = gated(consent, attributes);
  script.text = `dispatchEvent(new CustomEvent('gate-run', { detail: '${name}' }))`;
  return script;
};

/** An external script that says that it runs. */
export const external = (name: string, consent = 'ads', attributes: Attributes = {}): HTMLScriptElement =>
  gated(consent, { src: `${RUN}?${name}`, 'data-name': name, ...attributes });

/** A gate on the test's own markup. */
export interface Bench {
  readonly gate: Gate;
  /** Ids that are allowed by now. */
  readonly allowed: Set<string>;
  /** Names of the scripts that ran, in order. */
  readonly log: readonly string[];
  readonly warnings: readonly (readonly [string, unknown])[];
  readonly page: HTMLElement;
  /** Resolves when the script of that name has run. */
  readonly ran: (name: string) => Promise<void>;
}

const KNOWN = ['necessary', 'telemetry', 'ads', 'pixel'];
const leave: (() => void)[] = [];

export const bench = (markup: readonly Element[], deps: Partial<GateDeps> = {}): Bench => {
  const allowed = new Set<string>();
  const log: string[] = [];
  const waiting: (() => void)[] = [];
  const warnings: (readonly [string, unknown])[] = [];
  const hear = (heard: Event): void => {
    if (heard instanceof CustomEvent) log.push(String(heard.detail));
    for (const check of waiting) check();
  };
  const page = document.createElement('div');
  page.append(...markup);
  document.body.append(page);
  addEventListener('gate-run', hear);
  leave.push(() => {
    removeEventListener('gate-run', hear);
    page.remove();
  });
  const gate = createGate({
    allows: (id) => allowed.has(id),
    known: (id) => KNOWN.includes(id),
    nonce: '',
    trusted: { createScript: (text) => text, createScriptURL: (url) => url },
    warn: (...warning) => warnings.push(warning),
    ...deps,
  });
  return {
    gate,
    allowed,
    log,
    warnings,
    page,
    ran: (name) =>
      new Promise((done) => {
        const check = (): void => {
          if (log.includes(name)) done();
        };
        waiting.push(check);
        check();
      }),
  };
};

/** Takes the test's markup out of the page. */
export const clear = (): void => leave.splice(0).forEach((end) => end());

export const once = (target: EventTarget, type: string): Promise<Event> =>
  new Promise((done) => target.addEventListener(type, done, { once: true }));

/** Everything that was due has run. */
export const settled = (): Promise<unknown> => new Promise((done) => setTimeout(done));
