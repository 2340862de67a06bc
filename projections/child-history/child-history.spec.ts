import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { readModelsOf, rowsAfter, type Story } from '../../test/support/read-models.js';
import { CHILD_HISTORY_ENTRIES, childHistory, type ChildHistoryRow } from './child-history.js';

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

const entriesOf = (child: string, rows: readonly ChildHistoryRow[]) => rows.find((row) => row.child === child)!.entries;

describe('a child’s history', () => {
  it('has each event once for each child it is about', () => {
    const rows = rowsAfter(childHistory, dispute);
    expect(rows.map(({ child, entries }) => [child, entries.map(({ what }) => what)])).toEqual([
      ['1', ['raised', 'answered', 'withdrawn']],
      ['2', ['raised', 'answered', 'withdrawn', 'filed']],
    ]);
  });

  it('knows the moment only where it was written down on the day', () => {
    const [, withdrawn, filed] = entriesOf('2', rowsAfter(childHistory, dispute)).slice(1);
    expect(withdrawn).toMatchObject({ on: '2022-04-21', at: '2022-04-21T09:00:00.000Z' });
    expect(filed).toMatchObject({ what: 'filed', on: '2022-04-19', at: null });
  });

  it('tells of silence, of the way down, of meetings and of other agencies, and never of legal advice', () => {
    const meeting = { meeting: 'CM-7Q2K-90HV', heldOn: '2022-05-11' };
    const events: Story['events'] = [
      ...Controls.disputeRaised({ reference: 'A' }),
      {
        type: 'AnswerDeadlinePassed',
        data: { round: 1, stage: 1, dueOn: '2022-04-25', dueAt: '2022-04-25T23:00:00.000Z', onSilence: 'escalate' },
      },
      ...Controls.escalated(),
      { type: 'TabledForChallenge', data: meeting },
      {
        type: 'ChallengeDecisionRecorded',
        data: {
          ...meeting,
          decision: 'more-action-first',
          discussion: 'Nobody has read it to her.',
          actions: [],
          iroView: null,
          nextLookOn: null,
        },
      },
      {
        type: 'SentBack',
        data: {
          from: 2,
          to: { ladder: 'main', number: 1, countsAs: 'formal', code: '1', name: 'Stage 1', reason: 'Read it to her' },
          addressee: { team: 'north', posts: ['team-manager'] },
          protocolVersion: 1,
          reason: 'Read it to her',
        },
      },
      { type: 'TakenToAgency', data: { agency: 'Hillside School', sentOn: '2022-05-12', dueOn: null } },
      { type: 'AgencyDidNotReply', data: { summary: 'Two calls brought nothing.' } },
      { type: 'AgencyReplied', data: { repliedOn: '2022-05-13', summary: 'A place is offered.' } },
    ];
    const rows = rowsAfter(childHistory, { stream: 'dispute-A', events });
    expect(rows[0]!.entries.map(({ what, on, detail }) => [what, on, detail])).toEqual([
      ['raised', Controls.today, '1'],
      ['not-answered-in-time', '2022-04-25', '1'],
      ['escalated', Controls.today, '2'],
      ['put-on-agenda', Controls.today, '2022-05-11'],
      ['decided-by-meeting', '2022-05-11', 'more-action-first'],
      ['sent-back', Controls.today, '1'],
      ['taken-to-agency', '2022-05-12', null],
      ['agency-did-not-reply', Controls.today, null],
      ['agency-replied', '2022-05-13', null],
    ]);
  });

  it('begins with the conversation that led to a dispute', () => {
    const rows = rowsAfter(childHistory, {
      stream: 'dispute-A',
      events: [Controls.concernDiscussed(), ...Controls.informalRaised({ reference: 'A' })],
    });
    expect(rows.map(({ case_kind, entries }) => [case_kind, entries.map(({ what }) => what)])).toEqual([
      ['informal', ['spoke', 'raised']],
    ]);
  });

  it('has only the dates of a register, each an entry', () => {
    const rows = rowsAfter(childHistory, {
      stream: 'dispute-A',
      events: [Controls.disputeImported({ answeredOn: '2021-04-20', resolvedOn: '2021-05-01', outcome: 'RES-FULL' })],
    });
    expect(rows[0]!.entries.map(({ what, on, at, imported }) => [what, on, at, imported])).toEqual([
      ['raised', '2021-04-09', null, true],
      ['answered', '2021-04-20', null, true],
      ['resolved', '2021-05-01', null, true],
    ]);
  });

  it('mends what a register said, for the children it now names, and keeps what was done here since', () => {
    const open = { answeredOn: null, resolvedOn: null, outcome: null };
    const rows = rowsAfter(childHistory, {
      stream: 'dispute-A',
      events: [
        Controls.disputeImported({ ...open, children: ['1'] }),
        {
          type: 'ImportedDisputeTakenOn',
          data: {
            ladder: 'main',
            stage: 1,
            addressee: { team: 'through-care-1', posts: ['team-manager'] },
            protocolVersion: 1,
          },
        },
        {
          type: 'ImportedDisputeCorrected',
          data: {
            facts: { ...Controls.importedFacts, ...open, children: ['1', '2'], raisedOn: '2021-04-12' },
            reason: 'A sibling was left out.',
          },
        },
      ],
    });
    expect(rows.map(({ child, entries }) => [child, entries.map(({ what, on }) => `${what} ${on}`)])).toEqual([
      ['1', ['raised 2021-04-12', 'taken-on 2022-04-14']],
      ['2', ['raised 2021-04-12']],
    ]);
  });

  it('forgets a register that was withdrawn', () => {
    const events = [
      Controls.disputeImported(),
      { type: 'ImportedDisputeWithdrawn', data: { importId: 'import-1', reason: 'The wrong file.' } },
    ];
    expect(rowsAfter(childHistory, { stream: 'dispute-A', events })).toEqual([]);
  });

  it('is listed by child, an entry a row, numbered within the case', async () => {
    const readModels = await readModelsOf(dispute);
    expect(
      readModels.all(
        `WITH ${CHILD_HISTORY_ENTRIES} SELECT number, what, happened_on, happened_at, detail, imported
         FROM child_history_entries WHERE child = :child ORDER BY number`,
        { child: '1' },
      ),
    ).toMatchObject([
      { number: 0, what: 'raised', imported: 0 },
      { number: 1, what: 'answered', happened_on: '2022-04-20', happened_at: '2022-04-20T09:00:00.000Z' },
      { number: 2, what: 'withdrawn', detail: null },
    ]);
    await readModels.close();
  });
});
