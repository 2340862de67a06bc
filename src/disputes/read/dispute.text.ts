import { londonDate } from '../../calendar/dates.js';
import { dayInWords } from '../../calendar/in-words.js';
import { upperFirst } from '../../platform/upper-first.js';
import { endingInWords } from '../codes-in-words.js';
import { writtenIn } from '../record-copy/written-in-entry.js';
import type { DisputeDto, HistoryDto, HistoryEntryDto, PersonShownDto } from './dispute.dto.js';

/** A dispute for people, as far as its reader sees it: how it stands, and each thing that happened with what was written in it. */
export const disputeText = (dispute: DisputeDto, { entries }: HistoryDto): string => {
  const wanted = (dispute.raisedWith?.actionsWanted ?? []).map(({ what }) => what);
  return [
    `${dispute.reference}, ${dispute.kind}: ${standingOf(dispute)}`,
    '',
    ...factsOf(dispute).map(([key, value]) => `${key}: ${value}`),
    '',
    ...entries.map((entry) => entryText(entry, wanted)),
  ].join('\n');
};

const standingOf = ({ status, ending, rounds }: DisputeDto): string => {
  if (ending !== null) return endingInWords(ending.how, ending.outcome) ?? ending.how;
  const round = rounds.at(-1);
  return round === undefined ? status : `${status}, ${round.stageName}`;
};

const factsOf = (dispute: DisputeDto): (readonly [key: string, value: string])[] => {
  const { raisedOn, raisedBy, heldBy, team, theme, children, waitingFor, actions } = dispute;
  const open = actions.filter(({ doneOn }) => doneOn === null).length;
  return [
    ...(raisedOn === null
      ? []
      : [['Raised', `${dayInWords(raisedOn)}${raisedBy === null ? '' : ` by ${named(raisedBy)}`}`] as const]),
    ...(heldBy === null ? [] : [['Held by', named(heldBy)] as const]),
    ...(team === null ? [] : [['Team', named(team)] as const]),
    ...(theme === null ? [] : [['Theme', theme.label] as const]),
    ...(children === undefined
      ? []
      : [
          [
            'Children',
            children.map(({ id, initials }) => (initials === null ? id : `${id} (${initials})`)).join(', '),
          ] as const,
        ]),
    ...(waitingFor === null
      ? []
      : [
          [
            'Waits for',
            `${waitingFor.what}${waitingFor.dueOn === null ? '' : `, by ${dayInWords(waitingFor.dueOn)}`}`,
          ] as const,
        ]),
    ...(actions.length === 0 ? [] : [['Actions', `${actions.length} agreed, ${open} still to be done`] as const]),
  ];
};

const named = ({ id, name }: Pick<PersonShownDto, 'id' | 'name'>): string => name ?? id;

const entryText = (
  { what, occurredAt, sentence, takenBackBy, data }: HistoryEntryDto,
  wanted: readonly string[],
): string =>
  [
    `${londonDate(occurredAt)}  ${upperFirst(sentence)}${takenBackBy === null ? '' : ' (taken back)'}`,
    ...(takenBackBy === null ? writtenIn(what, data, wanted) : []).map(
      ({ label, lines }) => `            ${label}: ${lines.join('; ')}`,
    ),
  ].join('\n');
