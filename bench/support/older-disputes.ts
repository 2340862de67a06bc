import { addDays, endOfDay } from '../../src/calendar/dates.js';
import { referenceFor } from '../../src/platform/ids.js';
import type { Told } from './council-years.js';

/** The facts of a council that a dispute of years ago needs. */
export interface OfCouncil {
  readonly children: readonly { readonly child: string; readonly iro: string; readonly team: string }[];
  readonly themes: readonly string[];
}

/** A dispute that was raised, answered and resolved long ago, as the log has it. */
export const olderDispute = (
  number: number,
  day: string,
  { children, themes }: OfCouncil,
): { reference: string; told: Told[] } => {
  const reference = referenceFor('DRP', `older dispute ${number}`);
  const { child, iro, team } = children[(number * 13) % children.length]!;
  const dueOn = addDays(day, 7);
  const stage = { number: 1, code: 'team-manager', name: 'Team manager', reason: null };
  const action = { actionId: 'A1', what: 'Book it', who: 'Team manager', by: addDays(day, 30) };
  const told: Told[] = [
    {
      type: 'FormalDisputeRaised',
      data: {
        ...{ reference, raisedOn: day, protocolVersion: 1, stage },
        subject: { children: [child], population: 'looked-after', iro, team },
        addressee: { team, posts: ['team-manager'] },
        ...{ theme: themes[(number * 7) % themes.length]!, secondaryThemes: [] },
        concern: 'The actions agreed at the review have not begun, and no date has been given. '.repeat(6),
        ...{ impactIfNothingChanges: null, acknowledged: null, actionsWanted: [], spokeFirst: null, childView: null },
        ...{ urgent: false, links: [], adviceGiven: [] },
      },
    },
    {
      type: 'AnswerDeadlineSet',
      data: {
        ...{ round: 1, stage: 1, protocolVersion: 1, why: 'raised', startedOn: day, firstDueOn: dueOn },
        ...{ dueOn, dueAt: endOfDay(dueOn), rule: '5 working days' },
      },
    },
    {
      type: 'AnswerGiven',
      data: {
        ...{ round: 1, stage: 1, answeredOn: dueOn, role: 'team-manager', agreement: 'agree', reasons: 'Agreed.' },
        ...{ actions: [], evidence: null, adviceGiven: [] },
      },
    },
    { type: 'AnswerAccepted', data: { round: 1, role: 'iro', reason: 'There is a date.' } },
    { type: 'ActionAgreed', data: { action } },
    { type: 'ActionDone', data: { actionId: 'A1', evidence: 'On file.', doneOn: addDays(day, 28) } },
    {
      type: 'DisputeResolved',
      data: {
        ...{ outcome: 'RES-FULL', impact: ['plan-moving'], impactNote: null, stageReached: 1 },
        ...{ actionsOutstanding: [], iroDissents: false },
      },
    },
  ];
  return { reference, told };
};
