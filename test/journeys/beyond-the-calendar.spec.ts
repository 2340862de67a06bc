import { afterEach, describe, expect, it } from '@jest/globals';
import { disputeStream } from '../../src/disputes/act-on-dispute.js';
import type { ImportRow } from '../../src/disputes/acts/import-row/import-row.js';
import { disputeDecider } from '../../src/disputes/decide.js';
import { DecisionContexts } from '../../src/disputes/decision-contexts.js';
import { Executor } from '../../src/platform/executor.js';
import { referenceFor } from '../../src/platform/ids.js';
import { Postbox } from '../notices/postbox.js';
import { sweepAt } from '../notices/sweep.js';
import { Controls } from '../support/controls.js';
import { aConcern, aConcernOf, anAnswer, Council } from './council.js';

/* The bank holidays are known from 2012 to 2028. What lies outside of those years concerns one row, and stops nobody else's. */

describe('a date that no calendar covers', () => {
  let council: Council;
  afterEach(() => council.end());

  it('of one agreed action lets the reminder of the other, and every digest, go out', async () => {
    const postbox = new Postbox();
    council = await Council.begin('house', { notices: postbox });
    await council.done('Tess', '/notice-preferences', { theirsToDo: 'daily-digest', forInformation: 'none' });
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    const action = (what: string, by: string) => ({ what, who: 'Tom', by });
    const actions = [action('Book the panel', '2023-04-12'), action('Look again', '2029-03-31')];
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer({ actions }));
    await council.done('Iris', `/disputes/${reference}/judge`, { verdict: 'satisfied', reason: 'There is a date.' });
    await council.done('Ivan', '/disputes', aConcern({ children: ['C3'] }));
    postbox.collect();
    await sweepAt(council, '2023-04-11T08:00:00.000Z');
    const sent = postbox.collect();
    expect(sent).toContain('tom: action A1 is due by Wednesday 12 April 2023');
    expect(sent.filter((each) => each.startsWith('tess:'))).toHaveLength(1);
    const work = await council.get<{ items: { what: string; due: object }[] }>('Tom', '/work');
    expect(work.body.items.filter(({ what }) => what === 'action')).toMatchObject([
      { due: { dueOn: '2023-04-12', daysLeft: 1, certain: true } },
      { due: { dueOn: '2029-03-31', certain: false } },
    ]);
  });

  it('is certain in a list too where people agreed on it', async () => {
    council = await Council.begin('house');
    council.at('2028-12-28T10:00:00.000Z');
    const { reference } = await council.done('Iris', '/disputes', aConcernOf('2028-12-28'));
    const shown = async () => {
      const { body } = await council.get<{ items: object[] }>('Mona', '/disputes');
      const page = await council.get<{ rounds: { deadline: object }[] }>('Mona', `/disputes/${reference}`);
      return [body.items[0], page.body.rounds[0]!.deadline];
    };
    expect(await shown()).toMatchObject([{ dueIsCertain: false }, { dueOn: '2029-01-04', certain: false }]);
    const asked = { askedFor: '2029-01-05', reason: 'Panel meets on the 4th.' };
    await council.done('Tom', `/disputes/${reference}/ask-for-extension`, asked);
    await council.done('Iris', `/disputes/${reference}/grant-extension`, {});
    expect(await shown()).toMatchObject([{ dueIsCertain: true }, { dueOn: '2029-01-05', certain: true }]);
  });

  it('of one register row of 2011 lets the challenge meeting open, and shows the row as over the limit', async () => {
    council = await Council.begin('house');
    const act: ImportRow = {
      type: 'import-row',
      importId: '0b7d4c1a-2e3f-5a6b-8c9d-1e2f3a4b5c6d',
      reference: referenceFor('DRP', 'row 7'),
      ownReference: 'F11/007',
      source: { file: 'disputes-2011-12.csv', row: 7 },
      facts: {
        ...{ kind: 'formal', children: ['C1'], iro: 'iris', team: 'north', teamManager: null, raisedOn: '2011-12-05' },
        ...{ theme: 'DD-PERM', concern: null, spokeFirst: null, dueOn: null, answeredOn: null, agreement: null },
        ...{ stageReached: 1, challengeMeeting: null, outcome: null, outcomeWords: null, resolvedOn: null },
        ...{ impact: null, impactWords: null },
      },
    };
    const envelope = { commandId: 'row-7', actor: Controls.commandLine, occurredAt: '2023-04-03T09:00:00.000Z' };
    const context = await council.app.get(DecisionContexts).contextOf(envelope);
    await council.app.get(Executor).execute(disputeStream(act.reference), disputeDecider, act, context, envelope);
    await council.caughtUp();
    await council.done('Mona', `/disputes/${act.reference}/take-on`, {});
    const series = {
      ...{ kind: 'challenge', name: 'Challenge meeting', recurrence: { week: 'second', weekday: 'wednesday' } },
      ...{ startsAt: '14:00', posts: ['assistant-director', 'iro-manager'], stages: ['4'], from: '2023-04-03' },
    };
    await council.done('Mona', '/challenge/series', series);
    const { body } = await council.get<{ items: { next: { meeting: string } }[] }>('Mona', '/challenge/series');
    const meeting = await council.get<{ proposed: object[] }>(
      'Mona',
      `/challenge/meetings/${body.items[0]!.next.meeting}`,
    );
    expect(meeting.status).toBe(200);
    expect(meeting.body.proposed).toMatchObject([{ dispute: act.reference, because: ['over-total-cap'] }]);
    const board = await council.get<{ rows: object[] }>('Mona', '/board');
    expect(board.body.rows).toMatchObject([{ reference: act.reference, dayIsCertain: false }]);
  });
});
