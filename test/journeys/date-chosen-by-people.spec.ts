import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import { aConcern, Council } from './council.js';

/** The house protocol with no timescale at its first stage: the date is the one that the IRO asks for. */
const withoutTimescale = (protocol: string): string => protocol.replace('    clock: 5 working-days', '    clock: none');

/** From Monday 3 April 2023. */
describe('A date chosen by people, for a stage that has none', () => {
  let council: Council;
  let reference: string;

  beforeAll(async () => {
    council = await Council.begin('house', {
      adapted: (protocol) => {
        const [informal, stages] = protocol.split('\nstages:');
        return `${informal}\nstages:${withoutTimescale(stages!)}`;
      },
    });
    reference = (
      await council.done(
        'Iris',
        '/disputes',
        aConcern({ earlierDate: { askedFor: '2023-04-12', reason: 'She moves after that.' } }),
      )
    ).reference;
  });
  afterAll(() => council.end());

  const read = async (): Promise<DisputeDto> => (await council.get<DisputeDto>('Iris', `/disputes/${reference}`)).body;
  /** Of Iris's own: references of answers that the figures count as late, and how many were due by their first date. */
  const inTheFigures = async () => {
    const answers = await council.get<{ items: { reference: string }[] }>('Iris', '/answers?inTime=false');
    const timeliness = await council.get<{ counted: { all: { due: number; inTimeByFirstDate: { count: number } } } }>(
      'Mona',
      '/reports/timeliness/2023-24',
    );
    return {
      late: answers.body.items.map((item) => item.reference),
      due: timeliness.body.counted.all.due,
      inTime: timeliness.body.counted.all.inTimeByFirstDate.count,
    };
  };

  it('is the first date for ever', async () => {
    expect((await read()).rounds[0]!.deadline).toMatchObject({ firstDueOn: '2023-04-12', dueOn: '2023-04-12' });
  });

  it('is late on the page and in the figures once it has passed', async () => {
    expect(await inTheFigures()).toEqual({ late: [], due: 0, inTime: 0 });
    council.at('2023-04-13T09:00:00.000Z');
    await council.caughtUp();
    expect((await read()).rounds[0]!.deadline).toMatchObject({ overdue: true });
    expect(await inTheFigures()).toEqual({ late: [reference], due: 1, inTime: 0 });
  });
});
