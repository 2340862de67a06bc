import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { ChildShownDto, PersonShownDto, TeamShownDto } from '../../disputes/read/dispute.dto.js';
import { type WhatOthersDid, WHAT_OTHERS_DID } from './since-looked.js';
import { DueDto, OpenDisputeDto, WaitingDto } from '../escalations/escalations.dto.js';

/** One thing to do, by one act. No narrative. */
@ApiSchema({ name: 'WorkItem' })
export class WorkItemDto {
  /**
   * acknowledge, answer, judge, decide, close, chase, decide-extension, decide-send-back, action, check-action (agreed, and its day has passed or it has
   * none), agenda, set-meeting-date, chase-cafcass, answer-cafcass (it asks for more), no-longer-with-cafcass, reopen (it ended because of what was recorded of a child by mistake), chase-agency, look-again, decide-after-care,
   * answer-recommendations, decide-on-disagreement, answer-check, decide-on-check, hold-meeting, close-meeting, meeting-action, find-a-judge (its IRO has given the answer), choose-who-answers (restricted, and nobody whose turn it
   * is may read it), fill-vacancy (nobody holds the post that must act; also of a record that you may not read), hand-over (the person who held it has left), allocate (the same of a
   * record that you may not read: hand it over by its reference, or say who reads it), allocate-child (a child without an IRO in office or a team), agree-to-role (it waits for a second person), sign-off-story, check-report, approve-report and publish-report (a report that is to be given out), take-on, waits-long (with an IRO, without a date, for
   * so many days that those who manage the IROs ask), or look-at (what it waits for could not be worked out).
   */
  what: string;
  /** Of the dispute, the recommendations, the check, the meeting or the report; of a child the record number. */
  reference: string;
  /** Of a meeting, as the council calls it; of a proposal what it gives to whom. Left out for anything else. */
  name?: string;
  actionId: string | null;
  children: ChildShownDto[];
  /** Team, theme, ladder and stage are null where there is none: of recommendations, checks, meetings, and of what is yours to allocate. */
  team: TeamShownDto | null;
  theme: string | null;
  /** Code of its ladder: `main` unless the protocol has another for it. */
  ladder: string | null;
  stage: number | null;
  stageName: string | null;
  /** Of a check or a meeting, the day it is held; null of what is yours to allocate. */
  raisedOn: string | null;
  due: DueDto;
  /** Of what has no date: since when it waits. It is never late. */
  waiting: WaitingDto | null;
  takenOn: boolean;
  /** The person for whom you do it as their cover: send the act with `Footprint-Acting-For`. Null for work of your own. */
  actingFor: PersonShownDto | null;
}

/** An agreed action of a dispute of yours that has ended, which somebody else is to do. It is yours to check once its day has passed. */
@ApiSchema({ name: 'ActionOfOthers' })
export class ActionOfOthersDto {
  reference: string;
  actionId: string;
  children: ChildShownDto[];
  theme: string | null;
  due: DueDto;
  /** Of what has no date: since when it waits. */
  waiting: WaitingDto | null;
  /** The people who are asked to do it. */
  who: PersonShownDto[];
}

@ApiSchema({ name: 'WorkTotals' })
export class WorkTotalsDto {
  toDo: number;
  late: number;
  dueToday: number;
}

/** So many things of one kind, such as answers. */
@ApiSchema({ name: 'SinceLooked' })
export class SinceLookedDto {
  @ApiProperty({ type: String, enum: WHAT_OTHERS_DID })
  what: WhatOthersDid;
  count: number;
  /** Of the records in which they happened, each once. */
  references: string[];
}

/** The work that waits for you: late first, then by the day it is due, or since which it waits. Drafts passed on to you are listed by GET /drafts. */
@ApiSchema({ name: 'MyWork' })
export class MyWorkDto {
  asAt: string;
  items: WorkItemDto[];
  totals: WorkTotalsDto;
  /** The acts of others in your records since you last looked at each, of the last two weeks; nothing that the program did by itself. */
  sinceLooked: SinceLookedDto[];
  /** Disputes that you hold, that you sent for an IRO, or that were yours to answer, and that wait for somebody else. */
  waitingForOthers: OpenDisputeDto[];
  /** Agreed actions that others are to do, of disputes that you hold and that have ended. */
  actionsOfOthers: ActionOfOthersDto[];
}
