import type { LocalDate } from '../../calendar/calendar.js';
import { addDays } from '../../calendar/dates.js';
import type { Permission } from '../../access/access-table.js';
import type { DisputeAct, DisputeActType } from '../acts.js';
import { actionsOutstanding, currentRound, type Matter } from '../dispute.js';
import type { RecordLegalAdvice } from '../legal-advice/legal-advice.js';

/** The acts that the access table gives to people. */
export type ActOfPeople = {
  [Permitted in Permission]: Permitted extends `dispute.${infer Act extends DisputeActType}` ? Act : never;
}[Permission];

const WORDS = 'In words';
/** Nobody’s id, no team’s and no record’s: whoever it is, it is another than now. */
const ANOTHER = 'another one';

/**
 * One well-formed act of each kind, as somebody might send it today: so that the rules can be asked beforehand whether they would
 * let it through. What it says fits the dispute wherever anything would.
 */
export const sampleActs = (
  matter: Matter | null,
  today: LocalDate,
): { readonly [Act in ActOfPeople]: Extract<DisputeAct, { type: Act }> } => {
  const outstanding = matter === null ? [] : actionsOutstanding(matter);
  const dueOn = matter === null ? null : (currentRound(matter).deadline?.dueOn ?? null);
  return {
    'record-conversation': {
      type: 'record-conversation',
      reference: matter?.reference ?? ANOTHER,
      subject: null,
      spokeTo: WORDS,
      spokeOn: today,
      result: WORDS,
    },
    'acknowledge-receipt': { type: 'acknowledge-receipt', note: null },
    answer: { type: 'answer', agreement: 'agree', reasons: WORDS, actions: [], evidence: null },
    judge: { type: 'judge', verdict: 'not', reason: WORDS },
    'record-iro-view': { type: 'record-iro-view', view: 'not', reason: WORDS },
    'ask-for-extension': { type: 'ask-for-extension', askedFor: addDays(dueOn ?? today, 1), reason: WORDS },
    'grant-extension': { type: 'grant-extension', reason: null },
    'refuse-extension': { type: 'refuse-extension', reason: WORDS },
    'ask-for-earlier-date': { type: 'ask-for-earlier-date', askedFor: today, reason: WORDS },
    'set-meeting-date': { type: 'set-meeting-date', meetingOn: today },
    chase: { type: 'chase', how: WORDS },
    escalate: { type: 'escalate', toStage: null, reason: WORDS, meetingOn: null },
    'send-back': { type: 'send-back', toStage: null, reason: WORDS, meetingOn: null },
    'pause-clock': { type: 'pause-clock', reason: WORDS, firstDay: null, lastDay: null },
    'resume-clock': { type: 'resume-clock', reason: WORDS, lastDay: null },
    redirect: { type: 'redirect', toTeam: ANOTHER, reason: WORDS },
    'hand-over': { type: 'hand-over', toIro: ANOTHER, reason: WORDS },
    'mark-action-done': {
      type: 'mark-action-done',
      actionId: outstanding[0] ?? ANOTHER,
      evidence: WORDS,
      doneOn: today,
    },
    'refer-to-cafcass': { type: 'refer-to-cafcass', grounds: WORDS, legalAdviceTaken: false, told: [], sentOn: today },
    'record-cafcass-reply': { type: 'record-cafcass-reply', repliedOn: today, reply: 'advises', summary: null },
    'take-to-agency': { type: 'take-to-agency', agency: WORDS, sentOn: today, dueOn: null },
    'record-agency-reply': { type: 'record-agency-reply', repliedOn: today, summary: WORDS },
    'record-child-view': {
      type: 'record-child-view',
      view: WORDS,
      told: null,
      advocateOffered: null,
      advocateOfferedOn: null,
    },
    'correct-theme': { type: 'correct-theme', theme: matter?.theme ?? '', secondaryThemes: [], reason: WORDS },
    'add-note': { type: 'add-note', text: WORDS },
    link: { type: 'link', link: { kind: 'complaint', to: ANOTHER } },
    formalise: { type: 'formalise', formal: ANOTHER, reason: WORDS },
    resolve: {
      type: 'resolve',
      outcome: outstanding.length > 0 ? 'RES-ACT' : 'RES-FULL',
      impact: ['not-known'],
      impactNote: null,
    },
    'record-stalemate': { type: 'record-stalemate', reason: WORDS, impact: ['not-known'] },
    'end-otherwise': { type: 'end-otherwise', outcome: 'ENDED-CARE', reason: WORDS, impact: ['not-known'] },
    'carry-on-after-care': { type: 'carry-on-after-care', reason: WORDS },
    withdraw: { type: 'withdraw', reason: WORDS },
    void: { type: 'void', because: 'raised-in-error', duplicateOf: null, reason: WORDS },
    reopen: { type: 'reopen', reason: WORDS },
    'note-filing': { type: 'note-filing', child: matter?.subject.children[0] ?? '', where: WORDS, filedOn: today },
    'take-on': { type: 'take-on', addressee: { team: ANOTHER, posts: [] } },
    restrict: { type: 'restrict', readers: [ANOTHER], reason: WORDS },
    unfreeze: { type: 'unfreeze', reason: WORDS },
    'lift-restriction': { type: 'lift-restriction', reason: WORDS },
  };
};

/** Privileged legal advice, as somebody might record it today: it is decided beside the dispute, in a stream of its own. */
export const sampleLegalAdvice = (today: LocalDate): RecordLegalAdvice => ({
  type: 'record-legal-advice',
  takenOn: today,
  advice: WORDS,
});
