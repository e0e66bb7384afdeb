import { preferences } from '../../locales/en.js';
import type { FurtherLayers } from '../../locales/texts.js';
import { enDetails } from '../../policies/timebot/2019-01-01.js';

export const texts: FurtherLayers = { ui: preferences, policy: enDetails };
