/** The reports that stand beside the annual one. */
export const FIGURES = ['escalations', 'timeliness', 'how-far', 'so-what', 'repeats'] as const;
export type FigureOf = (typeof FIGURES)[number];

/** What a figure counts, as data: printed below the figures, and on the page docs/figures.md. */
export interface Definition {
  readonly label: string;
  readonly definition: string;
}

const RAISED_IN_THE_YEAR: Definition = {
  label: 'Disputes of a year',
  definition:
    'those raised from 1 April to 31 March, London time, under the team of that day and its name then; voided left out, withdrawn included.',
};
const SHARES: Definition = {
  label: 'Shares',
  definition: 'whole per cent, rounded half up from the counts, never from rounded parts.',
};

const DEFINITIONS: Readonly<Record<FigureOf, readonly Definition[]>> = {
  escalations: [
    {
      label: 'Open',
      definition:
        'every dispute without a stated end, at the stage it is at now, those imported and not yet taken on among them.',
    },
    {
      label: 'Who must act',
      definition:
        'the posts that the protocol names for the stage, in the version under which it began, with whoever holds them today; "vacancy" where nobody does. The IRO is whoever holds the dispute.',
    },
    {
      label: 'Late',
      definition:
        'an answer is awaited that had not come at the moment it was due: the first moment after the due day in London, or the hour itself; where several must answer, from all of them. Worked out when it is read. A judge has no date; what stopped in time, by a pause or a child’s death, is not late, and what was late before it stopped is; what is imported and not taken on is never due.',
    },
    {
      label: 'Working days left, or late',
      definition:
        'Monday to Friday without bank holidays and the council’s own closing days; 0 left on the day itself. Where the bank holidays of a year are not known yet they are counted without any, and marked as not yet certain.',
    },
    {
      label: 'Order of need',
      definition:
        'the longest late first, then by date, then those with none set, the oldest first; what nobody has taken on comes last.',
    },
    {
      label: 'Late, by who should act',
      definition: 'each late dispute once, under all who should act on it together; teams A to Z, never by count.',
    },
    {
      label: 'Oldest',
      definition: 'working days since the oldest at the stage was raised, of those that somebody works on.',
    },
    {
      label: 'Actions overdue',
      definition:
        'actions agreed and not done whose day has passed, also of disputes that have ended; one with words for a date is never overdue, nor one that stands still since a child’s death.',
    },
    {
      label: 'This week',
      definition:
        'since Monday. Moved up: to a higher stage, or from informal to formal. Settled: resolved. Came back: opened again, or raised again as a new dispute.',
    },
  ],
  timeliness: [
    RAISED_IN_THE_YEAR,
    {
      label: 'Due',
      definition:
        'one for each round of a stage’s clock: answers given, and answers that had not come at their first date while the dispute waited for them and the clock ran. Where several must answer, the last answer counts. What was taken up or ended before its date was never due. A register’s row without an answer says nothing.',
    },
    {
      label: 'By first date',
      definition: 'given by the date that the protocol set, whatever extension or pause came later.',
    },
    {
      label: 'By date in force',
      definition:
        'given by the date in force, extensions, pauses and earlier dates included; of answers given, and answers that had not come at the date in force.',
    },
    { label: 'Extended', definition: 'answers due whose date was moved by an extension.' },
    {
      label: 'Median working days',
      definition:
        'from the day the clock began, day 0, to the day of the answer, of those answered; with two in the middle, halfway between them.',
    },
    {
      label: 'Stage',
      definition:
        '"not collected" where a register’s row went higher and does not say which stage its one answer belongs to.',
    },
    {
      label: 'Over the total',
      definition:
        'formal disputes that missed the limit over all stages: from formal raising until every stage had its answer or was over, or to now while one has not, they took more working days than the protocol of that day allows in total; 20 where it says nothing (IRO Handbook 6.2). Nothing pauses this count. A register’s row counts to its last answer; of one that is over and was never answered nothing is known.',
    },
    SHARES,
  ],
  'how-far': [
    RAISED_IN_THE_YEAR,
    {
      label: 'Informal and formal',
      definition: 'apart, and never added: an informal dispute that became formal is one of each.',
    },
    {
      label: 'Where it came to rest',
      definition:
        'each dispute in one place only, so the counts add up to all that were raised. Settled: resolved, under the highest stage reached. After a challenge meeting: resolved after such a meeting had decided, or where the register says there was one. Carried on by Cafcass: ended because Cafcass carries it on.',
    },
    { label: 'Referred to Cafcass', definition: 'at any time, whatever became of it; it counts in its place as well.' },
    SHARES,
  ],
  'so-what': [
    RAISED_IN_THE_YEAR,
    {
      label: 'Closed',
      definition:
        'resolved, ended in stalemate, or ended because the child left care or Cafcass carries it on; not those withdrawn, and not informal ones carried on as formal.',
    },
    { label: 'Outcome', definition: 'the code of the stated end; they add up to all that are closed.' },
    {
      label: 'What changed for the child',
      definition:
        'as whoever closed it said; one dispute may have several, so they may add up to more than are closed.',
    },
    { label: 'Reopened', definition: 'disputes opened again after they had ended, whatever their state now.' },
    {
      label: 'Raised again',
      definition: 'closed disputes to which a later one is linked as raising the same matter again.',
    },
    {
      label: 'Actions',
      definition:
        'agreed in these disputes, each in one line; in time where done on or before the day agreed, of those that were due: done with a day set, or overdue. Of a dispute that was withdrawn, only what was done: the rest is owed no more.',
    },
    SHARES,
  ],
  repeats: [
    {
      label: 'Disputes of a year',
      definition:
        'those raised from 1 April to 31 March, London time; voided and withdrawn left out, for what was wrong or taken back repeats nothing and is not repeated.',
    },
    {
      label: 'Repeats',
      definition:
        'a dispute about the same child and the same theme group as another raised within the six months before, counted once, however many children and earlier disputes there are. Drift and delay is one group.',
    },
    {
      label: 'Not a repeat',
      definition: 'a formal dispute that carries on an informal one: it is the same matter.',
    },
    SHARES,
  ],
};

/** In the order in which the figures stand. */
export const definitionsOf = (figures: FigureOf): readonly Definition[] => DEFINITIONS[figures];
