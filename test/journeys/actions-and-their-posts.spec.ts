import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { Postbox } from '../notices/postbox.js';
import { sweepAt } from '../notices/sweep.js';
import { aConcern, anAnswer, Council } from './council.js';

/*
 * An agreed action is for the person named, wherever the child goes; one that names nobody in office is for the posts that were asked, of
 * whichever team has the child. The list of work and the notices say the same.
 */

const satisfied = { verdict: 'satisfied', reason: 'It is what we need.' };
const withActionsLeft = { outcome: 'RES-ACT', impact: ['no-change-yet'] };
const named = { what: 'Book the panel.', who: 'Tom', by: '2023-04-20' };
const inWords = { what: 'Tell her school.', who: 'the carer team', by: '2023-04-20' };

const actionsOf = async (council: Council, person: string, reference: string): Promise<(string | null)[]> => {
  const { body } = await council.get<MyWorkDto>(person, '/work');
  return body.items
    .filter((item) => item.reference === reference && item.what === 'action')
    .map(({ actionId }) => actionId);
};

const careTeam = {
  teams: { care: ['Through care', 'Localities'] },
  people: { Tara: ['team-manager', 'care', null] },
} as const;

describe('The actions that are left to do when the child moves to another team', () => {
  const postbox = new Postbox();
  let council: Council;
  let reference: string;

  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox, besides: careTeam });
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer({ actions: [named, inWords] }));
    await council.done('Iris', `/disputes/${reference}/judge`, satisfied);
    await council.done('Iris', `/disputes/${reference}/resolve`, withActionsLeft);
    postbox.collect();
  });
  afterAll(() => council.end());

  it('stay with the person named, and pass from the posts of the old team to those of the new one, who both hear it', async () => {
    await council.done('Mona', '/children/C1/allocate', { team: 'care', from: '2023-04-03' });
    expect(await actionsOf(council, 'Tom', reference)).toEqual(['A1']);
    expect(await actionsOf(council, 'Alma', reference)).toEqual([]);
    expect(await actionsOf(council, 'Tara', reference)).toEqual(['A2']);
    expect(postbox.collect()).toEqual([
      'alma: no longer for you to answer',
      'tara: a child comes to your team',
      'tara: action A2 is yours to do, by Thursday 20 April 2023',
      'tom: a child of your team goes to another team',
      'tom: no longer for you to answer',
    ]);
  });

  it('leave it counted under the team of the day on which it was raised', async () => {
    const { body } = await council.get<DisputeDto>('Tara', `/disputes/${reference}`);
    expect(body).toMatchObject({ status: 'ended', team: { id: 'north' } });
  });

  it('are reminded of and overdue for those whose work they are', async () => {
    await sweepAt(council, '2023-04-19T09:00:00.000Z');
    expect(postbox.collect()).toEqual([
      'tara: action A2 is due by Thursday 20 April 2023',
      'tom: action A1 is due by Thursday 20 April 2023',
    ]);
    await sweepAt(council, '2023-04-21T09:00:00.000Z');
    expect(postbox.collect().filter((told) => told.includes('overdue'))).toEqual([
      'tara: action A2 is overdue',
      'tom: action A1 is overdue',
    ]);
  });

  it('are for the posts of the new team once the person named has left', async () => {
    await council.done('Adam', '/posts/tom-post/leave', { person: 'tom', on: '2023-04-21' });
    council.at('2023-04-24T09:00:00.000Z');
    expect(await actionsOf(council, 'Tara', reference)).toEqual(['A1', 'A2']);
    await council.done('Tara', `/disputes/${reference}/mark-action-done`, {
      ...{ actionId: 'A2', doneOn: '2023-04-24', evidence: 'The school has written back.' },
    });
    expect(await actionsOf(council, 'Tara', reference)).toEqual(['A1']);
  });

  it('lead a dispute that is opened again to the new team alone, and whoever was told of its end hears of it', async () => {
    postbox.collect();
    await council.done('Iris', `/disputes/${reference}/reopen`, { reason: 'The panel is not booked.' });
    expect(postbox.collect()).toEqual([
      'alma: opened again after it had ended',
      'tara: a dispute for you to answer, by Tuesday 2 May 2023',
    ]);
  });
});

describe('An action of a meeting that names nobody in office', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin();
  });
  afterAll(() => council.end());

  it('stays with those who were asked when the meeting agreed on it, though the dispute goes up', async () => {
    const { reference } = await council.done(
      'Iris',
      '/disputes',
      aConcern({ stage: 3, stageReason: 'She may have to move.' }),
    );
    const { reference: meeting } = await council.done('Mona', '/challenge/meetings', {
      ...{ kind: 'challenge', name: 'Challenge meeting', heldOn: '2023-04-03', startsAt: '11:00' },
      posts: ['assistant-director', 'iro-manager'],
    });
    await council.done('Mona', `/challenge/meetings/${meeting}/add-items`, { items: [{ dispute: reference }] });
    const present = [{ post: 'assistant-director', person: 'anton' }];
    await council.done('Mona', `/challenge/meetings/${meeting}/begin`, { present });
    const decided = { itemId: 'I1', discussion: 'It has waited since February.', decision: 'decided-not-accepted' };
    await council.done('Mona', `/challenge/meetings/${meeting}/decide-item`, {
      ...decided,
      ...{ actions: [inWords], goesOnTo: 'director' },
    });
    expect(await actionsOf(council, 'Anton', reference)).toEqual(['A1']);
    await council.done('Iris', `/disputes/${reference}/judge`, { verdict: 'not', reason: 'There is no date.' });
    await council.done('Iris', `/disputes/${reference}/escalate`, { reason: 'As the meeting said.' });
    expect(await actionsOf(council, 'Anton', reference)).toEqual(['A1']);
    expect(await actionsOf(council, 'Dora', reference)).toEqual([]);
  });
});

describe('An action in a dispute of the wrong child', () => {
  const postbox = new Postbox();
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
  });
  afterAll(() => council.end());

  it('is told to the posts of the right child’s team', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer({ actions: [inWords] }));
    await council.done('Iris', `/disputes/${reference}/judge`, satisfied);
    postbox.collect();
    await council.done('Mona', `/disputes/${reference}/move-to-child`, {
      ...{ children: ['C3'], reason: 'It is about his brother.' },
    });
    expect(await actionsOf(council, 'Tess', reference)).toEqual(['A1']);
    expect(postbox.collect()).toContain('tess: action A1 is yours to do, by Thursday 20 April 2023');
  });
});

describe('More time that was asked for at a stage that is not needed any more', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin();
  });
  afterAll(() => council.end());

  it('is for nobody to decide on', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    council.at('2023-04-13T09:00:00.000Z');
    await council.done('Iris', `/disputes/${reference}/escalate`, { reason: 'No answer came.' });
    await council.done('Sven', `/disputes/${reference}/ask-for-extension`, {
      ...{ askedFor: '2023-04-25', reason: 'I am away until then.' },
    });
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer({ actions: [] }));
    await council.done('Iris', `/disputes/${reference}/judge`, satisfied);
    for (const person of ['Iris', 'Mona']) {
      const { body } = await council.get<MyWorkDto>(person, '/work');
      expect(body.items.map(({ what }) => what)).not.toContain('decide-extension');
    }
  });
});

describe('An action of which somebody says that it is theirs', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin();
  });
  afterAll(() => council.end());

  it('names the person who sends it, or in whose name it is sent', async () => {
    const mine = (who: string) => ({ what: 'Visit her school.', who, by: '2023-04-20' });
    const wanted = (await council.done('Iris', '/disputes', aConcern({ actionsWanted: [mine('me')] }))).reference;
    const entered = await council.done('Beth', '/disputes', aConcern({ theme: 'EDUC', actionsWanted: [mine('I')] }), {
      'footprint-acting-for': 'iris',
    });
    for (const reference of [wanted, entered.reference]) {
      const { body } = await council.get<DisputeDto>('Tom', `/disputes/${reference}`);
      expect(body.raisedWith).toMatchObject({ actionsWanted: [{ who: 'Iris', person: 'iris' }], advice: [] });
    }
    await council.done('Tom', `/disputes/${wanted}/answer`, anAnswer({ actions: [mine('Myself')] }));
    await council.done('Iris', `/disputes/${wanted}/judge`, satisfied);
    await council.done('Iris', `/disputes/${wanted}/resolve`, withActionsLeft);
    const { body } = await council.get<DisputeDto>('Iris', `/disputes/${wanted}`);
    expect(body.actions).toMatchObject([{ who: 'Tom', person: 'tom' }]);
    expect(await actionsOf(council, 'Tom', wanted)).toEqual(['A1']);
    expect(await actionsOf(council, 'Alma', wanted)).toEqual([]);
  });
});
