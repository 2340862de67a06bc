import type { Instant, LocalDate, WorkingCalendar } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { isReached } from '../../directory/relations.js';
import type { PostKind } from '../../protocol/protocol.js';
import { awaitedBy, type Due, dueAsOf, NONE_SET } from '../../disputes/time/due.js';
import type { Reading } from '../../reading/reading.js';
import { personShown, type Worker, type WorkItem } from './work.js';

interface Row {
  readonly reference: string;
  readonly child: string;
  readonly team: string | null;
  readonly answered_by: string;
  readonly sent_on: LocalDate;
  readonly due_on: LocalDate;
  readonly due_at: Instant;
  readonly not_yet_certain: number;
  readonly standing: 'awaiting-answer' | 'to-decide';
}

/** The recommendations of reviews that wait for a person: to say whether they agree, or, as the child's IRO, what follows if not. */
export const recommendationsOf = (worker: Worker, { readModels, directory, calendar, now }: Reading): WorkItem[] => {
  const today = londonDate(now);
  return readModels
    .all<Row>(
      `SELECT reference, child, team, answered_by, sent_on, due_on, due_at, not_yet_certain, standing FROM recommendations
        WHERE standing IN ('awaiting-answer', 'to-decide')`,
    )
    .flatMap((row): WorkItem[] => {
      const child = directory.child(row.child, today);
      const isAsked = worker.posts.some(
        (post) =>
          (JSON.parse(row.answered_by) as PostKind[]).includes(post.kind) &&
          (post.kind === 'social-worker'
            ? child?.socialWorker === worker.person
            : isReached(post, row.team, directory, today)),
      );
      const waits = row.standing === 'awaiting-answer' ? isAsked : worker.owners.some((owner) => owner === child?.iro);
      if (!waits) return [];
      const isAnswer = row.standing === 'awaiting-answer';
      return [
        {
          what: isAnswer ? 'answer-recommendations' : 'decide-on-disagreement',
          reference: row.reference,
          actionId: null,
          children: [{ id: row.child, initials: child?.initials ?? null }],
          team: row.team === null ? null : { id: row.team, name: directory.team(row.team, row.sent_on)?.name ?? null },
          theme: null,
          stage: null,
          stageName: null,
          raisedOn: row.sent_on,
          due: isAnswer ? dueOf(row, now, calendar) : NONE_SET,
          takenOn: true,
          actingFor:
            isAnswer || child?.iro == null || child.iro === worker.person ? null : personShown(child.iro, directory),
        },
      ];
    });
};

/** A date that is not yet certain makes nobody late: once it has passed, nobody knows what the date will be. */
const dueOf = ({ due_on, due_at, not_yet_certain }: Row, now: Instant, calendar: WorkingCalendar): Due => {
  const due = dueAsOf(awaitedBy(due_on, due_at), now, calendar);
  return due.late && not_yet_certain === 1 ? NONE_SET : due;
};
