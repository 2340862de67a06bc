import type { CaseloadHandedOverDto } from './hand-over.dto.js';

/** What changed hands, and what did not with the reason. */
export const handedOverText = ({
  handedOver,
  refused,
}: Pick<CaseloadHandedOverDto, 'handedOver' | 'refused'>): string[] => [
  handedOver.length === 1
    ? '1 child or record changed hands.'
    : `${handedOver.length} children and records changed hands.`,
  ...(refused.length === 0 ? [] : [refused.length === 1 ? '1 stays:' : `${refused.length} stay:`]),
  ...refused.map(({ id, detail }) => (id === null ? detail : `${id}: ${detail}`)),
];
