import type { ActOf, EventsOf } from '../../../platform/decider.js';
import { permissionsOf, versionsOf } from '../../act.js';
import { addItemsAct } from './add-items/add-items.js';
import { arrangeAct } from './arrange/arrange.js';
import { beginAct } from './begin/begin.js';
import { cancelAct } from './cancel/cancel.js';
import { changeSeatsAct } from './change-seats/change-seats.js';
import { closeAct } from './close/close.js';
import { correctAttendanceAct } from './correct-attendance/correct-attendance.js';
import { decideItemAct } from './decide-item/decide-item.js';
import { markActionDoneAct } from './mark-action-done/mark-action-done.js';
import { moveAct } from './move/move.js';
import { placeItemAct } from './place-item/place-item.js';
import { takeBackActionDoneAct } from './take-back-action-done/take-back-action-done.js';
import { takeBackBeginAct } from './take-back-begin/take-back-begin.js';
import { takeBackDecisionAct } from './take-back-decision/take-back-decision.js';
import { takeOffItemAct } from './take-off-item/take-off-item.js';

/**
 * Every act on a meeting, in alphabetical order. The deciders, rights, routes, the catalogue of events, and in the tests the
 * golden files and the crash points are made from this list.
 */
export const MEETING_ACTS = [
  addItemsAct,
  arrangeAct,
  beginAct,
  cancelAct,
  changeSeatsAct,
  closeAct,
  correctAttendanceAct,
  decideItemAct,
  markActionDoneAct,
  moveAct,
  placeItemAct,
  takeBackActionDoneAct,
  takeBackBeginAct,
  takeBackDecisionAct,
  takeOffItemAct,
] as const;

type Definition = (typeof MEETING_ACTS)[number];

/** The acts of a person on a meeting. Ids, the actor and the time are not in here: they come in the envelope of the command. */
export type MeetingAct = ActOf<Definition>;
export type MeetingActType = Definition['type'];

/** Every event of a meeting, with the version in which it is written today. */
export const MEETING_EVENT_VERSIONS = versionsOf<EventsOf<Definition>>(MEETING_ACTS);

/** The row of the access table that lets people do an act. */
export const permissionFor = permissionsOf<MeetingActType>(MEETING_ACTS);
