import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Instant } from '../../src/calendar/calendar.js';
import type { Protocol } from '../../src/protocol/protocol.js';
import { type DisputePlayed, playedAgain } from '../../src/reports/what-if/what-if.js';
import { playedOf } from '../../src/reports/what-if/what-if.query.js';
import { whatIfText } from '../../src/reports/what-if/what-if.text.js';
import { isChanged, yearPlayedAgain } from '../../src/reports/what-if/year-again.js';
import { lived, type Lived } from '../process/doors.js';
import { history, historyOfDates, type Step } from '../process/histories.js';
import { Controls } from '../support/controls.js';
import { shipped } from '../support/shipped.js';

const NOW = '2023-06-30T12:00:00.000Z';
const BEGINS = '2022-04-14T09:00:00.000Z';
const CASES = 150;

const house = shipped('house').protocol;
const barnet = shipped('barnet').protocol;
const worcestershire = shipped('worcestershire').protocol;

const again = ({ reference, events }: Lived, own: Protocol, other: Protocol, now: Instant = NOW) => {
  const played = playedOf(reference, events);
  return played && playedAgain(played, other, { protocols: Controls.book(own), calendar: Controls.calendar, now });
};

const lives: fc.Arbitrary<Step[]> = fc.oneof(history, historyOfDates);

describe('A year played again', () => {
  it.each([
    ['house', house],
    ['barnet', barnet],
    ['worcestershire', worcestershire],
  ])('is the year that it was, under the protocol that was in force: %s', (_, protocol) => {
    let rounds = 0;
    fc.assert(
      fc.property(lives, (steps) => {
        const played = again(lived(steps, protocol, 'DRP-7K4M-2QXH', BEGINS), protocol, protocol);
        rounds += played?.rounds.length ?? 0;
        expect(played === null ? [] : [played].filter(isChanged)).toEqual([]);
      }),
      { numRuns: CASES },
    );
    expect(rounds).toBeGreaterThan(CASES / 2);
  });

  /** Every stage has so many working days, and silence does what is said. */
  const withDays = (amount: number, onSilence: 'ask-the-judge' | 'escalate' = 'ask-the-judge'): Protocol => ({
    ...house,
    title: `Always ${amount} days`,
    stages: house.stages.map(({ timing: _, ...stage }) => ({
      ...stage,
      clock: { unit: 'working-days', amount } as const,
      onSilence,
    })),
  });

  const disputesUnder = (own: Protocol, other: Protocol): DisputePlayed[] =>
    fc
      .sample(lives, { seed: 11, numRuns: 80 })
      .flatMap((steps, place) => again(lived(steps, own, `DRP-TEST-${place}`, BEGINS), own, other) ?? []);

  it('finds more late under shorter times and fewer under longer ones, by the same rule of lateness', () => {
    const year = (other: Protocol) =>
      yearPlayedAgain({ year: '2022/23', protocol: other.title, leftOut: 0 }, disputesUnder(house, other), () => true);
    const [short, same, long] = [year(withDays(1)), year(house), year(withDays(60))];
    expect(same.changedInAll).toBe(0);
    expect(same.lateAnswers.was).toBeGreaterThan(0);
    expect(same.lateAnswers.wouldBe).toBe(same.lateAnswers.was);
    expect(short.lateAnswers.was).toBe(same.lateAnswers.was);
    expect(short.lateAnswers.wouldBe).toBeGreaterThan(same.lateAnswers.was);
    expect(long.lateAnswers.wouldBe).toBeLessThan(same.lateAnswers.was);
  });

  it('says how far silence would have sent them, and when all stages together would have taken too long', () => {
    const goUp = disputesUnder(house, withDays(1, 'escalate'));
    expect(goUp.some(({ reached, wouldReach }) => wouldReach > reached)).toBe(true);
    expect(goUp.every(({ wouldReach }) => wouldReach <= house.stages.length)).toBe(true);
    const noLimit = disputesUnder(house, { ...house, totalCap: null });
    expect(noLimit.every(({ wouldBeOverTotal }) => wouldBeOverTotal === null)).toBe(true);
    const oneDay = disputesUnder(house, { ...house, totalCap: { ...house.totalCap!, amount: 1 } });
    expect(oneDay.filter(({ wouldBeOverTotal }) => wouldBeOverTotal).length).toBeGreaterThan(
      oneDay.filter(({ wasOverTotal }) => wasOverTotal).length,
    );
  });

  it('says what did not happen where the other protocol has no such stage', () => {
    const oneStage: Protocol = { ...house, title: 'One stage', stages: house.stages.slice(0, 1) };
    const played = disputesUnder(house, oneStage);
    const higher = played.filter(({ reached }) => reached > 1);
    expect(higher.length).toBeGreaterThan(0);
    expect(higher.every(({ wouldReach }) => wouldReach <= 1)).toBe(true);
    const year = yearPlayedAgain({ year: '2022/23', protocol: 'One stage', leftOut: 2 }, played, () => true);
    expect(year.roundsNotThere).toBeGreaterThan(0);
    const text = whatIfText(year);
    expect(text).toContain('People act on the day on which they acted');
    expect(text).toContain(`Did not happen, as the other protocol has no such stage: ${year.roundsNotThere} rounds.`);
    expect(text).toContain('2 of a register left out');
  });

  it.each([
    ['barnet', barnet],
    ['worcestershire', worcestershire],
  ])('is played under a protocol as it is shipped: %s', (_, other) => {
    const year = yearPlayedAgain(
      { year: '2022/23', protocol: other.title, leftOut: 0 },
      disputesUnder(house, other),
      () => false,
    );
    expect(year.changedInAll).toBeGreaterThan(0);
    expect(year.changed).toEqual([]);
    expect(whatIfText(year)).toContain(`${year.changedInAll} more, which no list names`);
  });
});
