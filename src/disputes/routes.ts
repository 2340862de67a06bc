import { ActionsRoute } from './actions/actions.route.js';
import { AnswersRoute } from './answers/answers.route.js';
import { AddNoteRoute } from './add-note/add-note.route.js';
import { AcknowledgeReceiptRoute } from './acknowledge-receipt/acknowledge-receipt.route.js';
import { PauseClockRoute } from './pause-clock/pause-clock.route.js';
import { RecordAgencyReplyRoute } from './record-agency-reply/record-agency-reply.route.js';
import { RecordLegalAdviceRoute } from './legal-advice/record-legal-advice.route.js';
import { ResumeClockRoute } from './resume-clock/resume-clock.route.js';
import { SendBackRoute } from './send-back/send-back.route.js';
import { TakeToAgencyRoute } from './take-to-agency/take-to-agency.route.js';
import { AnswerRoute } from './answer/answer.route.js';
import { AskForEarlierDateRoute } from './ask-for-earlier-date/ask-for-earlier-date.route.js';
import { AskForExtensionRoute } from './ask-for-extension/ask-for-extension.route.js';
import { CarryOnAfterCareRoute } from './carry-on-after-care/carry-on-after-care.route.js';
import { ChaseRoute } from './chase/chase.route.js';
import { CorrectThemeRoute } from './correct-theme/correct-theme.route.js';
import { EndOtherwiseRoute } from './end-otherwise/end-otherwise.route.js';
import { EscalateRoute } from './escalate/escalate.route.js';
import { FormaliseRoute } from './formalise/formalise.route.js';
import { GrantExtensionRoute } from './grant-extension/grant-extension.route.js';
import { HandOverRoute } from './hand-over/hand-over.route.js';
import { JudgeRoute } from './judge/judge.route.js';
import { LiftRestrictionRoute } from './lift-restriction/lift-restriction.route.js';
import { LinkRoute } from './link/link.route.js';
import { ListRoute } from './list/list.route.js';
import { MarkActionDoneRoute } from './mark-action-done/mark-action-done.route.js';
import { NoteFilingRoute } from './note-filing/note-filing.route.js';
import { RaiseRoute } from './raise/raise.route.js';
import { ReadRoute } from './read/read.route.js';
import { RecordCafcassReplyRoute } from './record-cafcass-reply/record-cafcass-reply.route.js';
import { RecordChildViewRoute } from './record-child-view/record-child-view.route.js';
import { BeginConversationRoute, RecordConversationRoute } from './record-conversation/record-conversation.route.js';
import { RecordIroViewRoute } from './record-iro-view/record-iro-view.route.js';
import { RecordStalemateRoute } from './record-stalemate/record-stalemate.route.js';
import { RedirectRoute } from './redirect/redirect.route.js';
import { ReferToCafcassRoute } from './refer-to-cafcass/refer-to-cafcass.route.js';
import { RefuseExtensionRoute } from './refuse-extension/refuse-extension.route.js';
import { ReopenRoute } from './reopen/reopen.route.js';
import { ResolveRoute } from './resolve/resolve.route.js';
import { RestrictRoute } from './restrict/restrict.route.js';
import { SetMeetingDateRoute } from './set-meeting-date/set-meeting-date.route.js';
import { TakeOnRoute } from './take-on/take-on.route.js';
import { UnfreezeRoute } from './unfreeze/unfreeze.route.js';
import { ViewsRoute } from './views/views.route.js';
import { ToBeDecidedRoute } from './to-be-decided/to-be-decided.route.js';
import { VoidRoute } from './void/void.route.js';
import { WithdrawRoute } from './withdraw/withdraw.route.js';

/** Every route about disputes. */
export const disputeRoutes = [
  AcknowledgeReceiptRoute,
  PauseClockRoute,
  RecordAgencyReplyRoute,
  RecordLegalAdviceRoute,
  ResumeClockRoute,
  SendBackRoute,
  TakeToAgencyRoute,
  ActionsRoute,
  AnswersRoute,
  AddNoteRoute,
  AnswerRoute,
  AskForEarlierDateRoute,
  AskForExtensionRoute,
  CarryOnAfterCareRoute,
  ChaseRoute,
  CorrectThemeRoute,
  EndOtherwiseRoute,
  EscalateRoute,
  FormaliseRoute,
  GrantExtensionRoute,
  HandOverRoute,
  JudgeRoute,
  LiftRestrictionRoute,
  LinkRoute,
  ListRoute,
  MarkActionDoneRoute,
  NoteFilingRoute,
  RaiseRoute,
  ToBeDecidedRoute,
  ReadRoute,
  RecordCafcassReplyRoute,
  RecordChildViewRoute,
  RecordConversationRoute,
  BeginConversationRoute,
  RecordIroViewRoute,
  RecordStalemateRoute,
  RedirectRoute,
  ReferToCafcassRoute,
  RefuseExtensionRoute,
  ReopenRoute,
  ResolveRoute,
  RestrictRoute,
  SetMeetingDateRoute,
  TakeOnRoute,
  UnfreezeRoute,
  ViewsRoute,
  VoidRoute,
  WithdrawRoute,
];
