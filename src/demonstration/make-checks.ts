import type { Instant, LocalDate, WorkingCalendar } from '../calendar/calendar.js';
import { addDays, instantInLondon } from '../calendar/dates.js';
import type { Actor } from '../platform/event-store/event-store.js';
import type { Executor } from '../platform/executor.js';
import { derivedId, referenceFor } from '../platform/ids.js';
import type { ProtocolBook } from '../protocol/protocol.js';
import type { ReviewAct } from '../reviews/acts.js';
import { REVIEW_PREFIX } from '../reviews/check/begin-check.js';
import type { CheckKind, StandardAnswer } from '../reviews/events.js';
import { reviewDecider, reviewStream } from '../reviews/review.js';
import { standardsUnder } from '../reviews/standards.js';
import { SHOWN } from './council.js';
import type { Cast, CastChild } from './setting.js';

interface ChecksMaking {
  readonly executor: Executor;
  readonly protocols: ProtocolBook;
  readonly calendar: WorkingCalendar;
  readonly today: LocalDate;
  readonly cast: Cast;
}

interface Finding {
  readonly answer: StandardAnswer;
  readonly note: string;
}

/** What two IROs found: everything else is met. */
const FINDINGS: Readonly<Record<string, Finding>> = {
  'life-story': { answer: 'not-met', note: 'The box is begun, and nobody has written in it since August.' },
  visits: { answer: 'not-met', note: 'One visit in the last six weeks is not written down.' },
};

/** A check before a review of next week, with something left to decide, and one midway between two: of IROs whom nobody is shown as. */
export const makeChecks = async (making: ChecksMaking): Promise<void> => {
  await makeCheck('preparation', childOf('C. Marsden', making), Object.keys(FINDINGS), making);
  await makeCheck('midway', childOf('D. Naylor', making), [], making);
};

/** A child of an IRO, in a team whose manager nobody is shown as. */
const childOf = (iro: string, { cast }: ChecksMaking): CastChild => {
  const person = cast.personId(iro);
  return cast.children.find((child) => child.iro === person && cast.managerName(child.team) !== SHOWN.manager)!;
};

const makeCheck = async (
  kind: CheckKind,
  { childId, iro }: CastChild,
  notMet: readonly string[],
  { executor, protocols, calendar, today, cast }: ChecksMaking,
): Promise<void> => {
  const reference = referenceFor(REVIEW_PREFIX, derivedId('demonstration', 'check', kind));
  const begunOn = calendar.addWorkingDays(addDays(today, -5), 1).day;
  const standards = standardsUnder(protocols.inForceOn(today).protocol, kind);
  const act = async (step: string, done: ReviewAct): Promise<void> => {
    const envelope = envelopeFor(['check', kind, step], cast.iro(iro), begunOn, today);
    await executor.execute(reviewStream(reference), reviewDecider, done, null, envelope);
  };
  await act('begin', {
    ...{ type: 'begin', reference, kind, child: childId, iro },
    heldOn: calendar.addWorkingDays(today, 5).day,
    standards: standards.map(({ code, text, theme }) => ({ code, text, theme })),
  });
  await act('check', {
    type: 'check-several',
    answers: standards.map(({ code }) => {
      const found = notMet.includes(code) ? FINDINGS[code] : undefined;
      return { standard: code, answer: found?.answer ?? 'met', note: found?.note ?? null };
    }),
  });
  if (notMet.includes('life-story'))
    await act('not-raised', {
      ...{ type: 'decide-not-to-raise', standard: 'life-story' },
      reason: 'The worker showed me the dates of the next three sessions. I look again at the review.',
    });
};

/** In the morning of a day, and never after the moment at which the council is made. */
const envelopeFor = (parts: readonly string[], actor: Actor, on: LocalDate, today: LocalDate) => {
  const occurredAt: Instant = on < today ? instantInLondon(on, 10, 0) : instantInLondon(today, 8, 30);
  return { commandId: derivedId('demonstration', ...parts), actor, occurredAt };
};
