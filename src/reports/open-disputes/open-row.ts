import { dateAsJson } from '../../../projections/deadlines/date-columns.js';
import type { DisputeRow } from '../../../projections/dispute-register/dispute-row.js';
import { serviceOn, teamNameOn } from '../../../projections/names.js';
import type { Instant, LocalDate } from '../../calendar/calendar.js';
import { CASE_COLUMNS, type CaseRow } from '../../work/case.js';

/** An open dispute as the register has it, with its dates. */
export interface OpenRow extends CaseRow {
  readonly reference: string;
  readonly entered_by: string | null;
  readonly kind: 'informal' | 'formal';
  readonly team_name: string;
  readonly service: string | null;
  readonly answered_by: string;
  readonly received_by: string;
  readonly accepted_by: string;
  readonly rejected_by: string;
  readonly late_answer: string | null;
  readonly standing: DisputeRow['standing'];
  readonly theme: string;
  readonly theme_group: string;
  readonly raised_on: LocalDate;
  readonly ladder: string;
  readonly current_stage: number;
  readonly stage_name: string | null;
  readonly protocol_version: number | null;
  readonly stage_began_on: LocalDate | null;
  readonly first_due_on: LocalDate | null;
  readonly paused_on: LocalDate | null;
  /** Its dates, as JSON. */
  readonly answer: string;
  readonly receipt: string;
  readonly tabled_for: string | null;
  readonly tabled_on: LocalDate | null;
  readonly extension_asked_for: LocalDate | null;
  readonly send_back_asked: number | null;
  readonly chases: number;
  readonly last_chased_at: Instant | null;
  readonly actions_outstanding: number;
  readonly cafcass_referrals: number;
  readonly urgent: number;
}

export const OPEN_COLUMNS = `${CASE_COLUMNS}, register.reference, register.entered_by, register.kind,
  register.answered_by, register.received_by, register.accepted_by, register.rejected_by, register.late_answer, register.standing, register.theme, register.theme_group,
  register.raised_on, register.ladder, register.current_stage, coalesce(rules.name, register.stage_name) AS stage_name,
  register.protocol_version, json_extract(register.stage_history, '$[#-1].beganOn') AS stage_began_on,
  register.first_due_on, register.paused_on, ${dateAsJson('answer_date')} AS answer,
  ${dateAsJson('receipt_date')} AS receipt, register.tabled_for, register.tabled_on, register.extension_asked_for, register.send_back_asked, register.chases, register.last_chased_at,
  register.actions_outstanding, register.cafcass_referrals, register.urgent,
  ${teamNameOn('register.team', 'register.raised_on')} AS team_name,
  ${serviceOn('register.team', 'register.raised_on')} AS service`;
