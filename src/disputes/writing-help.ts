import type { LocalDate } from '../calendar/calendar.js';
import { isLocalDate } from '../calendar/dates.js';
import type { Raising } from './acts/raise/raising.js';
import type { ChildToday, DisputeContext } from './context.js';
import type { Advice, WantedAction } from './events.js';
import { advice } from './rules.js';
import { dayIsOver } from './time/late.js';

/**
 * Help with the writing, given beside the result and never in its way (domain brief, section 7). The messages are for the writer
 * and repeat nothing that was typed.
 */
export const helpWithRaising = (
  raising: Raising,
  { today, childrenToday }: Pick<DisputeContext, 'today' | 'childrenToday'>,
): Advice[] => [
  ...helpWithImpact(raising.impactIfNothingChanges),
  ...helpWithInitials('/concern', raising.concern, initialsOf(childrenToday?.(raising.subject.children) ?? [])),
  // Nothing is left to do where the call has put it right.
  ...(raising.actionsWanted.length === 0 && !isSettled(raising)
    ? [
        advice(
          'no-action-asked',
          'Say what needs to happen: what, who, by when, and how you will know.',
          '/actionsWanted',
        ),
      ]
    : []),
  ...helpWithActions('/actionsWanted', raising.actionsWanted, today),
];

const isSettled = (raising: Raising): boolean =>
  'settledOnTheCall' in raising && raising.settledOnTheCall !== undefined;

/** A child is called by their initials: the names of children are kept out. */
const initialsOf = (children: readonly Pick<ChildToday, 'initials'>[]): string[] =>
  children.flatMap(({ initials }) => (initials ?? '').toUpperCase().replaceAll(/[^A-Z]/g, '') || []);

export const helpWithAnswer = (actions: readonly WantedAction[], today: LocalDate): Advice[] =>
  helpWithActions('/actions', actions, today);

/** A day on which nobody works gives those who answer no more time than the working day before it. None where there is nothing to say. */
export const adviceOnDay = (
  day: LocalDate,
  pointer: string,
  { calendar }: Pick<DisputeContext, 'calendar'>,
): { adviceGiven?: Advice[] } =>
  calendar.isWorkingDay(day)
    ? {}
    : {
        adviceGiven: [
          advice('not-a-working-day', 'Nobody works on that day. Ask for the working day before or after it.', pointer),
        ],
      };

const helpWithImpact = (impact: string | null): Advice[] =>
  impact === null || impact.trim() === ''
    ? [
        advice(
          'no-impact-on-child',
          'Say what this is like for the child, and what will happen for them if nothing changes.',
          '/impactIfNothingChanges',
        ),
      ]
    : [];

const helpWithActions = (pointer: string, actions: readonly WantedAction[], today: LocalDate): Advice[] =>
  actions.flatMap((action, index) => [
    ...helpWithOwner(`${pointer}/${index}/who`, action.who),
    ...helpWithDate(`${pointer}/${index}/by`, action.by, today),
  ]);

const helpWithOwner = (pointer: string, who: string | null): Advice[] => {
  if (who === null || who.trim() === '')
    return [
      advice('action-without-owner', 'Name who will do this: an action that is everybody’s is nobody’s.', pointer),
    ];
  return /^(?:us|we)$/i.test(who.trim())
    ? [
        advice(
          'owner-without-name',
          'Write a name: “we” is nobody once somebody else reads it, or is asked for it.',
          pointer,
        ),
      ]
    : [];
};

const helpWithDate = (pointer: string, by: string | null, today: LocalDate): Advice[] => {
  if (by === null || by.trim() === '') {
    return [advice('action-without-date', 'Give the date by which this will be done.', pointer)];
  }
  const day = by.trim();
  if (isLocalDate(day))
    return dayIsOver(day, today)
      ? [
          advice(
            'day-has-passed',
            'That day has passed, so this is late from the start. Give the day by which it will be done.',
            pointer,
          ),
        ]
      : [];
  return [
    isPutOff(by)
      ? advice(
          'not-a-date-asap-or-ongoing',
          '“ASAP” and “ongoing” are not dates. Say “today”, “within 3 working days with feedback to me”, or name the date.',
          pointer,
        )
      : advice(
          'not-a-date',
          'Give a day with its year, so that everyone can see whether it was done in time: 14 12 2026.',
          pointer,
        ),
  ];
};

/** "ASAP", "a.s.a.p.", "as soon as possible", "ongoing", "on-going", "urgently", "immediately", "continuous". */
const isPutOff = (by: string): boolean =>
  /\b(asap|as soon as|on ?going|urgent(ly)?|immediate(ly)?|continu(ous|ing)(ly)?|tbc|in due course)\b/i.test(
    by.replaceAll('.', '').replaceAll('-', ' '),
  );

/**
 * Letters a young person could not read: a run of capitals that is neither explained nor an everyday word.
 * @param ofTheChildren the initials of those whom it is about
 */
const helpWithInitials = (pointer: string, text: string, ofTheChildren: readonly string[]): Advice[] => {
  const everyday = new Set([...ofTheChildren, 'IRO', 'GP', 'UK', 'TV', 'ID', 'DVD', 'NHS', 'PE', 'IT', 'OK']);
  const unexplained = [...text.matchAll(/(\()?\b([A-Z]{2,6})\b/g)].some(
    ([, bracket, letters]) => bracket === undefined && !everyday.has(letters!) && !text.includes(`(${letters})`),
  );
  return unexplained
    ? [advice('initials-unexplained', 'Write initials out in full once: the child may read this one day.', pointer)]
    : [];
};
