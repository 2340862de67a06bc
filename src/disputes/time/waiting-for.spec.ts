import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../test/support/controls.js';
import { by, given } from '../../../test/support/given.js';
import type { DisputeEvent } from '../events.js';
import type { PostKind, Protocol } from '../../protocol/protocol.js';
import { waitingFor } from './waiting-for.js';

const waits = (history: DisputeEvent[], protocol: Protocol = Controls.protocol()) =>
  waitingFor(given(...history).state, Controls.book(protocol));
const answered = [...Controls.disputeRaised(), by(Controls.teamManager, Controls.answerGiven())];
const two = Controls.protocolWithStage({ judges: ['iro', 'head-of-qa'], escalatedBy: ['head-of-qa'] });

describe('The posts that must act next', () => {
  it('those addressed, by the date in force', () => {
    expect(waits(Controls.disputeRaised())).toEqual({
      what: 'answer',
      roles: ['team-manager'],
      team: 'through-care-3',
      alsoTeams: [],
      dueOn: Controls.dueOn,
      dueAt: '2022-04-25T23:00:00.000Z',
    });
  });

  it('of several who must all answer, are those who have not', () => {
    const addressee = { team: 'through-care-3', posts: ['team-manager' as const, 'service-manager' as const] };
    const all = Controls.protocolWithStage({ answeredBy: 'all' });
    const history = [...Controls.disputeRaised({ addressee }), Controls.partlyAnswered()];
    expect(waits(history, all)).toMatchObject({ what: 'answer', roles: ['service-manager'] });
  });

  it('after an answer, are the judges who have not spoken', () => {
    expect(waits(answered)).toMatchObject({ what: 'judgement', roles: ['iro'], dueOn: null });
    expect(waits([...answered, Controls.answerAccepted()], two)).toMatchObject({ roles: ['head-of-qa'] });
  });

  it('if the judges differ, are the IRO, who decides where it goes', () => {
    const split = [...answered, Controls.answerAccepted(), Controls.answerRejected(1, 'head-of-qa')];
    expect(waits(split, { ...two, stages: [{ ...two.stages[0]!, escalationJudges: ['iro', 'head-of-qa'] }] })).toEqual(
      expect.objectContaining({ what: 'decision', roles: ['iro'] }),
    );
  });

  it('if it is not accepted, are those who may send it up, and the IRO', () => {
    expect(waits([...answered, Controls.answerRejected()], two)).toMatchObject({
      what: 'decision',
      roles: ['iro', 'head-of-qa'],
    });
  });

  it('if it is accepted, are those who close', () => {
    expect(waits([...answered, Controls.answerAccepted()])).toMatchObject({ what: 'closing', roles: ['iro'] });
  });

  it('if a stage only reports, are the IRO', () => {
    expect(waits(Controls.disputeRaised(), Controls.protocolWithStage({ needs: 'report-only' }))).toMatchObject({
      what: 'decision',
      roles: ['iro'],
    });
  });

  it('an answer to the stage below does not take the higher one off the list until it is accepted', () => {
    const late = by(Controls.teamManager, Controls.answerGiven(), Controls.afterDue);
    const history = [...Controls.disputeRaised(), ...Controls.escalated(), late];
    expect(waits(history)).toMatchObject({ what: 'answer', roles: ['service-manager'] });
    expect(waits([...history, Controls.answerAccepted(1)])).toMatchObject({ what: 'closing' });
  });

  it('where a late answer to the stage below is accepted, are the judges of that stage', () => {
    const late = by(Controls.teamManager, Controls.answerGiven(), Controls.afterDue);
    const history = [...Controls.disputeRaised(), ...Controls.escalated(), late, Controls.answerAccepted(1)];
    const protocol = Controls.protocol();
    const [first, second, ...others] = protocol.stages;
    const judged = (own: PostKind[], above: PostKind[]) => ({
      ...protocol,
      stages: [{ ...first!, judges: own }, { ...second!, judges: above }, ...others],
    });
    expect(waits(history, judged(['iro'], ['iro', 'head-of-qa']))).toMatchObject({ what: 'closing', roles: ['iro'] });
    const alone = [...history.slice(0, -1), Controls.answerAccepted(1, 'head-of-qa')];
    expect(waits(alone, judged(['head-of-qa'], ['iro']))).toMatchObject({ roles: ['iro', 'head-of-qa'] });
  });

  it('nobody, where nothing is raised, all is over, or a row is only imported', () => {
    expect(waits([])).toBeNull();
    expect(waits([Controls.concernDiscussed()])).toBeNull();
    expect(waits([...Controls.disputeRaised(), Controls.withdrawn()])).toBeNull();
    expect(waits([Controls.disputeImported()])).toBeNull();
  });
});
