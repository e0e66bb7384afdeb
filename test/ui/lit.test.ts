import { expect } from '@open-wc/testing';
import { css, html, LitElement, nothing, render } from 'lit';

/** The element's children as a reader has them: without Lit's comments. */
const content = (root: ParentNode & Node): string =>
  root instanceof Element ? root.innerHTML.replace(/<!--.*?-->/g, '').trim() : (root.textContent ?? '');

/** Renders into one `<div>`, again and again. */
const rendered = (): ((value: unknown) => string) => {
  const root = document.createElement('div');
  return (value) => {
    render(value, root);
    return content(root);
  };
};

const child = (value: unknown): unknown => html`<b>${value}</b>`;

// What our modules count on: of Lit, which npm users have, and of what the script tag leaves of it (see scripts/slim-lit.ts).
describe('Lit', () => {
  it('shows each kind of child, and one after another in the same place', () => {
    const show = rendered();
    const link = document.createElement('a');
    for (const [value, shown] of [
      ['a<b', 'a&lt;b'],
      ['&amp;', '&amp;amp;'],
      [0, '0'],
      [false, 'false'],
      ['', ''],
      [child('c'), '<b>c</b>'],
      [null, ''],
      [[1, html`<i>2</i>`, [3, 4]], '1<i>2</i>34'],
      [undefined, ''],
      [new Set(['x', 'y']), 'xy'],
      [link, '<a></a>'],
      [nothing, ''],
      [html``, ''],
      ['text', 'text'],
    ] as const) {
      expect(show(child(value))).to.equal(`<b>${shown}</b>`);
    }
  });

  it('keeps what is the same and replaces what is not', () => {
    const root = document.createElement('div');
    const list = (items: readonly string[]): unknown =>
      html`<ul>
          ${items.map((item) => html`<li title=${item}>${item}</li>`)}
        </ul>
        ${items.length}`;
    const shown = (): string[] => Array.from(root.querySelectorAll('li'), (li) => `${li.title}${li.textContent}`);
    render(list(['a', 'b']), root);
    const [first] = root.querySelectorAll('li');
    render(list(['c', 'b', 'd']), root);
    expect(shown()).to.deep.equal(['cc', 'bb', 'dd']);
    expect(root.querySelector('li')).to.equal(first);
    render(list([]), root);
    expect(content(root).replace(/\s+/g, ' ')).to.equal('<ul> </ul> 0');
    render(list(['e']), root);
    expect(shown()).to.deep.equal(['ee']);
  });

  it('puts a template at the end of another, beside one that follows', () => {
    const show = rendered();
    const end = (value: unknown): unknown => html`<b></b>${value}`;
    expect(show([end(1), end(html`<i></i>`)])).to.equal('<b></b>1<b></b><i></i>');
    expect(show([end([1, 2]), end(nothing)])).to.equal('<b></b>12<b></b>');
  });

  it('sets attributes of each kind', () => {
    const root = document.createElement('div');
    const input = (title: unknown, on: unknown, value: unknown): HTMLInputElement => {
      render(html`<input class="a" title=${title} ?disabled=${on} .defaultValue=${value} name="b" />`, root);
      const found = root.querySelector('input');
      if (!found) throw new Error('no input');
      return found;
    };
    const one = input('"<&', true, 'v');
    expect(one.outerHTML).to.equal('<input class="a" name="b" title="&quot;&lt;&amp;" disabled="" value="v">');
    expect(input(null, 0, 'w').outerHTML).to.equal('<input class="a" name="b" title="" value="w">');
    expect(input(nothing, nothing, '').outerHTML).to.equal('<input class="a" name="b" value="">');
    expect(input(5, 1, 'x').outerHTML).to.equal('<input class="a" name="b" value="x" title="5" disabled="">');
    expect(root.querySelector('input')).to.equal(one);
  });

  it('writes nothing that is the same as before', () => {
    const root = document.createElement('div');
    const show = (title: string, hidden: boolean, text: string): unknown =>
      render(html`<p title=${title} ?hidden=${hidden}>${text}</p>`, root);
    show('a', true, 'b');
    const paragraph = root.querySelector('p');
    paragraph?.removeAttribute('title');
    paragraph?.removeAttribute('hidden');
    for (const node of paragraph?.childNodes ?? []) if (node instanceof Text) node.data = 'by others';
    show('a', true, 'b');
    expect(content(root)).to.equal('<p>by others</p>');
  });

  it('calls the latest listener, once', () => {
    const root = document.createElement('div');
    const heard: string[] = [];
    for (const name of ['first', 'second']) {
      const click = (event: Event): number => heard.push(`${name} ${event.type}`);
      render(html`<button id="b" @click=${click} title=${name}></button>`, root);
    }
    const button = root.querySelector('button');
    button?.click();
    expect(heard).to.deep.equal(['second click']);
    expect(button?.getAttributeNames()).to.deep.equal(['id', 'title']);
  });

  it('takes no object that looks like a template for one', () => {
    const root = document.createElement('div');
    const forged: unknown = JSON.parse('{"_$litType$": 1, "strings": ["<img src=x onerror=alert(1)>"], "values": []}');
    expect(() => render(html`${forged}`, root)).to.throw();
    expect(root.querySelector('img')).to.equal(null);
  });
});

describe('a LitElement', () => {
  const log: unknown[] = [];
  class Probe extends LitElement {
    static override properties = { a: { attribute: false }, b: { attribute: false } };
    static override styles = css`
      p {
        ${css`
          top: ${1}px;
        `}
      }
    `;
    declare a: unknown;
    declare b: unknown;
    protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
      log.push(['willUpdate', ...changed.keys()]);
    }
    protected override render(): unknown {
      if (this.a instanceof Error) throw this.a;
      return html`<p>${this.a}${this.b}</p>`;
    }
    protected override firstUpdated(): void {
      log.push('firstUpdated');
    }
    protected override updated(changed: Map<PropertyKey, unknown>): void {
      log.push(['updated', ...changed.values(), content(this.renderRoot)]);
      if (this.a === 'again') this.a = 'done';
    }
  }
  customElements.define('lit-probe', Probe);

  const made = (): Probe => {
    const probe = new Probe();
    probe.a = 1;
    return probe;
  };
  beforeEach(() => (log.length = 0));
  afterEach(() => document.querySelector('lit-probe')?.remove());

  it('waits for the page, then updates once for what has changed', async () => {
    const probe = made();
    await Promise.resolve();
    expect(log).to.deep.equal([]);
    document.body.append(probe);
    await probe.updateComplete;
    probe.b = 2;
    probe.a = 3;
    probe.a = 4;
    await probe.updateComplete;
    probe.a = 4;
    await probe.updateComplete;
    expect(log).to.deep.equal([
      ['willUpdate', 'a'],
      'firstUpdated',
      ['updated', undefined, '1'],
      ['willUpdate', 'b', 'a'],
      ['updated', undefined, 1, '42'],
    ]);
  });

  it('updates again for what an update has changed, and keeps its root when it moves', async () => {
    const probe = made();
    document.body.append(probe);
    probe.a = 'again';
    while (!(await probe.updateComplete));
    const { shadowRoot } = probe;
    document.body.prepend(probe);
    probe.b = '!';
    await probe.updateComplete;
    expect([shadowRoot, content(probe.renderRoot)]).to.deep.equal([probe.shadowRoot, 'done!']);
  });

  it('goes on after a render that throws', async () => {
    const probe = made();
    document.body.append(probe);
    await probe.updateComplete;
    probe.a = new Error('render');
    const error = probe.a;
    expect(await probe.updateComplete.catch((failed: unknown) => failed)).to.equal(error);
    const reported = new Promise((resolve) => {
      addEventListener('unhandledrejection', ({ reason }) => resolve(reason), { once: true }); // the runner logs it too
    });
    probe.a = 5;
    await probe.updateComplete;
    expect(content(probe.renderRoot)).to.equal('5');
    expect(await reported).to.equal(error);
  });

  it('has its styles', async () => {
    const probe = made();
    document.body.append(probe);
    await probe.updateComplete;
    const paragraph = probe.shadowRoot?.querySelector('p');
    if (!paragraph) throw new Error('no paragraph');
    expect(getComputedStyle(paragraph).top).to.equal('1px');
  });
});
