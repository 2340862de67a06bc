import type { Permission } from '../../access/access-table.js';
import { dayInWords, shortDay } from '../../calendar/in-words.js';
import { inWords } from '../../web/forms/drawn-form.js';
import type { About } from '../../web/frame/page.js';
import { decidedBy } from '../decided-by.js';
import type { CheckKind, StandardAnswer } from '../events.js';
import type { UnansweredStandardsDto } from '../unanswered/unanswered.dto.js';
import type { CheckDto, StandardShownDto } from './check.dto.js';
import { ANSWER_IN_WORDS, CHECK_ACT_FORMS, KIND_IN_WORDS } from './check-forms.js';

/** The model of the page of a check: the view of the API, and the acts that the asker may do. */
export interface CheckAsRead {
  readonly check: CheckDto;
  readonly may: readonly Permission[];
  /** Of its address: for whom somebody acts goes on from page to page. */
  readonly query: string;
  /** Path of the page of the child; null where the child is not the reader’s to open. */
  readonly childPath: string | null;
}

/** What a check is held for, before its day. */
const HELD_FOR: Readonly<Record<CheckKind, string>> = {
  preparation: 'Check before the review of',
  midway: 'Check midway between two reviews,',
  'post-18': 'Check for the assessment of needs after 18,',
};

const headingOf = ({ kind, heldOn, child }: Pick<CheckDto, 'kind' | 'heldOn' | 'child'>): string =>
  `${HELD_FOR[kind as CheckKind] ?? 'Check of'} ${shortDay(heldOn)}${child.initials === null ? '' : ` · ${child.initials}`}`;

/** The standards about which an act can be done, as the reader of the check sees them. */
export const standardsFor = (
  act: string,
  { standards, withdrawn }: Pick<CheckDto, 'standards' | 'withdrawn'>,
): StandardShownDto[] =>
  standards.filter(({ answer, dispute, outstanding, notRaisedBecause }) => {
    if (withdrawn) return false;
    switch (act) {
      case 'check-standard':
      case 'check-standards':
        return dispute === null && notRaisedBecause == null;
      case 'decide-not-to-raise':
        return outstanding === 'to-decide';
      case 'raise':
        // A standard that was left alone may be raised after all.
        return answer === 'not-met' && dispute === null;
      default:
        return false;
    }
  });

/** The acts that fit how a check stands, of those that its reader may do. */
export const actsOffered = (check: Pick<CheckDto, 'standards' | 'withdrawn'>, may: readonly Permission[]): string[] =>
  Object.entries(CHECK_ACT_FORMS)
    .filter(([act]) => fits(act, check))
    .filter(([, { permits }]) => may.includes(permits))
    .map(([act]) => act);

const fits = (act: string, check: Pick<CheckDto, 'standards' | 'withdrawn'>): boolean => {
  if (act === 'move-to-child') return true;
  if (act === 'withdraw') return !check.withdrawn && check.standards.every(({ dispute }) => dispute === null);
  return standardsFor(act, check).length > 0;
};

/** The standard that is chosen already by the link that led there. */
export const chosenStandard = (query: string, standard: string): string =>
  `${query === '' ? '?' : `${query}&`}standard=${encodeURIComponent(standard)}`;

export const presentCheck = ({ check, may, query, childPath }: CheckAsRead, { words }: About): object => {
  const offered = actsOffered(check, may);
  const hrefOf = (act: string, code: string): string =>
    `/reviews/${check.reference}/${act}${chosenStandard(query, code)}`;
  const linksFor = ({ code, answer }: StandardShownDto): object[] =>
    ['check-standard', 'raise', 'decide-not-to-raise']
      .filter((act) => offered.includes(act) && standardsFor(act, check).some((each) => each.code === code))
      .map((act) => ({
        text:
          act === 'check-standard' && answer !== null
            ? 'Change the answer'
            : inWords(CHECK_ACT_FORMS[act]!.link, words),
        href: hrefOf(act, code),
      }));
  const open = check.standards.filter(({ outstanding }) => outstanding !== null);
  const isUntouched = ({ answer }: StandardShownDto): boolean => answer === null && !check.withdrawn;
  return {
    title: check.reference,
    check,
    heading: headingOf(check),
    child: `${check.child.initials ?? '–'} ${check.child.id}`,
    childPath,
    about: [
      check.reference,
      KIND_IN_WORDS[check.kind as CheckKind] ?? check.kind,
      dayInWords(check.heldOn),
      ...(check.iro.name ? [`IRO ${check.iro.name}`] : []),
    ],
    answerAll:
      open.length > 0 && offered.includes('check-standards')
        ? {
            text: CHECK_ACT_FORMS['check-standards']!.link,
            href: `/reviews/${check.reference}/check-standards${query}`,
          }
        : null,
    summary: check.withdrawn
      ? 'This check was withdrawn: nothing in it is asked of anybody.'
      : stillToDo(open) || 'Every standard is answered, and nothing is left to follow up.',
    toAnswer: check.standards.filter(isUntouched).map(({ code, text }) => ({
      text,
      href: offered.includes('check-standard') ? hrefOf('check-standard', code) : null,
    })),
    rows: check.standards
      .filter((each) => !isUntouched(each))
      .map((each) => ({
        text: each.text,
        answer: each.answer === null ? 'Not yet answered' : ANSWER_IN_WORDS[each.answer as StandardAnswer],
        note: each.note,
        dispute: each.dispute,
        because: each.notRaisedBecause,
        decidedBy: decidedBy(each.notRaisedBy, each.notRaisedAt),
        links: linksFor(each),
      })),
    links: [
      ...(may.includes('review.read-views')
        ? [{ text: 'Who opened it', href: `/reviews/${check.reference}/views` }]
        : []),
      ...['move-to-child', 'withdraw']
        .filter((act) => offered.includes(act))
        .map((act) => ({ text: CHECK_ACT_FORMS[act]!.link, href: `/reviews/${check.reference}/${act}${query}` })),
    ],
  };
};

/** What is left to do in a check: "12 to answer; 1 not met, to follow up". Nothing of it has a date, so none of it is late. */
const stillToDo = (open: readonly { readonly outstanding: string | null }[]): string => {
  const toDecide = open.filter(({ outstanding }) => outstanding === 'to-decide').length;
  const toAnswer = open.length - toDecide;
  return [
    ...(toAnswer === 0 ? [] : [`${toAnswer} to answer`]),
    ...(toDecide === 0 ? [] : [`${toDecide} not met, to follow up`]),
  ].join('; ');
};

export interface ChecksAsRead extends UnansweredStandardsDto {
  readonly mayBegin: boolean;
}

/** A row for each check in which something is left to do, the oldest first. */
export const presentChecks = ({ items, mayBegin }: ChecksAsRead): object => ({
  title: 'Checks of standards',
  mayBegin,
  checks: [...Map.groupBy(items, ({ reference }) => reference).values()].map((open) => {
    const { reference, kind, child, heldOn } = open[0]!;
    return {
      reference,
      href: `/reviews/${reference}`,
      kind: KIND_IN_WORDS[kind as CheckKind] ?? kind,
      child: `${child.initials ?? '–'} · ${child.id}`,
      heldOn: shortDay(heldOn),
      notMet: open.filter(({ outstanding }) => outstanding === 'to-decide').map(({ text }) => text),
      left: stillToDo(open),
    };
  }),
});
