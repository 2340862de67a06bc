import { describe, expect, it } from '@jest/globals';
import { NONE_SET } from '../disputes/time/due.js';
import { inCouncilWords } from '../protocol/council-words.js';
import { PLAIN_WORDS } from '../protocol/plain-words.js';
import { type CouncilSays, onLadder, SAYS_NOTHING } from '../protocol/words-now.js';
import { boardCsv } from './escalations/board-csv.js';
import type { BoardRead } from './escalations/escalations.query.js';
import { rowShown } from './escalations/present-board.js';
import { myWorkText } from './my-work/my-work.text.js';
import { itemShown } from './my-work/present-my-work.js';
import type { WorkItem } from './my-work/work.js';
import { rowOfCase } from './over-time/present-cases.js';
import type { CaseListed } from './themes/theme-cases.query.js';

/* A council that calls a dispute of its ladder about drift a flag, and a stage of it a rung; elsewhere an alert, and a tier. */

const SAYS: CouncilSays = {
  ...SAYS_NOTHING,
  words: {
    ...PLAIN_WORDS,
    dispute: 'alert',
    disputes: 'alerts',
    formal: 'formal alert',
    stage: 'tier',
    stages: 'tiers',
  },
  ladders: [
    {
      code: 'drift',
      name: 'Drift',
      words: { dispute: 'flag', disputes: 'flags', formal: 'red flag', stage: 'rung', stages: 'rungs' },
    },
  ],
};
const said = (text: string, ladder = 'main'): string => inCouncilWords(text, onLadder(SAYS, ladder).words);
const about = { words: { ...SAYS.words, said, post: (kind: string) => kind }, theme: (code: string) => code };

const work = (ladder: string | null): WorkItem => ({
  ...{ what: 'set-meeting-date', reference: 'DRP-7K4M-2QXH', theme: null, ladder, stage: 2, stageName: null },
  ...{ children: [], team: null, takenOn: false, actionId: null, raisedOn: null },
  ...{ due: NONE_SET, waiting: null, actingFor: null },
});
const row = (ladder: string): BoardRead['rows'][number] => ({
  ...{ reference: 'DRP-7K4M-2QXH', kind: 'formal', team: { id: 'north', name: 'North' }, service: null, urgent: false },
  ...{
    children: [],
    childCount: 1,
    mayOpen: true,
    who: [],
    alsoAddressed: [],
    addressedTeam: null,
    theme: 'DD',
    themeGroup: 'DD',
  },
  ...{ raisedOn: '2023-04-03', day: 1, dayIsCertain: true, ladder, stage: 2, stageName: null, waiting: null },
  ...{ stageBeganOn: '2023-04-03', heldBy: null, waitsFor: 'decision', leftOut: false, chasedBy: [], due: NONE_SET },
  ...{ firstDueOn: null, extensionAskedFor: null, sendBackAskedTo: null, pausedOn: null, receipt: NONE_SET },
  ...{ tabled: null, chases: 0, actionsOutstanding: 0, cafcass: false, takenOn: true },
});
const listed = (ladder: string | null): CaseListed =>
  ({
    ...{
      reference: 'DRP-7K4M-2QXH',
      kind: 'formal',
      status: 'open',
      countedOn: '2023-04-03',
      quarter: 'Q1',
      team: 'north',
    },
    ...{
      teamName: 'North',
      theme: 'DD',
      themeGroup: 'DD',
      ladder,
      stage: 2,
      stageName: null,
      level: null,
      imported: false,
      opens: 'whole',
    },
  }) as CaseListed;

describe('a row of a ladder that has words of its own is said in them', () => {
  it.each([
    ['main', 'Set the day of the meeting that times this tier', 'Tier 2'],
    ['drift', 'Set the day of the meeting that times this rung', 'Rung 2'],
  ])('in the work of a person, on %s', (ladder, words, stage) => {
    const asRead = { codeOf: {}, mayHandOver: false };
    expect(itemShown(work(ladder), asRead, about)).toMatchObject({ words, stage });
  });

  it('in the work of a person as it is printed', () => {
    const printed = myWorkText(
      {
        name: 'Iris',
        work: {
          asAt: 'now',
          items: [work('drift')],
          totals: { toDo: 1, late: 0, dueToday: 0 },
          waitingForOthers: [],
          actionsOfOthers: [],
        },
      } as unknown as Parameters<typeof myWorkText>[0],
      SAYS,
    );
    expect(printed).toContain('that times this rung');
  });

  it('on the board, and in its file for a spreadsheet', () => {
    expect([rowShown(row('main'), about).stage, rowShown(row('drift'), about).stage]).toEqual(['Tier 2', 'Rung 2']);
    const csv = boardCsv({ rows: [row('main'), row('drift')] } as unknown as BoardRead, SAYS);
    expect(
      csv
        .split('\r\n')
        .slice(1, 3)
        .map((line) => line.split(',')[1]),
    ).toEqual(['"formal"', '"red"']);
  });

  it('in the list behind a figure', () => {
    expect(['main', 'drift', null].map((ladder) => rowOfCase(listed(ladder), { ...about } as never))).toMatchObject([
      { stage: 'Tier 2' },
      { stage: 'Rung 2' },
      { stage: 'Tier 2' },
    ]);
    expect(rowOfCase({ ...listed('main'), stageName: 'Service manager' }, { ...about } as never)).toMatchObject({
      stage: 'Service manager',
    });
  });
});
