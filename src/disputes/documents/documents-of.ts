import type { DisputeDto, DocumentShownDto } from '../read/dispute.dto.js';

/** Every document that a reader is shown of a dispute. */
export const documentsOf = ({ raisedWith, rounds, actions }: DisputeDto): DocumentShownDto[] => [
  ...(raisedWith?.documents ?? []),
  ...rounds.flatMap(({ answers }) => answers.flatMap(({ documents = [] }) => documents)),
  ...actions.flatMap(({ documents = [] }) => documents),
];
