import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { objectOf } from '../entry/read-config.js';

/** There is no config to read; the message names the file and the remedy. */
export class ConfigUnreadable extends Error {}

const bytesOf = async (file: string): Promise<Uint8Array> => {
  try {
    return await (file === '-' ? buffer(process.stdin) : readFile(file));
  } catch (error) {
    throw new ConfigUnreadable(`${file} cannot be read: name a file that there is. ${String(error)}`);
  }
};

/**
 * The config in a file, or on standard input for `-`, as a session starts from it.
 *
 * @throws ConfigUnreadable
 */
export const configIn = async (file: string): Promise<object> => {
  const bytes = await bytesOf(file);
  try {
    // as a browser reads an answer: a byte order mark is none of its text
    return objectOf(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    throw new ConfigUnreadable(`${file} is no config: give one JSON object, as the page gets it. ${String(error)}`);
  }
};
