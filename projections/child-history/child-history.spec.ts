import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { readModelsOf, rowsAfter, type Story } from '../../test/support/read-models.js';
import { registerOf } from '../../test/support/registers.js';
import { childHistory } from './child-history.js';
import { historyOfChild } from './child-history.queries.js';

const siblings = { ...Controls.subject, children: ['1', '2'] };
const dispute: Story = {
  stream: 'dispute-A',
  events: [
    ...Controls.disputeRaised({ reference: 'A', subject: siblings }),
    { ...Controls.answerGiven({ answeredOn: '2022-04-20' }), at: '2022-04-20T09:00:00.000Z' },
    { ...Controls.withdrawn(), at: '2022-04-21T09:00:00.000Z' },
    {
      type: 'FiledOnChildRecord',
      data: { child: '2', where: 'Case notes', filedOn: '2022-04-19' },
      at: '2022-04-22T09:00:00.000Z',
    },
  ],
};

describe('a child’s history', () => {
  it('has each event once for each child it is about', () => {
    const rows = rowsAfter(childHistory, dispute);
    expect(rows.filter(({ child }) => child === '1').map(({ what }) => what)).toEqual([
      'raised',
      'answered',
      'withdrawn',
    ]);
    expect(rows.filter(({ child }) => child === '2').map(({ what }) => what)).toEqual([
      'raised',
      'answered',
      'withdrawn',
      'filed',
    ]);
  });

  it('knows the moment only where it was written down on the day', () => {
    const filed = rowsAfter(childHistory, dispute).at(-1)!;
    expect(filed).toMatchObject({ what: 'filed', happened_on: '2022-04-19', happened_at: null });
  });

  it('begins with the conversation that led to a dispute', () => {
    const rows = rowsAfter(childHistory, {
      stream: 'dispute-A',
      events: [Controls.concernDiscussed(), ...Controls.informalRaised({ reference: 'A' })],
    });
    expect(rows.map(({ what, case_kind }) => [what, case_kind])).toEqual([
      ['spoke', 'informal'],
      ['raised', 'informal'],
    ]);
  });

  it('is read newest first, page by page, with dates only from a register', async () => {
    const models = await readModelsOf(
      dispute,
      ...registerOf('one', {
        disputes: [{ children: ['1'], answeredOn: '2021-04-20', resolvedOn: '2021-05-01', outcome: 'RES-FULL' }],
        acknowledgements: [{ children: ['1'], givenOn: '2022-04-20' }],
        covers: [],
      }),
    );
    const whole = historyOfChild('1', {}, models);
    expect(whole.items.map(({ happenedOn, what }) => `${happenedOn} ${what}`)).toEqual([
      '2022-04-21 withdrawn',
      '2022-04-20 answered',
      '2022-04-20 acknowledged',
      '2022-04-14 raised',
      '2021-05-01 resolved',
      '2021-04-20 answered',
      '2021-04-09 raised',
    ]);
    expect(whole.items.filter(({ imported }) => imported).every(({ happenedAt }) => happenedAt === null)).toBe(true);
    const first = historyOfChild('1', { limit: 4 }, models);
    const rest = historyOfChild('1', { limit: 4, cursor: first.next! }, models);
    expect([...first.items, ...rest.items]).toEqual(whole.items);
    expect(rest.next).toBeNull();
  });

  it('forgets a register that was withdrawn', () => {
    const events = [
      Controls.disputeImported(),
      { type: 'ImportedDisputeWithdrawn', data: { importId: 'import-1', reason: 'The wrong file.' } },
    ];
    expect(rowsAfter(childHistory, { stream: 'dispute-A', events })).toEqual([]);
  });
});
