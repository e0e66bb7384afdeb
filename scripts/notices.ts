/** Every notice that a site without a config of its own shows, by its hash: what a record's `notice.hash` leads back to. */
import * as en from '../src/locales/en.ts';
import * as kk from '../src/locales/kk.ts';
import * as ru from '../src/locales/ru.ts';
import { offerBy } from '../src/entry/config.ts';
import * as timebot from '../src/policies/timebot/2019-01-01.ts';
import { platformSha256 } from '../src/record/hash.ts';
import { canonical, noticeOf, type Notice } from '../src/record/notice.ts';

export interface PublishedNotice {
  readonly hash: string;
  /** What was hashed, as `canonical` writes it. */
  readonly notice: Notice;
}

const layers = [
  { lang: 'ru', ui: ru, banner: timebot.ruBanner, details: timebot.ruDetails },
  { lang: 'kk', ui: kk, banner: timebot.kkBanner, details: timebot.kkDetails },
  { lang: 'en', ui: en, banner: timebot.enBanner, details: timebot.enDetails },
];

export const shippedNotices = async (): Promise<readonly PublishedNotice[]> => {
  const offer = offerBy({}, timebot.core);
  const policy = { id: timebot.core.id, ...timebot.evidence };
  const notices = layers.flatMap(({ lang, ui, banner, details }) => {
    const first = { ui: ui.banner, policy: banner };
    const further = { ui: ui.preferences, policy: details };
    return [
      noticeOf(lang, 'banner', policy, offer, { first }),
      noticeOf(lang, 'preferences', policy, offer, { first, further }),
      noticeOf(lang, 'api', policy, offer, null),
    ];
  });
  return Promise.all(notices.map(async (notice) => ({ hash: await platformSha256(canonical(notice)), notice })));
};
