import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../test/support/controls.js';
import { Meetings } from '../../../test/support/meetings.js';
import type { Series } from '../series/series.js';
import { type MeetingOfSeries, seriesCalendar } from './series-calendar.js';

const series: Series = {
  status: 'running',
  series: 'MS-4NQ7-2W1R',
  terms: Meetings.terms,
  from: Controls.today,
  lastOn: null,
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
const fileFor = (meetings: MeetingOfSeries[], over: Partial<Series> = {}) =>
  seriesCalendar({ ...series, ...over }, meetings, Controls.calendar, Controls.now);
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

  it('shows twelve days ahead, no further than the series or the table of holidays goes', () => {
    expect(events(fileFor([arranged()]))).toHaveLength(13);
    expect(events(fileFor([], { lastOn: '2022-06-30' }))).toHaveLength(2);
    expect(events(fileFor([], { from: '2028-10-01' }))).toHaveLength(3);
  });

  it('is the same file for the same series', () => {
    expect(fileFor([arranged()])).toBe(fileFor([arranged()]));
  });
});
