import type {
  Acknowledged,
  AcknowledgementEvent,
  ImportedAcknowledgementFacts,
} from '../../src/acknowledgements/events.js';
import { stillStands } from '../../src/acknowledgements/thanks.js';
import type { FinancialYear, LocalDate, Quarter } from '../../src/calendar/calendar.js';
import { financialYearOf, quarterOf } from '../../src/calendar/dates.js';
import type { RegisterFact } from '../../src/disputes/events.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import type { PostKind } from '../../src/protocol/protocol.js';
import { themeGroupOf } from '../../src/protocol/themes.js';
import { changing, idOf } from '../folding.js';

/** One row for each practice acknowledgement, in its current version. */
export type AcknowledgementRow = {
  readonly reference: string;
  readonly own_reference: string | null;
  readonly status: 'given' | 'withdrawn';
  readonly year: FinancialYear;
  readonly quarter: Quarter;
  /** The day that decides year and quarter. */
  readonly given_on: LocalDate;
  /** As on that day; a later move changes nothing. */
  readonly team: string;
  readonly theme: string;
  readonly theme_group: string;
  readonly giver: string | null;
  /** Person id of the IRO to whom it was handed over; null while it is with the person who gave it. */
  readonly held_by: string | null;
  /** The giver's post on that day: published totals may leave conference chairs out. Null where a register does not say. */
  readonly giver_role: PostKind | null;
  readonly children: readonly string[];
  readonly child_count: number;
  readonly people: Acknowledged['people'];
  readonly whole_team: boolean;
  /** 1 as first given; a correction makes the next. */
  readonly version: number;
  /** Words of thanks that stand under the current version. */
  readonly thanks: number;
  /** Person ids of those who gave them. */
  readonly thanked_by: readonly string[];
  readonly imported: boolean;
  readonly import_id: string | null;
  readonly source_file: string | null;
  readonly source_row: number | null;
  /** Facts that its register had no column for. */
  readonly lacks: readonly RegisterFact[];
  /** The reason why it was corrected after it had been read in, once for each time. */
  readonly corrected_because: readonly string[];
  /** It was written down for another child first: who gave it may know nothing of this one. */
  readonly was_moved: boolean;
  readonly what_they_did: string | null;
  readonly difference_for_child: string | null;
  readonly revision: number;
};

export const acknowledgementRegister: Projection<AcknowledgementRow> = {
  name: 'acknowledgement_register',
  version: 5,
  categories: ['acknowledgement'],
  columns: {
    reference: 'text',
    own_reference: 'text',
    status: 'text',
    year: 'text',
    quarter: 'text',
    given_on: 'text',
    team: 'text',
    theme: 'text',
    theme_group: 'text',
    giver: 'text',
    held_by: 'text',
    giver_role: 'text',
    children: 'json',
    child_count: 'integer',
    people: 'json',
    whole_team: 'boolean',
    version: 'integer',
    thanks: 'integer',
    thanked_by: 'json',
    imported: 'boolean',
    import_id: 'text',
    source_file: 'text',
    source_row: 'integer',
    lacks: 'json',
    corrected_because: 'json',
    was_moved: 'boolean',
    what_they_did: 'text',
    difference_for_child: 'text',
    revision: 'integer',
  },
  key: ['reference'],
  indexes: [
    ['year', 'quarter', 'team', 'theme_group', 'theme', 'status', 'giver', 'given_on', 'imported'],
    ['given_on', 'reference'],
    ['imported', 'given_on'],
    ['import_id'],
    ['own_reference'],
  ],
  revisionIn: 'revision',
  partitionBy: idOf,
  when: handlers<AcknowledgementEvent, AcknowledgementRow>({
    PracticeAcknowledged: (_, { data }) => [
      {
        reference: data.reference,
        own_reference: null,
        status: 'given',
        ...countedOn(data.givenOn),
        giver: data.giver,
        held_by: null,
        giver_role: data.giverRole,
        ...said(data.acknowledged),
        version: 1,
        thanks: 0,
        thanked_by: [],
        imported: false,
        was_moved: false,
        import_id: null,
        source_file: null,
        source_row: null,
        lacks: [],
        corrected_because: [],
      },
    ],
    AcknowledgementThanked: changing((row, { metadata }) => thankedBy([...row.thanked_by, metadata.actor.person])),
    AcknowledgementThanksTakenBack: changing((row, { metadata }) =>
      thankedBy(row.thanked_by.filter((person) => person !== metadata.actor.person)),
    ),
    AcknowledgementCorrected: changing((row, { data }) => ({
      ...said(data.acknowledged),
      ...thankedBy(row.thanked_by.filter((person) => stillStands(person, row, data.acknowledged))),
      version: row.version + 1,
    })),
    AcknowledgementMovedToChild: changing((row, { data: { to } }) => ({
      ...to,
      ...thankedBy(row.thanked_by.filter((person) => stillStands(person, row, { ...row, team: to.team }))),
      was_moved: true,
      child_count: to.children.length,
    })),
    AcknowledgementHandedOver: changing((_, { data }) => ({ held_by: data.toIro })),
    AcknowledgementWithdrawn: changing((_) => ({ status: 'withdrawn' })),
    AcknowledgementImported: (_, { data }) => [
      {
        reference: data.reference,
        own_reference: data.ownReference,
        status: 'given',
        ...factsOf(data.facts),
        giver_role: null,
        held_by: null,
        people: [],
        whole_team: false,
        difference_for_child: null,
        version: 1,
        thanks: 0,
        thanked_by: [],
        imported: true,
        was_moved: false,
        import_id: data.importId,
        source_file: data.source.file,
        source_row: data.source.row,
        lacks: data.source.lacks ?? [],
        corrected_because: [],
      },
    ],
    ImportedAcknowledgementCorrected: changing((row, { data }) => ({
      ...factsOf(data.facts),
      lacks: data.facts.children.length > 0 ? row.lacks.filter((fact) => fact !== 'child') : row.lacks,
      corrected_because: [...row.corrected_because, data.reason],
      version: row.version + 1,
    })),
    ImportedAcknowledgementWithdrawn: () => [],
  }),
};

const thankedBy = (people: readonly string[]): Pick<AcknowledgementRow, 'thanks' | 'thanked_by'> => ({
  thanks: people.length,
  thanked_by: people,
});

const countedOn = (day: LocalDate): Pick<AcknowledgementRow, 'given_on' | 'year' | 'quarter'> => ({
  given_on: day,
  year: financialYearOf(day),
  quarter: quarterOf(day),
});

const said = (acknowledged: Acknowledged) => ({
  team: acknowledged.team,
  theme: acknowledged.theme,
  theme_group: themeGroupOf(acknowledged.theme),
  children: acknowledged.children,
  child_count: acknowledged.children.length,
  people: acknowledged.people,
  whole_team: acknowledged.wholeTeam,
  what_they_did: acknowledged.whatTheyDid,
  difference_for_child: acknowledged.differenceForChild,
});

const factsOf = (facts: ImportedAcknowledgementFacts) => ({
  ...countedOn(facts.givenOn),
  team: facts.team,
  theme: facts.theme,
  theme_group: themeGroupOf(facts.theme),
  giver: facts.giver,
  children: facts.children,
  child_count: facts.children.length,
  what_they_did: facts.whatTheyDid,
});
