#!/usr/bin/env node
import type { Warn } from '../entry/config.js';
import { diagnose } from '../entry/diagnose.js';
import { version } from '../entry/version.js';
import { tell } from '../entry/warnings.js';
import { core } from '../policies/timebot/2019-01-01.js';
import { configIn, ConfigUnreadable } from './config-file.js';
import { noticesOf, NotOffered } from './notices.js';
import { commandOf, HELP, type Command } from './options.js';

const printNotices = async ({ file, off, asked }: Extract<Command, { kind: 'notices' }>): Promise<void> => {
  const warn: Warn = (...warning) => tell(warning);
  // an attribute stands before the config
  const raw = { ...(await configIn(file, warn)), ...(off !== undefined && { off }) };
  // no endpoint is no mistake here: mostly it is an attribute, which no file shows
  diagnose({ endpoint: '/', ...raw }, core, warn);
  // by the console, which forgives a reader that has had enough, such as `| head`
  console.log(JSON.stringify(await noticesOf(raw, asked), null, 2));
};

const run = async (): Promise<void> => {
  const command = commandOf(process.argv.slice(2));
  if (command.kind === 'help') console.log(HELP);
  else if (command.kind === 'version') console.log(version);
  else if (command.kind === 'notices') await printNotices(command);
  else {
    console.error(command.message);
    process.exitCode = 2;
  }
};

try {
  await run();
} catch (error) {
  if (!(error instanceof ConfigUnreadable || error instanceof NotOffered)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof NotOffered ? 2 : 1;
}
