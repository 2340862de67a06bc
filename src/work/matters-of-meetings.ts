import { rowFor } from '../access/access-table.js';
import type { LocalDate } from '../calendar/calendar.js';
import { answersForTheService } from '../disputes/restriction.js';
import { awaitedBy, type Due, dueAsOf, NONE_SET } from '../disputes/time/due.js';
import { waitingSince } from '../disputes/time/waiting.js';
import { countedBy } from '../reading/reading.js';
import type { Council } from './council.js';
import type { Asked, Matter, Shown, Work } from './matter.js';
import type { InOffice, Office } from './office.js';

/*
 * What challenge meetings ask: to be held on their day, to be closed, and what somebody undertook over a theme. What was agreed over a case
 * is the dispute's own.
 */

interface MeetingRow {
  readonly meeting: string;
  readonly status: 'arranged' | 'in-session';
  readonly heldOn: LocalDate;
}

interface ThemeActionRow {
  readonly meeting: string;
  readonly heldOn: LocalDate;
  readonly actionId: string;
  /** Person id; null where the owner is in words. */
  readonly owner: string | null;
  readonly by: LocalDate | null;
}

/** Whoever runs the IRO service holds its meetings and closes them. */
export const mattersOfMeetings = (council: Council): Matter[] => {
  const { reading, office } = council;
  const meetings = reading.readModels.all<MeetingRow>(
    `SELECT meeting, status, held_on AS heldOn FROM challenge_meetings WHERE status IN ('arranged', 'in-session')`,
  );
  return [
    ...meetings.map(({ meeting, status, heldOn }) =>
      status === 'arranged'
        ? matterOf('hold-meeting', shownOf(meeting, heldOn), dueOn(heldOn, council), ofTheService(office))
        : {
            ...matterOf('close-meeting', shownOf(meeting, heldOn), NONE_SET, ofTheService(office)),
            waiting: waitingSince(NONE_SET, heldOn, countedBy(reading)),
          },
    ),
    ...actionsOverThemes(council),
  ];
};

const actionsOverThemes = (council: Council): Matter[] =>
  council.reading.readModels
    .all<ThemeActionRow>(
      `SELECT item.meeting, meeting.held_on AS heldOn, json_extract(action.value, '$.actionId') AS actionId,
              json_extract(action.value, '$.person') AS owner, json_extract(action.value, '$.by') AS "by"
         FROM challenge_items AS item JOIN challenge_meetings AS meeting ON meeting.meeting = item.meeting,
              json_each(item.actions) AS action
        WHERE item.about = 'theme' AND json_extract(action.value, '$.doneOn') IS NULL`,
    )
    .map((row) => {
      const shown = shownOf(row.meeting, row.heldOn);
      const due = row.by === null ? NONE_SET : dueOn(row.by, council);
      const owner = undertakenBy(row.owner, council.office);
      const asked = owner.length > 0 ? owner : ofTheService(council.office);
      return {
        ...matterOf('meeting-action', shown, due, asked),
        waiting: waitingSince(due, row.heldOn, countedBy(council.reading)),
        actionId: row.actionId,
        hasFallen: owner.length === 0,
      };
    });

/** Whoever undertook it, where they are in office and may mark it as done. */
const undertakenBy = (owner: string | null, office: Office): Asked[] =>
  owner !== null && office.postsOf(owner).some(({ kind }) => rowFor('challenge.mark-action-done', kind) !== undefined)
    ? [{ person: owner, post: null, owner: null, mayRead: true }]
    : [];

const ofTheService = (office: Office): Asked[] =>
  office.lastResort(null).asked.map((found: InOffice) => ({
    ...found,
    mayRead: found.post !== null && answersForTheService({ posts: [found.post] }),
  }));

const dueOn = (day: LocalDate, { reading: { now, calendar } }: Council): Due => dueAsOf(awaitedBy(day), now, calendar);

const matterOf = (what: Work, shown: Shown, due: Due, asked: readonly Asked[]): Matter => ({
  ...{ what, shown, actionId: null, due, waiting: null, asked, hasFallen: false },
});

const shownOf = (meeting: string, heldOn: LocalDate): Shown => ({
  ...{ reference: meeting, children: [], team: null, theme: null, stage: null, stageName: null },
  ...{ raisedOn: heldOn, takenOn: true, heldBy: null },
});
