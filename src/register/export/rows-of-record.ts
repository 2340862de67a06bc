import type { ImportedAcknowledgementFacts } from '../../acknowledgements/events.js';
import { type Condition, EVERY_ROW } from '../../access/scope.js';
import type { ImportedDisputeFacts, RegisterFact } from '../../disputes/events.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { MAIN_LADDER } from '../../protocol/protocol.js';

/** A record as a row of a register says it, whether it was imported or raised here. */
export interface RowOfRecord<Facts> {
  /** Under which it is kept here. */
  readonly reference: string;
  /** Under which the council knows it. */
  readonly ownReference: string;
  readonly facts: Facts;
  /** Facts for which its register had no column: nothing is written of them, not even an empty cell. */
  readonly lacks: readonly RegisterFact[];
}
export type DisputeRow = RowOfRecord<ImportedDisputeFacts>;
export type AcknowledgementRow = RowOfRecord<ImportedAcknowledgementFacts>;

/** Disputes that are written: what is restricted is for the people on its list, and what was of another child is of nobody. */
export const WRITTEN = `kind IN ('informal', 'formal') AND restricted_to IS NULL AND NOT of_wrong_child`;

/**
 * A register knows the stages of the main ladder, and of those none that an informal dispute reached: one on another ladder is written as
 * a row that says no more than that it is formal.
 */
const STAGE_OF_ROW = `CASE WHEN kind = 'informal' THEN 0 WHEN ladder <> '${MAIN_LADDER}' THEN 1 ELSE stage END`;

/**
 * Every dispute that is written, in the order of the days on which they were raised. They are the rows from which every figure is counted,
 * so that a figure made from the file is made from the same facts.
 * @param among what else leaves out rows (alias `register`)
 */
export const disputesToWrite = (readModels: ReadModels, among: Condition = EVERY_ROW): DisputeRow[] =>
  readModels
    .all<Stored<ImportedDisputeFacts>>(
      `SELECT reference, coalesce(own_reference, reference) AS ownReference, lacks,
              kind, children, iro, team, team_manager AS teamManager, raised_on AS raisedOn, theme, concern,
              spoke_first AS spokeFirst, due_on AS dueOn, answered_on AS answeredOn, agreement, ${STAGE_OF_ROW} AS stageReached,
              challenge_meeting AS challengeMeeting, outcome, ended_on AS resolvedOn, impact ->> 0 AS impact,
              coalesce(outcome_words, 'Formalised as ' || formalised_by) AS outcomeWords, impact_words AS impactWords
         FROM dispute_register AS register WHERE ${WRITTEN} AND (${among.sql}) ORDER BY raised_on, ownReference`,
      among.parameters,
    )
    .map(({ reference, ownReference, lacks, children, spokeFirst, challengeMeeting, ...facts }) => ({
      reference,
      ownReference,
      lacks: parsed<RegisterFact>(lacks),
      facts: {
        ...facts,
        children: parsed<string>(children),
        spokeFirst: yesOrNo(spokeFirst),
        challengeMeeting: yesOrNo(challengeMeeting),
      },
    }));

/**
 * Every acknowledgement, withdrawn ones included, for they are counted.
 * @param among what else leaves out rows (alias `register`)
 */
export const acknowledgementsToWrite = (readModels: ReadModels, among: Condition = EVERY_ROW): AcknowledgementRow[] =>
  readModels
    .all<Stored<ImportedAcknowledgementFacts>>(
      `SELECT reference, coalesce(own_reference, reference) AS ownReference, lacks,
              children, giver, team, given_on AS givenOn, theme, what_they_did AS whatTheyDid
         FROM acknowledgement_register AS register WHERE ${among.sql} ORDER BY given_on, ownReference`,
      among.parameters,
    )
    .map(({ reference, ownReference, lacks, children, ...facts }) => ({
      reference,
      ownReference,
      lacks: parsed<RegisterFact>(lacks),
      facts: { ...facts, children: parsed<string>(children) },
    }));

/** As SQLite keeps it: lists as JSON, yes and no as 1 and 0. */
type Stored<Facts> = {
  readonly [Fact in keyof Facts]: Facts[Fact] extends string[]
    ? string
    : Facts[Fact] extends boolean | null
      ? number | null
      : Facts[Fact];
} & { readonly reference: string; readonly ownReference: string; readonly lacks: string };

const parsed = <Item>(kept: string): Item[] => JSON.parse(kept) as Item[];

const yesOrNo = (kept: number | null): boolean | null => (kept === null ? null : kept === 1);
