import { banner } from '../../locales/en.js';
import type { FirstLayer } from '../../locales/texts.js';
import { enBanner } from '../../policies/timebot/2019-01-01.js';

export const texts: FirstLayer = { ui: banner, policy: enBanner };
