import { banner } from '../../locales/kk.js';
import type { FirstLayer } from '../../locales/texts.js';
import { kkBanner } from '../../policies/timebot/2019-01-01.js';

export const texts: FirstLayer = { ui: banner, policy: kkBanner };
