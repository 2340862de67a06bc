import { readFileSync } from 'node:fs';
import { addDays, endOfDay } from '../../src/calendar/dates.js';
import type { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import { readProtocol } from '../../src/protocol/read-protocol.js';
import { IN_SET_UP } from '../../src/roles/agreed.js';
import { append, type Told } from './council-years.js';

/*
 * Ten years of a council: 300 disputes a year, of which the newest 120 are open, and an action agreed in each of the others. Or one that
 * is so many times as big.
 */

export const YEARS = 10;
export const DISPUTES_A_YEAR = 300;
const OPEN = 120;
export const FIRST_DAY = '2014-04-01';
export const TODAY = '2024-03-28';
export const NOW = `${TODAY}T12:00:00.000Z`;
const TEAMS = ['tc1', 'tc2', 'tc3', 'tc4', 'ln', 'ls', 'lwf', 'cwd', 'uasc'];
const THEMES = ['DD-PERM', 'DD-CARE', 'DD-REV', 'PLAN', 'PLACE', 'VISIT', 'EDUC', 'HEALTH', 'FAMILY', 'MGMT'];
export const { protocol } = readProtocol(readFileSync('protocols/house.yaml', 'utf8'), 'house.yaml');

const holder = (store: MemoryEventStore, kind: string, name: string, team: string | null): Promise<unknown> =>
  Promise.all([
    append(store, `person-${name}`, FIRST_DAY, {
      type: 'PersonRegistered',
      data: { personId: name, name, email: null, fromRegister: false },
    }),
    append(
      store,
      `post-${name}`,
      FIRST_DAY,
      { type: 'PostRegistered', data: { postId: name, kind, title: kind, team, service: null } },
      { type: 'PostTaken', data: { person: name, from: null, agreed: IN_SET_UP } },
    ),
  ]);

const fillDirectory = async (store: MemoryEventStore): Promise<void> => {
  await append(store, 'protocol-council', FIRST_DAY, {
    type: 'ProtocolAdopted',
    data: { version: 1, from: FIRST_DAY, protocol, fileSha256: '', warnings: [], agreed: IN_SET_UP },
  });
  for (const team of TEAMS) {
    const named = { teamId: team, code: team, name: `Team ${team}`, alsoWrittenAs: [], service: 'Care' };
    await append(store, `team-${team}`, FIRST_DAY, {
      type: 'TeamRegistered',
      data: { ...named, from: null, to: null, succeeds: [] },
    });
    await holder(store, 'team-manager', `tm-${team}`, team);
  }
  for (let number = 0; number < 14; number++) await holder(store, 'iro', `iro-${number}`, null);
  for (const kind of ['service-manager', 'assistant-director', 'director']) await holder(store, kind, kind, null);
  for (let child = 0; child < 900; child++) {
    await append(
      store,
      `child-${child}`,
      FIRST_DAY,
      {
        type: 'ChildRegistered',
        data: { childId: `${child}`, initials: 'AB', bornOn: null, population: 'looked-after', fromRegister: false },
      },
      { type: 'ChildAllocated', data: { team: TEAMS[child % 9], iro: `iro-${child % 14}`, from: null } },
    );
  }
};

const disputeFrom = (number: number, reference: string, day: string, open: boolean): Told[] => {
  const team = TEAMS[number % TEAMS.length]!;
  const formal = number % 3 === 0;
  const stage = { number: formal ? 1 + (number % 4) : 0, code: 's', name: 'Stage', reason: null };
  const post = ['social-worker', 'team-manager', 'service-manager', 'assistant-director', 'director'][stage.number];
  const dueOn = addDays(day, 7);
  const subject = { children: [`${number % 900}`], population: 'looked-after', iro: `iro-${number % 14}`, team };
  const raised = {
    reference,
    subject,
    raisedOn: day,
    protocolVersion: 1,
    stage,
    addressee: { team, posts: [post] },
    theme: THEMES[(number * 7) % THEMES.length]!,
    secondaryThemes: [],
    concern: 'The actions agreed at the review have not begun, and no date has been given. '.repeat(6),
    impactIfNothingChanges: null,
    acknowledged: null,
    actionsWanted: [],
    spokeFirst: null,
    childView: null,
    urgent: false,
    links: [],
    adviceGiven: [],
  };
  const deadline = {
    round: 1,
    stage: stage.number,
    protocolVersion: 1,
    why: 'raised',
    startedOn: day,
    firstDueOn: dueOn,
  };
  const answer = {
    round: 1,
    stage: stage.number,
    answeredOn: dueOn,
    role: post,
    agreement: 'agree',
    reasons: 'Agreed.',
  };
  const action = { actionId: 'A1', what: 'Book it', who: `tm-${team}`, by: addDays(day, 30) };
  const done = { actionId: 'A1', evidence: 'On file.', doneOn: addDays(day, 28) };
  const ending = { outcome: 'RES-FULL', impact: ['plan-moving'], impactNote: null, stageReached: stage.number };
  return [
    { type: formal ? 'FormalDisputeRaised' : 'InformalDisputeRaised', data: raised },
    { type: 'AnswerDeadlineSet', data: { ...deadline, dueOn, dueAt: endOfDay(dueOn), rule: '5 working days' } },
    ...(open && number % 2 === 0
      ? []
      : [{ type: 'AnswerGiven', data: { ...answer, actions: [], evidence: null, adviceGiven: [] } }]),
    ...(open
      ? []
      : [
          { type: 'AnswerAccepted', data: { round: 1, role: 'iro', reason: 'Settled.' } },
          { type: 'ActionAgreed', data: { action } },
          ...(number % 20 === 0 ? [] : [{ type: 'ActionDone', data: done }]),
          { type: 'DisputeResolved', data: { ...ending, actionsOutstanding: [], iroDissents: false } },
        ]),
  ];
};

export const fill = async (store: MemoryEventStore, size: number): Promise<void> => {
  await fillDirectory(store);
  const disputes = YEARS * DISPUTES_A_YEAR * size;
  for (let number = 0; number < disputes; number++) {
    const day = addDays(FIRST_DAY, Math.floor((number * YEARS * 365.25) / disputes));
    const open = number >= disputes - OPEN * size;
    await append(store, `dispute-D-${number}`, day, ...disputeFrom(number, `D-${number}`, day, open));
  }
};
