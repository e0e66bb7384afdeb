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

const shipped = {
  ru: { first: ru, further: ruMore, embed: embedRu },
  kk: { first: kk, further: kkMore, embed: embedKk },
  en: { first: en, further: enMore, embed: embedEn },
};

/**
 * Every notice that a site with this config can show: each language on offer, the site's own included, in each layer. The
 * code that hashes is the browser's. What attributes can say (language, look, addresses) is in no notice.
 *
 * @param raw the config as a session starts from it, with its ready-made services in full; what is unusable of it is left out here as there
 */
export const noticesOf = async (raw: unknown): Promise<readonly PublishedNotice[]> => {
  const offer = offerBy(parseConfig(raw), core);
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
    const of = (layer: Notice['layer'], texts: unknown) => ({ lang, layer, texts });
    return [
      of('banner', banner),
      of('preferences', { ...banner, further: await further(lang, base.further, load) }),
      of('api', null), // a decision by script shows nothing
      ...(embeds ? [of('preferences', embedNotice(embed(lang, base.embed), banner.first))] : []),
    ];
  });
  return Promise.all(
    (await Promise.all(shown)).flat().map(async ({ lang, layer, texts }) => ({
      hash: await notice(layer, lang, texts),
      notice: noticeOf(lang, layer, policy, offer, texts),
    })),
  );
};
