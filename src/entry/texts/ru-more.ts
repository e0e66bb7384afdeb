import { preferences } from '../../locales/ru.js';
import type { FurtherLayers } from '../../locales/texts.js';
import { ruDetails } from '../../policies/timebot/2019-01-01.js';

export const texts: FurtherLayers = { ui: preferences, policy: ruDetails };
