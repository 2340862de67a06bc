import type { DisputeAct } from '../../src/disputes/acts/all-acts.js';
import type { Actor, JsonObject } from '../../src/platform/event-store/event-store.js';
import { InProcessAlarmClock } from '../../src/platform/jobs/in-process/in-process-alarm-clock.js';
import { Controls } from '../support/controls.js';
import { World } from './world.js';

interface Scene {
  readonly at: string;
  readonly reference: string;
  readonly act: DisputeAct;
  readonly who?: Actor;
}

const raise = (reference: string): DisputeAct => Controls.raiseFormal({ reference });
const answer: DisputeAct = { type: 'answer', agreement: 'agree', reasons: 'Here it is.', actions: [], evidence: null };
const withAnAction: DisputeAct = {
  ...answer,
  actions: [{ what: 'Book the first session', who: 'Team manager', by: '2022-04-29', measure: null }],
};
const accept: DisputeAct = { type: 'judge', verdict: 'satisfied', reason: 'This settles it.' };
const resolve: DisputeAct = { type: 'resolve', outcome: 'RES-ACT', impact: ['plan-moving'], impactNote: null };

/** Six disputes, each with another fate, from Easter to June 2022: a stretch with three bank holidays and a jubilee in it. */
export const SCENES: readonly Scene[] = [
  { at: '2022-04-14T09:00:00.000Z', reference: 'DRP-SILENT', act: raise('DRP-SILENT') },
  { at: '2022-04-14T09:00:00.000Z', reference: 'DRP-PROMPT', act: raise('DRP-PROMPT') },
  { at: '2022-04-14T10:00:00.000Z', reference: 'DRP-LATE', act: raise('DRP-LATE') },
  { at: '2022-04-14T10:00:00.000Z', reference: 'DRP-LONGER', act: raise('DRP-LONGER') },
  { at: '2022-04-14T10:00:00.000Z', reference: 'DRP-TAKEN-BACK', act: raise('DRP-TAKEN-BACK') },
  { at: '2022-04-19T10:00:00.000Z', reference: 'DRP-PROMPT', act: withAnAction, who: Controls.teamManager },
  {
    at: '2022-04-20T09:00:00.000Z',
    reference: 'DRP-TAKEN-BACK',
    act: { type: 'withdraw', reason: 'The facts were wrong.' },
  },
  { at: '2022-04-21T09:00:00.000Z', reference: 'DRP-PROMPT', act: accept },
  { at: '2022-04-21T10:00:00.000Z', reference: 'DRP-PROMPT', act: resolve },
  {
    at: '2022-04-22T10:00:00.000Z',
    reference: 'DRP-LONGER',
    act: { type: 'ask-for-extension', askedFor: '2022-04-28', reason: 'The panel meets on the 27th.' },
    who: Controls.teamManager,
  },
  { at: '2022-04-22T14:00:00.000Z', reference: 'DRP-LONGER', act: { type: 'grant-extension', reason: null } },
  { at: '2022-04-27T09:00:00.000Z', reference: 'DRP-LATE', act: answer, who: Controls.teamManager },
  {
    at: '2022-04-27T10:00:00.000Z',
    reference: 'DRP-SILENT',
    act: { type: 'escalate', toStage: null, reason: 'Nobody answers.', meetingOn: null },
  },
  { at: '2022-05-02T09:00:00.000Z', reference: 'DRP-AGAIN', act: raise('DRP-AGAIN') },
  {
    at: '2022-05-12T09:00:00.000Z',
    reference: 'DRP-AGAIN',
    act: { type: 'escalate', toStage: 2, reason: 'Still nothing.', meetingOn: null },
  },
];

/** The moment after which nothing more becomes due. */
const END = '2022-06-20T12:00:00.000Z';

/** How a run comes from one moment to the next. */
export interface Passage {
  /** Lets all that should happen by now happen, in whatever way this run does it. */
  settle(world: World): Promise<void>;
  /** The moments at which the clock stands; every hour unless told. */
  readonly moments?: readonly string[];
}

const MINUTE = 60_000;

/** Every so many minutes, from the first scene to the end. */
const every = (minutes: number): string[] => {
  const start = Date.parse(SCENES[0]!.at);
  const steps = Math.floor((Date.parse(END) - start) / (minutes * MINUTE));
  return Array.from({ length: steps + 1 }, (_, step) => new Date(start + step * minutes * MINUTE).toISOString());
};

/**
 * Every so many minutes from an hour before until two hours after anything that happens in a run that is on record, and every six hours
 * else: there an alarm can only ring in vain.
 */
export const around = (record: readonly JsonObject[], minutes: number): string[] => {
  const happened = momentsOf(record).map((moment) => Date.parse(moment));
  const isNear = (moment: string): boolean => {
    const at = Date.parse(moment);
    return happened.some((each) => at >= each - 60 * MINUTE && at <= each + 120 * MINUTE);
  };
  return [...new Set([...every(minutes).filter(isNear), ...every(360), ...momentsOf(record)])].sort();
};

/** Only the moments at which something happens in a run that is on record. */
export const momentsOf = (record: readonly JsonObject[]): string[] => {
  const moments = record.map(({ metadata }) => String((metadata as JsonObject).occurredAt));
  return [...new Set([...moments, END])].sort();
};

/** Plays the story and gives what is on record at its end. People act after the program has had its turn. */
export const play = async (world: World, { settle, moments = every(60) }: Passage): Promise<JsonObject[]> => {
  const scenes = [...SCENES];
  for (const moment of moments) {
    world.clock.set(moment);
    await settle(world);
    while (scenes[0] !== undefined && scenes[0].at <= world.now) {
      const { reference, act, who } = scenes.shift()!;
      await world.act(reference, act, who);
    }
  }
  return world.record();
};

/** As it is when nothing is in the way. */
export const undisturbed = async (): Promise<JsonObject[]> => {
  const world = await World.begin();
  const alarmClock = new InProcessAlarmClock(world.clock);
  await world.start(alarmClock);
  const record = await play(world, {
    settle: async () => {
      await world.idle();
      await alarmClock.look();
    },
  });
  await world.stop();
  return record;
};
