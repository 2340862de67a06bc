import { describe, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { by, given } from '../../test/support/given.js';
import type { DisputeAct } from './acts/all-acts.js';
import type { DisputeEvent } from './events.js';

/*
 * Blanks are no words: each act that needs a reason or an account refuses them. One line an act; each act would be carried out if it had words.
 */
const answered = [...Controls.disputeRaised(), by(Controls.teamManager, Controls.answerGiven())];
const accepted = [...answered, Controls.answerAccepted(), Controls.actionAgreed()];
const asked = [...Controls.disputeRaised(), by(Controls.teamManager, Controls.extensionAsked())];
const reason = ' \n\t';
const impact = ['not-known' as const];

const WITHOUT_WORDS: [DisputeAct, DisputeEvent[], typeof Controls.iro?][] = [
  [{ type: 'judge', verdict: 'not', reason }, answered],
  [{ type: 'record-iro-view', view: 'not', reason }, answered],
  [{ type: 'escalate', toStage: null, reason, meetingOn: null }, answered],
  [{ type: 'ask-for-extension', askedFor: '2022-04-28', reason }, Controls.disputeRaised(), Controls.teamManager],
  [{ type: 'refuse-extension', reason }, asked],
  [{ type: 'ask-for-earlier-date', askedFor: '2022-04-20', reason }, Controls.disputeRaised()],
  [{ type: 'chase', how: reason }, Controls.disputeRaised()],
  [{ type: 'redirect', toTeam: 'through-care-4', reason }, Controls.disputeRaised()],
  [{ type: 'hand-over', toIro: 'iro-prasad', reason }, answered],
  [{ type: 'hand-over', toIro: ' ', reason: 'Reallocated' }, answered],
  [{ type: 'mark-action-done', actionId: 'A1', evidence: reason, doneOn: Controls.today }, accepted],
  [{ type: 'refer-to-cafcass', grounds: reason, legalAdviceTaken: false, told: [], sentOn: Controls.today }, answered],
  [{ type: 'correct-theme', theme: 'PLAN', secondaryThemes: [], reason }, answered],
  [{ type: 'add-note', text: reason }, answered],
  [{ type: 'link', link: { kind: 'complaint', to: ' ' } }, answered],
  [{ type: 'formalise', formal: 'DRP-0000-0000', reason }, Controls.informalRaised()],
  [{ type: 'formalise', formal: '', reason: 'No date' }, Controls.informalRaised()],
  [{ type: 'record-stalemate', reason, impact }, [...answered, Controls.answerRejected()]],
  [{ type: 'end-otherwise', outcome: 'ENDED-CARE', reason, impact }, answered],
  [{ type: 'withdraw', reason }, answered],
  [{ type: 'void', because: 'raised-in-error', duplicateOf: null, reason }, answered],
  [{ type: 'reopen', reason }, [...accepted, Controls.resolved()]],
  [{ type: 'note-filing', child: '1568440', where: reason, filedOn: Controls.today }, answered],
  [{ type: 'pause-clock', reason, firstDay: null, lastDay: null }, Controls.disputeRaised(), Controls.iroManager],
  [{ type: 'resume-clock', reason, lastDay: null }, Controls.disputeRaised(), Controls.iroManager],
  [{ type: 'send-back', toStage: null, reason, meetingOn: null }, answered],
  [{ type: 'restrict', readers: ['iro-prasad'], answeredBy: null, reason }, answered],
  [{ type: 'lift-restriction', reason }, answered],
  [{ type: 'take-to-agency', agency: reason, sentOn: Controls.today, dueOn: null }, answered],
  [{ type: 'record-agency-reply', repliedOn: Controls.today, summary: reason }, answered],
  [{ type: 'move-deadline-for-holiday', deadline: 'total-cap', reason }, answered, Controls.clock],
  [{ type: 'correct-imported', facts: Controls.importedFacts, reason }, [Controls.disputeImported()]],
  [{ type: 'withdraw-imported', importId: 'import-1', reason }, [Controls.disputeImported()]],
];

describe('Words that the record needs', () => {
  it.each(WITHOUT_WORDS.map((row) => [row[0].type, row] as const))('%s is refused without them', (_, row) => {
    const [act, history, who = Controls.iro] = row;
    given(...history)
      .when(act, Controls.context(who))
      .thenRefuses('words-missing');
  });

  it('a call that was made says with whom, and what came of it', () => {
    const spoke = { spokeTo: 'The team manager', spokeOn: Controls.today, result: 'No date' };
    for (const spokeFirst of [
      { ...spoke, spokeTo: ' ' },
      { ...spoke, result: ' ' },
    ])
      given().when(Controls.raiseInformal({ spokeFirst }), Controls.context(Controls.iro)).thenRefuses('words-missing');
  });

  it('each action of an answer says what will be done', () => {
    const actions = [{ what: ' ', who: 'Team manager', by: '2022-04-29', measure: null }];
    given(...Controls.disputeRaised())
      .when(
        { type: 'answer', agreement: 'agree', reasons: 'Yes', actions, evidence: null },
        Controls.context(Controls.teamManager),
      )
      .thenRefuses('words-missing');
  });
});
