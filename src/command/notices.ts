/** The notices of a site, by their hashes: what a record's `notice.hash` leads back to. */
import { offerBy, parseConfig } from '../entry/config.js';
import { ownOf } from '../entry/own.js';
import { serviceLayer } from '../entry/service-layer.js';
import { texts as en } from '../entry/texts/en.js';
import { texts as enMore } from '../entry/texts/en-more.js';
import { texts as kk } from '../entry/texts/kk.js';
import { texts as kkMore } from '../entry/texts/kk-more.js';
import { texts as ru } from '../entry/texts/ru.js';
import { texts as ruMore } from '../entry/texts/ru-more.js';
import { embed as embedEn } from '../locales/en.js';
import { embed as embedKk } from '../locales/kk.js';
import { embed as embedRu } from '../locales/ru.js';
import { embedNotice } from '../locales/texts.js';
import { core, evidence, facts } from '../policies/timebot/2019-01-01.js';
import { noticeOf, type Notice } from '../record/notice.js';
import * as sha256 from '../record/sha256.js';

export interface PublishedNotice {
  readonly hash: string;
  /** What was hashed, as `canonical` writes it. */
  readonly notice: Notice;
}

/** What should be asked about alone is not on offer; the message names it and the remedy. */
export class NotOffered extends Error {}

const shipped = {
  ru: { first: ru, further: ruMore, embed: embedRu },
  kk: { first: kk, further: kkMore, embed: embedKk },
  en: { first: en, further: enMore, embed: embedEn },
};

/**
 * Every notice that a site with this config can show: each language on offer, the site's own included, in each layer. The
 * code that hashes is the browser's. Of what attributes can say only `off` changes a notice, and stands in the config here.
 *
 * @param raw the config as a session starts from it, with its ready-made services in full; what is unusable of it is left out here as there
 * @param asked parts that are asked about alone, by visitors who have answered the rest: one list of ids for each question
 * @throws NotOffered
 */
export const noticesOf = async (
  raw: unknown,
  asked: readonly (readonly string[])[] = [],
): Promise<readonly PublishedNotice[]> => {
  const offer = offerBy(parseConfig(raw), core);
  const offered = Object.keys(offer.prints);
  for (const id of asked.flat()) {
    if (!offered.includes(id))
      throw new NotOffered(`--new: "${id}" is not on offer: name some of ${offered.join(', ')}.`);
  }
  const { embed, langs, policy, first, further, notice } = await ownOf(
    { raw, offer, load: () => Promise.resolve(sha256) },
    { ...evidence, ...facts, edition: offer.edition },
  );
  // only what has hosts can be embedded
  const embeds = [Object(raw).services].flat().some((service) => Object(service).hosts);
  const shown = langs.map(async ({ code: lang }) => {
    // a language that a site brings stands on Russian, as in the dialogue
    const base = shipped[lang === 'kk' || lang === 'en' ? lang : 'ru'];
    const banner = { first: first(lang, base.first) };
    const load = () => Promise.resolve({ serviceLayer });
    const of = (layer: Notice['layer'], texts: unknown, only?: Notice['asked']) => ({ lang, layer, texts, only });
    return [
      of('banner', banner),
      // in the order of the offer, as the page asks
      ...asked.map((ids) =>
        of(
          'banner',
          banner,
          offered.filter((id) => ids.includes(id)),
        ),
      ),
      of('preferences', { ...banner, further: await further(lang, base.further, load) }),
      of('api', null), // a decision by script shows nothing
      ...(embeds ? [of('preferences', embedNotice(embed(lang, base.embed), banner.first))] : []),
    ];
  });
  return Promise.all(
    (await Promise.all(shown)).flat().map(async ({ lang, layer, texts, only }) => ({
      hash: await notice(layer, lang, texts, only),
      notice: noticeOf(lang, layer, policy, offer, texts, only),
    })),
  );
};
