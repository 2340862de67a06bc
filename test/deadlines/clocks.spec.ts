import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '../../src/platform/event-store/event-store.js';
import { InProcessAlarmClock } from '../../src/platform/jobs/in-process/in-process-alarm-clock.js';
import { Controls } from '../support/controls.js';
import { World } from './world.js';

const REFERENCE = 'DRP-7K4M-2QXH';
const HOUR = 60 * 60 * 1000;

/** 25 April 2022 ends in London at 23:00 UTC. */
const DUE_AT = '2022-04-25T23:00:00.000Z';

describe('a clock that is not to be trusted', () => {
  let world: World;
  /** Real time that has passed, whatever the clock says. */
  let passed: number;

  const letTimePass = (hours: number): void => {
    passed += hours * HOUR;
    world.clock.set(new Date(Date.parse(world.now) + hours * HOUR).toISOString());
  };
  const jump = (hours: number): void => world.clock.set(new Date(Date.parse(world.now) + hours * HOUR).toISOString());
  const marked = async (): Promise<RecordedEvent[]> =>
    (await world.events(REFERENCE)).filter(({ type }) => type === 'AnswerDeadlinePassed');
  const held = async (): Promise<string | null> => (await world.keeper.status()).held;

  beforeEach(async () => {
    passed = 0;
    world = await World.begin();
    const start = Date.parse(world.now);
    const elapsed = { whose: 'the time that has passed', now: () => start + passed };
    await world.start(new InProcessAlarmClock(world.clock), [elapsed]);
    await world.act(REFERENCE, Controls.raiseFormal({ reference: REFERENCE }));
    await world.idle();
  });
  afterEach(() => world.stop());

  it('is a day ahead: nothing is marked or sent up, and health says why', async () => {
    letTimePass(11 * 24);
    jump(24);
    await world.sweep();
    expect(await marked()).toEqual([]);
    expect(await world.keeper.status()).toMatchObject({
      held: expect.stringContaining('1440 minutes ahead of the time that has passed'),
      late: 2,
    });
  });

  it('is put right again: what was held is done, with the moments that really passed', async () => {
    letTimePass(10 * 24);
    jump(24);
    await world.sweep();
    jump(-24);
    letTimePass(2 * 24);
    await world.sweep();
    expect(await held()).toBeNull();
    expect(await marked()).toMatchObject([{ metadata: { occurredAt: DUE_AT }, data: { dueAt: DUE_AT } }]);
  });

  it('goes back by a day: nothing is stamped before what went before it, and nothing is done twice', async () => {
    letTimePass(12 * 24);
    await world.sweep();
    jump(-24);
    await world.sweep();
    expect(await held()).toContain('behind');
    await world.act(REFERENCE, { type: 'add-note', text: 'Written while the clock was wrong.' });
    jump(24);
    letTimePass(5 * 24);
    await world.sweep();
    expect(await marked()).toHaveLength(1);
    const byTheClock = (await world.events(REFERENCE)).filter(({ metadata }) => metadata.actor.person === 'clock');
    const moments = byTheClock.map(({ metadata }) => metadata.occurredAt);
    expect(moments).toEqual([...moments].sort());
  });

  it('differs by less than five minutes, and nobody minds', async () => {
    letTimePass(12 * 24);
    jump(4 / 60);
    await world.sweep();
    expect(await marked()).toHaveLength(1);
  });

  it('differs by more than five minutes, either way, and nothing is done by itself', async () => {
    letTimePass(12 * 24);
    for (const minutes of [6, -6]) {
      jump(minutes / 60);
      await world.sweep();
      expect(await held()).toContain(`6 minutes ${minutes > 0 ? 'ahead of' : 'behind'} the time that has passed`);
      jump(-minutes / 60);
    }
    expect(await marked()).toEqual([]);
    await world.sweep();
    expect(await marked()).toHaveLength(1);
  });

  it('is behind what is on record by more than five minutes, and by less, after a restart', async () => {
    letTimePass(12 * 24);
    await world.act(REFERENCE, { type: 'add-note', text: 'Written on the right day.' });
    await world.stop();
    jump(-6 / 60);
    await world.start(new InProcessAlarmClock(world.clock));
    await world.sweep();
    expect(await marked()).toEqual([]);
    jump(2 / 60);
    await world.sweep();
    expect(await marked()).toHaveLength(1);
  });

  it('is behind what is already on record, after a restart with nothing else to compare it with', async () => {
    letTimePass(14 * 24);
    await world.act(REFERENCE, { type: 'add-note', text: 'Written on the right day.' });
    await world.stop();
    jump(-24);
    await world.start(new InProcessAlarmClock(world.clock));
    await world.sweep();
    expect(await marked()).toEqual([]);
    jump(24);
    await world.sweep();
    const [event] = await marked();
    expect(event).toMatchObject({ data: { dueAt: DUE_AT } });
    expect(event!.metadata.occurredAt >= (await world.events(REFERENCE)).at(-2)!.metadata.occurredAt).toBe(true);
  });
});

describe('the two nights on which the clocks change', () => {
  let world: World;
  afterEach(() => world.stop());

  // Thursday 24 March to Thursday 31 March 2022, over the night of 27 March; 27 October to 3 November 2022, over 30 October.
  it.each([
    ['spring', '2022-03-24T10:00:00.000Z', '2022-03-31', '2022-03-31T23:00:00.000Z'],
    ['autumn', '2022-10-27T09:00:00.000Z', '2022-11-03', '2022-11-04T00:00:00.000Z'],
  ])('in %s move no date: it passes at midnight in London', async (_, raisedAt, dueOn, dueAt) => {
    world = await World.begin({ at: raisedAt });
    const alarmClock = new InProcessAlarmClock(world.clock);
    await world.start(alarmClock);
    await world.act(REFERENCE, Controls.raiseFormal({ reference: REFERENCE, spokeFirst: null }));
    const at = async (instant: string): Promise<string[]> => {
      world.clock.set(instant);
      await world.idle();
      await alarmClock.look();
      return world.typesOf(REFERENCE);
    };
    expect(await at(new Date(Date.parse(dueAt) - 1).toISOString())).not.toContain('AnswerDeadlinePassed');
    expect(await at(dueAt)).toContain('AnswerDeadlinePassed');
    const event = (await world.events(REFERENCE)).find(({ type }) => type === 'AnswerDeadlinePassed');
    expect(event!.data).toMatchObject({ dueOn, dueAt });
  });
});

describe('a holiday announced after dates were set', () => {
  let world: World;
  let alarmClock: InProcessAlarmClock;
  const announce = async (): Promise<void> => {
    world.clock.set('2022-04-20T09:00:00.000Z');
    await world.announceClosing('2022-04-22');
  };
  const answerDates = async () =>
    (await world.events(REFERENCE)).filter(({ type }) => type === 'AnswerDeadlineSet').map(({ data }) => data);

  beforeEach(async () => {
    world = await World.begin();
    alarmClock = new InProcessAlarmClock(world.clock);
    await world.start(alarmClock);
    await world.act(REFERENCE, Controls.raiseFormal({ reference: REFERENCE }));
  });
  afterEach(() => world.stop());

  it('moves the date by an event that shows both dates and why, and the alarm with it', async () => {
    await world.idle();
    await announce();
    await world.idle();
    expect(await answerDates()).toMatchObject([
      { dueOn: '2022-04-25', why: 'raised' },
      {
        firstDueOn: '2022-04-25',
        dueOn: '2022-04-26',
        why: 'holiday-announced',
        moved: { from: '2022-04-25', reason: expect.stringContaining('closed') },
      },
    ]);
    world.clock.set(DUE_AT);
    await alarmClock.look();
    expect(await world.typesOf(REFERENCE)).not.toContain('AnswerDeadlinePassed');
    world.clock.set('2022-04-26T23:00:00.000Z');
    await alarmClock.look();
    expect((await world.typesOf(REFERENCE)).filter((type) => type === 'AnswerDeadlinePassed')).toHaveLength(1);
  });

  it('moves it once, however often anybody looks', async () => {
    await announce();
    await world.idle();
    await Promise.all([world.sweep(), world.sweep(), world.keeper.attend(REFERENCE)]);
    expect(await answerDates()).toHaveLength(2);
  });

  it('moves it also where the program was away, and the old date has passed since', async () => {
    await world.idle();
    await world.stop();
    await announce();
    world.clock.set('2022-04-26T08:00:00.000Z');
    await world.start((alarmClock = new InProcessAlarmClock(world.clock)));
    await world.sweep();
    expect(await answerDates()).toMatchObject([{ dueOn: '2022-04-25' }, { dueOn: '2022-04-26' }]);
    expect(await world.typesOf(REFERENCE)).not.toContain('AnswerDeadlinePassed');
  });
});
