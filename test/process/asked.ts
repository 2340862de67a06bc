import { expect } from '@jest/globals';
import type { Instant } from '../../src/calendar/calendar.js';
import { londonDate } from '../../src/calendar/dates.js';
import { visibleDisputes } from '../../src/disputes/list/visible-disputes.js';
import { currentRound, isFrozen, isPaused, type Matter } from '../../src/disputes/dispute.js';
import { referralWithCafcass } from '../../src/disputes/referrals.js';
import { standing } from '../../src/platform/taking-back.js';
import { answerDate } from '../../src/disputes/time/dates.js';
import { hasTime } from '../../src/disputes/time/late.js';
import { judgesStillToSpeak, roundToJudge, stageOfRound, standingOf } from '../../src/disputes/time/standing.js';
import type { ProtocolBook } from '../../src/protocol/protocol.js';
import { myWork } from '../../src/reports/my-work/my-work.js';
import type { WorkItem } from '../../src/reports/my-work/work.js';
import type { Reading } from '../../src/reading/reading.js';
import type { Work } from '../../src/work/matter.js';
import { LAST_RESORT, LEADERS, Office } from '../../src/work/office.js';
import { openMatters } from '../../src/work/open-matters.js';
import {
  CHECK,
  CHILD_OF_REVIEWS,
  type ChangingCouncil,
  TO_ANSWER,
  TO_CLOSE,
  TO_DECIDE,
  TO_HOLD,
} from './changing-council.js';
import type { Lived } from './doors.js';

/*
 * Open matters are worked out here from the records themselves, apart from the program's own list, and looked for in the work of those in
 * office.
 */

/** Something open, and the acts of which one must be asked of somebody. */
interface Need {
  readonly reference: string;
  readonly oneOf: readonly Work[];
  readonly actionId?: string;
}

/** By which any matter of a dispute may have fallen to others. */
const FALLEN: readonly Work[] = ['hand-over', 'allocate', 'fill-vacancy'];
const UNREAD: readonly Work[] = ['allocate', 'fill-vacancy'];
const TURN: readonly Work[] = [
  'answer',
  'judge',
  'decide',
  'close',
  'look-at',
  'fill-vacancy',
  'choose-who-answers',
  'find-a-judge',
  'decide-after-care',
];

const needsOf = (
  { reference, state, events }: Lived,
  protocols: ProtocolBook,
  isInOffice: (person: string) => boolean,
  died: readonly string[],
  now: Instant,
): Need[] => {
  if (events.length === 0) return [];
  const need = (oneOf: readonly Work[], actionId?: string): Need => ({
    ...{ reference, oneOf: [...oneOf, ...FALLEN] },
    ...(actionId === undefined ? {} : { actionId }),
  });
  if (state.status === 'imported') return isOpenInTheRegister(events) ? [need(['take-on'])] : [];
  if (state.status !== 'open' && state.status !== 'ended') return [];
  const { matter } = state;
  const isOpen = state.status === 'open';
  const isTakenBack = state.status === 'ended' && ['withdrawn', 'voided'].includes(state.ending);
  const isSetAside = matter.freeze === null && matter.subject.children.some((child) => died.includes(child));
  if (isFrozen(matter) || isSetAside) return isOpen ? [need(['decide-after-care'])] : [];
  const round = currentRound(matter);
  const isAskedForTime = round.extensionAsked !== null && hasTime(answerDate(round, matter), now);
  const isAwaited = isOpen && standingOf(matter, protocols) === 'awaiting-answer';
  // Of a restricted one nobody fills a vacancy who is not on its list: its IRO adds somebody.
  const whereNobodyIs = [matter.restrictedTo === null ? 'fill-vacancy' : 'choose-who-answers'] as const;
  const isWithoutDay =
    isAwaited && stageOfRound(round, protocols).clock.unit === 'meeting' && round.deadline?.dueOn == null;
  return [
    ...(isOpen ? [need(TURN)] : []),
    ...(isOpen && (matter.heldBy === null || !isInOffice(matter.heldBy)) ? [need([])] : []),
    ...(isOpen && isAskedForTime ? [need(['decide-extension', ...whereNobodyIs])] : []),
    ...(isAwaited && isToBeJudged(matter, protocols) ? [need(['judge-late-answer', ...whereNobodyIs])] : []),
    ...(isWithoutDay ? [need(['set-meeting-date'])] : []),
    ...(isAwaited && isPaused(round) ? [need(['end-pause', ...whereNobodyIs])] : []),
    ...(isTakenBack ? [] : matter.actions)
      .filter(({ doneOn }) => doneOn === null)
      .map(({ actionId }) => need(['action'], actionId)),
    ...(referralWithCafcass(matter) === null ? [] : [need(['chase-cafcass', 'answer-cafcass'])]),
    ...(isWithCafcassNoMore(state) ? [need(['no-longer-with-cafcass'])] : []),
    ...(isTakenBack ? [] : matter.agencies)
      .filter(({ repliedOn, noReplyAt }) => repliedOn === null && noReplyAt === null)
      .map(() => need(['chase-agency'])),
  ];
};

/** It ended as continued by Cafcass, and since then Cafcass has declined it, or the referral was withdrawn. */
const isWithCafcassNoMore = (state: Lived['state']): boolean => {
  if (state.status !== 'ended' || state.ending !== 'ended-otherwise') return false;
  const ending = standing(state.story ?? []).findLast(({ type }) => type === 'DisputeEndedOtherwise');
  const latest = state.matter.referrals.filter(({ withdrawnOn }) => withdrawnOn === null).at(-1);
  return (
    ending?.type === 'DisputeEndedOtherwise' &&
    ending.data.outcome === 'TO-CAF' &&
    (latest === undefined || latest.reply === 'declines')
  );
};

/** An answer to an earlier stage has come since the one it is at began, and a judge has not spoken about it. */
const isToBeJudged = (matter: Matter, protocols: ProtocolBook): boolean => {
  const judged = roundToJudge(matter);
  return judged !== undefined && judgesStillToSpeak(judged, stageOfRound(judged, protocols)).length > 0;
};

const isOpenInTheRegister = (events: Lived['events']): boolean => {
  const facts = (
    events.findLast(({ type }) => type.startsWith('DisputeImported') || type === 'ImportedDisputeCorrected')?.data as {
      facts?: { outcome: string | null; resolvedOn: string | null };
    }
  )?.facts;
  return facts?.outcome === null && facts.resolvedOn === null;
};

/** Of the same child; after its death nobody is asked anything about them. */
const REVIEWS: readonly Need[] = [
  { reference: CHECK, oneOf: ['answer-check', 'allocate', 'fill-vacancy'] },
  { reference: CHECK, oneOf: ['decide-on-check', 'allocate', 'fill-vacancy'] },
  { reference: TO_DECIDE, oneOf: ['decide-on-disagreement', 'allocate', 'fill-vacancy'] },
  { reference: TO_ANSWER, oneOf: ['answer-recommendations', 'fill-vacancy', 'allocate'] },
];

const MEETINGS: readonly Need[] = [
  { reference: TO_HOLD, oneOf: ['hold-meeting', 'allocate', 'fill-vacancy'] },
  { reference: TO_CLOSE, oneOf: ['close-meeting', 'allocate', 'fill-vacancy'] },
  { reference: TO_CLOSE, oneOf: ['meeting-action', 'allocate', 'fill-vacancy'], actionId: 'A1' },
];

const isMet = ({ reference, oneOf, actionId }: Need, items: readonly WorkItem[]): boolean =>
  items.some(
    (item) =>
      item.reference === reference &&
      oneOf.includes(item.what) &&
      (actionId === undefined || FALLEN.includes(item.what) || item.actionId === actionId),
  );

/** As much of a council as says of whom anything can be asked at a moment. */
export type CouncilNow = Pick<ChangingCouncil, 'inOffice' | 'died'>;

/**
 * Holds the disputes, as they are, and what waits beside them, against the list of open matters and the work of everybody in office.
 * @param count told of each kind of matter that is found, and whether it had fallen to somebody: what never comes up shows nothing
 */
export const everybodyIsAsked = (
  disputes: readonly Lived[],
  council: CouncilNow,
  reading: Reading,
  count: (what: string) => void,
): void => {
  const on = londonDate(reading.now);
  const office = new Office(reading.directory, on);
  const inOffice = council.inOffice(on);
  const canBeTheLast = [...inOffice.values()].some((kind) => LAST_RESORT.includes(kind) || LEADERS.includes(kind));
  const worksOf = new Map(
    [...inOffice.keys()].map((person) => {
      const asker = office.asker(person);
      const worker = { person, posts: asker.posts, owners: [person, ...(asker.covers ?? [])] };
      return [person, myWork(worker, reading, visibleDisputes(asker, reading.directory, on)).items];
    }),
  );
  const all = [...worksOf.values()].flat();
  const sits = (person: string): boolean =>
    ['iro', 'conference-chair', 'iro-manager', 'head-of-qa', 'qa-service-manager'].includes(inOffice.get(person) ?? '');
  const needs = [
    ...disputes.flatMap((each) => needsOf(each, reading.protocols, sits, council.died, reading.now)),
    ...(council.died.includes(CHILD_OF_REVIEWS) ? [] : REVIEWS),
    ...MEETINGS,
  ];
  const forgotten = needs.filter((need) => !isMet(need, all));
  if (canBeTheLast) expect({ forgotten, events: eventsOf(disputes, forgotten) }).toEqual({ forgotten: [], events: [] });

  for (const { what, shown, asked, actionId, hasFallen } of openMatters(reading)) {
    count(hasFallen ? `${what}, fallen` : what);
    if (canBeTheLast) expect({ what, shown, asked: asked.length > 0 }).toEqual({ what, shown, asked: true });
    for (const { person, mayRead } of asked) {
      // A person who is asked is in office, and finds it in their own work: with what it is about, or as theirs to allocate.
      const found = worksOf
        .get(person)
        ?.some(
          (item) =>
            item.reference === shown.reference &&
            (mayRead ? item.what === what && item.actionId === actionId : UNREAD.includes(item.what)),
        );
      expect({
        what,
        shown,
        person,
        mayRead,
        found,
        events: found === true ? [] : eventsOf(disputes, [shown]),
      }).toEqual({
        ...{ what, shown, person, mayRead, found: true, events: [] },
      });
    }
  }
};

const eventsOf = (disputes: readonly Lived[], about: readonly { readonly reference: string }[]): string[] =>
  disputes
    .filter(({ reference }) => about.some((each) => each.reference === reference))
    .flatMap(({ events }) => events.map(({ type, data }) => `${type} ${JSON.stringify(data)}`));
