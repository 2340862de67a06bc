import type { RelationsFrom } from '../access/access.js';
import type { Relation } from '../access/access-table.js';
import { type Asker, ownerOf } from '../access/asker.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { Directory } from '../directory/directory.js';
import { covers, relationsByChild, workersOf } from '../directory/relations.js';
import type { RecordedEvent } from '../platform/event-store/event-store.js';
import type { Acknowledged, AcknowledgementEvent } from './events.js';

/** As much of an event, recorded or tried, as says whom it concerns. */
export interface HappenedToIt {
  readonly type: string;
  readonly data: unknown;
}

/** The people, children and team that an acknowledgement concerns, whatever became of it. */
interface ConcernedParties {
  readonly children: readonly string[];
  readonly team: string;
  /** The person who gave it, and to whom it was handed over since. */
  readonly theirs: readonly string[];
  readonly named: readonly string[];
  /** The whole team is thanked: whoever held a post of it on the day on which it was given. */
  readonly wholeTeam: boolean;
  readonly givenOn: LocalDate;
}

const partiesIn = (events: readonly HappenedToIt[]): ConcernedParties | undefined => {
  let parties: ConcernedParties | undefined;
  for (const { type, data } of events as unknown as readonly AcknowledgementEvent[]) {
    if (type === 'PracticeAcknowledged')
      parties = { theirs: [data.giver], givenOn: data.givenOn, ...said(data.acknowledged) };
    if (type === 'AcknowledgementCorrected' && parties) parties = { ...parties, ...said(data.acknowledged) };
    // The person who gave it may know nothing of the child whom it is about.
    if (type === 'AcknowledgementMovedToChild' && parties) parties = { ...parties, ...data.to, theirs: [] };
    if (type === 'AcknowledgementHandedOver' && parties)
      parties = { ...parties, theirs: [...parties.theirs, data.toIro] };
    if (type === 'AcknowledgementImported' || type === 'ImportedAcknowledgementCorrected')
      // The giver in it was found by a name, which opens nothing.
      parties = { ...data.facts, theirs: [], named: [], wholeTeam: false };
  }
  return parties;
};

const said = ({ children, team, people, wholeTeam }: Acknowledged): Omit<ConcernedParties, 'theirs' | 'givenOn'> => ({
  children,
  team,
  wholeTeam,
  named: people.flatMap(({ person }) => person ?? []),
});

const isOfThankedTeam = (
  { person }: Asker,
  { wholeTeam, team, givenOn }: ConcernedParties,
  directory: Directory,
): boolean => wholeTeam && directory.postsHeldBy(person, givenOn).some((post) => post.team === team);

/** The teams whose posts somebody held on a day, each once. */
export const teamsOnTheDay = (people: readonly string[], on: LocalDate, directory: Directory): string[] => [
  ...new Set(people.flatMap((person) => directory.postsHeldBy(person, on).flatMap(({ team }) => team ?? []))),
];

/** The asker's relations to an acknowledgement, from each of their posts; none to one that does not exist. */
export const relationsToAcknowledgement = (
  events: readonly HappenedToIt[],
  asker: Asker,
  directory: Directory,
  today: LocalDate,
): RelationsFrom => {
  const parties = partiesIn(events);
  return (post) => {
    if (!parties) return [];
    const owners = parties.children.map((child) => directory.child(child, today)?.iro);
    const workers = workersOf(parties.children, directory, today);
    const relations: Relation[] = relationsByChild(post, asker, { owners, workers });
    // It goes to the manager of each person thanked too, whose team may be another than the child's (domain brief 4.3).
    const teams = [parties.team, ...teamsOnTheDay(parties.named, parties.givenOn, directory)];
    if (teams.some((team) => covers(post, team, directory, today))) relations.push('own-team');
    if (parties.theirs.includes(ownerOf(asker))) relations.push('own-act');
    if (parties.named.includes(asker.person) || isOfThankedTeam(asker, parties, directory)) relations.push('named');
    return relations;
  };
};

/** Record numbers of those whom it is about; nobody for one that does not exist. */
export const childrenOfAcknowledgement = (events: readonly RecordedEvent[]): readonly string[] =>
  partiesIn(events)?.children ?? [];
