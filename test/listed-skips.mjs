// A reporter for Node's test runner, beside one for people: whatever is skipped or put off without being listed in
// skips.ts fails the run. In browsers every.ts does that.
import { relative } from 'node:path';
import { tsImport } from 'tsx/esm/api'; // Node loads reporters without the hooks that its tests have

const { nodeSkips } = await tsImport('./skips.ts', import.meta.url);

export default async function* unlisted(events) {
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.skip === undefined && data.todo === undefined) continue;
    const file = relative('', data.file ?? '').replaceAll('\\', '/');
    if (nodeSkips.some((listed) => listed.file === file && listed.test === data.name)) continue;
    process.exitCode = 1;
    yield `Skipped without being listed in test/skips.ts: ${data.name} (${file})\n`;
  }
}
