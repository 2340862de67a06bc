import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../src/app.module.js';
import { fillLog } from '../../src/demonstration/demonstration.js';
import { readConfig } from '../../src/platform/config/config.js';
import { CouncilOnDisk } from '../register/on-the-command-line.js';

describe('Meetings on the command line', () => {
  let council: CouncilOnDisk;
  beforeAll(async () => {
    council = await CouncilOnDisk.empty();
    const config = readConfig({ FOOTPRINT_DATA_DIR: council.path('data') });
    const app = await NestFactory.createApplicationContext(AppModule.forRoot(config, { purpose: 'command' }), {
      logger: false,
      abortOnError: false,
    });
    await fillLog(app, () => undefined);
    await app.close();
  });
  afterAll(() => council.remove());

  it('show the next agenda, with why each item is on it', async () => {
    const agenda = await council.must('challenge', 'agenda');
    expect(agenda).toMatch(/^Challenge meeting CM-\w{4}-\w{4}, \d{4}-\d\d-\d\d 14:00 \(arranged\)\n {2}1 {4}DRP-/);
    expect(agenda).toMatch(/^ {2}1 .*\[(it has|the time|the same|actions)/m);
    const { items, meeting } = await council.json<{ items: { itemId: string }[]; meeting: string }>(
      'challenge',
      'agenda',
    );
    expect(items.length).toBeGreaterThan(0);
    expect(await council.must('challenge', 'agenda', meeting.toLowerCase())).toBe(agenda);
  });

  it('print the papers, with initials and nothing that was written', async () => {
    const markdown = await council.must('challenge', 'pack');
    expect(markdown).toMatch(/^# Challenge meeting\n/);
    expect(await council.must('challenge', 'pack', '--format', 'html')).toMatch(/^<!doctype html>/);
    expect(markdown).not.toContain('permanence planning meeting, with its plan');
  });

  it('give the diary of the series', async () => {
    const diary = await council.must('challenge', 'calendar');
    expect(diary).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(diary).toContain('STATUS:CONFIRMED');
  });

  it('say what is wrong', async () => {
    expect(await council.run('challenge', 'agenda', 'CM-0000-0000')).toMatchObject({ code: 1, out: '' });
    expect(await council.run('challenge', 'calendar', 'MS-0000-0000')).toMatchObject({ code: 1, out: '' });
    expect(await council.run('challenge', 'pack', '--format', 'pdf')).toMatchObject({ code: 2, out: '' });
  });
});
