import { teamNameOn } from '../../../projections/names.js';
import type { RegisterFact } from '../../disputes/events.js';
import { type FeedTable, day, list, number, pseudonyms, text, yesNo } from '../feed-table.js';

/** Nothing is known of a fact for which the register of the row had no column. */
const known = (fact: RegisterFact, column: string): string =>
  `CASE WHEN EXISTS (SELECT 1 FROM json_each(dispute.lacks) AS lacking WHERE lacking.value = '${fact}') THEN NULL ELSE ${column} END`;

export const disputes: FeedTable = {
  name: 'disputes',
  row: 'one dispute, or a conversation that led to none; a dispute that became formal in its own record has one for each of its two parts',
  from: 'counted_register AS dispute',
  key: ['dispute.reference', 'dispute.part'],
  fields: [
    text('reference', 'dispute.reference', 'Its reference, which never changes.'),
    number(
      'part',
      'dispute.part',
      '1, and 2 for the formal part of a dispute that became formal in its own record: reference and part name a row for good.',
    ),
    text(
      'kind',
      'dispute.kind',
      '`informal`, `formal`, or `conversation` for a first contact that stands alone, and is counted as one unless its status is `withdrawn`.',
    ),
    yesNo(
      'counted',
      `dispute.kind <> 'conversation' AND dispute.status <> 'voided'`,
      'Whether the figures of a year count it: conversations are counted apart, and what is voided is not counted.',
    ),
    text('status', 'dispute.status', 'Where it stands, or how it ended.'),
    text('year', 'dispute.year', 'The financial year in which it counts, by the day on which it was raised.'),
    text('quarter', 'dispute.quarter', 'The quarter of that year.'),
    day('raisedOn', 'dispute.raised_on', 'The day on which it was raised.'),
    text('team', 'dispute.team', 'Id of the team of that day, under which it is counted for ever.'),
    text('teamName', teamNameOn('dispute.team', 'dispute.raised_on'), 'What the team was called on that day.'),
    text('theme', 'dispute.theme', 'Code of its primary theme; empty for a conversation alone.'),
    text('themeGroup', 'dispute.theme_group', 'Code of the group of that theme: `DD` for drift and delay.'),
    list('secondaryThemes', 'dispute.secondary_themes', 'Codes of its secondary themes.'),
    pseudonyms('children', known('child', 'dispute.children'), 'Pseudonyms of the children whom it is about.'),
    number('childCount', known('child', 'dispute.child_count'), 'How many children it is about.'),
    text('population', 'dispute.population', 'Which children the council’s duty to them follows from.'),
    text('ladder', 'dispute.ladder', 'Code of the ladder of stages that it is on.'),
    text('level', 'dispute.level', 'Code of its level; empty where the protocol has no levels.'),
    number('enteredStage', 'dispute.entered_stage', 'The stage at which it was raised; 0 is informal.'),
    number('stageReached', known('stage', 'dispute.stage'), 'The highest stage that it has reached; 0 is informal.'),
    text('countsAs', 'dispute.counts_as', 'What the highest of its stages counts as, by its code.'),
    day('formalOn', 'dispute.formal_on', 'The day on which its first formal stage began.'),
    number('rounds', 'dispute.round', 'How many answers have been asked for; the table of rounds has each.'),
    yesNo('urgent', 'dispute.urgent', 'Whether it was marked as urgent.'),
    yesNo('childView', 'dispute.child_view', 'Whether the child’s view is on record, in whatever words.'),
    yesNo('childTold', 'dispute.child_told', 'Whether the child was told; empty where nobody wrote it.'),
    yesNo(
      'advocateOffered',
      'dispute.advocate_offered',
      'Whether an advocate was offered; empty where nobody wrote it.',
    ),
    yesNo(
      'challengeMeeting',
      known('challenge meeting', 'dispute.challenge_meeting'),
      'Whether a challenge meeting dealt with it; empty where nobody wrote it.',
    ),
    number('cafcassReferrals', 'dispute.cafcass_referrals', 'How often it was referred to Cafcass.'),
    text('outcome', known('outcome', 'dispute.outcome'), 'Code of its outcome; empty while it is open.'),
    day('endedOn', known('end', 'dispute.ended_on'), 'The day on which it ended; empty while it is open.'),
    yesNo('iroDissents', 'dispute.iro_dissents', 'Whether it ended although the IRO was not satisfied.'),
    list('impact', known('impact', 'dispute.impact'), 'Codes of what changed for the child.'),
    number('actionsAgreed', 'dispute.actions_agreed', 'How many actions were agreed; the table of actions has each.'),
    number('actionsOutstanding', 'dispute.actions_outstanding', 'How many of them are not done.'),
    number('reopened', 'dispute.reopened', 'How often it was opened again after it had ended.'),
    text('reRaises', 'dispute.re_raises', 'Reference of the earlier dispute whose matter it raises again.'),
    text('formalises', 'dispute.formalises', 'Reference of the informal dispute which it continues.'),
    text('formalisedBy', 'dispute.formalised_by', 'Reference of the formal dispute that continues it.'),
    yesNo('imported', 'dispute.imported', 'Whether it was read in from a register.'),
    list(
      'notKept',
      'dispute.lacks',
      'Facts for which its register had no column: a field that needs one of them is empty, and no figure counts it as no.',
    ),
  ],
};
