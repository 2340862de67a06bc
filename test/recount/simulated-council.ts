import fc from 'fast-check';
import type { Instant } from '../../src/calendar/calendar.js';
import type { ImportedAcknowledgementFacts } from '../../src/acknowledgements/events.js';
import type { ImportedDisputeFacts, RegisterFact } from '../../src/disputes/events.js';
import type { LadderFor, Protocol } from '../../src/protocol/protocol.js';
import { council } from '../process/councils/walk.js';
import { lived, storyOf } from '../process/doors.js';
import { history, historyOfByways, historyOfDates, type Step } from '../process/histories.js';
import { Controls } from '../support/controls.js';
import { protocolAdopted, team } from '../support/leaders.js';
import type { Story } from '../support/read-models.js';
import { covering, registerOf } from '../support/registers.js';
import { shipped } from '../support/shipped.js';

/*
 * A council of one year that contains everything: disputes lived through with pauses, freezes, several answerers, Cafcass, agencies,
 * recalls, send-backs and voids; registers of each shape; siblings; teams that merge; acknowledgements given, withdrawn and read in. Some
 * have several ladders, levels, or stages that do not count as formal.
 */

/** The facts for which one register has a column. */
const SHAPES: readonly (RegisterFact[] | undefined)[] = [
  undefined,
  ['answer date'],
  ['outcome'],
  ['outcome', 'end', 'impact'],
  ['child', 'stage', 'answer due', 'answer date', 'outcome', 'end', 'impact', 'challenge meeting'],
];

/** For which days a register is said to speak: both years, one of them, a part of a year, or two parts. */
const SPOKEN_FOR: readonly (readonly { readonly from: string; readonly to: string }[])[] = [
  [{ from: '2021-04-01', to: '2023-03-31' }],
  [{ from: '2021-04-01', to: '2023-03-31' }],
  [{ from: '2022-04-01', to: '2023-03-31' }],
  [{ from: '2021-04-01', to: '2022-10-31' }],
  [
    { from: '2021-04-01', to: '2021-12-31' },
    { from: '2022-07-01', to: '2023-03-31' },
  ],
];

const TEAMS = ['through-care-1', 'through-care-3', 'north', 'south'];

const day = (from: string, to: string): fc.Arbitrary<string> =>
  fc
    .integer({ min: Date.parse(from), max: Date.parse(to) })
    .map((moment) => new Date(moment).toISOString().slice(0, 10));
const afterwards = (on: string): fc.Arbitrary<string | null> =>
  fc.option(day(on, new Date(Date.parse(on) + 60 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)));

const row: fc.Arbitrary<Partial<ImportedDisputeFacts>> = day('2022-01-01', '2023-03-31').chain((raisedOn) =>
  fc
    .record({
      kind: fc.constantFrom('informal' as const, 'formal' as const),
      children: fc.subarray(['10', '11', '12', '1568440'], { minLength: 1, maxLength: 2 }),
      team: fc.constantFrom(...TEAMS),
      theme: fc.constantFrom('DD', 'DD-PERM', 'DD-LEGAL', 'EDUC', 'LEGAL', 'EDI'),
      dueOn: afterwards(raisedOn),
      answeredOn: afterwards(raisedOn),
      resolvedOn: afterwards(raisedOn),
      outcome: fc.constantFrom(null, 'RES-FULL', 'RES-ACT', 'UNRES', 'WDRAWN', 'VOID', 'ENDED-CARE', 'TO-CAF'),
      impact: fc.constantFrom(null, 'plan-moving', 'no-change-yet'),
      challengeMeeting: fc.constantFrom(null, true, false),
      stage: fc.constantFrom(1, 1, 2, 3),
    })
    .map(({ stage, ...facts }) => ({
      ...facts,
      raisedOn,
      stageReached: facts.kind === 'informal' ? 0 : stage,
    })),
);

/** A row as a file without these columns would give it. */
const without = (
  lacks: RegisterFact[] | undefined,
  facts: Partial<ImportedDisputeFacts>,
): Partial<ImportedDisputeFacts> => ({
  ...facts,
  ...(lacks?.includes('child') ? { children: [] } : {}),
  ...(lacks?.includes('stage') ? { stageReached: facts.kind === 'informal' ? 0 : 1 } : {}),
  ...(lacks?.includes('answer due') ? { dueOn: null } : {}),
  ...(lacks?.includes('answer date') ? { answeredOn: null } : {}),
  ...(lacks?.includes('outcome') ? { outcome: null } : {}),
  ...(lacks?.includes('end') ? { resolvedOn: null } : {}),
  ...(lacks?.includes('impact') ? { impact: null } : {}),
  ...(lacks?.includes('challenge meeting') ? { challengeMeeting: null } : {}),
});

/** No row is read in with a stage that the council's protocol has not got. */
const onALadderOf = (
  { stages }: Protocol,
  { stageReached = 0, ...facts }: Partial<ImportedDisputeFacts>,
): Partial<ImportedDisputeFacts> => ({ ...facts, stageReached: Math.min(stageReached, stages.length) });

/** Two registers of a council use no reference twice. */
const inItsOwnRegister =
  (register: string) =>
  ({ stream, events }: Story): Story => ({
    stream,
    events: events.map((event) =>
      event.type === 'DisputeImported'
        ? ({
            ...event,
            data: { ...event.data, ownReference: `${register}-${String((event.data as Owned).ownReference)}` },
          } as Story['events'][number])
        : event,
    ),
  });
interface Owned {
  readonly ownReference: string;
}

const given: fc.Arbitrary<Partial<ImportedAcknowledgementFacts>> = fc.record({
  children: fc.subarray(['10', '11', '12'], { minLength: 1, maxLength: 2 }),
  team: fc.constantFrom(...TEAMS),
  givenOn: day('2022-01-01', '2023-03-31'),
  theme: fc.constantFrom('PA-DIRECT', 'PA-LIFE'),
});

const acknowledged = (
  { children, team: ofTeam, givenOn, theme }: Partial<ImportedAcknowledgementFacts>,
  withdrawn: boolean,
  number: number,
): Story => ({
  stream: `acknowledgement-PA-${number}`,
  events: [
    {
      ...{ type: 'PracticeAcknowledged', at: `${givenOn}T10:00:00.000Z` },
      data: {
        ...{
          reference: `PA-${number}`,
          givenOn,
          giver: 'iro-rowe',
          giverRole: 'iro',
          protocolVersion: 1,
          adviceGiven: [],
        },
        acknowledged: {
          ...{ children, team: ofTeam, people: [], wholeTeam: true, theme },
          ...{ whatTheyDid: 'In words', differenceForChild: null },
        },
      },
    },
    ...(withdrawn
      ? [{ type: 'AcknowledgementWithdrawn', data: { reason: 'In words' }, at: `${givenOn}T11:00:00.000Z` }]
      : []),
  ] as Story['events'],
});

const merged: Story = {
  ...team('south', 'South'),
  events: [...team('south', 'South').events, { type: 'TeamEnded', data: { on: '2022-09-30', succeededBy: ['north'] } }],
};

const lives: fc.Arbitrary<Step[]> = fc.oneof(history, historyOfDates, historyOfByways);
const beginnings = fc.constantFrom(
  ...['2022-04-14T09:00:00.000Z', '2022-07-04T23:30:00.000Z', '2022-10-24T10:00:00.000Z', '2023-03-20T10:00:00.000Z'],
);
const withPauses = (protocol: Protocol): Protocol => ({ ...protocol, pauses: { allowed: true, by: ['iro'] } });
const ofOneLadder = ['house', 'alerts-2017', 'barnet', 'leicestershire', 'worcestershire'].map((name) =>
  withPauses(shipped(name).protocol),
);
const ofSeveralLadders = [
  ...['three-steps', 'two-roads', 'traffic-lights', 'drift-first', 'about-the-iro', 'by-the-manager'],
].map((name) => withPauses(council(name)));

/** The ladder and level of a protocol for which a dispute is raised, by their places in the lists, and the levels it has afterwards. */
interface Place {
  readonly ladder: number;
  readonly level: number;
  readonly changes: readonly { readonly before: number; readonly level: number; readonly hours: number }[];
}

const place: fc.Arbitrary<Place> = fc.record({
  ladder: fc.nat(2),
  level: fc.nat(2),
  changes: fc.array(
    fc.record({ before: fc.constantFrom(1, 1, 2, 4, 8), level: fc.nat(2), hours: fc.constantFrom(0, 1, 24) }),
    { minLength: 1, maxLength: 4 },
  ),
});

/** A life as it is begun under a protocol: with what its ladder is for, and at a level, which the IRO changes now and then. */
const raisedUnder = ({ ladders = [], levels = [] }: Protocol, life: readonly Step[], at: Place): Step[] => {
  const [first, ...others] = life;
  if (first === undefined) return [];
  const chosen = at.ladder === 0 ? undefined : ladders[(at.ladder - 1) % ladders.length]?.for;
  const levelAt = (index: number): string | null => levels[index % levels.length]?.code ?? null;
  const changes = at.changes.flatMap(({ before, level, hours }): [number, Step][] =>
    levels.length === 0
      ? []
      : [
          [
            before,
            {
              act: { type: 'change-level', level: levelAt(level)!, reason: 'In words', meetingOn: null },
              ...{ actor: Controls.iro, hours, verdict: 'satisfied' },
            },
          ],
        ],
  );
  return [
    begunFor(chosen, chosen?.levels?.[0] ?? levelAt(at.level), ladders.length > 0, first),
    ...others.flatMap((step, index) => [
      ...changes.filter(([before]) => before === index + 1).map(([, change]) => change),
      step,
    ]),
  ];
};

/** @param chosen what its ladder is for; undefined where it is to go up the main one */
const begunFor = (chosen: LadderFor | undefined, level: string | null, hasLadders: boolean, first: Step): Step => {
  const { act } = first;
  if (typeof act === 'string' || (act.type !== 'raise-formal' && act.type !== 'raise-informal')) return first;
  const raiser = chosen?.raisers?.[0] ?? 'iro';
  const practice =
    chosen?.about === 'iro-practice' ? { iro: 'the-iro-manager', practiceOf: Controls.subject.iro! } : {};
  return {
    ...first,
    act: {
      ...act,
      level,
      theme: chosen?.themes?.[0] ?? (hasLadders ? 'EDUC' : act.theme),
      subject: { ...act.subject, population: chosen?.populations?.[0] ?? act.subject.population, ...practice },
    },
    actor: raiser === 'iro' ? first.actor : Controls.actor(`the-${raiser}`, raiser),
  };
};

export interface SimulatedCouncil {
  readonly protocol: Protocol;
  readonly stories: readonly Story[];
  /** The moment at which its figures are read: some months after the year, and never before the last thing that happened. */
  readonly now: Instant;
}

const councilUnder = (protocols: readonly Protocol[]): fc.Arbitrary<SimulatedCouncil> =>
  fc
    .record({
      protocol: fc.constantFrom(...protocols),
      disputes: fc.array(fc.tuple(lives, beginnings, place), { minLength: 6, maxLength: 14, size: 'max' }),
      registers: fc.array(
        fc.tuple(
          fc.constantFrom(...SHAPES),
          fc.array(row, { minLength: 1, maxLength: 12, size: 'max' }),
          fc.constantFrom(...SPOKEN_FOR),
        ),
        {
          maxLength: 2,
        },
      ),
      readIn: fc.array(given, { maxLength: 4 }),
      givenHere: fc.array(fc.tuple(given, fc.boolean()), { maxLength: 4 }),
    })
    .map(({ protocol, disputes, registers, readIn, givenHere }): Omit<SimulatedCouncil, 'now'> => ({
      protocol,
      stories: [
        protocolAdopted(protocol),
        ...TEAMS.filter((each) => each !== 'south').map((each) => team(each, each)),
        merged,
        ...disputes
          .map(([life, begins, at], index) =>
            lived(raisedUnder(protocol, life, at), protocol, `DRP-0000-00${String(index).padStart(2, '0')}`, begins),
          )
          .filter(({ events }) => events.length > 0)
          .map((each, index) => inItsOwnRegister(`L${index}`)(storyOf(each))),
        ...registers.flatMap(([lacks, rows, periods], index) =>
          registerOf(`r${index}`, {
            disputes: rows.map((facts) =>
              onALadderOf(protocol, without(lacks, { ...Controls.importedFacts, ...facts })),
            ),
            covers: periods.flatMap((period) => (['informal', 'formal'] as const).map((kind) => ({ kind, ...period }))),
            readOn: '2023-04-01',
            ...(lacks === undefined ? {} : { lacks }),
          }).map(inItsOwnRegister(`R${index}`)),
        ),
        ...registerOf('acks', { acknowledgements: readIn, covers: covering('2022/23', 'acknowledgement') }),
        ...givenHere.map(([facts, withdrawn], number) => acknowledged(facts, withdrawn, number)),
      ],
    }))
    .map((simulated) => ({ ...simulated, now: afterAll(simulated.stories) }));

const afterAll = (stories: readonly Story[]): Instant => {
  const moments = stories.flatMap(({ events }) => events.flatMap((event) => ('at' in event && event.at) || []));
  return moments
    .map((moment) => new Date(Date.parse(moment) + HOUR).toISOString())
    .reduce((last, each) => (each > last ? each : last), '2023-09-01T12:00:00.000Z');
};
const HOUR = 60 * 60 * 1000;

/** A council whose disputes all go up one ladder, each stage of which counts as formal. */
export const simulatedCouncil = councilUnder(ofOneLadder);

/**
 * So many councils, half of which have one ladder; of the others each protocol with several ladders, levels, or stages that are not formal
 * has as many.
 */
export const councilsOfEachKind = (councils: number): [council: fc.Arbitrary<SimulatedCouncil>, many: number][] => {
  const each = Math.ceil(councils / 2 / ofSeveralLadders.length);
  return [
    [simulatedCouncil, Math.ceil(councils / 2)],
    ...ofSeveralLadders.map((protocol): [fc.Arbitrary<SimulatedCouncil>, number] => [councilUnder([protocol]), each]),
  ];
};
