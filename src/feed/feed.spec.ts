import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { Sealing } from '../platform/sealing/sealing.js';
import { feedCsv } from './feed-csv.js';
import { FEED_TABLES } from './feed-tables.js';
import { Pseudonyms } from './pseudonyms.js';

const page = readFileSync('docs/feed.md', 'utf8');

it.each(FEED_TABLES.map((table) => [table.name, table] as const))(
  'docs/feed.md describes every field of %s',
  (name, table) => {
    const section = page.split(/^## /m).find((each) => each.startsWith(`${name}\n`))!;
    expect(section).toContain(`Each row is ${table.row}.`);
    const lines = table.fields.map((field) => `| \`${field.name}\` | ${field.type} | ${field.meaning} |`);
    expect(section.split('\n').filter((line) => line.startsWith('| `'))).toEqual(lines);
  },
);

it('writes a table as CSV: nothing for what is empty, and a list in one cell', () => {
  const [table] = FEED_TABLES;
  const [heading, line] = feedCsv(
    { ...table!, fields: table!.fields.slice(0, 5) },
    { rows: [{ reference: 'DRP-7K4M-2QXH', part: 1, kind: ['=a', 'b'], counted: true, status: null }], next: null },
  ).split('\r\n');
  expect(heading).toBe('"reference","part","kind","counted","status"');
  expect(line).toBe(`"DRP-7K4M-2QXH","1","'=a; b","true",`);
});

it('calls a child by one name, which another secret would change and which is not that of the child’s page', () => {
  const names = new Pseudonyms(new Sealing(Buffer.alloc(32, 1)));
  expect(names.of('C1')).toMatch(/^[\w-]{16}$/);
  expect(names.of('C1')).toBe(new Pseudonyms(new Sealing(Buffer.alloc(32, 1))).of('C1'));
  expect(names.of('C1')).not.toBe(names.of('C2'));
  expect(names.of('C1')).not.toBe(new Pseudonyms(new Sealing(Buffer.alloc(32, 2))).of('C1'));
});
