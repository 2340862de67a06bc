import { mayKnow } from '../access/access.js';
import type { Acknowledged, AcknowledgementEvent } from '../acknowledgements/events.js';
import { type HappenedToIt, relationsToAcknowledgement, teamsOnTheDay } from '../acknowledgements/relations.js';
import type { AcknowledgementState, Given } from '../acknowledgements/state.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { Directory } from '../directory/directory.js';
import { managersWithoutTeam } from '../roles/above.js';
import type { Office } from '../work/office.js';
import { type Recipient } from './concerned.js';
import { fromTable } from './from-table.js';
import type { NoticeKind } from './kinds.js';
import { tellsOf } from './table/table.js';
import type { Wanted } from './who-is-told.js';

/**
 * A practice acknowledgement goes to a person who is thanked and to their manager (domain brief 4.3), beside the manager of the child's
 * team, and so does that it was corrected or taken back; the person who gave it hears what others did with it.
 *
 * @param before as it was before the event
 * @param after as the event left it
 * @param called what this council calls it
 * @param directory says to whose teams those who are thanked belonged
 * @param on the day of the event, in London
 */
export const toldOfAcknowledgement = (
  event: AcknowledgementEvent,
  before: AcknowledgementState,
  after: AcknowledgementState,
  called: string,
  directory: Directory,
  on: LocalDate,
): Wanted[] => {
  const given = after.status === 'given' ? after : before;
  if (given.status !== 'given') return [];
  const now = peopleIn(given.acknowledged);
  const earlier = before.status === 'given' ? peopleIn(before.acknowledged) : [];
  const { team } = given.acknowledged;
  const teamBefore = before.status === 'given' ? before.acknowledged.team : team;
  const ofOne = team === teamBefore;
  const teams = teamsOf(given, directory);
  const teamsBefore = before.status === 'given' ? teamsOf(before, directory) : teams;
  const people = (which: readonly string[]): Recipient[] => which.map((person) => ({ person }));
  const wholeTeam = teamThankedIn(given);
  const wholeBefore = before.status === 'given' ? teamThankedIn(before) : [];
  const managers = people(managersAbove(given, directory));
  const isAsBefore = ofOne && wholeTeam.length === wholeBefore.length;
  return fromTable(tellsOf('acknowledgement', event.type), {
    recipients: {
      thanked: [...people(now), ...wholeTeam],
      'thanked-anew': [...people(now.filter((person) => !earlier.includes(person))), ...(isAsBefore ? [] : wholeTeam)],
      'thanked-still': [...people(now.filter((person) => earlier.includes(person))), ...(isAsBefore ? wholeTeam : [])],
      'thanked-no-more': [
        ...people(earlier.filter((person) => !now.includes(person))),
        ...(isAsBefore ? [] : wholeBefore),
      ],
      'their-manager': [...managersOf(teams), ...managers],
      'their-new-manager': managersOf(teams.filter((each) => !teamsBefore.includes(each))),
      'their-manager-before': managersOf(teamsBefore.filter((each) => !teams.includes(each))),
      giver: people([...new Set([given.giver, given.heldBy])]),
      'new-iro': people(irosOf(given.acknowledged.children, directory, on)),
    },
    line: (kind) => ({ kind, about: given.reference, called, dueOn: null, dueAt: null, actionId: null }),
  });
};

/** Everybody for whom it is as it stands: the people and the team thanked, their managers, and whoever gave it and looks after it. */
export const concernedNow = (given: Given, directory: Directory): Recipient[] => [
  ...[...peopleIn(given.acknowledged), ...managersAbove(given, directory), given.giver, given.heldBy].map((person) => ({
    person,
  })),
  ...teamThankedIn(given),
  ...managersOf(teamsOf(given, directory)),
];

/** The IROs of the children on a day, each once. */
const irosOf = (children: readonly string[], directory: Directory, on: LocalDate): string[] => [
  ...new Set(children.flatMap((child) => directory.child(child, on)?.iro ?? [])),
];

const peopleIn = ({ people }: Acknowledged): string[] => people.flatMap(({ person }) => person ?? []);

/** The team of the child, and those of the people who are thanked, each once. */
const teamsOf = ({ acknowledged, givenOn }: Given, directory: Directory): string[] => [
  ...new Set([acknowledged.team, ...teamsOnTheDay(peopleIn(acknowledged), givenOn, directory)]),
];

/** Of a person whose post has no team: whoever is above it. */
const managersAbove = ({ acknowledged, givenOn }: Given, directory: Directory): string[] => [
  ...new Set(peopleIn(acknowledged).flatMap((person) => managersWithoutTeam(person, directory, givenOn))),
];

/** Those who held a post of it when it was given; a person who came to it later was not meant. */
const teamThankedIn = ({ acknowledged: { wholeTeam, team }, givenOn }: Given): Recipient[] =>
  wholeTeam ? [{ wholeTeam: team, on: givenOn }] : [];

/** The text is for those who may read it; the person who gave it hears of it in any case. */
const SHOWN_TO_THE_THANKED: readonly NoticeKind[] = ['acknowledgement-received', 'acknowledgement-corrected'];

/**
 * Without those who are thanked and whose posts read no case, as an administrator's: what they could not open is no news to them, and
 * whoever gave it is advised to tell them (src/acknowledgements/give/who-is-thanked.ts).
 *
 * @param history of the acknowledgement, what has just happened included
 */
export const withinReach = <Told extends { readonly kind: NoticeKind; readonly person: string }>(
  addressed: readonly Told[],
  history: readonly HappenedToIt[],
  { giver, heldBy }: Pick<Given, 'giver' | 'heldBy'>,
  office: Office,
): Told[] =>
  addressed.filter(
    ({ kind, person }) =>
      !SHOWN_TO_THE_THANKED.includes(kind) || [giver, heldBy].includes(person) || mayReadIt(person, history, office),
  );

/** In full: to whoever counts, or sees an outline, what was written is not shown. */
const mayReadIt = (person: string, history: readonly HappenedToIt[], office: Office): boolean => {
  const asker = office.asker(person);
  const relations = relationsToAcknowledgement(history, asker, office.directory, office.on);
  return mayKnow(asker, relations, ['acknowledgement.read']);
};

const managersOf = (teams: readonly string[]): Recipient[] => teams.map((team) => ({ post: 'team-manager', team }));
