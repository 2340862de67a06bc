import type { AcknowledgementEvent } from '../../src/acknowledgements/events.js';
import type { ChildEvent } from '../../src/directory/events.js';
import type { DisputeEvent, StageBegun, Subject } from '../../src/disputes/events.js';
import type { EventStore, EventToAppend, JsonObject } from '../../src/platform/event-store/event-store.js';
import { derivedId, referenceFor } from '../../src/platform/ids.js';

type AnyEvent = DisputeEvent | AcknowledgementEvent | ChildEvent;
interface Append {
  readonly stream: string;
  readonly first: number;
  readonly events: readonly AnyEvent[];
}

const THEMES = ['DD-PERM', 'DD-CARE', 'DD-REV', 'PLAN', 'PLACE', 'VISIT', 'EDUC', 'HEALTH', 'FAMILY', 'MGMT'];
const TEAMS = ['tc1', 'tc2', 'tc3', 'tc4', 'ln', 'ls', 'lwf', 'cwd', 'uasc'];
/** Disputes of one council that are open at the same time, and so take turns in the log. */
const OPEN_AT_ONCE = 120;
const APPENDS_AT_ONCE = 512;

/**
 * Fills a log with the events of disputes from raising to resolution, a fifth of them by way of a second stage, acknowledgements among
 * them, and children: in the order and of the size in which the program itself writes them.
 */
export const fillLog = async (store: EventStore, events: number): Promise<void> => {
  let written = 0;
  let waiting: Promise<unknown>[] = [];
  for (const append of appends()) {
    waiting.push(store.append(append.stream, append.first === 0 ? 'no_stream' : append.first - 1, stored(append)));
    written += append.events.length;
    if (waiting.length === APPENDS_AT_ONCE || written >= events) {
      await Promise.all(waiting);
      waiting = [];
    }
    if (written >= events) return;
  }
};

/** Takes one step of each open matter in turn; where one ends the next begins. */
const appends = function* (): Generator<Append> {
  let number = 0;
  const open = Array.from({ length: OPEN_AT_ONCE }, () => matter(number++));
  for (;;) {
    for (const [place, each] of open.entries()) {
      const step = each.next();
      if (step.done) open[place] = matter(number++);
      else yield step.value;
    }
  }
};

const matter = (number: number): Generator<Append> =>
  number % 10 === 9 ? acknowledgement(number) : number % 10 === 8 ? child(number) : dispute(number);

/** A day of the ten years over which the log is spread. */
const dayOf = (number: number, later = 0): string =>
  new Date(Date.UTC(2014, 3, 1) + (Math.floor(number / 40) + later) * 24 * 3600_000).toISOString().slice(0, 10);

const subjectOf = (number: number): Subject => ({
  children: number % 7 === 0 ? [`${1_000_000 + number}`, `${1_000_001 + number}`] : [`${1_000_000 + number}`],
  population: 'looked-after',
  iro: `iro-${number % 14}`,
  team: TEAMS[number % TEAMS.length]!,
});

const dispute = function* (number: number): Generator<Append> {
  const reference = referenceFor('DRP', `bench-${number}`);
  const stream = `dispute-${reference}`;
  const subject = subjectOf(number);
  const formal = number % 3 === 0;
  const stages: StageBegun[] = [
    { ladder: 'main', number: 0, countsAs: 'informal', code: 'informal', name: 'Informal', reason: null },
    { ladder: 'main', number: 1, countsAs: 'formal', code: 'stage-1', name: 'Stage 1', reason: null },
    { ladder: 'main', number: 2, countsAs: 'formal', code: 'stage-2', name: 'Stage 2', reason: null },
  ];
  const begun = stages[formal ? 1 : 0]!;
  let revision = 0;
  const step = (...events: AnyEvent[]): Append => {
    const append = { stream, first: revision, events };
    revision += events.length;
    return append;
  };
  const deadline = (round: number, stage: StageBegun): DisputeEvent => ({
    type: 'AnswerDeadlineSet',
    data: {
      round,
      ladder: 'main',
      stage: stage.number,
      needs: 'answer',
      protocolVersion: 1,
      why: round === 1 ? 'raised' : 'escalated',
      startedOn: dayOf(number, round * 10),
      firstDueOn: dayOf(number, round * 10 + 7),
      dueOn: dayOf(number, round * 10 + 7),
      dueAt: `${dayOf(number, round * 10 + 8)}T00:00:00.000Z`,
      rule: '5 working days',
    },
  });
  const answer = (round: number, stage: StageBegun): DisputeEvent => ({
    type: 'AnswerGiven',
    data: {
      round,
      stage: stage.number,
      answeredOn: dayOf(number, round * 10 + 5 + (number % 4)),
      role: 'team-manager',
      agreement: number % 4 === 0 ? 'partly' : 'agree',
      reasons:
        'The matching panel had no date before the summer; one has now been found and the plan is written again.',
      actions: [],
      evidence: null,
      adviceGiven: [],
      complete: true,
      standing: 'awaiting-judgement',
    },
  });

  yield step(
    {
      type: formal ? 'FormalDisputeRaised' : 'InformalDisputeRaised',
      data: {
        reference,
        subject,
        raisedOn: dayOf(number),
        protocolVersion: 1,
        stage: begun,
        addressee: { team: subject.team, posts: ['team-manager'] },
        theme: THEMES[number % THEMES.length]!,
        secondaryThemes: number % 5 === 0 ? ['VOICE'] : [],
        concern:
          'The permanence plan agreed at the second review has not been written, and the match is waiting for it. ' +
          'I asked about this at the midway check and was told that it would be done before the panel.',
        impactIfNothingChanges: 'Another summer without knowing where home will be.',
        acknowledged: null,
        actionsWanted: [
          { what: 'Write the plan', who: 'Team manager', by: dayOf(number, 14), measure: 'Plan on file' },
        ],
        spokeFirst: null,
        childView: null,
        urgent: false,
        links: [],
        adviceGiven: [],
      },
    },
    deadline(1, begun),
  );
  yield step(answer(1, begun), {
    type: 'ActionAgreed',
    data: { action: { actionId: 'A1', what: 'Write the plan', who: 'Team manager', by: dayOf(number, 20) } },
  });
  let reached = begun;
  if (number % 5 === 0) {
    const next = stages[begun.number + 1]!;
    yield step({
      type: 'AnswerRejected',
      data: {
        round: 1,
        role: 'iro',
        verdict: 'not',
        reason: 'The plan is still not on the file.',
        standing: 'not-accepted',
      },
    });
    yield step(
      {
        type: 'DisputeEscalated',
        data: {
          from: begun.number,
          to: next,
          addressee: { team: subject.team, posts: ['service-manager'] },
          protocolVersion: 1,
          because: 'not-satisfied',
          reason: 'The plan is still not on the file.',
          skipped: [],
          adviceGiven: [],
        },
      },
      deadline(2, next),
    );
    yield step(answer(2, next));
    reached = next;
  }
  yield step({
    type: 'AnswerAccepted',
    data: { round: reached === begun ? 1 : 2, role: 'iro', reason: 'It is done.', standing: 'accepted' },
  });
  yield step({
    type: 'ActionDone',
    data: { actionId: 'A1', evidence: 'Plan of 3 May on the file.', doneOn: dayOf(number, 30) },
  });
  yield step({
    type: 'DisputeResolved',
    data: {
      outcome: 'RES-FULL',
      impact: ['plan-moving'],
      impactNote: null,
      stageReached: reached.number,
      actionsOutstanding: [],
      iroDissents: false,
    },
  });
};

const acknowledgement = function* (number: number): Generator<Append> {
  const reference = referenceFor('PA', `bench-${number}`);
  const { children, team, iro } = subjectOf(number);
  yield {
    stream: `acknowledgement-${reference}`,
    first: 0,
    events: [
      {
        type: 'PracticeAcknowledged',
        data: {
          reference,
          givenOn: dayOf(number),
          giverRole: 'iro',
          giver: iro,
          protocolVersion: 1,
          acknowledged: {
            children,
            team,
            people: [{ person: `worker-${number % 60}`, name: null, agency: null }],
            wholeTeam: false,
            theme: 'PA-DIRECT',
            whatTheyDid: 'Three visits in two weeks, and the young person chaired their own review.',
            differenceForChild: 'They were heard.',
          },
          adviceGiven: [],
        },
      },
    ],
  };
};

const child = function* (number: number): Generator<Append> {
  const childId = `${1_000_000 + number}`;
  yield {
    stream: `child-${childId}`,
    first: 0,
    events: [
      {
        type: 'ChildRegistered',
        data: {
          childId,
          initials: 'AB',
          bornOn: dayOf(number, -4000),
          population: 'looked-after',
          fromRegister: false,
        },
      },
      { type: 'ChildAllocated', data: { team: TEAMS[number % TEAMS.length]!, iro: `iro-${number % 14}`, from: null } },
    ],
  };
};

const stored = ({ stream, first, events }: Append): EventToAppend[] =>
  events.map(({ type, data }, index) => {
    const id = derivedId(stream, first + index);
    return {
      id,
      type,
      data: data as unknown as JsonObject,
      metadata: {
        commandId: id,
        commandDigest: 'bN9vvcYVPlZ0wNnA0XFsRTk0Ejy1sWUv1AI0oJTsWkI',
        $correlationId: id,
        $causationId: id,
        actor: { person: 'iro-1', post: 'iro', role: 'iro' },
        occurredAt: '2022-04-14T09:00:00.000Z',
        schemaVersion: 1,
      },
    };
  });
