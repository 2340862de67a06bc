import type { LocalDate } from '../../calendar/calendar.js';
import { dayInWords, shortDay } from '../../calendar/in-words.js';
import type { Directory } from '../../directory/directory.js';
import { allStages, laddersOf } from '../../protocol/ladder.js';
import { themesInUse } from '../../protocol/theme-in-use.js';
import { DISPUTE_THEMES } from '../../protocol/themes.js';
import type { Protocol } from '../../protocol/protocol.js';
import type { ChoicesBy } from '../../web/forms/drawn-form.js';
import type { Choice } from '../../web/forms/form.js';
import { IMPACT_IN_WORDS, POPULATION_IN_WORDS } from '../codes-in-words.js';
import type { DisputeDto, HistoryEntryDto } from '../read/dispute.dto.js';

/** The sources of the choices in an act’s form. */
export interface ChosenFrom {
  /** Null before anything is raised. */
  readonly dispute: DisputeDto | null;
  readonly entries: readonly HistoryEntryDto[];
  readonly directory: Directory;
  /** In force today; null before one is adopted. */
  readonly protocol: Protocol | null;
  readonly today: LocalDate;
}

/** Every list of choices that a form may name, so far as it depends on the council or on the dispute. */
export const choicesFrom = ({ dispute, entries, directory, protocol, today }: ChosenFrom): ChoicesBy => {
  const round = dispute?.rounds.at(-1);
  const stages = stageChoices(protocol, round?.ladder);
  const actions = dispute?.actions ?? [];
  const offered = dispute?.rounds.at(-1)?.answers.flatMap((answer) => answer.actions ?? []) ?? [];
  return {
    'asking-to-read': (dispute?.requestsToRead ?? []).map(({ person: { id, name }, lastDay, reason }) => ({
      value: id,
      ...(reason === null ? {} : { hint: reason }),
      text: lastDay === null ? `${name ?? id}, who asks` : `${name ?? id}, who may until ${shortDay(lastDay)}`,
    })),
    impacts: choicesOf(IMPACT_IN_WORDS),
    populations: choicesOf(POPULATION_IN_WORDS),
    themes: themeChoices(protocol, today),
    stages: stages.filter(({ number }) => number < (round?.stage ?? 0)),
    'goes-up': goingUp(dispute, stages),
    'higher-stages': stages.filter(({ number }) => number > (round?.stage ?? 0)),
    'formal-stages': stages,
    children: (dispute?.children ?? []).map(({ id, initials }) => ({
      value: id,
      text: `${initials ?? 'Initials not known'} · ${id}`,
    })),
    'wanted-actions': (dispute?.raisedWith?.actionsWanted ?? []).map(({ what }, index) => ({
      ...{ value: String(index + 1), text: what },
    })),
    'outstanding-actions': actions.filter(({ doneOn }) => doneOn === null).map(actionChoice),
    'late-actions': actions
      .filter(({ doneOn, recordedLate }) => doneOn !== null && recordedLate === true)
      .map(actionChoice),
    'offered-actions': offered.map(({ what }, index) => ({ value: String(index + 1), text: what })),
    'teams-to-answer': teamsToAnswer(dispute),
    iros: iros(directory, today),
    ...askedByTheProtocol(protocol, round),
    levels: levelChoices(protocol),
    'other-levels': levelChoices(protocol).filter(({ value }) => value !== dispute?.level),
    'iros-in-question': takesPractice(protocol) ? iros(directory, today) : [],
    teams: directory.teams(today).map(({ teamId, name }) => ({ value: teamId, text: name })),
    entries: entries
      .filter(({ takenBackBy }) => takenBackBy === null)
      .toReversed()
      .map(({ revision, sentence, occurredAt }) => ({
        value: String(revision),
        text: `${shortDay(occurredAt)}: ${sentence}`,
      })),
  };
};

/** Those of its own ladder; before anything is raised those of each, for the ladder follows from what is raised. */
const stageChoices = (protocol: Protocol | null, ladder: string | undefined): (Choice & { number: number })[] => {
  if (protocol === null) return [];
  const ladders = laddersOf(protocol).filter(({ code }) => ladder === undefined || code === ladder);
  const highest = Math.max(0, ...ladders.map(({ stages }) => stages.length));
  return Array.from({ length: highest }, (_, index) => {
    const names = ladders.flatMap(({ name, stages }) => {
      const stage = stages[index];
      if (stage === undefined) return [];
      return name === null || ladders.length === 1 ? [stage.name] : [`${stage.name} (${name})`];
    });
    return { value: String(index + 1), text: names.join(', or '), number: index + 1 };
  });
};

/** The choices for a judge who may also send it up: to the next stage, now or later. */
const goingUp = (
  dispute: ChosenFrom['dispute'],
  stages: readonly (Choice & { readonly number: number })[],
): Choice[] => {
  const round = dispute?.rounds.at(-1);
  const next = stages.find(({ number }) => number === (round?.stage ?? 0) + 1);
  // An answer that came late from the stage below is judged while the higher stage runs.
  const isOfThisStage = (round?.answers.length ?? 0) > 0;
  if (next === undefined || !isOfThisStage || dispute?.allowedActs.includes('escalate') !== true) return [];
  return [
    { value: 'now', text: `Yes: it goes up to stage ${next.number}, ${next.text}` },
    { value: 'later', text: 'No: it stays at its stage, and I decide later' },
  ];
};

/**
 * Fields of a form that are asked only if the rules of the council use them.
 *
 * @param round where the dispute is; left out before it is raised, and then a stage of each ladder may be where it begins
 */
const askedByTheProtocol = (
  protocol: Protocol | null,
  round?: DisputeDto['rounds'][number],
): Record<string, Choice[]> => {
  const stages = protocol === null ? [] : allStages(protocol);
  const byMeeting = (protocol === null ? [] : laddersOf(protocol))
    .filter(({ code }) => round?.ladder === undefined || code === round.ladder)
    .flatMap(({ stages: ofLadder }) => ofLadder)
    .filter(({ clock }) => clock.unit === 'meeting');
  const asked = (is: boolean | undefined): Choice[] => (is === true ? [{ value: 'asked', text: '' }] : []);
  return {
    'e-mails-first': asked(protocol?.beforeRaising.some(({ act }) => act === 'email')),
    'counted-from-a-review': asked(stages.some(({ timing }) => timing?.from === 'review')),
    'days-to-choose': asked(stages.some(({ timing }) => timing?.chosen)),
    'meeting-decides': asked(byMeeting.length > 0),
    'meeting-decides-above': asked(byMeeting.some(({ number }) => number > (round?.stage ?? 0))),
    'meeting-decides-below': asked(byMeeting.some(({ number }) => number < (round?.stage ?? 0))),
  };
};

const levelChoices = (protocol: Protocol | null): Choice[] =>
  (protocol?.levels ?? []).map(({ code, name }) => ({ value: code, text: name }));

const takesPractice = (protocol: Protocol | null): boolean =>
  protocol?.ladders?.some((ladder) => ladder.for.about === 'iro-practice') ?? false;

/** Of siblings with several teams: each whose answer is still to come. */
const teamsToAnswer = (dispute: ChosenFrom['dispute']): Choice[] => {
  const isOfSeveral = (dispute?.rounds.at(-1)?.alsoAddressed ?? []).length > 0;
  const { team = null, alsoTeams = [] } = dispute?.waitingFor ?? {};
  const open = isOfSeveral && team !== null ? [team, ...alsoTeams] : [];
  return open.map(({ id, name }) => ({ value: id, text: name ?? id }));
};

const choicesOf = (words: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

const actionChoice = ({ actionId, what, by }: DisputeDto['actions'][number]): Choice => ({
  value: actionId,
  text: what ?? actionId,
  ...(by === null ? {} : { hint: /^\d{4}-\d\d-\d\d$/.test(by) ? `By ${dayInWords(by)}` : by }),
});

/** The council’s own list, in its words, under the headings and with the examples of the codes, which mean the same everywhere. */
const themeChoices = (protocol: Protocol | null, today: LocalDate): Choice[] =>
  themesInUse(DISPUTE_THEMES, protocol?.themes ?? [], today).map(({ code, label, heading, example }) => ({
    ...{ value: code, text: label, heading },
    ...(example === undefined ? {} : { hint: example }),
  }));

const iros = (directory: Directory, today: LocalDate): Choice[] => {
  const held = (['iro', 'conference-chair'] as const).flatMap((kind) => directory.postsHeld(kind, today));
  const people = new Set(held.flatMap(({ person }) => person ?? []));
  return [...people]
    .map((person) => ({ value: person, text: directory.person(person)?.name ?? person }))
    .sort((one, other) => one.text.localeCompare(other.text));
};
