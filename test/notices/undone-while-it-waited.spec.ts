import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { HistoryDto } from '../../src/disputes/read/dispute.dto.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';
import { sweepAt } from './sweep.js';

/*
 * Something is recorded on a Friday evening and undone on Saturday: on Monday nobody is told of either, and whoever is told at all is told
 * what holds by then. From Friday 14 April 2023.
 */

const FRIDAY = '2023-04-14T19:30:00.000Z';
const SATURDAY = '2023-04-15T10:00:00.000Z';
const MONDAY = '2023-04-17T06:30:00.000Z';

describe('On Monday nobody is told', () => {
  const postbox = new Postbox();
  let council: Council;

  beforeAll(async () => {
    council = await Council.begin('house', {
      adapted: (protocol) => `${protocol}recommendations:\n  answered-by: team-manager\n  clock: 5 working-days\n`,
      notices: postbox,
    });
  });
  beforeEach(() => {
    council.at('2023-04-14T09:00:00.000Z');
    postbox.collect();
  });
  afterAll(() => council.end());

  const act = (person: string, reference: string, name: string, body: object = {}) =>
    council.done(person, `/disputes/${reference}/${name}`, body);
  const raise = async (over: object = {}): Promise<string> =>
    (await council.done('Iris', '/disputes', aConcern(over))).reference;
  const answered = async (theme: string): Promise<string> => {
    const reference = await raise({ theme });
    const actions = [{ what: 'Visit the school.', who: 'Walter', by: '2023-05-10' }];
    await act('Tom', reference, 'answer', anAnswer({ actions }));
    return reference;
  };
  const lastOf = async (reference: string, type: string): Promise<number> => {
    const { entries } = (await council.get<HistoryDto>('Iris', `/disputes/${reference}/events`)).body;
    return entries.findLast(({ what }) => what === type)!.revision;
  };
  const takeBack = async (person: string, reference: string, type: string): Promise<void> => {
    const entry = await lastOf(reference, type);
    await act(person, reference, 'take-back-entry', { entry, reason: 'It was another dispute.' });
  };
  /** What is told on Monday of what was recorded on Friday evening and undone on Saturday. */
  const told = async (recorded: () => Promise<unknown>, undone: () => Promise<unknown>): Promise<string[]> => {
    postbox.collect();
    council.at(FRIDAY);
    await recorded();
    expect(postbox.collect()).toEqual([]);
    council.at(SATURDAY);
    await undone();
    expect(postbox.collect()).toEqual([]);
    await sweepAt(council, MONDAY);
    return postbox.collect().filter((each) => !each.includes('in one working day'));
  };

  it('twice that something is for them, which was taken from them and put back', async () => {
    let reference = '';
    const heard = await told(
      async () => {
        reference = await raise({ theme: 'VISIT' });
        await act('Iris', reference, 'escalate', { reason: 'It cannot wait.' });
      },
      () => takeBack('Iris', reference, 'DisputeEscalated'),
    );
    expect(heard.filter((line) => /^(tom|alma): /.test(line))).toEqual([
      expect.stringMatching(/^alma: a dispute for you to answer/),
      expect.stringMatching(/^tom: a dispute for you to answer/),
    ]);
  });

  it('of an answer and a verdict that were taken back', async () => {
    const reference = await raise({ theme: 'EDUC' });
    expect(
      await told(
        () => act('Tom', reference, 'answer', anAnswer()),
        () => takeBack('Tom', reference, 'AnswerGiven'),
      ),
    ).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(iris|mona): (answered|an answer|something you)/)]));
    const judged = await answered('HEALTH');
    expect(
      await told(
        () => act('Iris', judged, 'judge', { verdict: 'satisfied', reason: 'It has a date.' }),
        () => takeBack('Iris', judged, 'AnswerAccepted'),
      ),
    ).toEqual([]);
  });

  it('of a verdict about which its judge thinks otherwise by then, but of the one that holds', async () => {
    const reference = await answered('LIFE');
    expect(
      await told(
        () => act('Iris', reference, 'judge', { verdict: 'not', reason: 'Nothing is said of the school.' }),
        () => act('Iris', reference, 'judge', { verdict: 'satisfied', reason: 'He has told me which.' }),
      ),
    ).toEqual([
      'alma: the answer is accepted',
      'tom: the answer is accepted',
      'walter: action A1 is yours to do, by Wednesday 10 May 2023',
    ]);
  });

  it('of an action done, an escalation, an ending and a note that were taken back', async () => {
    const reference = await answered('VISIT');
    await act('Iris', reference, 'judge', { verdict: 'satisfied', reason: 'It has a date.' });
    const done = { actionId: 'A1', evidence: 'Minutes.', doneOn: '2023-04-14' };
    expect(
      await told(
        () => act('Walter', reference, 'mark-action-done', done),
        () => takeBack('Walter', reference, 'ActionDone'),
      ),
    ).toEqual([]);
    const up = await raise({ theme: 'PLAN' });
    expect(
      await told(
        () => act('Iris', up, 'escalate', { reason: 'It cannot wait.' }),
        () => takeBack('Iris', up, 'DisputeEscalated'),
      ),
    ).not.toEqual(expect.arrayContaining([expect.stringMatching(/escalated|taken back|come up/)]));
    const over = await answered('EMOT');
    await act('Iris', over, 'judge', { verdict: 'satisfied', reason: 'It has a date.' });
    expect(
      await told(
        () => act('Iris', over, 'resolve', { outcome: 'RES-ACT', impact: ['plan-moving'] }),
        () => act('Iris', over, 'reopen', { reason: 'It was not signed.' }),
      ),
    ).not.toEqual(expect.arrayContaining([expect.stringMatching(/resolved|opened again after/)]));
    expect(
      await told(
        () => act('Mona', over, 'add-note', { text: 'The school has called.' }),
        () => takeBack('Mona', over, 'NoteAdded'),
      ),
    ).toEqual([]);
  });

  it('of a decision of a meeting that was taken back, about a case and about a theme', async () => {
    const reference = await raise({ theme: 'RISK', stage: 3, stageReason: 'She may have to move.' });
    const meeting = { kind: 'challenge', name: 'Extra', heldOn: '2023-04-14', startsAt: '14:00' };
    const { reference: id } = await council.done('Mona', '/challenge/meetings', {
      ...{ ...meeting, posts: ['assistant-director', 'iro-manager'] },
    });
    const inMeeting = (name: string, body: object) => council.done('Mona', `/challenge/meetings/${id}/${name}`, body);
    await inMeeting('add-items', { items: [{ dispute: reference }, { theme: 'PLAN', title: 'Late plans' }] });
    council.at('2023-04-14T13:00:00.000Z');
    await inMeeting('begin', { present: [{ post: 'assistant-director' }, { post: 'iro-manager' }] });
    const decide = (itemId: string, actions: object[]) =>
      inMeeting('decide-item', {
        ...{ itemId, discussion: 'The panel.', actions, nextLookOn: null },
        decision: 'more-action-first',
      });
    const back = (itemId: string) => inMeeting('take-back-decision', { itemId, reason: 'It was the item before.' });
    expect(
      await told(
        () => decide('I1', [{ what: 'See her.', who: 'Tom', by: '2023-05-10' }]),
        () => back('I1'),
      ),
    ).not.toEqual(expect.arrayContaining([expect.stringMatching(/meeting|taken back/)]));
    council.at('2023-04-14T15:00:00.000Z');
    expect(
      await told(
        () => decide('I2', [{ what: 'Ask the teams.', who: 'Anton', by: '2023-05-10' }]),
        () => back('I2'),
      ),
    ).toEqual([]);
  });

  it('of a seat that was taken away, a theme that was taken off, and a meeting that was cancelled', async () => {
    const meeting = { kind: 'challenge', name: 'Later', heldOn: '2023-05-12', startsAt: '14:00' };
    const { reference: id } = await council.done('Mona', '/challenge/meetings', {
      ...{ ...meeting, posts: ['assistant-director', 'iro-manager'] },
    });
    const inMeeting = (name: string, body: object) => council.done('Mona', `/challenge/meetings/${id}/${name}`, body);
    const seats = (people: string[]) =>
      inMeeting('change-seats', {
        posts: ['assistant-director', 'iro-manager'],
        people,
        reason: 'She knows the case.',
      });
    expect(
      await told(
        () => seats(['quentin']),
        () => seats([]),
      ),
    ).toEqual([]);
    expect(
      await told(
        () => inMeeting('add-items', { items: [{ theme: 'EDUC', title: 'Schools' }] }),
        () => inMeeting('take-off-item', { itemId: 'I1', reason: 'It was the other meeting.' }),
      ),
    ).toEqual([]);
    expect(
      await told(
        () => inMeeting('move', { heldOn: '2023-05-15', startsAt: '14:00', reason: 'She is in court.' }),
        () => inMeeting('cancel', { reason: 'Nothing is on it.' }),
      ),
    ).toEqual(['anton: the meeting on Monday 15 May 2023 is cancelled']);
  });

  it('of an acknowledgement that was taken back, or is for somebody else', async () => {
    const given = { children: ['C1'], theme: 'PA-DIRECT', whatTheyDid: 'Planned the move with her, week by week.' };
    let thanks = '';
    const give = async (person: string) => {
      thanks = (await council.done('Iris', '/acknowledgements', { ...given, people: [{ person }] })).reference;
    };
    expect(
      await told(
        () => give('walter'),
        () => council.done('Iris', `/acknowledgements/${thanks}/withdraw`, { reason: 'It was another child.' }),
      ),
    ).toEqual([]);
    await give('walter');
    expect(
      await told(
        () => council.done('Walter', `/acknowledgements/${thanks}/thank`, { text: 'That is kind.' }),
        () => council.done('Walter', `/acknowledgements/${thanks}/take-thanks-back`, { reason: 'It was another one.' }),
      ),
    ).not.toContainEqual(expect.stringMatching(/^iris/));
    const corrected = { ...given, people: [{ person: 'alma' }], reason: 'It was Alma.' };
    expect(
      await told(
        () => give('walter'),
        () => council.done('Iris', `/acknowledgements/${thanks}/correct`, corrected),
      ),
    ).toEqual([
      'alma: a practice acknowledgement for you',
      'tom: a practice acknowledgement for you',
      'tom: a practice acknowledgement was corrected',
    ]);
  });

  it('of an answer to recommendations that was taken back', async () => {
    const { reference: id } = await council.done('Iris', '/recommendations', {
      ...{ child: 'C1', reviewedOn: '2023-04-13' },
      recommendations: [{ what: 'Begin life story work', who: 'The social worker', by: '2023-05-31' }],
    });
    const inThem = (person: string, name: string, body: object) =>
      council.done(person, `/recommendations/${id}/${name}`, body);
    expect(
      await told(
        () => inThem('Tom', 'disagree', { reason: 'There is no money.' }),
        () => inThem('Tom', 'take-back-answer', { reason: 'It was another child.' }),
      ),
    ).not.toEqual(expect.arrayContaining([expect.stringMatching(/^iris/)]));
  });

  it('of an allocation, the end of care and a cover that were put right', async () => {
    expect(
      await told(
        () => council.done('Beth', '/children/C2/allocate', { iro: 'ivan', from: '2023-04-14' }),
        () => council.done('Beth', '/children/C2/allocate', { iro: 'iris', from: '2023-04-14' }),
      ),
    ).toEqual([]);
    expect(
      await told(
        () => council.done('Beth', '/children/C2/leave-care', { on: '2023-04-14', because: 'returned-home' }),
        () => council.done('Beth', '/children/C2/come-back-into-care', { on: '2023-04-15' }),
      ),
    ).toEqual([]);
    const cover = { iro: 'iris', by: 'ivan', from: '2023-04-14', to: '2023-04-28', reason: 'Leave.' };
    expect(
      await told(
        () => council.done('Mona', '/covers', cover),
        () => council.done('Mona', '/covers/iris/end', { on: '2023-04-15' }),
      ),
    ).toEqual([]);
  });
});
