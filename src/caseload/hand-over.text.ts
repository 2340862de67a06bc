import { listedInWords } from '../platform/listed-in-words.js';
import type { CaseloadEvent, KindOfRow, PlannedRow } from './events.js';
import type { CaseloadHandedOverDto } from './hand-over.dto.js';

/** The records that changed hands, and those that did not, with the reason. */
export const handedOverText = ({
  handedOver,
  refused,
}: Pick<CaseloadHandedOverDto, 'handedOver' | 'refused'>): string[] => [
  handedOver.length === 1
    ? '1 child or record changed hands.'
    : `${handedOver.length} children and records changed hands.`,
  ...staysText(refused),
];

/**
 * The plan of a hand-over, in sentences, before it is carried out: who takes how much of the caseload, and what stays.
 * @param nameOf the name of a person, by id
 */
export const willChangeHandsText = (events: readonly CaseloadEvent[], nameOf: (person: string) => string): string[] =>
  events.flatMap((event) => {
    if (event.type !== 'CaseloadHandOverBegun') return [];
    const { rows, refused, isWhole, fromIro } = event.data;
    const takers = [...new Set(rows.map(({ toIro }) => toIro))];
    return [
      ...takers.map((person) => `${nameOf(person)} takes ${takenText(rows.filter(({ toIro }) => toIro === person))}.`),
      ...(rows.length === 0 ? ['Nothing changes hands.'] : []),
      ...(isWhole ? [] : [`What no list names stays with ${nameOf(fromIro)}.`]),
      ...staysText(refused),
      'What a rule keeps where it is, is named once the rest has changed hands.',
    ];
  });

const staysText = (refused: CaseloadHandedOverDto['refused']): string[] => [
  ...(refused.length === 0 ? [] : [refused.length === 1 ? '1 stays:' : `${refused.length} stay:`]),
  ...refused.map(({ id, detail }) => (id === null ? detail : `${id}: ${detail}`)),
];

/** `3 children, 2 disputes and 1 check` */
const takenText = (rows: readonly PlannedRow[]): string => {
  const parts = (Object.keys(NOUNS) as KindOfRow[]).flatMap((kind) => {
    const many = rows.filter((row) => row.kind === kind).length;
    return many === 0 ? [] : [`${many} ${NOUNS[kind][many === 1 ? 0 : 1]}`];
  });
  return listedInWords(parts);
};

const NOUNS: Readonly<Record<KindOfRow, readonly [one: string, several: string]>> = {
  child: ['child', 'children'],
  dispute: ['dispute', 'disputes'],
  conversation: ['conversation', 'conversations'],
  acknowledgement: ['acknowledgement', 'acknowledgements'],
  check: ['check', 'checks'],
  recommendations: ['set of recommendations', 'sets of recommendations'],
};
