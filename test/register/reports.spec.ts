import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { EscalationBoard } from '../../src/reports/escalations/escalation-board.js';
import type { Timeliness } from '../../src/reports/timeliness/timeliness.js';
import { type CouncilOnDisk, MAPPING, REGISTERS, worcestershire } from './on-the-command-line.js';

let council: CouncilOnDisk;
beforeAll(async () => {
  council = await worcestershire();
  await council.must('register', 'import', ...REGISTERS, ...MAPPING, '--leave-out-refused', '--expect-total', '414');
});
afterAll(() => council.remove());

it('prints how fast a register’s year was answered, teams A to Z, and as JSON the same figures', async () => {
  const text = await council.must('report', 'timeliness', '--year', '2022/23');
  expect(text).toMatch(/^informal +111 +93 \(84%\) +111 +93 \(84%\) +not collected +3( +not collected){4}$/m);
  const teams = [...text.matchAll(/^(.+?) {2,}\d+ .*$/gm)].map(([, name]) => name!).filter((name) => / /.test(name));
  expect(teams.slice(0, 2)).toEqual(['not collected', 'Children with Disabilities']);
  const [byStage] = await council.json<Timeliness[]>('report', 'timeliness', '--year', '2022/23');
  expect(byStage!.counted!.all).toMatchObject({ due: 198, inTimeByFirstDate: { count: 153, percent: 77 } });
  const all = await council.json<Timeliness>('report', 'timeliness', '--year', '2022/23', '--by', 'stage,team,quarter');
  expect(all.counted!.figures.reduce((sum, { due }) => sum + due!, 0)).toBe(198);
});

it('prints how far, so what and repeats of a register, and says what no register holds', async () => {
  const far = await council.must('report', 'how-far', '--year', '2022/23');
  expect(far).toMatch(/^settled at stage 2 +18 +21%$/m);
  expect(far).toContain('Referred to Cafcass at any time: not collected');
  expect(await council.must('report', 'so-what', '--year', '2022/23')).toMatch(/^RES-ACT +72 +36%$/m);
  expect(await council.must('report', 'repeats', '--year', '2022/23')).toContain('0 (0%) of 198 raised');
});

it('prints the board, narrowed, and one person’s work', async () => {
  await council.open();
  expect(await council.must('report', 'escalations')).toMatch(/^Escalation board, as at .*\n\n0 open · 0 late/);
  const board = await council.json<EscalationBoard>('report', 'escalations', '--waiting-for', 'vacancy');
  expect(board).toMatchObject({ rows: [], totals: { open: 0 }, columns: [{ stage: 0 }, { stage: 1 }, {}, {}, {}] });
  expect(await council.run('report', 'work', 'Nobody Known')).toMatchObject({ code: 1 });
  expect(await council.run('report', 'timeliness', '--year', '2022')).toMatchObject({ code: 2 });
  expect(await council.run('report', 'timeliness', '--year', '2022/23', '--by', 'iro')).toMatchObject({ code: 2 });
});
