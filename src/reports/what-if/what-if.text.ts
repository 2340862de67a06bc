import type { LocalDate } from '../../calendar/calendar.js';
import { textTable } from '../text-table.js';
import type { DisputePlayed } from './what-if.js';
import type { YearPlayedAgain } from './year-again.js';

/** A year played again, for people: what it rests on first. */
export const whatIfText = (again: YearPlayedAgain): string => {
  const { year, protocol, assumptions, disputes, leftOut, lateAnswers, reached, overTotal, roundsNotThere } = again;
  const hidden = again.changedInAll - again.changed.length;
  return [
    `Disputes raised in ${year}, played again under “${protocol}”`,
    '',
    'What this rests on',
    ...assumptions.map((each) => `- ${each}`),
    '',
    `${disputes} disputes are played again${leftOut === 0 ? '' : `, ${leftOut} of a register left out`}.`,
    '',
    textTable(
      [{ heading: 'Count' }, { heading: 'As it was', figures: true }, { heading: 'Would have been', figures: true }],
      [
        ['Answers late', String(lateAnswers.was), String(lateAnswers.wouldBe)],
        ['Longer than all stages together may take', String(overTotal.was), String(overTotal.wouldBe)],
        ...reached.map(({ stage, was, wouldBe }) => [
          stage === 0 ? 'Reached no formal stage' : `Reached stage ${stage}`,
          String(was),
          String(wouldBe),
        ]),
      ],
    ),
    '',
    ...(roundsNotThere === 0
      ? []
      : [`Did not happen, as the other protocol has no such stage: ${roundsNotThere} rounds.`, '']),
    ...(again.changedInAll === 0 ? ['Nothing would have been otherwise.'] : ['What would have been otherwise']),
    ...again.changed.map(changedLine),
    ...(hidden === 0 ? [] : [`- ${hidden} more, which no list names`]),
  ].join('\n');
};

const changedLine = (played: DisputePlayed): string => {
  const { reference, rounds, reached, wouldReach, wasOverTotal, wouldBeOverTotal } = played;
  const parts = rounds.flatMap(({ stage, wasDueOn, wouldBeDueOn, wasLate, wouldBeLate, isNotThere }) => {
    if (isNotThere) return [`stage ${stage} is not there`];
    if (wasDueOn === wouldBeDueOn && wasLate === wouldBeLate) return [];
    const due = `stage ${stage} due ${dayOr(wouldBeDueOn)} and not ${dayOr(wasDueOn)}`;
    return [wasLate === wouldBeLate ? due : `${due}, ${wouldBeLate ? 'late' : 'in time'}`];
  });
  const said = [
    ...parts,
    ...(reached === wouldReach ? [] : [`up to stage ${wouldReach} and not ${reached}`]),
    ...(wasOverTotal === wouldBeOverTotal ? [] : [OVER_TOTAL[String(wouldBeOverTotal)]!]),
  ];
  return `- ${reference}: ${said.join('; ')}`;
};

const OVER_TOTAL: Readonly<Record<string, string>> = {
  true: 'longer than all stages together may take',
  false: 'within what all stages together may take',
  null: 'no limit for all stages together',
};

const dayOr = (day: LocalDate | null): string => day ?? 'none set';
