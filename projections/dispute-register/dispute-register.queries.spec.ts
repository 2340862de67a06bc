import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ReadModels } from '../../src/platform/projections/projection.js';
import { Controls } from '../../test/support/controls.js';
import { readModelsOf, type Story } from '../../test/support/read-models.js';
import {
  countDisputes,
  type DisputeFilters,
  DISPUTE_SORTS,
  findDispute,
  listDisputes,
} from './dispute-register.queries.js';

const now = Controls.afterDue;
const sight = { everything: true, today: '2022-04-26' };
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
          fileSha256: '0',
          warnings: [],
          protocol: Controls.protocolWithStage({ judges: ['iro', 'head-of-qa'] }),
        },
      },
    ],
  },
  of('A', ...Controls.disputeRaised({ reference: 'A' })),
  of('B', ...Controls.disputeRaised({ reference: 'B' }), Controls.answerGiven(), Controls.answerAccepted()),
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

const references = (filters: DisputeFilters, who: object = sight): string =>
  listDisputes({ filters, sight: { today: sight.today, ...who }, now, sort: 'reference' }, models)
    .items.map(({ reference }) => reference.replace(/^DRP-0000-0001$/, 'D'))
    .sort()
    .join('');

describe('the list of disputes', () => {
  it('shows a dispute with the names behind its ids', () => {
    expect(findDispute('A', { sight, now }, models)).toMatchObject({
      teamName: 'Through Care 3',
      service: 'Care',
      iroName: 'G. Rowe',
      children: [{ child: '1568440', initials: 'AB' }],
      waitingFor: { what: 'answer', posts: ['team-manager'] },
      dueOn: '2022-04-25',
      late: true,
      takenOn: true,
    });
  });

  it('says that nothing is due from an imported one', () => {
    expect(findDispute('F21/001', { sight, now }, models)).toMatchObject({
      imported: true,
      takenOn: false,
      waitingFor: null,
      late: false,
      teamName: 'north',
    });
  });

  it('waits for every judge that the stage names', () => {
    expect(findDispute('B', { sight, now }, models)!.waitingFor).toEqual({ what: 'judgement', posts: ['head-of-qa'] });
  });

  it.each<[DisputeFilters, string]>([
    [{}, 'ABCDE'],
    [{ kind: 'informal' }, 'C'],
    [{ status: 'open' }, 'ABDE'],
    [{ year: '2022/23' }, 'ABCE'],
    [{ quarter: '2021/22 Q1' }, 'D'],
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
    [{ late: true }, 'AE'],
    [{ late: true, stage: 1 }, 'A'],
    [{ dueBy: '2022-04-24' }, ''],
    [{ imported: true }, 'D'],
    [{ takenOn: false }, 'D'],
    [{ actionsOutstanding: true }, ''],
    [{ referredToCafcass: false }, 'ABCDE'],
    [{ importId: 'import-1' }, 'D'],
    [{ reference: 'F21/001' }, 'D'],
  ])('filtered by %j is %s', (filters, expected) => {
    expect(references(filters)).toBe(expected);
    expect(countDisputes({ filters, sight, now }, models)).toBe(expected.length);
  });

  it('comes page by page, each row once, whatever it is sorted by', () => {
    for (const sort of DISPUTE_SORTS) {
      const whole = listDisputes({ sight, now, sort }, models).items.map(({ reference }) => reference);
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = listDisputes({ sight, now, sort, limit: 2, ...(cursor ? { cursor } : {}) }, models);
        paged.push(...page.items.map(({ reference }) => reference));
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      expect(paged).toEqual(whole);
      expect(new Set(paged).size).toBe(5);
    }
  });

  it('refuses a cursor of another sort, one nobody gave, and a page too long', () => {
    const { next } = listDisputes({ sight, now, limit: 1 }, models);
    expect(() => listDisputes({ sight, now, sort: 'team', cursor: next! }, models)).toThrow('first page');
    expect(() => listDisputes({ sight, now, cursor: 'nonsense' }, models)).toThrow('first page');
    expect(() => listDisputes({ sight, now, limit: 1000 }, models)).toThrow('1 to 200');
  });
});

describe('who sees which disputes', () => {
  it.each([
    ['nobody without a reason', {}, ''],
    ['the IRO of the child today', { ownChildrenOf: 'iro-yates' }, 'ABCE'],
    ['the one who holds them', { ownChildrenOf: 'iro-prasad' }, 'D'],
    ['who has begun them', { begunBy: 'iro-rowe' }, 'ABCE'],
    ['the team they are counted under', { teams: ['north'] }, 'D'],
    ['whoever was ever asked', { asked: [{ post: 'team-manager', teams: ['north'] }] }, 'E'],
    ['the post asked, for its own team only', { asked: [{ post: 'service-manager', teams: ['through-care-3'] }] }, 'E'],
    ['not the post of another team', { asked: [{ post: 'service-manager', teams: ['north'] }] }, ''],
  ])('%s', (_, who, expected) => expect(references({}, who)).toBe(expected));
});
