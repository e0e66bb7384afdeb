import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { decided, desktop, langs, mount, one, phone, reset, stateIn, tablet } from './fixture.js';

const sizes = { phone, 'phone on its side': { width: 640, height: 320 }, tablet, desktop };
const decision = decided(['ads']);

describe('layout', () => {
  afterEach(reset);

  for (const [name, size] of Object.entries(sizes)) {
    for (const lang of langs) {
      for (const view of ['banner', 'preferences'] as const) {
        it(`${view}, ${lang}, ${name}: every answer in sight, large enough, and nothing runs over`, async () => {
          await setViewport(size);
          const { root } = await mount(
            stateIn(lang, { view, decision, reason: view === 'banner' ? 'expired' : undefined }),
          );
          const box = one(root, '.box').getBoundingClientRect();
          for (const [low, high] of [
            [0, box.left],
            [0, box.top],
            [box.right, size.width],
            [box.bottom, size.height],
          ]) {
            expect(low).to.be.at.most(high ?? NaN);
          }
          const answers = [...root.querySelectorAll('.keys button, .head button')];
          expect(answers.length).to.be.at.least(6);
          for (const answer of answers) {
            const { left, right, top, bottom } = answer.getBoundingClientRect();
            expect(
              [left >= box.left, right <= box.right, top >= box.top, bottom <= box.bottom],
              answer.textContent,
            ).to.deep.equal([true, true, true, true]);
            expect(answer.scrollWidth, answer.textContent).to.be.at.most(answer.clientWidth);
          }
          for (const target of root.querySelectorAll('button, label, summary')) {
            const { width, height } = target.getBoundingClientRect();
            expect(Math.min(width, height), target.textContent).to.be.at.least(44);
          }
          for (const part of root.querySelectorAll('.box, .text')) expect(part.scrollWidth).to.equal(part.clientWidth);
          expect(document.documentElement.scrollWidth).to.be.at.most(size.width);
        });
      }
    }
  }

  it('leaves two fifths of a phone to the page', async () => {
    await setViewport(phone);
    for (const lang of langs) {
      const { element, root } = await mount(stateIn(lang));
      expect(one(root, 'section').offsetHeight).to.be.at.most(phone.height * 0.6);
      element.remove();
    }
  });

  it('lets every word be reached by scrolling where it does not fit', async () => {
    await setViewport(phone);
    const { root } = await mount(stateIn('kk'));
    const text = one(root, '[part=text]');
    expect(text.scrollHeight).to.be.above(text.clientHeight);
    text.scrollTop = text.scrollHeight;
    const last = one(root, '[data-action=open-policy]').getBoundingClientRect();
    expect(last.bottom).to.be.at.most(text.getBoundingClientRect().bottom + 12); // its touch area reaches over its line
  });
});
