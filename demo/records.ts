// Lists the records in the demo's database, oldest first, one a line: npx tsx demo/records.ts [file]
import { existsSync } from 'node:fs';
import { driverClass } from '../src/collector/database.js';
import { parseRecord } from '../src/record/parse.js';
import { DATABASE } from './app.js';
import { summaryOf } from './summary.js';

const textOf = (row: unknown, column: string): string =>
  typeof row === 'object' && row !== null ? String(Object.getOwnPropertyDescriptor(row, column)?.value) : '';

const place = process.argv[2] ?? DATABASE;
if (existsSync(place)) {
  const database = new (await driverClass())(place);
  database.exec('PRAGMA busy_timeout = 5000'); // the demo may be writing meanwhile
  const rows = database.prepare('SELECT received, bytes FROM records ORDER BY received, seq').all();
  for (const row of rows) {
    const record = parseRecord(textOf(row, 'bytes'));
    console.log(`${textOf(row, 'received')}  ${record.id}  ${summaryOf(record)}`);
  }
  console.log(rows.length === 0 ? 'No records yet.' : `${rows.length} in ${place}`);
  database.close();
} else {
  console.log(`No database at ${place} yet: run "npm start" and make a choice on the site.`);
}
