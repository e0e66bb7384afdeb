import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { createInspector } from '../../src/ui/inspector.js';

const PURPOSES = [
  { id: 'necessary', open: true, why: 'always on', fixed: true },
  { id: 'ads', open: false, why: 'not granted', fixed: false },
];

describe('the inspector’s switches', () => {
  let tried: (readonly string[])[] = [];

  const opened = (): ShadowRoot => {
    tried = [];
    const inspector = createInspector((granted) => tried.push(granted));
    inspector.show({ state: '', purposes: PURPOSES, tags: [], services: [], signals: [], undeclared: [] });
    const root = document.querySelector('[data-timebot-consent-inspector]')?.shadowRoot;
    if (!root) throw new Error('no panel');
    return root;
  };

  const find = (root: ShadowRoot, selector: string): HTMLElement => {
    const found = root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(selector);
    return found;
  };

  /** The switch for ads. */
  const ads = (root: ShadowRoot): HTMLInputElement => {
    const found = root.querySelector('input[name=ads]');
    if (!(found instanceof HTMLInputElement)) throw new Error('no switch');
    return found;
  };

  const press = async (element: Element): Promise<void> => {
    const { left, top, width, height } = element.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
  };

  afterEach(() => document.querySelector('[data-timebot-consent-inspector]')?.remove());

  it('have a name each', () => {
    const root = opened();
    const input = ads(root);
    expect(root.getElementById(input.getAttribute('aria-labelledby') ?? '')?.textContent).to.equal('ads: not granted');
  });

  it('try what a person presses: the switch, its words, or a key', async () => {
    const root = opened();
    const input = ads(root);
    await press(input);
    expect(tried).to.deep.equal([['necessary', 'ads']]);
    await press(find(root, '#ads-words'));
    expect([tried[1], input.checked]).to.deep.equal([['necessary'], false]);
    input.focus();
    await sendKeys({ press: ' ' });
    expect([tried[2], input.checked]).to.deep.equal([['necessary', 'ads'], true]);
    await press(find(root, '#necessary-words'));
    expect(tried.length).to.equal(3);
  });

  it('try nothing for a script, whose click a label would forward as a person’s', () => {
    const root = opened();
    const input = ads(root);
    input.click();
    find(root, '#ads-words').click();
    input.closest('label')?.click();
    const brought = document.createElement('label');
    input.id = 'brought';
    brought.htmlFor = 'brought';
    root.append(brought);
    brought.click();
    expect(tried).to.deep.equal([]);
  });
});
