import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { Meetings } from '../../../../test/support/meetings.js';
import type { MeetingOfSeries } from '../meetings-of-series.js';
import type { Series } from '../series.js';
import { seriesCalendar } from './series-calendar.js';

const series: Series = {
  status: 'running',
  series: 'MS-4NQ7-2W1R',
  terms: Meetings.terms,
  from: Controls.today,
  before: [],
  lastOn: null,
  daysOff: [],
  changes: 0,
};
const arranged = (more: Partial<MeetingOfSeries> = {}): MeetingOfSeries => ({
  plannedOn: '2022-05-11',
  heldOn: '2022-05-13',
  startsAt: '10:00',
  place: 'County Hall',
  isCancelled: false,
  moves: 1,
  ...more,
});
const fileFor = (meetings: MeetingOfSeries[], over: Partial<Series> = {}, changes = 0) =>
  seriesCalendar({ ...series, ...over }, meetings, { calendar: Controls.calendar, changes, now: Controls.now });
const events = (file: string): string[] => file.split('BEGIN:VEVENT').slice(1);

describe('The diary of a series', () => {
  it('has what RFC 5545 asks of it, line by line', () => {
    const file = fileFor([arranged()]);
    const lines = file.split('\r\n');
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
    expect(lines).toEqual(expect.arrayContaining(['VERSION:2.0', 'METHOD:PUBLISH', expect.stringMatching(/^PRODID:/)]));
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toContain('\n');
    for (const event of events(file)) {
      for (const property of ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'STATUS', 'SEQUENCE'])
        expect(event.match(new RegExp(`^${property}[:;]`, 'gm'))).toHaveLength(1);
    }
  });

  it('gives summer and winter time as they are', () => {
    const [may] = events(fileFor([arranged()]));
    expect(may).toContain('DTSTART:20220513T090000Z');
    expect(may).toContain('DTEND:20220513T110000Z');
    const december = events(fileFor([])).find((event) => event.includes('20221214'));
    expect(december).toContain('DTSTART:20221214T140000Z');
  });

  it('keeps the identity of a day that is moved or called off, and counts its changes', () => {
    const uidOf = (event: string): string => /^UID:(.*)$/m.exec(event)![1]!;
    const [planned] = events(fileFor([]));
    const [moved] = events(fileFor([arranged()]));
    const [off] = events(fileFor([arranged({ isCancelled: true })]));
    expect(new Set([planned!, moved!, off!].map(uidOf)).size).toBe(1);
    expect(planned).toContain('STATUS:TENTATIVE');
    expect(planned).toContain('SEQUENCE:0');
    expect(moved).toContain('STATUS:CONFIRMED');
    expect(moved).toContain('SEQUENCE:2');
    expect(off).toContain('STATUS:CANCELLED');
    expect(off).toContain('SEQUENCE:3');
  });

  it('shows twelve days ahead, no further than the series goes, also where the bank holidays of a year are not known', () => {
    expect(events(fileFor([arranged()]))).toHaveLength(13);
    expect(events(fileFor([], { lastOn: '2022-06-30' }))).toHaveLength(2);
    expect(events(fileFor([], { from: '2028-10-01' }))).toHaveLength(12);
  });

  it('is the same file for the same series', () => {
    expect(fileFor([arranged()])).toBe(fileFor([arranged()]));
  });

  const unfolded = (file: string): string => file.replaceAll('\r\n ', '');
  const sequenceOf = (event: string): number => Number(/^SEQUENCE:(\d+)/m.exec(event)![1]);

  it('keeps a day that was given out and is off again, as called off, with a higher number than it had', () => {
    const daysOff = [{ plannedOn: '2022-06-08', heldOn: '2022-06-08', startsAt: '14:00' }];
    const later = { from: '2022-07-01', terms: { ...series.terms, startsAt: '09:30' } };
    const before = events(fileFor([arranged()])).find((event) => event.includes('-2022-06-08@'))!;
    const [off] = events(fileFor([arranged()], { ...later, daysOff, changes: 1 })).filter((event) =>
      event.includes('-2022-06-08@'),
    );
    expect(before).toContain('STATUS:TENTATIVE');
    expect(off).toContain('STATUS:CANCELLED');
    expect(off).toContain('DTSTART:20220608T130000Z');
    expect(sequenceOf(off!)).toBeGreaterThan(sequenceOf(before));
    const again = events(fileFor([arranged()], { daysOff, changes: 2 })).filter((e) => e.includes('-2022-06-08@'));
    expect(again).toHaveLength(1);
    expect(again[0]).toContain('STATUS:TENTATIVE');
    expect(sequenceOf(again[0]!)).toBeGreaterThan(sequenceOf(off!));
  });

  it('raises the number of every planned day where the series begins at another hour, or the council closes on other days', () => {
    const [, before] = events(fileFor([arranged()]));
    const [, later] = events(fileFor([arranged()], { terms: { ...series.terms, startsAt: '09:30' }, changes: 1 }));
    const [, closed] = events(fileFor([arranged()], {}, 1));
    expect(later).toContain('DTSTART:20220608T083000Z');
    expect(sequenceOf(later!)).toBeGreaterThan(sequenceOf(before!));
    expect(sequenceOf(closed!)).toBeGreaterThan(sequenceOf(before!));
  });

  it('keeps the terms of before up to the day on which they change', () => {
    const before = [{ terms: series.terms, from: series.from, until: '2022-08-01' }];
    const terms = { ...series.terms, startsAt: '09:30' };
    const file = fileFor([arranged()], { terms, from: '2022-08-01', before, changes: 1 });
    expect(file).toContain('DTSTART:20220713T130000Z');
    expect(file).toContain('DTSTART:20220810T083000Z');
  });

  it('writes names so that nothing in them is taken for a part of the file', () => {
    const name = 'Tracking, "North"; \\ and\r\nATTACH:evil';
    const file = unfolded(
      fileFor([arranged({ place: 'Hall, room 1; east\nX:y' })], { terms: { ...series.terms, name } }),
    );
    const written = String.raw`Tracking\, "North"\; \\ and\nATTACH:evil`;
    const lines = file.split('\r\n');
    expect(lines).toContain(`NAME:${written}`);
    expect(lines).toContain(`X-WR-CALNAME:${written}`);
    expect(lines).toContain(`SUMMARY:${written}`);
    expect(lines).toContain(String.raw`LOCATION:Hall\, room 1\; east\nX:y`);
    expect(file).not.toMatch(/^(ATTACH|X:y)/m);
  });
});
