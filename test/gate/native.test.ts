import { expect, fixture, html } from '@open-wc/testing';
import { create, native, parsed, query } from '../../src/gate/native.js';

/** Markup that a visitor of the page may have written: every name shadows a property of the document. */
const shadows = (): Promise<HTMLElement> =>
  fixture(html`
    <div>
      <img alt="" name="cookie" />
      <form name="querySelectorAll"></form>
      <form name="createElement"></form>
      <img alt="" name="readyState" />
      <img alt="" name="baseURI" />
    </div>
  `);

describe('the document past what shadows it', () => {
  it('gives its own properties', async () => {
    document.cookie = 'native-test=1; Path=/';
    const { baseURI } = document.body;
    await shadows();
    expect(document.cookie, 'the markup shadows').to.be.instanceOf(HTMLImageElement);
    expect(native('cookie')).to.include('native-test=1');
    expect(native('readyState')).to.equal('complete');
    expect(native('baseURI')).to.equal(baseURI);
    Reflect.set(Document.prototype, 'cookie', 'native-test=; Path=/; Max-Age=0', document);
  });

  it('is searched, in document order', async () => {
    const page = await shadows();
    expect(query('img[name=cookie],form')).to.deep.equal([...page.children].slice(0, 3));
    expect(query('no-such-element')).to.deep.equal([]);
  });

  it('makes elements', async () => {
    await shadows();
    expect(create('script')).to.be.instanceOf(HTMLScriptElement);
  });

  it('is parsed, and has nothing to wait for', async () => {
    await shadows();
    expect(parsed()).to.equal(undefined);
  });
});
