import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { QueryBus } from '@nestjs/cqrs';
import type { Page } from 'playwright-core';
import { THE_OPERATOR } from '../../src/access/asker.js';
import type { MeetingDto } from '../../src/challenge/meeting/read/read.dto.js';
import { ReadMeeting } from '../../src/challenge/meeting/read/read.query.js';
import { instantInLondon, londonDate } from '../../src/calendar/dates.js';
import { fillLog } from '../../src/demonstration/demonstration.js';
import type { Directory } from '../../src/directory/directory.js';
import { SettableClock } from '../../src/platform/clock/clock.js';
import { readConfig } from '../../src/platform/config/config.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import { Log } from '../../src/platform/logging/log.js';
import { ProjectionRunner } from '../../src/platform/projections/projection-runner.js';
import { DIRECTORY } from '../../src/platform/tokens.js';
import { createService } from '../../src/service.js';
import { beginChromium, endChromium, listenTo, served, windowOf, wrongWith } from '../support/chromium.js';
import { Keyboard } from '../support/keyboard.js';
import { cookieOf, PageSessionsOfTests } from '../support/page-sessions.js';

/** The challenge meeting of the demonstration council, from its agenda to its closing, by the keyboard alone. */
describe('The meeting of the demonstration council, by the keyboard alone', () => {
  const clock = new SettableClock('2026-11-23T12:00:00.000Z');
  let app: NestFastifyApplication;
  let page: Page;
  let keyboard: Keyboard;
  let meeting: string;
  let nameOfManager: string;
  const heard: string[] = [];

  beforeAll(async () => {
    const store = new MemoryEventStore(clock);
    const others = { clock, store, notices: 'off' as const, pageSessions: new PageSessionsOfTests() };
    app = await createService(readConfig({}), others, new Log(clock, () => undefined));
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    await fillLog(app, () => undefined);
    const readModels = app.get(ProjectionRunner);
    await readModels.catchUp();
    const [arranged] = readModels.all<{ meeting: string; held_on: string }>(
      `SELECT meeting, held_on FROM challenge_meetings WHERE status = 'arranged' ORDER BY held_on`,
    );
    meeting = arranged!.meeting;
    clock.set(instantInLondon(arranged!.held_on, 14, 0));
    const directory = app.get<Directory>(DIRECTORY);
    const manager = directory.postsFor('iro-manager', null, londonDate(clock.now()))[0]!.person!;
    nameOfManager = directory.person(manager)!.name;
    const [browser, address] = await Promise.all([beginChromium(), served(app)]);
    page = await (await windowOf(browser, address, cookieOf(manager))).newPage();
    listenTo(page, address, heard);
    keyboard = new Keyboard(page);
    await page.goto('/challenge');
  });
  afterAll(async () => {
    await endChromium();
    await app.close();
  });

  const main = (): Promise<string> => page.getByRole('main').innerText();
  const path = (): string => new URL(page.url()).pathname;
  const numbersOfItems = async (): Promise<string[]> => (await main()).match(/^\d+(?=\. )/gm) ?? [];

  it('its agenda is read, added to, and put into another order', async () => {
    await keyboard.follow('link', /Challenge meeting/);
    expect(path()).toBe(`/challenge/meetings/${meeting}`);
    const before = await numbersOfItems();
    expect(before.length).toBeGreaterThan(3);
    await keyboard.follow('button', 'Put a theme on the agenda');
    await keyboard.to('combobox', 'Theme');
    await page.keyboard.press('ArrowDown');
    await keyboard.type('What is it, in one line?', 'Family time waits for supervised rooms');
    await keyboard.follow('button', 'Put on the agenda');
    expect(await main()).toContain('Family time waits for supervised rooms');
    const added = (await numbersOfItems()).find((number) => !before.includes(number))!;
    const place = (await numbersOfItems()).indexOf(added);
    await keyboard.to('button', new RegExp(`^Move up\\s?: item ${added}$`));
    await page.keyboard.press('Enter');
    await page.getByText('The agenda has its new order.').waitFor();
    expect((await numbersOfItems()).indexOf(added)).toBe(place - 1);
  });

  it('it is begun with those who came, and items are decided one after the other', async () => {
    await keyboard.follow('button', 'Begin the meeting');
    await keyboard.follow('button', 'Begin the meeting');
    expect(await main()).toContain('Has begun');
    const [first] = await numbersOfItems();
    await keyboard.follow('link', new RegExp(`^Write notes and the decision\\s?: item ${first}$`));
    expect(await wrongWith(page)).toEqual([]);

    await keyboard.type('What was discussed?', 'No date since the last meeting.');
    await keyboard.choose('What was decided?', 'Returned: more action first');
    await keyboard.type('What', 'Find a date');
    await keyboard.type('Who', nameOfManager);
    await keyboard.type('Day', '9');
    await keyboard.type('Month', '12');
    await keyboard.type('Year', '2026');
    await keyboard.follow('button', 'Record the decision');
    expect(path()).toMatch(/\/notes\/I\d+$/);
    expect(path()).not.toContain(`/notes/${first}`);

    await keyboard.type('What was discussed?', 'Its worker is away until Monday.');
    await keyboard.choose('What was decided?', 'Deferred');
    await keyboard.follow('button', 'Record the decision');
    expect(path()).toMatch(/\/notes\/I\d+$/);
  });

  it('it is closed: what was decided is its record, and what is left goes on', async () => {
    await keyboard.follow('link', 'Back');
    await keyboard.follow('button', 'Close the meeting');
    await keyboard.follow('button', 'Close the meeting');
    expect(await main()).toMatch(/Closed[\s\S]*Find a date/);
    const { status, items } = await app
      .get(QueryBus)
      .execute<ReadMeeting, MeetingDto>(new ReadMeeting(meeting, THE_OPERATOR));
    expect(status).toBe('closed');
    expect(items.filter(({ decision }) => decision !== null)).toHaveLength(2);
    expect(await wrongWith(page)).toEqual([]);
    expect(heard).toEqual([]);
  });
});
