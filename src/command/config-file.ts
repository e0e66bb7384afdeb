import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { Warn } from '../entry/config.js';
import { expandServices } from '../entry/expand.js';
import { objectOf } from '../entry/read-config.js';
import { manifests } from '../services/all.js';
import { serviceNames } from '../services/names.js';

/** There is no config to read; the message names the file and the remedy. */
export class ConfigUnreadable extends Error {}

const bytesOf = async (file: string): Promise<Uint8Array> => {
  try {
    return await (file === '-' ? buffer(process.stdin) : readFile(file));
  } catch (error) {
    throw new ConfigUnreadable(`${file} cannot be read: name a file that there is. ${String(error)}`);
  }
};

/** The config with its ready-made services in full, where it has any services. */
const expanded = async (config: object, warn: Warn): Promise<object> => {
  if (!Object.hasOwn(config, 'services')) return config;
  const load = async (chunk: string) => {
    const name = serviceNames.find((known) => chunk === `service-${known}`);
    if (!name) throw new TypeError(`there is no ${chunk}`);
    return { manifest: manifests[name] };
  };
  return expandServices(config, load, warn);
};

/**
 * The config in a file, or on standard input for `-`, as a session starts from it.
 *
 * @throws ConfigUnreadable
 */
export const configIn = async (file: string, warn: Warn): Promise<object> => {
  const bytes = await bytesOf(file);
  let config: object;
  try {
    // as a browser reads an answer: a byte order mark is none of its text
    config = objectOf(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    throw new ConfigUnreadable(`${file} is no config: give one JSON object, as the page gets it. ${String(error)}`);
  }
  return expanded(config, warn);
};
