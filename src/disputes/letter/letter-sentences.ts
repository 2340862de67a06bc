import { dayInWords } from '../../calendar/in-words.js';
import type { AgreedActionDto, AnswerShownDto, DisputeDto, RoundDto } from '../read/dispute.dto.js';
import { ABOUT_IN_PLAIN_WORDS, CHANGE_IN_PLAIN_WORDS } from './about-in-plain-words.js';
import type { LetterPart, LetterSentenceDto } from './letter.dto.js';

/*
 * The sentences of a letter to a child or young person: plain words, filled by the record. They are made of the dates, the answers, the
 * actions and the ending alone; of what was written, only what somebody agreed to do is quoted.
 */

const sentence = (
  part: LetterPart,
  code: string,
  text: string,
  { isUsual = true, isQuoted = false }: { isUsual?: boolean; isQuoted?: boolean } = {},
): LetterSentenceDto => ({ code, part, text, isUsual, isQuoted });

/** Every sentence that is true of a dispute, in the order of a letter. */
export const letterSentences = (dispute: DisputeDto): LetterSentenceDto[] => [
  ...raised(dispute),
  ...answered(dispute),
  ...changed(dispute),
  ...fromNowOn(dispute),
];

const raised = ({ raisedOn, theme, raisedWith, childViews = [] }: DisputeDto): LetterSentenceDto[] => {
  const about = theme === null ? undefined : ABOUT_IN_PLAIN_WORDS[theme.code];
  const advocateOn = childViews.findLast(({ advocateOffered }) => advocateOffered === true)?.advocateOfferedOn;
  return [
    ...(raisedOn === null
      ? []
      : [
          sentence(
            'raised',
            'raised',
            `On ${dayInWords(raisedOn)} I told the people who look after your plan that I was worried${about === undefined ? ' about something in it' : ` about ${about}`}.`,
          ),
        ]),
    ...(raisedWith?.urgent ? [sentence('raised', 'urgent', 'I said that it could not wait.')] : []),
    ...(childViews.some(({ view }) => view !== null)
      ? [
          sentence(
            'raised',
            'your-view',
            'You told me what you think about it. I wrote it down, so that the people who decide can read it.',
          ),
        ]
      : []),
    ...(advocateOn === undefined
      ? []
      : [
          sentence(
            'raised',
            'advocate-offered',
            `I asked you whether you would like an advocate${advocateOn === null ? '' : ` on ${dayInWords(advocateOn)}`}. An advocate is somebody who helps you to say what you want.`,
          ),
        ]),
  ];
};

const AGREED: Readonly<Record<string, string>> = {
  agree: 'They agreed with me.',
  partly: 'They agreed with some of it, and not with all of it.',
  disagree: 'They did not agree with me.',
};

const answered = ({ rounds, status, waitingFor }: DisputeDto): LetterSentenceDto[] => [
  ...rounds.flatMap((round, index) => [
    ...(index > 0 && round.stage > rounds[index - 1]!.stage
      ? [
          sentence(
            'answered',
            `higher-${round.number}`,
            rounds[index - 1]!.answers.length > 0
              ? 'That was not good enough for me, so I asked somebody who decides about more things.'
              : 'No answer had come, so I asked somebody who decides about more things.',
          ),
        ]
      : []),
    ...round.answers.map((answer, at) => answerIn(round, answer, at + 1)),
  ]),
  ...(status === 'open' && waitingFor?.what === 'answer'
    ? [
        sentence(
          'answered',
          'not-answered',
          [
            'I am waiting for an answer.',
            ...dueInWords(waitingFor.dueOn, rounds.at(-1)?.deadline?.overdue === true),
          ].join(' '),
        ),
      ]
    : []),
];

const dueInWords = (dueOn: string | null, overdue: boolean): string[] => {
  if (dueOn === null) return [];
  const day = dayInWords(dueOn);
  return [overdue ? `It should have come by ${day}, and it has not.` : `It should come by ${day}.`];
};

const answerIn = ({ number }: RoundDto, answer: AnswerShownDto, at: number): LetterSentenceDto =>
  sentence(
    'answered',
    `answer-${number}-${at}`,
    [
      `On ${dayInWords(answer.answeredOn)} ${answer.inMeeting ? 'people who decide about these things met, and I got their answer' : 'I got an answer'}.`,
      ...[AGREED[answer.agreement ?? '']].filter((agreed) => agreed !== undefined),
      ...(answer.late ? ['It came later than it should have.'] : []),
    ].join(' '),
  );

const changed = ({ actions, ending }: DisputeDto): LetterSentenceDto[] => [
  ...actions.flatMap(actionIn),
  ...(ending?.impact ?? []).flatMap((code) => {
    const text = CHANGE_IN_PLAIN_WORDS[code as keyof typeof CHANGE_IN_PLAIN_WORDS] ?? null;
    return text === null ? [] : [sentence('changed', `change-${code}`, text)];
  }),
];

/** It is quoted: whoever wrote it did not write for a child. */
const actionIn = ({ actionId, what, by, doneOn }: AgreedActionDto): LetterSentenceDto[] => {
  if (what === undefined) return [];
  const code = `action-${actionId}`;
  const quoted = { isUsual: false, isQuoted: true };
  if (doneOn !== null) return [sentence('changed', code, `On ${dayInWords(doneOn)} this was done: “${what}”`, quoted)];
  const day = by !== null && /^\d{4}-\d\d-\d\d$/.test(by) ? ` by ${dayInWords(by)}` : '';
  return [sentence('changed', code, `They said that they will do this${day}: “${what}”`, quoted)];
};

const ENDED: Readonly<Record<string, string>> = {
  'RES-FULL': 'I think that this is sorted out now.',
  'RES-ACT': 'We agreed what will be done. I will check that it is.',
  'RES-PART': 'Some of this is sorted out, and some of it is not.',
  UNRES: 'In the end we could not agree. I will keep on looking at whether things are right for you.',
  WDRAWN: 'I do not need to ask about this any more.',
};

const fromNowOn = ({ ending, status }: DisputeDto): LetterSentenceDto[] => {
  const how = ending?.outcome ?? null;
  const ended = how === null ? undefined : ENDED[how];
  return [
    ...(ended === undefined ? [] : [sentence('from-now-on', `ended-${how}`, ended)]),
    ...(status === 'open'
      ? [sentence('from-now-on', 'goes-on', 'I am still asking about this. I will tell you what happens.')]
      : []),
    sentence('from-now-on', 'ask-me', 'You can ask me about any of this, and tell me if something here is not right.'),
    sentence(
      'from-now-on',
      'complain',
      'You can have an advocate, and you can complain if you are not happy. I can help you with both.',
      { isUsual: false },
    ),
  ];
};
