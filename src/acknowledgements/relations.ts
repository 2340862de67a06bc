import type { RelationsFrom } from '../access/access.js';
import type { Relation } from '../access/access-table.js';
import { type Asker, ownerOf } from '../access/asker.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { Directory } from '../directory/directory.js';
import { covers, relationsByChild, workersOf } from '../directory/relations.js';
import type { RecordedEvent } from '../platform/event-store/event-store.js';
import type { Acknowledged, AcknowledgementEvent } from './events.js';

/** Who is what to an acknowledgement, whatever became of it. */
interface Bearings {
  readonly children: readonly string[];
  readonly team: string;
  /** Who gave it, and to whom it was handed over since. */
  readonly theirs: readonly string[];
  readonly named: readonly string[];
}

const bearingsIn = (events: readonly RecordedEvent[]): Bearings | undefined => {
  let bearings: Bearings | undefined;
  for (const { type, data } of events as unknown as readonly AcknowledgementEvent[]) {
    if (type === 'PracticeAcknowledged') bearings = { theirs: [data.giver], ...said(data.acknowledged) };
    if (type === 'AcknowledgementCorrected' && bearings) bearings = { ...bearings, ...said(data.acknowledged) };
    // Who gave it may know nothing of the child whom it is about.
    if (type === 'AcknowledgementMovedToChild' && bearings) bearings = { ...bearings, ...data.to, theirs: [] };
    if (type === 'AcknowledgementHandedOver' && bearings)
      bearings = { ...bearings, theirs: [...bearings.theirs, data.toIro] };
    if (type === 'AcknowledgementImported' || type === 'ImportedAcknowledgementCorrected')
      // The giver in it was found by a name, which opens nothing.
      bearings = { ...data.facts, theirs: [], named: [] };
  }
  return bearings;
};

const said = ({ children, team, people }: Acknowledged): Omit<Bearings, 'theirs'> => ({
  children,
  team,
  named: people.flatMap(({ person }) => person ?? []),
});

/** What the asker is to an acknowledgement, from each of their posts; nothing to one that is not there. */
export const relationsToAcknowledgement = (
  events: readonly RecordedEvent[],
  asker: Asker,
  directory: Directory,
  today: LocalDate,
): RelationsFrom => {
  const bearings = bearingsIn(events);
  return (post) => {
    if (!bearings) return [];
    const owners = bearings.children.map((child) => directory.child(child, today)?.iro);
    const workers = workersOf(bearings.children, directory, today);
    const relations: Relation[] = relationsByChild(post, asker, { owners, workers });
    if (covers(post, bearings.team, directory, today)) relations.push('own-team');
    if (bearings.theirs.includes(ownerOf(asker))) relations.push('own-act');
    if (bearings.named.includes(asker.person)) relations.push('named');
    return relations;
  };
};

/** Record numbers of those whom it is about; nobody for one that is not there. */
export const childrenOfAcknowledgement = (events: readonly RecordedEvent[]): readonly string[] =>
  bearingsIn(events)?.children ?? [];
