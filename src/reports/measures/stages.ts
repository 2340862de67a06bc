import type { KeptFact } from '../coverage.js';
import { ANSWERS, BASES, count, share } from './counting.js';
import type { Measure } from './measure.js';

/** How far formal disputes went, and which answers were in time on the way, for one stage of the ladder. */
export const stageMeasures = (stage: number): Measure[] => {
  const scope = `formal.stage${stage}`;
  const counted = (part: string, label: string, definition: string, needs: readonly KeptFact[]): Measure => ({
    ...count('formal', '', '', definition, { needs: ['stage', ...needs] }),
    code: `${scope}${part}`,
    label: `Formal, stage ${stage}: ${label}`,
  });
  const shared = (name: string, part: string, whole: string, label: string, definition: string): Measure => ({
    ...share('formal', name, part, whole, label, definition),
    code: `${scope}${name}`,
    label: `Formal, stage ${stage}: ${label}`,
    from: { how: 'share', part: `${scope}${part}`, whole: whole === '' ? 'formal' : `${scope}${whole}` },
  });
  return [
    counted('', 'highest reached', `Formal disputes whose highest stage reached is ${stage}`, []),
    shared(
      '.percent',
      '',
      '',
      'highest reached, share',
      `Those whose highest stage is ${stage}, of all ${BASES.formal}`,
    ),
    counted('.settled', 'resolved there', `Formal disputes resolved with stage ${stage} as the highest reached`, [
      'outcome',
    ]),
    counted('.answersDue', 'answers due', `Answers due at stage ${stage}, one for each round`, ANSWERS.needs),
    counted(
      '.answeredInTime',
      'answered in time',
      `Answers at stage ${stage} given by the first due date`,
      ANSWERS.needs,
    ),
    shared(
      '.answeredInTimePercent',
      '.answeredInTime',
      '.answersDue',
      'answered in time, share',
      `Answers given by the first due date, of all answers due at stage ${stage}; a register's row that went higher does not say which stage its answer belongs to`,
    ),
  ];
};
