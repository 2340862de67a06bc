import type { ChildHistoryDto, ChildRecordDto } from './children.dto.js';
import { whatInWords } from './present-children.js';

/** A child for people: the record, and a line for each thing that happened, the newest first. */
export const childText = (
  { childId, initials, population, team, iro, underAlert }: ChildRecordDto,
  { items, next }: ChildHistoryDto,
): string =>
  [
    `${childId}${initials === null ? '' : ` (${initials})`}, ${population}`,
    '',
    `Team: ${team ?? 'none'}`,
    `IRO: ${iro ?? 'none'}`,
    `Under alert: ${underAlert ? 'yes' : 'no'}`,
    '',
    ...items.map(
      ({ happenedOn, reference, kind, what, detail }) =>
        `${happenedOn}  ${reference}  ${kind}  ${whatInWords(what, detail)}`,
    ),
    ...(next === null ? [] : ['There is more, which the page of the child shows.']),
  ].join('\n');
