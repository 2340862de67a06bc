import { rowFor } from '../access/access-table.js';
import type { LocalDate } from '../calendar/calendar.js';
import { answersForEveryTeam } from '../challenge/seats.js';
import { answersForTheService } from '../disputes/restriction.js';
import { awaitedBy, type Due, dueAsOf, NONE_SET } from '../disputes/time/due.js';
import { waitingSince } from '../disputes/time/waiting.js';
import { type PostKind, SERVICE_POSTS } from '../protocol/protocol.js';
import { countedBy } from '../reading/reading.js';
import type { Council } from './council.js';
import type { Asked, Matter, Shown, Work } from './matter.js';
import type { InOffice, Office } from './office.js';

/*
 * The work that challenge meetings ask for: to be held on their day, to be closed, to decide again if a decision was taken back, and
 * actions that somebody undertook over a theme. An action agreed over a case is the dispute's own.
 */

interface MeetingRow extends ItemRow {
  readonly status: 'arranged' | 'in-session';
}

interface ThemeActionRow extends ItemRow {
  readonly actionId: string;
  /** Person id; null where the owner is in words. */
  readonly owner: string | null;
  readonly by: LocalDate | null;
}

/** The work on meetings, for the people who run the IRO service: they hold its meetings and close them. */
export const mattersOfMeetings = (council: Council): Matter[] => {
  const { reading, office } = council;
  const meetings = reading.readModels.all<MeetingRow>(
    `SELECT meeting, name, status, held_on AS heldOn FROM challenge_meetings WHERE status IN ('arranged', 'in-session')`,
  );
  return [
    ...meetings.map(({ status, ...row }) =>
      status === 'arranged'
        ? matterOf('hold-meeting', shownOf(row), dueOn(row.heldOn, council), ofTheService(office))
        : {
            ...matterOf('close-meeting', shownOf(row), NONE_SET, ofTheService(office)),
            waiting: waitingSince(NONE_SET, row.heldOn, countedBy(reading)),
          },
    ),
    ...seatsToFill(council),
    ...decisionsTakenBack(council),
    ...themesToLookAt(council),
    ...actionsOverThemes(council),
  ];
};

interface ItemRow {
  readonly meeting: string;
  /** Of the meeting. */
  readonly name: string;
  readonly heldOn: LocalDate;
}

/** A meeting that is to come, or sits, in which somebody has a seat who has left, or for none of whose posts anybody is in office. */
const seatsToFill = (council: Council): Matter[] => {
  const { reading, office } = council;
  return reading.readModels
    .all<ItemRow & { readonly posts: string; readonly people: string }>(
      `SELECT meeting, name, held_on AS heldOn, posts, people FROM challenge_meetings WHERE status IN ('arranged', 'in-session')`,
    )
    .filter(({ posts, people }) => {
      const seated = JSON.parse(people) as string[];
      const isVacant = (post: PostKind): boolean => isOfTheCouncil(post) && office.holders(post, null).length === 0;
      return (
        !seated.every((person) => office.isIn(person)) ||
        (seated.length === 0 && (JSON.parse(posts) as PostKind[]).every(isVacant))
      );
    })
    .map((row) => ({
      ...matterOf('fill-seat', shownOf(row), dueOn(row.heldOn, council), ofTheService(office)),
      hasFallen: true,
    }));
};

/** Held once in the council, and not for teams of which some may have nobody. */
const isOfTheCouncil = (post: PostKind): boolean =>
  answersForEveryTeam(post) || SERVICE_POSTS.some((kind) => kind === post);

/** A closed meeting has dealt with everything, but for an item whose decision was taken back since: it is decided on again, in that meeting. */
const decisionsTakenBack = ({ reading, office }: Council): Matter[] => {
  const rows = reading.readModels.all<ToDecideAgain>(
    `SELECT DISTINCT item.meeting, meeting.name, meeting.held_on AS heldOn, meeting.posts, meeting.people, register.restricted_to AS readers
       FROM challenge_items AS item JOIN challenge_meetings AS meeting ON meeting.meeting = item.meeting
       LEFT JOIN dispute_register AS register ON register.reference = item.dispute
      WHERE meeting.status = 'closed' AND item.status = 'on-agenda'`,
  );
  return [...Map.groupBy(rows, ({ meeting }) => meeting).values()].map((items) => {
    const row = items[0]!;
    const asked = new Map(items.flatMap((item) => deciding(item, office)).map((each) => [each.person, each]));
    return {
      ...matterOf('decide-item-again', shownOf(row), NONE_SET, [...asked.values()]),
      waiting: waitingSince(NONE_SET, row.heldOn, countedBy(reading)),
    };
  });
};

interface ToDecideAgain extends ItemRow {
  /** Of the meeting, as JSON. */
  readonly posts: string;
  readonly people: string;
  /** Person ids on the list of its case, as JSON; null of a theme, and of a case that is not restricted. */
  readonly readers: string | null;
}

/**
 * Those who decide on an item again: who answers for the IRO service. A case that is kept from them is decided on by those on its list: of the
 * service, or else who sit in the meeting and may decide there; where there is nobody, the last to be asked, without reading it.
 */
const deciding = ({ posts, people, readers }: ToDecideAgain, office: Office): Asked[] => {
  if (readers === null) return ofTheService(office);
  const listed = JSON.parse(readers) as string[];
  const [seatedPosts, seated] = [JSON.parse(posts) as PostKind[], JSON.parse(people) as string[]];
  const sitting = listed.flatMap((person): InOffice[] =>
    office
      .postsOf(person)
      .filter(({ kind }) => rowFor('challenge.decide', kind) !== undefined)
      .filter(({ kind }) => seated.includes(person) || seatedPosts.includes(kind))
      .slice(0, 1)
      .map((post) => ({ person, post, owner: null })),
  );
  const service = office.ofTheService(listed);
  const found = service.length > 0 ? service : sitting;
  return found.length > 0 ? found.map((each) => ({ ...each, mayRead: true })) : ofTheService(office).map(unread);
};

const unread = (each: Asked): Asked => ({ ...each, mayRead: false });

/** A theme that a meeting wanted to look at again, and that stands on no agenda since. A case is asked about with its dispute. */
const themesToLookAt = (council: Council): Matter[] =>
  council.reading.readModels
    .all<ItemRow & { readonly nextLookOn: LocalDate }>(
      `SELECT item.meeting, meeting.name, meeting.held_on AS heldOn, min(item.next_look_on) AS nextLookOn
         FROM challenge_items AS item JOIN challenge_meetings AS meeting ON meeting.meeting = item.meeting
        WHERE item.about = 'theme' AND item.status = 'decided' AND item.next_look_on IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM challenge_items AS later JOIN challenge_meetings AS other ON other.meeting = later.meeting
            WHERE later.about = 'theme' AND later.theme = item.theme AND later.title = item.title AND later.meeting <> item.meeting
              AND later.status <> 'taken-off' AND other.status <> 'cancelled' AND other.held_on >= meeting.held_on)
        GROUP BY item.meeting, meeting.name, meeting.held_on`,
    )
    .map(({ nextLookOn, ...row }) =>
      matterOf('look-again-at-theme', shownOf(row), dueOn(nextLookOn, council), ofTheService(council.office)),
    );

const actionsOverThemes = (council: Council): Matter[] =>
  council.reading.readModels
    .all<ThemeActionRow>(
      `SELECT item.meeting, meeting.name, meeting.held_on AS heldOn, json_extract(action.value, '$.actionId') AS actionId,
              json_extract(action.value, '$.person') AS owner, json_extract(action.value, '$.by') AS "by"
         FROM challenge_items AS item JOIN challenge_meetings AS meeting ON meeting.meeting = item.meeting,
              json_each(item.actions) AS action
        WHERE item.about = 'theme' AND json_extract(action.value, '$.doneOn') IS NULL`,
    )
    .flatMap((row) => {
      const shown = shownOf(row);
      const due = row.by === null ? NONE_SET : dueOn(row.by, council);
      const owner = undertakenBy(row.owner, council.office);
      const service = ofTheService(council.office);
      const asked = owner.length > 0 ? owner : service;
      const matter = {
        ...matterOf('meeting-action', shown, due, asked),
        waiting: waitingSince(due, row.heldOn, countedBy(council.reading)),
        actionId: row.actionId,
        hasFallen: owner.length === 0,
      };
      // Those who run the meeting check what is late, as an IRO does what was agreed in a dispute.
      const checking = service.filter(({ person }) => !asked.some((each) => each.person === person));
      return due.late && checking.length > 0
        ? [matter, { ...matter, what: 'check-meeting-action' as const, asked: checking, hasFallen: false }]
        : [matter];
    });

/** They are in office and may mark what they undertook as done: of them alone it is asked. */
export const maySeeToIt = (person: string, office: Office): boolean =>
  office.postsOf(person).some(({ kind }) => rowFor('challenge.mark-action-done', kind) !== undefined);

const undertakenBy = (owner: string | null, office: Office): Asked[] =>
  owner !== null && maySeeToIt(owner, office) ? [{ person: owner, post: null, owner: null, mayRead: true }] : [];

const ofTheService = (office: Office): Asked[] =>
  office.lastResort(null).asked.map((found: InOffice) => ({
    ...found,
    mayRead: found.post !== null && answersForTheService({ posts: [found.post] }),
  }));

const dueOn = (day: LocalDate, { reading: { now, calendar } }: Council): Due => dueAsOf(awaitedBy(day), now, calendar);

/** A meeting is the IRO manager’s to hold; where nobody holds that post, it has fallen to those who are asked in their place. */
const matterOf = (what: Work, shown: Shown, due: Due, asked: readonly Asked[]): Matter => ({
  ...{ what, shown, actionId: null, due, waiting: null, asked },
  hasFallen: asked.every(({ post }) => post?.kind !== 'iro-manager'),
});

const shownOf = ({ meeting, name, heldOn }: ItemRow): Shown => ({
  ...{ reference: meeting, name, children: [], team: null, theme: null, ladder: null, stage: null, stageName: null },
  ...{ raisedOn: heldOn, takenOn: true, heldBy: null },
});
