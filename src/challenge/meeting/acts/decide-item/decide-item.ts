import type { ChallengeDecision, Verdict } from '../../../../disputes/events.js';
import { dayHasCome } from '../../../../disputes/time/late.js';
import { refuse } from '../../../../platform/decider.js';
import type { MeetingContext } from '../../../context.js';
import type { AgendaItemDecided, ChallengeMeetingEvent, MeetingAction, MeetingKind } from '../../../events.js';
import { invalid, itemOnAgenda, mustSay, mustTakeDecisionsOn } from '../../../rules.js';
import type { Meeting, MeetingState } from '../../meeting.js';
import { meetingAct } from '../meeting-act.js';

/** The view that the IRO of a case has on record when a meeting looks at it. */
export interface IroViewOnRecord {
  readonly view: Verdict;
  readonly words: string;
  /** It was said of an answer before the stage that waits now, so it is no word on what the meeting decides. Left out otherwise. */
  readonly isOfAnEarlierStage?: boolean;
}

/** What a meeting has before it of the case of an item, from the record of the dispute. */
export interface CaseLookedAt {
  /** Nobody who sits in a meeting says it for the IRO. Null where the IRO has said nothing, and for a theme. */
  readonly iroView: IroViewOnRecord | null;
  /** It has ended since it was put on the agenda; left out where it has not, and for a theme. */
  readonly isOver?: boolean;
  /** It is set aside after a child’s death. */
  readonly standsStill?: boolean;
  /** Its stage waits for what this meeting decides. */
  readonly waitsForThis?: boolean;
}

export interface DecideItem extends Omit<AgendaItemDecided, 'actions' | 'iroView'>, CaseLookedAt {
  type: 'decide-item';
  actions: readonly Omit<MeetingAction, 'actionId'>[];
}

/** The decisions that each meeting may take: the tracking meeting takes up or sends back, the challenge meeting decides (domain brief 4.4). */
export const DECISIONS_OF: { readonly [Kind in MeetingKind]: readonly ChallengeDecision[] } = {
  'pre-challenge': ['more-action-first', 'take-it-up', 'deferred', 'dropped'],
  challenge: ['more-action-first', 'deferred', 'decided', 'decided-accepted', 'decided-not-accepted', 'dropped'],
};

/**
 * Discussion, decision, actions and the next look at one item, beside the view that the IRO has on record. It is decided once; another word on it belongs to the
 * next meeting.
 *
 * @throws Refusal `meeting-not-begun`, `item-decided`, `not-for-this-meeting`, `iro-view-missing`, `iro-does-not-accept`,
 *   `iro-accepts`, `iro-view-known`, `case-has-ended`, `case-stands-still`, `case-waits-for-this`, `goes-on-to-missing`, `goes-on-nowhere`, `action-missing`,
 *   `next-look-missing`, `next-look-too-early`
 */
export const decideItem = (
  { type: _type, actions, isOver = false, standsStill = false, waitsForThis = false, iroView, ...decided }: DecideItem,
  state: MeetingState,
  { today }: MeetingContext,
): ChallengeMeetingEvent[] => {
  const meeting = mustTakeDecisionsOn(state, decided.itemId);
  const item = itemOnAgenda(meeting, decided.itemId);
  if (item.status !== 'on-agenda') {
    refuse('item-decided', 'This item has been decided, and that stays on record. Put it on the next agenda.');
  }
  mustSay(decided.discussion, 'what was discussed');
  if (!DECISIONS_OF[meeting.kind].includes(decided.decision)) {
    refuse('not-for-this-meeting', `This meeting may decide: ${DECISIONS_OF[meeting.kind].join(', ')}.`);
  }
  if (isOver) mustBeDropped({ ...decided, iroView });
  if (standsStill) mustWait(decided.decision);
  else if (waitsForThis) mustNotBeDropped(decided.decision);
  mustFitTheIrosView(decided.decision, iroView, item.about.kind === 'case');
  mustGoOn(decided, item.about.kind === 'case');
  if (decided.decision === 'more-action-first' && actions.length === 0) {
    invalid('action-missing', 'Say what is to be done first, by whom and by when.', '/actions');
  }
  if (decided.decision === 'deferred' && meeting.series === null && decided.nextLookOn === null) {
    invalid(
      'next-look-missing',
      'This is a single meeting, so there is no next one: say when a meeting looks at it again.',
      '/nextLookOn',
    );
  }
  if (decided.nextLookOn !== null && dayHasCome(decided.nextLookOn, today)) {
    invalid('next-look-too-early', 'The next look is after today. Choose a later day, or leave it out.');
  }
  const numbered = actions.map((action, index) => ({ actionId: `A${lastNumber(meeting) + index + 1}`, ...action }));
  const onRecord = iroView && { view: iroView.view, words: iroView.words };
  return [{ type: 'AgendaItemDecided', data: { ...decided, iroView: onRecord, actions: numbered } }];
};

/** Of what has ended since, with no word of the IRO that a meeting could agree to, nothing is left to decide. */
const mustBeDropped = ({ decision, iroView }: Pick<DecideItem, 'decision' | 'iroView'>): void => {
  if (decision === 'decided-accepted' && iroView === null)
    refuse('case-has-ended', 'This has ended since it was put on the agenda. Record it as dropped.');
};

const WAITS: readonly ChallengeDecision[] = ['deferred', 'dropped'];

/** After a child’s death nobody is asked for anything, until it is decided that it goes on. */
const mustWait = (decision: ChallengeDecision): void => {
  if (!WAITS.includes(decision))
    refuse(
      'case-stands-still',
      'This stands still after a child’s death, and nobody is asked for anything until it goes on. Put it off, or drop it.',
    );
};

/** Dropped is what was settled in between. While its stage waits for this meeting, nobody else would be asked for what it left undecided. */
const mustNotBeDropped = (decision: ChallengeDecision): void => {
  if (decision === 'dropped')
    refuse(
      'case-waits-for-this',
      'This is open, and its stage waits for what the meeting decides. If it is settled, its IRO resolves or withdraws it first; otherwise decide on it, put it off, or ask for more action first.',
    );
};

/** Numbers are not given twice, though those of a decision that was taken back are free again at the end. */
const lastNumber = ({ actions }: Meeting): number =>
  Math.max(0, ...actions.map(({ actionId }) => Number(actionId.slice(1))));

/** The decisions that an item can have as its case stands now: those that the rules here do not refuse. */
export const decisionsOpen = (
  kind: MeetingKind,
  { iroView, standsStill = false, waitsForThis = false }: CaseLookedAt,
  isCase: boolean,
): ChallengeDecision[] =>
  DECISIONS_OF[kind].filter(
    (decision) =>
      (standsStill ? WAITS.includes(decision) : !(waitsForThis && decision === 'dropped')) &&
      notForThisView(decision, iroView, isCase) === null,
  );

/**
 * Whether a case is decided with or without the IRO is the IRO's own word, never the meeting's: what the IRO has on record stands,
 * dissent included, until the IRO, or a person who covers and says so, records another view in the dispute. A meeting may decide before
 * the IRO has said anything about what the stage waits for, and the IRO is asked then: a view on the answer of a stage below is no verdict on
 * a decision that came after it.
 */
const mustFitTheIrosView = (decision: ChallengeDecision, iroView: DecideItem['iroView'], isCase: boolean): void => {
  const refused = notForThisView(decision, iroView, isCase);
  if (refused !== null) refuse(refused.code, refused.message);
};

const notForThisView = (
  decision: ChallengeDecision,
  iroView: DecideItem['iroView'],
  isCase: boolean,
): { readonly code: string; readonly message: string } | null => {
  switch (decision) {
    case 'decided':
      return iroView === null || iroView.isOfAnEarlierStage ? null : IRO_VIEW_KNOWN;
    case 'decided-accepted':
      if (iroView === null) return isCase ? IRO_VIEW_MISSING : null;
      if (iroView.view !== 'satisfied') return IRO_DOES_NOT_ACCEPT;
      return iroView.isOfAnEarlierStage ? IRO_VIEW_MISSING : null;
    case 'decided-not-accepted':
      return iroView?.view === 'satisfied' && !iroView.isOfAnEarlierStage ? IRO_ACCEPTS : null;
    default:
      return null;
  }
};

const IRO_VIEW_KNOWN = {
  code: 'iro-view-known',
  message:
    'The IRO has on record if they are satisfied: say whether this is decided and accepted, or decided and not accepted.',
};
const IRO_VIEW_MISSING = {
  code: 'iro-view-missing',
  message:
    'The IRO has not said if they are satisfied with this, and nobody says it for them. Record what was decided without it: the IRO is asked then.',
};
const IRO_DOES_NOT_ACCEPT = {
  code: 'iro-does-not-accept',
  message:
    'The IRO has on record that they are not satisfied, so this is decided and not accepted. The IRO can record another view.',
};
const IRO_ACCEPTS = {
  code: 'iro-accepts',
  message: 'The IRO has on record that they are satisfied, so this is decided and accepted.',
};

/** A decision about a case that the IRO does not accept goes on to somebody, and no other decision does. */
const mustGoOn = ({ decision, goesOnTo }: Pick<DecideItem, 'decision' | 'goesOnTo'>, isCase: boolean): void => {
  if (decision === 'decided-not-accepted' && isCase && goesOnTo === null) {
    invalid(
      'goes-on-to-missing',
      'Say where it goes on to: the director, the chief executive or Cafcass.',
      '/goesOnTo',
    );
  }
  if (decision !== 'decided-not-accepted' && goesOnTo !== null) {
    invalid('goes-on-nowhere', 'Only a decision that the IRO does not accept goes on. Leave that field out.');
  }
};

export const decideItemAct = meetingAct({
  type: 'decide-item',
  permission: 'challenge.decide',
  decide: decideItem,
  routes: ['decide-item'],
  events: { AgendaItemDecided: 1 },
});
