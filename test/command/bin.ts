/* The package's command as it was built, under plain Node. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { PublishedNotice } from '../../src/command/notices.js';
import type { FirstLayer } from '../../src/locales/texts.js';
import type { Further } from '../../src/ui/contract.js';

export const BIN = join(resolve(process.env['DIST'] ?? 'dist'), 'bin/timebot-consent.mjs');

/** A notice as it is printed. */
export interface Printed extends PublishedNotice {
  readonly notice: PublishedNotice['notice'] & {
    readonly texts: { readonly first: FirstLayer; readonly further: Further };
  };
}

/** Runs the command; `input` is its standard input. */
export const run = (args: readonly string[], input: string | Uint8Array = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], { encoding: 'utf8', input });
  return { status, stdout, stderr };
};

/** What the command prints of a config. */
export const printed = (config: unknown, ...options: readonly string[]): readonly Printed[] =>
  JSON.parse(run(['notices', '-', ...options], JSON.stringify(config)).stdout);
