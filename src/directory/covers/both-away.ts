import type { LocalDate } from '../../calendar/calendar.js';
import { dateInWords } from '../../calendar/in-words.js';
import type { AdviceDto } from '../../platform/http/written.dto.js';
import type { CoverDto } from './covers.dto.js';

/** Somebody who stands in may be away themselves on some of the days: then whoever stands in for them does both, and that is said. */
export const adviceOnBothAway = (
  cover: Pick<CoverDto, 'iro' | 'by' | 'from' | 'to'>,
  others: readonly CoverDto[],
  nameOf: (person: string) => string,
): AdviceDto[] => {
  const atTheSameTime = others.filter(({ from, to }) => from <= cover.to && cover.from <= to);
  return [
    ...atTheSameTime
      .filter(({ iro, by }) => iro === cover.by && by !== cover.iro)
      .map(({ by, from, to }) => ({
        code: 'stands-in-and-is-away',
        message: `${nameOf(cover.by)} is away ${days(from, to)}, and ${nameOf(by)} stands in for them. On those days ${nameOf(by)} stands in for ${nameOf(cover.iro)} too. Name somebody else if that is not meant.`,
        pointer: '/by',
      })),
    ...atTheSameTime
      .filter(({ by, iro }) => by === cover.iro && iro !== cover.by)
      .map(({ iro, from, to }) => ({
        code: 'is-away-and-stands-in',
        message: `${nameOf(cover.iro)} stands in for ${nameOf(iro)} ${days(from, to)}. On the days on which both are away ${nameOf(cover.by)} stands in for ${nameOf(iro)} too. Arrange another cover for ${nameOf(iro)} if that is not meant.`,
        pointer: '/by',
      })),
    ...atTheSameTime
      .filter(({ by, iro }) => by === cover.iro && iro === cover.by)
      .map(({ from, to }) => ({
        code: 'both-are-away',
        message: `${nameOf(cover.iro)} stands in for ${nameOf(cover.by)} ${days(from, to)}, so on those days each of the two is away and nobody else acts for them. Name somebody else.`,
        pointer: '/by',
      })),
  ];
};

const days = (from: LocalDate, to: LocalDate): string =>
  from === to ? `on ${dateInWords(from)}` : `from ${dateInWords(from)} to ${dateInWords(to)}`;
