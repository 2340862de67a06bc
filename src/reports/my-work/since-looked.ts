import type { Instant } from '../../calendar/calendar.js';
import type { NoticeKind } from '../../notices/kinds.js';

/** So many things of one kind that others did, and in which records. */
export interface SinceLooked {
  readonly what: WhatOthersDid;
  readonly count: number;
  /** Each once. */
  readonly references: readonly string[];
}

/** How one of them, and several, are called. */
const OTHERS_DID = {
  'new-disputes': ['new dispute', 'new disputes'],
  answers: ['answer', 'answers'],
  'words-on-an-answer': ['word on whether an answer is enough', 'words on whether answers are enough'],
  'moves-up': ['dispute sent up', 'disputes sent up'],
  'requests-for-time': ['request for more time', 'requests for more time'],
  'words-on-time': ['request for more time decided', 'requests for more time decided'],
  'actions-done': ['action done', 'actions done'],
  notes: ['note', 'notes'],
  endings: ['dispute ended', 'disputes ended'],
  'acknowledgements-received': ['acknowledgement received', 'acknowledgements received'],
  'acknowledgements-thanked': ['acknowledgement thanked', 'acknowledgements thanked'],
} as const satisfies Readonly<Record<string, readonly [one: string, several: string]>>;

export type WhatOthersDid = keyof typeof OTHERS_DID;
export const WHAT_OTHERS_DID = Object.keys(OTHERS_DID) as WhatOthersDid[];

/** The act that each kind of notice tells of; the rest are reminders, and events that nobody caused. */
const TOLD_BY: Readonly<Partial<Record<NoticeKind, WhatOthersDid>>> = {
  'dispute-for-you': 'new-disputes',
  'copied-to-you': 'new-disputes',
  'raised-in-your-name': 'new-disputes',
  'answered-judge-it': 'answers',
  'answer-came': 'answers',
  'answer-accepted': 'words-on-an-answer',
  'answer-not-accepted': 'words-on-an-answer',
  'judge-satisfied': 'words-on-an-answer',
  'judge-not-satisfied': 'words-on-an-answer',
  'escalated-to-you': 'moves-up',
  escalated: 'moves-up',
  'extension-asked': 'requests-for-time',
  'extension-granted': 'words-on-time',
  'extension-refused': 'words-on-time',
  extended: 'words-on-time',
  'not-extended': 'words-on-time',
  'action-done': 'actions-done',
  'note-added': 'notes',
  resolved: 'endings',
  stalemate: 'endings',
  ended: 'endings',
  withdrawn: 'endings',
  'acknowledgement-received': 'acknowledgements-received',
  'acknowledgement-thanked': 'acknowledgements-thanked',
};

/** A notice that somebody was sent, and when. */
export interface Told {
  readonly kind: string;
  readonly about: string | null;
  readonly writtenAt: Instant;
}

/**
 * The acts of others that a person was told of and has not looked at since, counted by kind. A record that they never opened counts
 * like one that they opened before.
 * @param lookedAt when they last had each record before them
 * @param from anything older is no news
 */
export const sinceLooked = (
  told: readonly Told[],
  lookedAt: ReadonlyMap<string, Instant>,
  from: Instant,
): SinceLooked[] => {
  const news = told.flatMap(({ kind, about, writtenAt }) => {
    const what = (TOLD_BY as Readonly<Partial<Record<string, WhatOthersDid>>>)[kind];
    if (what === undefined || about === null || writtenAt < from) return [];
    return writtenAt > (lookedAt.get(about) ?? '') ? [{ what, about }] : [];
  });
  return WHAT_OTHERS_DID.flatMap((what): SinceLooked[] => {
    const found = news.filter((each) => each.what === what);
    const references = [...new Set(found.map(({ about }) => about))];
    return found.length === 0 ? [] : [{ what, count: found.length, references }];
  });
};

/** `2 answers` */
export const countedInWords = ({ what, count }: SinceLooked): string =>
  `${count} ${OTHERS_DID[what][count === 1 ? 0 : 1]}`;
