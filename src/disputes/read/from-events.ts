import { londonDate } from '../../calendar/dates.js';
import type { Names } from '../../directory/names.js';
import type { DocumentNamed } from '../../documents/events.js';
import type { RecordedEvent } from '../../platform/event-store/event-store.js';
import type { Ending, Round } from '../dispute.js';
import type { DisputeEvent, DisputeRaised } from '../events.js';
import { actorShown } from './actor-shown.js';
import type {
  ConfirmedInTimeDto,
  CafcassReferralDto,
  ChildViewShownDto,
  ConversationDto,
  DisputeDto,
  DisputeEndingDto,
  FilingDto,
  NoteShownDto,
  ReopeningDto,
  VerdictShownDto,
} from './dispute.dto.js';

/*
 * The conversations and texts around a dispute. No rule asks for them, so the state of a dispute does not keep them: they are read from the
 * events themselves.
 */

type OfType<Type extends DisputeEvent['type']> = RecordedEvent & Extract<DisputeEvent, { type: Type }>;

const all = <Type extends DisputeEvent['type']>(
  events: readonly RecordedEvent[],
  ...types: readonly Type[]
): readonly OfType<Type>[] => {
  const isOne = (event: RecordedEvent): event is OfType<Type> => (types as readonly string[]).includes(event.type);
  return events.filter(isOne);
};

export const firstOf = <Data>(events: readonly RecordedEvent[], type: DisputeEvent['type']): Data | undefined =>
  events.find((event) => event.type === type)?.data as Data | undefined;

const dayOf = ({ metadata }: RecordedEvent): string => londonDate(metadata.occurredAt);

type AroundIt = Required<
  Pick<DisputeDto, 'cafcass' | 'conversations' | 'childViews' | 'notes' | 'filings' | 'reopenings'>
>;

/** The conversations, views and texts around a dispute in any state, the earliest first. */
export const aroundIt = (events: readonly RecordedEvent[], names: Names): AroundIt => ({
  conversations: conversationsIn(events),
  childViews: childViewsIn(events),
  notes: all(events, 'NoteAdded').map((event): NoteShownDto => ({
    writtenOn: dayOf(event),
    writtenBy: actorShown(event.metadata.actor, names),
    text: event.data.text,
  })),
  filings: all(events, 'FiledOnChildRecord').map(({ data: { child, filedOn, where } }): FilingDto => ({
    child: names.child(child),
    filedOn,
    where,
  })),
  reopenings: reopeningsIn(events),
  cafcass: cafcassIn(events),
});

const RAISED = ['InformalDisputeRaised', 'FormalDisputeRaised'] as const;

const conversationsIn = (events: readonly RecordedEvent[]): ConversationDto[] =>
  all(events, 'ConcernDiscussed', ...RAISED).flatMap(({ type, data }) => {
    const spoke = type === 'ConcernDiscussed' ? data : (data as DisputeRaised).spokeFirst;
    const wrote = type === 'ConcernDiscussed' ? undefined : (data as DisputeRaised).wroteFirst;
    return [
      ...(spoke === null
        ? []
        : [{ spokeTo: spoke.spokeTo, spokeOn: spoke.spokeOn, result: spoke.result, byEmail: false }]),
      ...(wrote === undefined
        ? []
        : [{ spokeTo: wrote.wroteTo, spokeOn: wrote.wroteOn, result: wrote.result, byEmail: true }]),
    ];
  });

const childViewsIn = (events: readonly RecordedEvent[]): ChildViewShownDto[] =>
  all(events, 'ChildViewRecorded', ...RAISED).flatMap((event) => {
    const said = event.type === 'ChildViewRecorded' ? event.data : event.data.childView;
    if (said === null) return [];
    const { view, told, toldOn = null, advocateOffered, advocateOfferedOn } = said;
    return [{ recordedOn: dayOf(event), view, told, toldOn, advocateOffered, advocateOfferedOn }];
  });

const cafcassIn = (events: readonly RecordedEvent[]): CafcassReferralDto[] => {
  const referrals: CafcassReferralDto[] = [];
  for (const { type, data } of all(events, ...ABOUT_REFERRALS)) {
    if (type === 'ReferredToCafcass') {
      const { sentOn, grounds, lookedAfterWhenRaised } = data;
      const whenRaised = lookedAfterWhenRaised === undefined ? {} : { lookedAfterWhenRaised };
      const nothingYet = { reply: null, repliedOn: null, moreSentOn: null, replies: [], withdrawnOn: null };
      referrals.push({ sentOn, ...nothingYet, grounds, ...whenRaised });
      continue;
    }
    const standing = referrals.findLast(({ withdrawnOn }) => withdrawnOn === null);
    if (type === 'CafcassReferralWithdrawn') {
      Object.assign(standing ?? {}, { withdrawnOn: data.withdrawnOn, withdrawnBecause: data.reason });
      continue;
    }
    if (type === 'MoreSentToCafcass') {
      Object.assign(standing ?? {}, { moreSentOn: data.sentOn });
      continue;
    }
    const { reply, repliedOn, summary } = data;
    standing?.replies.push({ repliedOn, reply, summary });
    // As `withReply` has it: a letter that is written down late changes nothing of what Cafcass has said since.
    const isLatest = standing?.repliedOn == null || repliedOn >= standing.repliedOn;
    if (isLatest) Object.assign(standing ?? {}, { reply, repliedOn, moreSentOn: null });
  }
  return referrals;
};

const ABOUT_REFERRALS = [
  'ReferredToCafcass',
  'CafcassReplied',
  'MoreSentToCafcass',
  'CafcassReferralWithdrawn',
] as const;

const reopeningsIn = (events: readonly RecordedEvent[]): ReopeningDto[] =>
  all(events, 'DisputeReopened').map((event) => ({
    reopenedOn: dayOf(event),
    ended: endingIn(events.slice(0, events.indexOf(event))),
    reason: event.data.reason,
  }));

/** How each type of event ends a dispute, and the outcome code of those that carry none of their own (domain brief, section 7). */
const ENDINGS = {
  DisputeResolved: ['resolved', null],
  StalemateRecorded: ['stalemate', 'UNRES'],
  DisputeEndedOtherwise: ['ended-otherwise', null],
  DisputeFormalised: ['formalised', null],
  DisputeWithdrawn: ['withdrawn', 'WDRAWN'],
  DisputeVoided: ['voided', 'VOID'],
} as const satisfies Partial<Record<DisputeEvent['type'], readonly [Ending, string | null]>>;
type EndingEvent = Extract<DisputeEvent, { type: keyof typeof ENDINGS }>;

/** The last ending of a dispute that has ended. */
export const lastEnding = (how: Ending, events: readonly RecordedEvent[]): DisputeEndingDto =>
  endingIn(events) ?? { how, outcome: null, endedOn: null, ...NOTHING_SAID };

const NOTHING_SAID = {
  impact: [],
  iroDissents: false,
  continuedIn: null,
  duplicateOf: null,
  reason: null,
  impactNote: null,
};

const endingIn = (events: readonly RecordedEvent[]): DisputeEndingDto | null => {
  const last = events.findLast(({ type }) => type in ENDINGS) as (RecordedEvent & EndingEvent) | undefined;
  if (last === undefined) return null;
  const [how, outcome] = ENDINGS[last.type];
  return { how, outcome, endedOn: dayOf(last), ...NOTHING_SAID, ...saidAtTheEnd(last) };
};

const saidAtTheEnd = (event: EndingEvent): Partial<DisputeEndingDto> => {
  switch (event.type) {
    case 'DisputeResolved': {
      const { outcome, impact, iroDissents, impactNote } = event.data;
      return { outcome, impact, iroDissents, impactNote };
    }
    case 'DisputeEndedOtherwise': {
      const { outcome, impact, reason } = event.data;
      return { outcome, impact, reason };
    }
    case 'StalemateRecorded':
      return { impact: event.data.impact, reason: event.data.reason };
    case 'DisputeFormalised':
      return { continuedIn: event.data.formal, reason: event.data.reason };
    case 'DisputeVoided':
      return { duplicateOf: event.data.duplicateOf, reason: event.data.reason };
    case 'DisputeWithdrawn':
      return { reason: event.data.reason };
  }
};

const VERDICTS = ['AnswerAccepted', 'AnswerRejected'] as const;

/** Each judge's latest word on one round, with the reason for it. */
export const verdictsOf = (round: Round, events: readonly RecordedEvent[]): VerdictShownDto[] =>
  Object.entries(round.verdicts).flatMap(([role, verdict]) => {
    if (verdict === undefined) return [];
    const word = all(events, ...VERDICTS).findLast(({ data }) => data.round === round.number && data.role === role);
    const post = word?.metadata.actor.role ?? role;
    return [{ role, post, verdict, judgedOn: word ? dayOf(word) : null, reason: word?.data.reason ?? null }];
  });

/** Of the IRO's latest word, as a judge or beside the judges. */
export const iroViewReason = (events: readonly RecordedEvent[]): string | null =>
  all(events, 'IroViewRecorded', ...VERDICTS).findLast(({ data }) => !('role' in data) || data.role === 'iro')?.data
    .reason ?? null;

/** The confirmation of the IRO that an action was done in time: the moment and the reason. */
export const confirmationOf = (actionId: string, events: readonly RecordedEvent[]): ConfirmedInTimeDto | null => {
  const confirmed = all(events, 'ActionConfirmedInTime').findLast(({ data }) => data.actionId === actionId);
  return confirmed === undefined
    ? null
    : { on: londonDate(confirmed.metadata.occurredAt), reason: confirmed.data.reason };
};

/** Documents that were sent as evidence that an action was done. */
export const documentsOfAction = (actionId: string, events: readonly RecordedEvent[]): DocumentNamed[] =>
  all(events, 'ActionDone').findLast(({ data }) => data.actionId === actionId)?.data.documents ?? [];

export const evidenceOf = (actionId: string, events: readonly RecordedEvent[]): string | null =>
  all(events, 'ActionDone').findLast(({ data }) => data.actionId === actionId)?.data.evidence ?? null;

/** The reply of each agency, or what was done to get one, by its place among those asked: an agency replies to what was sent last. */
export const agencyReplies = (events: readonly RecordedEvent[]): readonly (string | undefined)[] => {
  const replies: (string | undefined)[] = [];
  let asked = 0;
  for (const event of all(events, 'TakenToAgency', 'AgencyReplied', 'AgencyDidNotReply')) {
    if (event.type === 'TakenToAgency') asked += 1;
    else if (asked > 0) replies[asked - 1] = event.data.summary;
  }
  return replies;
};
