import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { noticesOf } from '../../src/command/notices.js';
import { chunkFile } from '../../src/entry/chunks.js';
import { core, evidence, facts } from '../../src/policies/timebot/2019-01-01.js';
import { canonical } from '../../src/record/notice.js';

const DIST = resolve(process.env['DIST'] ?? 'dist');

const notices = await noticesOf({});

/** The one chunk of a name in the build. */
const chunkOf = async (name: string): Promise<{ texts: unknown; notice: unknown }> => {
  const files = readdirSync(DIST).filter((file) => new RegExp(`^${name}-[\\w]{8}\\.js$`).test(file));
  assert.equal(files.length, 1, `${name}: ${files.join()}`);
  const { texts, notice } = await import(pathToFileURL(`${DIST}/${files[0]}`).href);
  return { texts, notice };
};

describe('the notices that ship', () => {
  it('are one for each language and layer, each with a hash of its own', () => {
    assert.deepEqual(
      notices.map(({ notice }) => `${notice.lang} ${notice.layer}`),
      ['ru', 'kk', 'en'].flatMap((lang) => ['banner', 'preferences', 'api'].map((layer) => `${lang} ${layer}`)),
    );
    assert.equal(new Set(notices.map(({ hash }) => hash)).size, notices.length);
  });

  it('are in the build as they are made', () => {
    assert.deepEqual(JSON.parse(readFileSync(`${DIST}/notices.json`, 'utf8')), JSON.parse(JSON.stringify(notices)));
  });

  it('have the hash of what is published, so that anyone can compute it again', () => {
    const published: readonly { hash: string; notice: unknown }[] = JSON.parse(
      readFileSync(`${DIST}/notices.json`, 'utf8'),
    );
    for (const { hash, notice } of published) {
      assert.equal(createHash('sha256').update(canonical(notice)).digest('hex'), hash);
    }
  });

  it('are about the policy that ships', () => {
    for (const { notice } of notices) {
      assert.deepEqual(notice.policy, { id: facts.id, edition: core.edition, hash: evidence.hash });
    }
  });

  for (const lang of ['ru', 'kk', 'en']) {
    const of = (layer: string) => notices.find(({ notice }) => notice.lang === lang && notice.layer === layer);

    it(`lead from the hash in a chunk to the texts of that chunk: ${lang}`, async () => {
      const [first, further] = [await chunkOf(lang), await chunkOf(`${lang}-more`)];
      assert.equal(first.notice, of('banner')?.hash);
      assert.deepEqual({ first: first.texts }, of('banner')?.notice.texts);
      assert.equal(further.notice, of('preferences')?.hash);
      assert.deepEqual({ first: first.texts, further: further.texts }, of('preferences')?.notice.texts);
      assert.equal(of('api')?.notice.texts, null);
    });
  }
});

describe('every chunk of the build', () => {
  const files = readdirSync(DIST).filter((file) => /-[\w]{8}\.js$/.test(file));

  it('is there', () => {
    const names = files.map((file) => file.replace(/-\w{8}\.js$/, ''));
    for (const name of [
      'banner',
      'preferences',
      'ru',
      'kk-more',
      'page',
      'own',
      'service-choice',
      'history',
      'outbox',
      'script',
      'sha256',
    ]) {
      assert.ok(names.includes(name), `${name} in ${names.join()}`);
    }
  });

  for (const file of files) {
    it(`is named after its bytes: ${file}`, () => {
      const hash = createHash('sha256')
        .update(readFileSync(`${DIST}/${file}`))
        .digest('base64');
      assert.equal(chunkFile(file.replace(/-\w{8}\.js$/, ''), hash), file);
    });
  }
});
