import { MAIN_LADDER } from '../../protocol/protocol.js';
import type { KeptFact } from '../coverage.js';
import { ANSWERS, BASES, count, share } from './counting.js';
import type { Measure } from './measure.js';

/** A ladder beside the main one, with the number of its stages. */
export interface LadderCounted {
  readonly code: string;
  readonly name: string;
  readonly stages: number;
}

/** The scope under which the stages of a ladder are counted: `formal`, or of another ladder than the main one `formal.child-protection`. */
export const scopeOfLadder = (ladder: string): string => (ladder === MAIN_LADDER ? 'formal' : `formal.${ladder}`);

/** How far formal disputes went, and which answers were in time on the way, for one stage of the ladder. */
export const stageMeasures = (stage: number, ladder?: LadderCounted): Measure[] => {
  const scope = `${scopeOfLadder(ladder?.code ?? MAIN_LADDER)}.stage${stage}`;
  const at = ladder === undefined ? `${stage}` : `${stage} of ${ladder.name}`;
  const counted = (part: string, label: string, definition: string, needs: readonly KeptFact[]): Measure => ({
    ...count('formal', '', '', definition, { needs: ['stage', ...needs] }),
    code: `${scope}${part}`,
    label: `Formal, stage ${at}: ${label}`,
  });
  const shared = (name: string, part: string, whole: string, label: string, definition: string): Measure => ({
    ...share('formal', name, part, whole, label, definition),
    code: `${scope}${name}`,
    label: `Formal, stage ${at}: ${label}`,
    from: { how: 'share', part: `${scope}${part}`, whole: whole === '' ? 'formal' : `${scope}${whole}` },
  });
  return [
    counted('', 'highest reached', `Formal disputes whose highest stage reached is ${at}`, []),
    shared('.percent', '', '', 'highest reached, share', `Those whose highest stage is ${at}, of all ${BASES.formal}`),
    counted('.settled', 'resolved there', `Formal disputes resolved with stage ${at} as the highest reached`, [
      'outcome',
    ]),
    counted('.answersDue', 'answers due', `Answers due at stage ${at}, one for each round`, ANSWERS.needs),
    counted('.answeredInTime', 'answered in time', `Answers at stage ${at} given by the first due date`, ANSWERS.needs),
    shared(
      '.answeredInTimePercent',
      '.answeredInTime',
      '.answersDue',
      'answered in time, share',
      `Answers given by the first due date, of all answers due at stage ${at}; a register's row that went higher does not say which stage its answer belongs to`,
    ),
  ];
};
