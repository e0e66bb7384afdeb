/** Checks that the committed `dist/` equals a fresh build, byte for byte. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .toSorted();

const fresh = mkdtempSync(join(tmpdir(), 'timebot-consent-'));
try {
  execFileSync('npx', ['tsx', 'scripts/build.ts', fresh], { stdio: 'inherit', shell: process.platform === 'win32' });
  const names = new Set([...filesOf('dist'), ...filesOf(fresh)]);
  const differs = [...names].filter((name) => {
    try {
      return !readFileSync(join('dist', name)).equals(readFileSync(join(fresh, name)));
    } catch {
      return true; // one of them lacks it
    }
  });
  if (differs.length > 0) {
    console.error(`dist/ is not what the sources build; run "npm run build" and commit it:\n  ${differs.join('\n  ')}`);
    process.exitCode = 1;
  } else {
    console.log(`${names.size} files, all as built`);
  }
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
