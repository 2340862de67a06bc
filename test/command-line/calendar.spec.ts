import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCouncil } from '../../src/cli/open-council.js';
import { disputeStream } from '../../src/disputes/act-on-dispute.js';
import { disputeDecider } from '../../src/disputes/decide.js';
import { addDays } from '../../src/calendar/dates.js';
import { readConfig } from '../../src/platform/config/config.js';
import { type CouncilOnDisk, worcestershire } from '../register/on-the-command-line.js';
import { Controls } from '../support/controls.js';

const OF_2029 = ['01-01', '03-30', '04-02', '05-07', '05-28', '08-27', '12-25', '12-26'].map((day) => `2029-${day}`);

describe('The calendar on the command line', () => {
  let council: CouncilOnDisk;
  let reference: string;
  let dueOn: string;

  beforeAll(async () => {
    council = await worcestershire();
    const config = readConfig({ FOOTPRINT_DATA_DIR: council.path('data') });
    const opened = await openCouncil(config, 'command');
    const act = Controls.raiseFormal({ meetingOn: null });
    reference = act.reference;
    const { events } = await opened.council.executor.execute(
      disputeStream(reference),
      disputeDecider,
      { ...act, spokeFirst: null },
      await opened.council.contextFor(Controls.iro),
      { commandId: 'raise', actor: Controls.iro, occurredAt: opened.council.now },
    );
    dueOn = events.find(({ type }) => type === 'AnswerDeadlineSet')!.data.dueOn as string;
    await opened.close();
  });
  afterAll(() => council.remove());

  it('shows which bank holidays are known', async () => {
    const shown = await council.must('calendar', 'show');
    expect(shown).toContain('The bank holidays are known from 2012-01-01 to 2028-12-31.');
    expect(shown).toContain('The council has no closing days.');
  });

  it('shows what a closing day moves and records nothing, until it is told to', async () => {
    const command = ['calendar', 'closing-days', dueOn, '--reason', 'The heating has failed'];
    const seen = await council.must(...command);
    expect(seen).toMatch(new RegExp(`${reference} +answer +${dueOn} +\\d{4}-`));
    expect(seen).toContain('Nothing is recorded.');
    expect(await council.must('calendar', 'show')).toContain('The council has no closing days.');

    const recorded = await council.must(...command, '--record');
    expect(recorded).toContain('Recorded: 1 closing day.');
    expect(await council.must('calendar', 'show')).toContain(`The council is closed on:\n  ${dueOn}`);
    expect(await council.run(...command)).toMatchObject({ code: 1, said: expect.stringContaining('nothing to do') });
  });

  it('reads the bank holidays of a year as GOV.UK publishes them', async () => {
    const events = OF_2029.map((date) => ({ title: 'A bank holiday', date, notes: '', bunting: true }));
    const file = council.path('bank-holidays.json');
    await writeFile(file, JSON.stringify({ 'england-and-wales': { division: 'england-and-wales', events } }));
    const command = ['calendar', 'bank-holidays', file, '--reason', 'GOV.UK'];
    expect(await council.must(...command)).toContain('No date moves;');
    expect(await council.must(...command, '--record')).toContain('The bank holidays are known to 2029-12-31 now.');
    expect(await council.json('calendar', 'show')).toMatchObject({ knownTo: '2029-12-31', closingDays: [dueOn] });
  });

  it('says what is wrong with a day or a file', async () => {
    const reason = ['--reason', 'No reason'];
    expect(await council.run('calendar', 'closing-days', '2026-02-30', ...reason)).toMatchObject({ code: 2 });
    expect(await council.run('calendar', 'closing-days', addDays(dueOn, 1))).toMatchObject({ code: 2 });
    const missing = await council.run('calendar', 'bank-holidays', council.path('none.csv'), ...reason);
    expect(missing).toMatchObject({ code: 1, said: expect.stringContaining('cannot be opened') });
    const file = council.path('days.csv');
    await writeFile(file, 'date,name\n01/01/2030,New Year\n');
    const wrong = await council.run('calendar', 'bank-holidays', file, ...reason);
    expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining('On line 2 there is no date that exists') });
  });
});
