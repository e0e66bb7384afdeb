import type { Check } from '../scene.js';
import type { FaultId } from '../table.js';
import { config } from './config.js';
import { device } from './device.js';
import { leaving } from './leaving.js';
import { network } from './network.js';
import { page } from './page.js';
import { storage } from './storage.js';

/** A check for every fault of the table. */
export const checks: Readonly<Record<FaultId, Check>> = {
  ...storage,
  ...device,
  ...leaving,
  ...network,
  ...page,
  ...config,
};
