import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ReadModels } from '../../src/platform/projections/projection.js';
import { Controls } from '../../test/support/controls.js';
import { readModelsOf, type Story } from '../../test/support/read-models.js';
import {
  AWAITING,
  type DisputeFilters,
  DISPUTE_SORTS,
  FROM_DISPUTES,
  narrowedDisputes,
  OVERDUE,
} from './dispute-register.queries.js';
import { IN_SET_UP } from '../../src/roles/agreed.js';

const of = (reference: string, ...events: Story['events']): Story => ({ stream: `dispute-${reference}`, events });
const addressedTo = (team: string) => ({ team, posts: ['team-manager' as const] });

const stories: Story[] = [
  {
    stream: 'team-through-care-3',
    events: [
      {
        type: 'TeamRegistered',
        data: {
          teamId: 'through-care-3',
          code: 'TC3',
          name: 'Through Care 3',
          alsoWrittenAs: [],
          service: 'Care',
          from: null,
          to: null,
          succeeds: [],
        },
      },
    ],
  },
  {
    stream: 'person-iro-rowe',
    events: [
      { type: 'PersonRegistered', data: { personId: 'iro-rowe', name: 'G. Rowe', email: null, fromRegister: false } },
    ],
  },
  {
    stream: 'child-1568440',
    events: [
      {
        type: 'ChildRegistered',
        data: { childId: '1568440', initials: 'AB', bornOn: null, population: 'looked-after', fromRegister: false },
      },
      { type: 'ChildAllocated', data: { team: 'through-care-3', iro: 'iro-yates', from: '2022-04-20' } },
    ],
  },
  {
    stream: 'protocol-council',
    events: [
      {
        type: 'ProtocolAdopted',
        data: {
          version: 1,
          from: '2020-01-01',
          file: 'id: house',
          fileSha256: '0',
          warnings: [],
          agreed: IN_SET_UP,
          protocol: Controls.protocolWithStage({ judges: ['iro', 'head-of-qa'] }),
        },
      },
    ],
  },
  of('A', ...Controls.disputeRaised({ reference: 'A' })),
  of(
    'B',
    ...Controls.disputeRaised({ reference: 'B' }),
    Controls.answerGiven(),
    Controls.answerAccepted(1, 'iro', 'awaiting-judgement'),
  ),
  of('C', ...Controls.informalRaised({ reference: 'C', raisedOn: '2022-04-13' }), Controls.withdrawn()),
  of('DRP-0000-0001', Controls.disputeImported({ children: ['7'], team: 'north', iro: 'iro-prasad' })),
  of(
    'E',
    ...Controls.disputeRaised({ reference: 'E', theme: 'LEGAL', addressee: addressedTo('north') }),
    ...Controls.escalated(),
  ),
];

let models: ReadModels;
beforeAll(async () => {
  models = await readModelsOf(...stories);
});

const references = (filters: DisputeFilters, among: ReadModels = models): string => {
  const { where, parameters } = narrowedDisputes(filters, Controls.afterDue);
  return among
    .all<{ reference: string }>(
      `SELECT register.reference ${FROM_DISPUTES} WHERE ${['1', ...where].join(' AND ')} ORDER BY register.raised_on DESC`,
      parameters,
    )
    .map(({ reference }) => reference.replace('DRP-0000-0001', 'D'))
    .sort()
    .join('');
};

describe('disputes of the register', () => {
  it.each<[DisputeFilters, string]>([
    [{}, 'ABCDE'],
    [{ kind: 'informal' }, 'C'],
    [{ status: 'open' }, 'ABDE'],
    [{ year: '2022/23' }, 'ABCE'],
    [{ quarter: '2021/22 Q1' }, 'D'],
    [{ quarter: 'Q1' }, 'ABCDE'],
    [{ raisedFrom: '2022-04-14', raisedTo: '2022-04-14' }, 'ABE'],
    [{ team: 'through care 3' }, 'ABCE'],
    [{ team: 'TC3', addressedTeam: 'TC3' }, 'ABCE'],
    [{ service: 'Care' }, 'ABCE'],
    [{ theme: 'LEGAL' }, 'E'],
    [{ themeGroup: 'DD' }, 'ABCD'],
    [{ stage: 2 }, 'E'],
    [{ currentStage: 0 }, 'C'],
    [{ iro: 'iro-prasad' }, 'D'],
    [{ heldBy: 'iro-rowe' }, 'ABCE'],
    [{ child: '7' }, 'D'],
    [{ awaiting: 'answer' }, 'AE'],
    [{ waitingForPost: 'team-manager' }, 'A'],
    [{ waitingForPost: 'head-of-qa' }, 'B'],
    [{ overdue: true }, 'ADE'],
    [{ overdue: false }, 'BC'],
    [{ overdue: true, stage: 1 }, 'AD'],
    [{ overdue: true, takenOn: false }, 'D'],
    [{ dueBy: '2022-04-24' }, ''],
    [{ imported: true }, 'D'],
    [{ takenOn: false }, 'D'],
    [{ actionsOutstanding: true }, ''],
    [{ referredToCafcass: false }, 'ABCDE'],
    [{ importId: 'import-1' }, 'D'],
    [{ reference: 'F21/001' }, 'D'],
  ])('filtered by %j are %s', (filters, expected) => expect(references(filters)).toBe(expected));

  it('wait for every judge that the stage names, and never for an answer to an import that nobody took on, which is late by its register', () => {
    const waiting = models.all<{ reference: string; awaiting: string | null; overdue: number }>(
      `SELECT register.reference, ${AWAITING} AS awaiting, ${OVERDUE} AS overdue ${FROM_DISPUTES}`,
      { now: Controls.afterDue },
    );
    expect(waiting).toContainEqual({ reference: 'B', awaiting: 'judgement', overdue: 0 });
    expect(waiting).toContainEqual({ reference: 'DRP-0000-0001', awaiting: null, overdue: 1 });
  });

  it('can be sorted by what is never null', () => {
    for (const column of Object.values(DISPUTE_SORTS)) {
      const sorted = models.all(`SELECT ${column} AS value ${FROM_DISPUTES} WHERE ${column} IS NULL`);
      expect(sorted).toEqual([]);
    }
  });

  it('are not late while their clock stands still, unless they were late when it stopped', async () => {
    const paused = (at: string): Story['events'][number] => ({
      type: 'ClockPaused',
      data: { round: 1, firstDay: at.slice(0, 10), reason: 'The court hears it.' },
      at,
    });
    const among = await readModelsOf(
      of('P', ...Controls.disputeRaised({ reference: 'P' }), paused('2022-04-20T09:00:00.000Z')),
      of('Q', ...Controls.disputeRaised({ reference: 'Q' }), paused('2022-04-26T09:00:00.000Z')),
    );
    expect(references({ overdue: true }, among)).toBe('Q');
    expect(references({ overdue: false }, among)).toBe('P');
    expect(references({ dueBy: '2022-04-26' }, among)).toBe('Q');
  });

  it('say up to which event they are folded, also after an event that changes nothing else', async () => {
    const noted = { type: 'NoteAdded', data: { text: 'The carer rang today.' } };
    const events = [...Controls.disputeRaised({ reference: 'N' }), noted];
    const among = await readModelsOf(of('N', ...events));
    expect(among.get(`SELECT register.revision ${FROM_DISPUTES}`)).toEqual({ revision: events.length - 1 });
  });
});
