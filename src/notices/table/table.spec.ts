import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { EVENT_CATALOGUE } from '../../event-catalogue.js';
import { NOTICE_KINDS } from '../kinds.js';
import { printedTable } from './printed.js';
import type { Row } from './row.js';
import { BEFOREHAND, IN_ANOTHERS_NAME, TOLD } from './table.js';

const rows = Object.entries(TOLD).flatMap(([category, ofCategory]) =>
  Object.entries(ofCategory as Readonly<Record<string, Row>>).map(([type, row]) => ({ category, type, row })),
);

describe('The table of who is told what', () => {
  it('has a row for every event that the program writes, and for no other', () => {
    const written = Object.entries(EVENT_CATALOGUE).flatMap(([category, types]) =>
      Object.keys(types).map((type) => `${category} ${type}`),
    );
    expect(rows.map(({ category, type }) => `${category} ${type}`).sort()).toEqual(written.sort());
  });

  it('says of every notice who gets it and why, or why nobody is told', () => {
    for (const { row } of rows) {
      if ('nobody' in row) expect(row.nobody).toMatch(/^[A-Z].*\.$/);
      else expect(row.tells.length).toBeGreaterThan(0);
      for (const { why } of 'tells' in row ? row.tells : []) expect(why).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('sends every kind of notice but those that only stand in for another', () => {
    const sent = new Set<string>([
      ...rows.flatMap(({ row }) => ('tells' in row ? row.tells : []).map(({ notice }) => notice)),
      ...Object.values(BEFOREHAND).map(({ notice }) => notice),
      IN_ANOTHERS_NAME.notice,
    ]);
    expect(Object.keys(NOTICE_KINDS).filter((kind) => !sent.has(kind))).toEqual([
      'post-vacant',
      'holder-has-left',
      'register-row-for-you',
      'meeting-fallen-to-you',
      'referral-fallen-to-you',
      'choose-who-answers',
      'find-a-judge',
    ]);
  });

  it('is what docs/access/who-is-told.csv prints: where a line differs, copy it from here', () => {
    expect(readFileSync('docs/access/who-is-told.csv', 'utf8').split('\n')).toEqual(printedTable().split('\n'));
  });
});
