import { londonDate } from '../../calendar/dates.js';
import type { Instant } from '../../calendar/calendar.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { MAIN_LADDER } from '../../protocol/protocol.js';
import { figuresOfTheService } from '../../reports/measures.js';
import { disputesWithOtherAnswers } from './answers-of-rows.js';
import { type DisputeRow, WRITTEN } from './rows-of-record.js';

/** Something of records kept here for which a row of a spreadsheet has no cell. */
export interface NotCarried {
  /** In words, after the number of them: `disputes with more time to answer`. */
  readonly what: string;
  readonly count: number;
  /** The figures that are others when the files are read again, as the reports name them; none where only words are missing. */
  readonly figures: readonly string[];
}

/** Stands for all figures, if any of them may differ. */
export const EVERY_FIGURE = 'every figure';

interface Leaving {
  readonly what: string;
  readonly figures: readonly string[];
  /** A query that gives one row for each. */
  readonly of: string;
}

const ofDisputes = (condition: string, what: string, ...figures: string[]): Leaving => ({
  what,
  figures,
  of: `SELECT reference FROM dispute_register WHERE ${WRITTEN} AND ${condition}`,
});

const ofAcknowledgements = (condition: string, what: string, ...figures: string[]): Leaving => ({
  what,
  figures,
  of: `SELECT reference FROM acknowledgement_register WHERE ${condition}`,
});

const WHAT_CHANGED = 'what changed';
const HOW_FAR = 'how far it went';
const TIMELINESS = 'timeliness';
const REPEATS = 'repeats';
/** Of formal disputes, by the highest stage that they reached. */
const STAGES = ['highest reached', 'resolved there', 'themes by stage'];

const LEFT_OUT: readonly Leaving[] = [
  {
    what: 'disputes restricted to named readers (left out)',
    figures: [EVERY_FIGURE],
    of: `SELECT reference FROM dispute_register WHERE kind IN ('informal', 'formal') AND restricted_to IS NOT NULL AND NOT of_wrong_child`,
  },
  {
    what: 'disputes voided as another child’s (left out)',
    figures: ['disputes voided'],
    of: `SELECT reference FROM dispute_register WHERE of_wrong_child`,
  },
  {
    what: 'conversations that led to no dispute (left out)',
    figures: ['conversations that led to no dispute'],
    of: `SELECT reference FROM dispute_register WHERE status = 'recorded'`,
  },
  {
    what: 'checks of reviews (left out)',
    figures: ['mid-way audits', 'preparation checks', 'needs assessments after 18', 'standards not met'],
    of: 'SELECT DISTINCT reference FROM review_checks',
  },
  {
    what: 'items of challenge meetings (left out)',
    figures: ['items dealt with', WHAT_CHANGED],
    of: 'SELECT meeting FROM challenge_items',
  },
  { what: 'recommendations of reviews (left out)', figures: [], of: 'SELECT reference FROM recommendations' },
  {
    what: 'totals that were published (left out)',
    figures: [EVERY_FIGURE],
    of: 'SELECT measure FROM published_totals',
  },
  { what: 'notes on figures (left out)', figures: [EVERY_FIGURE], of: 'SELECT measure FROM figure_notes' },
];

const WRITTEN_IN_PART: readonly Leaving[] = [
  ofDisputes(
    `status = 'formalised'`,
    'informal disputes that became formal ones (read again as closed, outcome not recorded)',
    ...['became formal', 'ended otherwise', 'closed, outcome not recorded', HOW_FAR, WHAT_CHANGED, REPEATS],
  ),
  ofDisputes(`links <> '[]'`, 'disputes linked to another one', 're-raised', REPEATS, WHAT_CHANGED),
  ofDisputes('extensions > 0', 'disputes with more time to answer', 'extended', TIMELINESS),
  ofDisputes(
    'json_array_length(stage_history) > 1',
    'disputes with more than one stage (the days of each)',
    TIMELINESS,
  ),
  ofDisputes(
    `ladder <> '${MAIN_LADDER}'`,
    'disputes on another ladder than the main one (read again at stage 1 of that)',
    ...STAGES,
    ...['answers due', 'answered in time', 'answered by the date in force', TIMELINESS, HOW_FAR],
  ),
  ofDisputes(
    `kind = 'informal' AND stage > 0`,
    'informal disputes at a stage of their ladder that is not formal yet (read again without it)',
    ...[...STAGES, 'pre-formal', HOW_FAR, TIMELINESS],
  ),
  ofDisputes('level IS NOT NULL', 'disputes with a level', TIMELINESS),
  ofDisputes('reopened > 0', 'disputes that were opened again', 'reopened', WHAT_CHANGED),
  ofDisputes('cafcass_referrals > 0', 'disputes referred to Cafcass', 'referred to Cafcass'),
  ofDisputes('actions_agreed > 0', 'disputes with actions', 'actions agreed', 'actions done', WHAT_CHANGED),
  ofDisputes(
    'json_array_length(impact) > 1',
    'disputes that changed several things (the first is written)',
    WHAT_CHANGED,
  ),
  ofDisputes(
    '(child_view OR child_told IS NOT NULL OR advocate_offered IS NOT NULL)',
    'disputes with what was recorded of the child',
    ...['child’s view', 'child told', 'advocate offered'],
  ),
  ofDisputes(`agencies <> '[]'`, 'disputes taken to another agency', 'taken to another agency'),
  ofDisputes('iro_dissents', 'disputes resolved against the IRO’s view', 'resolved against the IRO’s view'),
  ofDisputes('held_by IS NOT iro AND NOT imported', 'disputes that another IRO holds by now (written under the first)'),
  ofDisputes(`secondary_themes <> '[]'`, 'disputes with secondary themes'),
  ofDisputes(`corrected_because <> '[]'`, 'imported disputes that were corrected (why)'),
  ofAcknowledgements(
    `status = 'withdrawn'`,
    'withdrawn acknowledgements (written, since they are counted, but not as withdrawn)',
    'acknowledgements withdrawn',
  ),
  ofAcknowledgements('thanks > 0', 'acknowledgements with thanks'),
  ofAcknowledgements(
    'giver_role IS NOT NULL',
    'acknowledgements with the post of who gave them',
    ...['acknowledgements given by IROs', 'acknowledgements given by conference chairs'],
  ),
];

/** Somebody worked in the service itself, so it knows of what no register holds. */
const IS_LIVE = `SELECT EXISTS (SELECT 1 FROM dispute_register WHERE NOT imported AND kind <> 'conversation')
                     OR EXISTS (SELECT 1 FROM acknowledgement_register WHERE NOT imported) AS live`;

/** The facts that rows of a spreadsheet leave behind: how many records of each, most first, and the figures that differ for it. */
export const leftBehind = (written: readonly DisputeRow[], readModels: ReadModels, now: Instant): NotCarried[] => {
  const counted = [...LEFT_OUT, ...WRITTEN_IN_PART].map(({ what, figures, of }) => ({
    what,
    figures,
    count: readModels.get<{ count: number }>(`SELECT count(*) AS count FROM (${of})`)!.count,
  }));
  const otherAnswers = {
    what:
      'disputes whose answers one row cannot tell (several answers, stages or dates, time that stood still, ' +
      'or a date that has passed since the row was read)',
    figures: ['answers due', 'answered in time', 'answered by the date in force', TIMELINESS],
    count: disputesWithOtherAnswers(written, readModels, now, londonDate(now)).length,
  };
  return [...counted, otherAnswers, ...ofTheService(readModels)]
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
};

/** Of a register these figures are never known, not even as 0. */
const ofTheService = (readModels: ReadModels): NotCarried[] => {
  if (readModels.get<{ live: number }>(IS_LIVE)!.live === 0) return [];
  const figures = figuresOfTheService();
  const what = 'figures that only this service counts (read again, they say “not collected”)';
  return [{ what, count: figures.length, figures: [...figures, TIMELINESS, WHAT_CHANGED] }];
};
