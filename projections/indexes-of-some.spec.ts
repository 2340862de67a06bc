import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readModelsOf } from '../test/support/read-models.js';
import { HAS_NEXT_STEP, OPEN, TO_BE_RECORDED } from '../src/deadlines/sheet.js';
import type { ProjectionRunner } from '../src/platform/projections/projection-runner.js';
import {
  ENDED_WITH_CARE,
  IS_ASKED_FOR,
  IS_WORKED_ON,
  WAS_REFERRED,
  WAS_SET_ASIDE,
} from './dispute-register/dispute-row.js';
import { HAS_CAUSE, IS_DIGEST, SENT } from './notices/notices.js';

const NOW = { now: '2022-04-14T09:00:00.000Z' };

/** Queries of every start, of every minute or of everybody's work, which must not cost more with every year. */
const FEW: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ['deadlines', OPEN, {}],
  ['deadlines', TO_BE_RECORDED, NOW],
  ['deadlines', HAS_NEXT_STEP, {}],
  ['dispute_register', IS_WORKED_ON, {}],
  ['dispute_register', WAS_SET_ASIDE, {}],
  ['dispute_register', WAS_REFERRED, {}],
  ['dispute_register', IS_ASKED_FOR, {}],
  ['dispute_register', ENDED_WITH_CARE, {}],
  ['notices', `${HAS_CAUSE} ORDER BY position DESC`, {}],
  ['notices', `${IS_DIGEST} AND to_person = 'tom'`, {}],
  ['notices', `${SENT} AND about = 'DRP-1' AND to_person = 'tom'`, {}],
  ['notices', `standing = 'waiting'`, {}],
];

describe('An index of some rows', () => {
  let readModels: ProjectionRunner;
  beforeAll(async () => {
    readModels = await readModelsOf();
  });
  afterAll(() => readModels.close());

  it.each(FEW)('of %s finds those of which it is true that %s', (table, condition, parameters) => {
    const plan = readModels.all<{ detail: string }>(
      `EXPLAIN QUERY PLAN SELECT 1 AS found FROM ${table} WHERE ${condition}`,
      parameters,
    );
    expect(plan.map(({ detail }) => detail).join('\n')).toMatch(/USING (COVERING )?INDEX/);
  });
});
