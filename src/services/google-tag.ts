import { googleConsent, googleOptions, googleStubs } from './google-consent.js';
import type { Manifest } from './manifest.js';

/** Google Analytics 4 and Google Ads by the Google tag (gtag.js). */
export const manifest: Manifest = {
  purpose: 'telemetry',
  name: 'Google Analytics',
  vendor: 'Google',
  recipient: 'Google',
  country: 'US',
  hosts: ['www.googletagmanager.com', '*.google-analytics.com', '*.analytics.google.com', '*.doubleclick.net'],
  keeps: [
    {
      in: 'cookie',
      name: '_ga',
      days: 730,
      about: {
        ru: 'отличает посетителей друг от друга',
        kk: 'келушілерді бір-бірінен ажыратады',
        en: 'tells visitors apart',
      },
    },
    {
      in: 'cookie',
      name: '_ga_*',
      days: 730,
      about: { ru: 'хранит состояние сеанса', kk: 'сеанс күйін сақтайды', en: 'keeps the state of the session' },
    },
    {
      in: 'cookie',
      name: '_gcl_*',
      days: 90,
      about: {
        ru: 'связывает посещение с рекламой',
        kk: 'келуді жарнамамен байланыстырады',
        en: 'links a visit to an ad',
      },
    },
  ],
  options: { id: { type: 'string', pattern: '^(G|AW|GT|DC)-[A-Z0-9-]{4,20}$', required: true }, ...googleOptions },
  stubs: googleStubs,
  advanced: true,
  init: [
    { call: 'gtag', with: ['js', { $now: 'date' }] },
    { call: 'gtag', with: ['config', '{id}'] },
  ],
  load: ['https://www.googletagmanager.com/gtag/js?id={id}'],
  tell: googleConsent,
};
