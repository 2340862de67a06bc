import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DisputeEvent } from '../../disputes/events.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { Controls } from '../../../test/support/controls.js';
import { dispute, post, protocolAdopted, readingAt, team } from '../../../test/support/leaders.js';
import { readModelsOf } from '../../../test/support/read-models.js';
import { type BoardFilters, escalationBoard } from './escalation-board.js';
import { NOT_RESTRICTED } from '../../disputes/restriction.js';
import { EVERYTHING } from '../open-disputes/open-disputes.js';

const north = { ...Controls.subject, children: ['7'], team: 'north', iro: 'iro-gone' };
const toNorth = { team: 'north', posts: ['team-manager' as const] };
const extended: DisputeEvent = Controls.deadlineSet({
  why: 'extended',
  firstDueOn: Controls.dueOn,
  dueOn: '2022-04-28',
});
const restricted: DisputeEvent = { type: 'DisputeRestricted', data: { readers: ['iro-rowe'], reason: 'Family.' } };
const paused: DisputeEvent = { type: 'ClockPaused', data: { round: 1, firstDay: Controls.today, reason: 'Strike.' } };
const tabled: DisputeEvent = { type: 'TabledForChallenge', data: { meeting: 'm-1', heldOn: '2022-05-11' } };

/** A is late; B is extended; C awaits a judge; D is imported; E is of the north, whose manager's post and IRO's seat are empty. */
const stories = [
  protocolAdopted(),
  team('through-care-3', 'Through Care 3', 'Care'),
  team('north', 'North', 'Localities'),
  ...post('iro', null, 'iro-rowe'),
  ...post('iro', null, 'iro-gone', { until: '2022-04-20' }),
  ...post('team-manager', 'through-care-3', 'cole'),
  ...post('team-manager', 'north', null),
  dispute('A', ...Controls.disputeRaised({ reference: 'A' })),
  dispute('B', ...Controls.disputeRaised({ reference: 'B', theme: 'EDUC' }), extended),
  dispute('C', ...Controls.disputeRaised({ reference: 'C' }), Controls.answerGiven(), tabled),
  dispute('DRP-0000-0001', Controls.disputeImported()),
  dispute('E', ...Controls.disputeRaised({ reference: 'E', subject: north, addressee: toNorth })),
  dispute(
    'F',
    ...Controls.disputeRaised({ reference: 'F', subject: north, addressee: toNorth }),
    Controls.answerGiven(),
  ),
  dispute('G', ...Controls.informalRaised({ reference: 'G' }), restricted),
  dispute('H', ...Controls.disputeRaised({ reference: 'H' }), paused),
  dispute('I', ...Controls.disputeRaised({ reference: 'I' }), Controls.actionAgreed(), Controls.resolved()),
  dispute('J', ...Controls.disputeRaised({ reference: 'J' }), Controls.withdrawn()),
];

let models: ReadModels;
beforeAll(async () => {
  models = await readModelsOf(...stories);
});
const UNRESTRICTED = { sql: NOT_RESTRICTED, parameters: {} };
const board = (filters: BoardFilters = {}, now = Controls.afterDue, visible = EVERYTHING) =>
  escalationBoard(readingAt(models, now), visible, filters);
const row = (reference: string) => board().rows.find((each) => each.reference === reference)!;

describe('the escalation board', () => {
  it('holds every open dispute and no other, in the order of need', () => {
    const order = board().rows.map(({ reference }) => reference.replace('DRP-0000-0001', 'D'));
    expect(order.join('')).toBe('AEGBCFHD');
  });

  it('measures an extended answer by the date in force, and shows the first beside it', () => {
    expect(row('B')).toMatchObject({
      firstDueOn: '2022-04-25',
      due: { dueOn: '2022-04-28', late: false, daysLeft: 2, daysLate: null },
    });
    expect(row('A').due).toMatchObject({ dueOn: '2022-04-25', late: true, daysLeft: null, daysLate: 1 });
  });

  it('gives a judge no date', () => {
    expect(row('C')).toMatchObject({
      waitsFor: 'judgement',
      who: [{ kind: 'iro', person: { id: 'iro-rowe', name: 'iro-rowe' } }],
      due: { dueOn: null, late: false },
    });
  });

  it('is never late about what was imported and nobody has taken on, whatever date the register holds', () => {
    expect(row('DRP-0000-0001')).toMatchObject({
      takenOn: false,
      waitsFor: 'taking-on',
      who: [],
      firstDueOn: null,
      due: { dueOn: null, dueAt: null, late: false, daysLeft: null, daysLate: null },
    });
  });

  it('does not count a clock that stands still as late', () => {
    expect(row('H')).toMatchObject({ pausedOn: Controls.today, due: { late: false } });
  });

  it('says "vacancy" for a post that nobody holds, and for the seat of an IRO who has left', () => {
    expect(row('E').who).toEqual([
      { kind: 'team-manager', post: 'team-manager-north', title: 'team-manager', team: 'north', person: null },
    ]);
    expect(row('F').who).toMatchObject([{ kind: 'iro', person: null }]);
    expect(board({}, Controls.now).rows.find(({ reference }) => reference === 'F')!.who).toMatchObject([
      { kind: 'iro', person: { id: 'iro-gone' } },
    ]);
  });

  it.each<BoardFilters>([
    {},
    { service: 'Care' },
    { team: 'North' },
    { theme: 'EDUC' },
    { themeGroup: 'DD' },
    { waitingFor: 'team-manager' },
    { waitingFor: 'cole' },
    { waitingFor: 'vacancy' },
    { stage: 0 },
    { theme: 'LIFE' },
  ])('filtered by %j, has totals that are those of its rows', (filters) => {
    const { rows, totals, columns, lateBy } = board(filters);
    const late = rows.filter(({ due }) => due.late);
    expect(totals).toMatchObject({
      open: rows.length,
      late: late.length,
      notTakenOn: rows.filter(({ takenOn }) => !takenOn).length,
      paused: rows.filter(({ pausedOn }) => pausedOn !== null).length,
      forChallenge: rows.filter((each) => each.tabled !== null).length,
    });
    const sumOf = (part: 'open' | 'late' | 'notTakenOn') => columns.reduce((sum, column) => sum + column[part], 0);
    expect([sumOf('open'), sumOf('late'), sumOf('notTakenOn')]).toEqual([totals.open, totals.late, totals.notTakenOn]);
    expect(lateBy.flatMap(({ references }) => references).sort()).toEqual(
      late.map(({ reference }) => reference).sort(),
    );
    expect(lateBy.every((group) => group.late === group.references.length)).toBe(true);
  });

  it('finds what waits for a post, a person, or nobody', () => {
    const found = (waitingFor: string) => board({ waitingFor }).rows.map(({ reference }) => reference);
    expect(found('cole')).toEqual(['A', 'G', 'B', 'H']);
    expect(found('vacancy')).toEqual(['E', 'F']);
    expect(found('iro-rowe')).toEqual(['C']);
  });

  it('has a column for every stage of the ladder, and the age of the oldest that somebody works on', () => {
    const main = { ladder: 'main', ladderName: null };
    expect(board().columns).toEqual([
      { ...main, stage: 0, name: 'Informal', open: 1, late: 1, notTakenOn: 0, oldestDays: 6 },
      { ...main, stage: 1, name: 'Stage 1', open: 7, late: 2, notTakenOn: 1, oldestDays: 6 },
      { ...main, stage: 2, name: 'Stage 2', open: 0, late: 0, notTakenOn: 0, oldestDays: null },
      { ...main, stage: 3, name: 'Stage 3', open: 0, late: 0, notTakenOn: 0, oldestDays: null },
    ]);
  });

  it('names teams A to Z, whoever has more that is late', () => {
    expect(board().lateBy.map(({ team: of, late }) => [of?.name, late])).toEqual([
      ['North', 1],
      ['Through Care 3', 2],
    ]);
  });

  it('owes what was agreed after the end too, and counts it late by its own date', () => {
    expect(board({}, '2022-04-29T10:00:00.000Z').overdueActions).toEqual([]);
    // The person who is to do it was said in words, which are for those who read the dispute.
    expect(board({}, '2022-05-03T10:00:00.000Z').overdueActions).toEqual([
      { reference: 'I', actionId: 'A1', who: null, by: '2022-04-29', daysLate: 1 },
    ]);
  });

  it('can leave out restricted records, and every figure with them', () => {
    expect(board().totals.open - board({}, Controls.afterDue, UNRESTRICTED).totals.open).toBe(1);
    expect(board({}, Controls.afterDue, UNRESTRICTED).columns[0]).toMatchObject({ stage: 0, open: 0 });
  });
});
