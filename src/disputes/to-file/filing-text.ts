import { dayInWords } from '../../calendar/in-words.js';
import { themeShown } from '../../protocol/theme-shown.js';
import { inCouncilWords } from '../../protocol/council-words.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import { endingInWords } from '../codes-in-words.js';
import type { DisputeListedDto } from '../list/list.dto.js';

/**
 * The text that is copied into a child’s record: that it was raised, with whom, about what, and how it stands. It is made of what the list
 * shows, so that the person who files reads no more than the list shows them; siblings are not named in each other’s records.
 */
export const filingText = (row: DisputeListedDto, { words, kept, themes }: CouncilSays): string => {
  const label = row.theme === null ? null : themeShown(row.theme, themes).label;
  const text = [
    `Dispute ${row.reference}: raised ${row.kind === 'formal' ? 'formally' : 'informally'} on ${dayInWords(row.raisedOn)}${raisedBy(row)}${team(row)}.`,
    ...(label === null ? [] : [`It is about: ${label}.`]),
    standing(row),
    'The record copy holds what was raised, answered and decided.',
  ].join(' ');
  const given = [label, row.raisedBy?.name, row.team.name].flatMap((name) => name ?? []);
  return inCouncilWords(text, words, [...kept, ...given]);
};

const raisedBy = ({ raisedBy: by }: DisputeListedDto): string => (by?.name ? ` by ${by.name}` : '');
const team = ({ team: { name } }: DisputeListedDto): string => (name === null ? '' : `, with ${name}`);

const standing = ({ status, endedOn, outcome, kind, currentStage, actionsOutstanding }: DisputeListedDto): string => {
  if (endedOn === null)
    return kind === 'formal' || currentStage > 0 ? `It is open at stage ${currentStage}.` : 'It is open.';
  const how = endingInWords(status, outcome) ?? status;
  const open =
    actionsOutstanding === 0
      ? ''
      : ` ${actionsOutstanding} agreed ${actionsOutstanding === 1 ? 'action is' : 'actions are'} still to be done.`;
  return `It ended on ${dayInWords(endedOn)}: ${how}.${open}`;
};
