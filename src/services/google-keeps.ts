/** Cookies of Google's tags on the site itself (support.google.com/analytics/answer/11397207, policies.google.com). */
const about = {
  visitors: {
    ru: 'отличает посетителей друг от друга',
    kk: 'келушілерді бір-бірінен ажыратады',
    en: 'tells visitors apart',
  },
  session: { ru: 'хранит состояние сеанса', kk: 'сеанс күйін сақтайды', en: 'keeps the state of the session' },
  ad: { ru: 'связывает посещение с рекламой', kk: 'келуді жарнамамен байланыстырады', en: 'links a visit to an ad' },
} as const;

export const analyticsKeeps = [
  { in: 'cookie', name: '_ga', days: 730, about: about.visitors },
  { in: 'cookie', name: '_ga_*', days: 730, about: about.session },
] as const;

export const adsKeeps = [{ in: 'cookie', name: '_gcl_*', days: 90, about: about.ad }] as const;
