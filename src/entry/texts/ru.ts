import { banner } from '../../locales/ru.js';
import type { FirstLayer } from '../../locales/texts.js';
import { ruBanner } from '../../policies/timebot/2019-01-01.js';

export const texts: FirstLayer = { ui: banner, policy: ruBanner };
