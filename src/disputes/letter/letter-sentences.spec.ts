import { describe, expect, it } from '@jest/globals';
import { DISPUTE_THEMES } from '../../protocol/themes.js';
import type { AnswerShownDto, DisputeDto, RoundDto } from '../read/dispute.dto.js';
import { ABOUT_IN_PLAIN_WORDS } from './about-in-plain-words.js';
import { letterSentences } from './letter-sentences.js';
import { chosenIn, letterOf } from './present-letter.js';

const dispute = (over: Partial<DisputeDto> = {}): DisputeDto =>
  ({
    ...{
      status: 'open',
      raisedOn: '2023-04-03',
      theme: { code: 'DD-PERM', label: 'Permanence planning', group: 'DD' },
    },
    ...{ rounds: [], actions: [], ending: null, waitingFor: null, childViews: [] },
    ...over,
  }) as unknown as DisputeDto;
const answer = (over: object = {}): AnswerShownDto =>
  ({ answeredOn: '2023-04-12', agreement: 'partly', late: false, ...over }) as unknown as AnswerShownDto;
const round = (number: number, stage: number, ...answers: AnswerShownDto[]): RoundDto =>
  ({ number, stage, answers }) as unknown as RoundDto;
const ending = (over: object): DisputeDto['ending'] =>
  ({ how: 'resolved', impact: [], ...over }) as unknown as DisputeDto['ending'];

const said = (over: Partial<DisputeDto>): string[] => letterSentences(dispute(over)).map(({ text }) => text);
const coded = (over: Partial<DisputeDto>): string[] => letterSentences(dispute(over)).map(({ code }) => code);

describe('The sentences of a letter to a child or young person', () => {
  it('say on which day what was raised', () =>
    expect(said({})[0]).toBe(
      'On 3 April 2023 I told the people who look after your plan that I was worried about how long it is taking to decide where you will live until you are grown up.',
    ));
  it('name nothing of a theme for which there are no plain words', () =>
    expect(said({ theme: { code: 'OWN-1', label: 'Our own', group: 'OWN' } })[0]).toMatch(/about something in it\.$/));
  it('have plain words for every theme but the one into which nothing fits', () =>
    expect(DISPUTE_THEMES.map(({ code }) => code).filter((code) => !(code in ABOUT_IN_PLAIN_WORDS))).toEqual([
      'OTHER',
    ]));
  it('say what was answered, that it was late, and that somebody else was asked', () =>
    expect(
      said({ rounds: [round(1, 0, answer({ late: true })), round(2, 1, answer({ agreement: 'agree' }))] }).slice(1, 4),
    ).toEqual([
      'On 12 April 2023 I got an answer. They agreed with some of it, and not with all of it. It came later than it should have.',
      'That was not good enough for me, so I asked somebody who decides about more things.',
      'On 12 April 2023 I got an answer. They agreed with me.',
    ]));
  it('do not call nothing an answer that was not good enough', () =>
    expect(said({ rounds: [round(1, 0), round(2, 1), round(3, 2, answer())] }).slice(1, 4)).toEqual([
      'No answer had come, so I asked somebody who decides about more things.',
      'No answer had come, so I asked somebody who decides about more things.',
      'On 12 April 2023 I got an answer. They agreed with some of it, and not with all of it.',
    ]));
  it('say that an answer which should have come has not', () => {
    const late = { ...round(1, 1), deadline: { overdue: true } } as RoundDto;
    expect(said({ rounds: [late], waitingFor: { what: 'answer', dueOn: '2023-04-17' } as never })).toContain(
      'I am waiting for an answer. It should have come by 17 April 2023, and it has not.',
    );
  });
  it('say by when an answer should come', () =>
    expect(said({ waitingFor: { what: 'answer', dueOn: '2023-04-17' } as never })).toContain(
      'I am waiting for an answer. It should come by 17 April 2023.',
    ));
  it('quote what is to be done, and leave it out unless it is chosen', () => {
    const action = { actionId: 'A1', what: 'Agree the plan at panel.', by: '2023-04-21', doneOn: null };
    expect(letterSentences(dispute({ actions: [action as never] })).find(({ code }) => code === 'action-A1')).toEqual({
      ...{ code: 'action-A1', part: 'changed', isUsual: false, isQuoted: true },
      text: 'They said that they will do this by 21 April 2023: “Agree the plan at panel.”',
    });
  });
  it('say what changed, and nothing where nobody knows', () =>
    expect(
      said({ ending: ending({ impact: ['plan-moving', 'not-known'], outcome: 'RES-FULL' }), status: 'ended' }),
    ).toEqual([
      expect.stringMatching(/^On 3 April/),
      'Your plan is moving again.',
      'I think that this is sorted out now.',
      expect.stringMatching(/^You can ask me/),
      expect.stringMatching(/^You can have an advocate/),
    ]));
  it('say nothing of Cafcass', () =>
    expect(
      said({
        cafcass: [{ sentOn: '2023-04-20' }] as never,
        status: 'ended',
        ending: ending({ outcome: 'TO-CAF' }),
      }).join(' '),
    ).not.toMatch(/cafcass/i));
  it('have each a code of its own', () => {
    const codes = coded({ rounds: [round(1, 0, answer(), answer()), round(2, 1, answer())] });
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('A letter', () => {
  const letter = {
    ...{ reference: 'DRP-7K4M-2QXH', from: { id: 'iris', name: 'Iris' }, children: 1, hasDied: false },
    ...{ writtenOn: '2023-05-02', sentences: letterSentences(dispute()) },
  };
  it('has the usual sentences until some are chosen', () => {
    expect(letterOf(letter, null).parts.map(({ sentences }) => sentences.length)).toEqual([1, 2]);
    expect(letterOf(letter, chosenIn({ chosen: 'yes', 'ask-me': 'on' })).parts).toEqual([
      { heading: 'What happens next', sentences: [expect.stringMatching(/^You can ask me/)] },
    ]);
    expect(letterOf(letter, chosenIn({ chosen: 'yes' })).parts).toEqual([]);
  });
});
