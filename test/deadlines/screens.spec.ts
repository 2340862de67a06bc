import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeadlineKeeper } from '../../src/deadlines/deadline-keeper.js';
import { chanceFrom } from '../../src/demonstration/chance.js';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import { ProjectionRunner } from '../../src/platform/projections/projection-runner.js';
import { casesOf, patienceFor } from '../faults/cases.js';
import { aConcern, Council } from '../journeys/council.js';

const INSTANTS = casesOf('screens');
const SEED = 20230403;
const DAY = 24 * 60 * 60 * 1000;

interface Health {
  readonly alarms: { readonly kind: string; readonly late: number; readonly held: string | null };
  readonly warnings: string[];
}

describe('the screens, with every timer dead', () => {
  let council: Council;
  let reference: string;
  const read = async (): Promise<DisputeDto> => (await council.get<DisputeDto>('Iris', `/disputes/${reference}`)).body;

  beforeAll(async () => {
    // A council whose clock is moved by hand: no alarm rings in it and no sweep comes round.
    council = await Council.begin();
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
  });
  afterAll(() => council.end());

  it(
    `are right at ${INSTANTS} instants, worked out apart from the program (seed ${SEED})`,
    async () => {
      const { deadline } = (await read()).rounds[0]!;
      // Raised on Monday 3 April 2023; Good Friday and Easter Monday are 7 and 10 April.
      expect(deadline).toMatchObject({ startedOn: '2023-04-03', dueOn: '2023-04-12' });
      const lateFrom = '2023-04-12T23:00:00.000Z';
      const chance = chanceFrom(SEED);
      for (let instant = 0; instant < INSTANTS; instant++) {
        const now = new Date(Date.parse(lateFrom) + chance.number(-9 * DAY, 30 * DAY)).toISOString();
        council.at(now);
        const dispute = await read();
        expect({ now, overdue: dispute.rounds[0]!.deadline!.overdue }).toEqual({ now, overdue: now >= lateFrom });
        expect(dispute.waitingFor).toMatchObject({ what: 'answer', dueOn: '2023-04-12' });
      }
    },
    patienceFor(INSTANTS, 100),
  );

  it('are the same when the sweep has been, which puts the moment that passed on record, once', async () => {
    council.at('2023-04-20T09:00:00.000Z');
    const before = await read();
    const keeper = council.app.get(DeadlineKeeper);
    for (let time = 0; time < 3; time++) {
      await council.app.get(ProjectionRunner).catchUp();
      await keeper.sweep();
    }
    const after = await read();
    expect(after.rounds[0]!.deadline).toMatchObject({ ...before.rounds[0]!.deadline });
    const { body } = await council.get<{ entries: { what: string; occurredAt?: string; at?: string }[] }>(
      'Iris',
      `/disputes/${reference}/events`,
    );
    expect(body.entries.filter(({ what }) => what === 'AnswerDeadlinePassed')).toHaveLength(1);
  });

  it('of health tell of the alarms, and of bank holidays that run out', async () => {
    const health = async (): Promise<Health> =>
      JSON.parse((await council.app.inject({ url: '/health/ready' })).body) as Health;
    expect(await health()).toMatchObject({ alarms: { kind: 'in-process', late: 0, held: null }, warnings: [] });
    council.at('2028-01-03T09:00:00.000Z');
    expect((await health()).warnings).toEqual([expect.stringContaining('known to the end of 2028')]);
  });
});
