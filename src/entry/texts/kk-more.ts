import { preferences } from '../../locales/kk.js';
import type { FurtherLayers } from '../../locales/texts.js';
import { kkDetails } from '../../policies/timebot/2019-01-01.js';

export const texts: FurtherLayers = { ui: preferences, policy: kkDetails };
