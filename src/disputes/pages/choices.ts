import type { LocalDate } from '../../calendar/calendar.js';
import { dayInWords, shortDay } from '../../calendar/in-words.js';
import type { Directory } from '../../directory/directory.js';
import { allStages, goesOnIn, goesUpIn, ladderIn, laddersOf, type Rungs, stagesOf } from '../../protocol/ladder.js';
import { themesInUse } from '../../protocol/theme-in-use.js';
import { DISPUTE_THEMES } from '../../protocol/themes.js';
import type { Protocol, ProtocolBook, Stage } from '../../protocol/protocol.js';
import type { ChoicesBy } from '../../web/forms/drawn-form.js';
import type { Choice } from '../../web/forms/form.js';
import { outcomesThatFit } from '../acts/resolve/outcomes-that-fit.js';
import { IMPACT_IN_WORDS, outcomeAsChoice, POPULATION_IN_WORDS } from '../codes-in-words.js';
import { RESOLUTION_OUTCOMES } from '../events.js';
import type { DisputeDto, HistoryEntryDto } from '../read/dispute.dto.js';

/** The sources of the choices in an act’s form. */
export interface ChosenFrom {
  /** Null before anything is raised. */
  readonly dispute: DisputeDto | null;
  readonly entries: readonly HistoryEntryDto[];
  readonly directory: Directory;
  /** The rules of the council; null where a form asks nothing of them. */
  readonly protocols: ProtocolBook | null;
  readonly today: LocalDate;
  /** The number of the stage at which something new is to begin, where that is known. */
  readonly beginsAt?: number | undefined;
}

/** Every list of choices that a form may name, so far as it depends on the council or on the dispute. */
export const choicesFrom = (from: ChosenFrom): ChoicesBy => {
  const { dispute, entries, directory, today } = from;
  const round = dispute?.rounds.at(-1);
  const { raised, current, inForce, goesOn, goesUp } = rulesFor(from);
  const stages = stageChoices(goesOn);
  const higher = stageChoices(goesUp.ladders).filter(({ number }) =>
    goesUp.above.some((each) => each.number === number),
  );
  const actions = dispute?.actions ?? [];
  const offered = dispute?.rounds.at(-1)?.answers.flatMap((answer) => answer.actions ?? []) ?? [];
  return {
    'asking-to-read': (dispute?.requestsToRead ?? []).map(({ person: { id, name }, lastDay, reason }) => ({
      value: id,
      ...(reason === null ? {} : { hint: reason }),
      text: lastDay === null ? `${name ?? id}, who asks` : `${name ?? id}, who may until ${shortDay(lastDay)}`,
    })),
    resolutions: (dispute === null ? RESOLUTION_OUTCOMES : outcomesThatFit(dispute)).map((outcome) => ({
      ...{ value: outcome, text: outcomeAsChoice(outcome) },
    })),
    impacts: choicesOf(IMPACT_IN_WORDS),
    populations: choicesOf(POPULATION_IN_WORDS),
    themes: themeChoices(raised, dispute?.raisedOn ?? today),
    stages: stages.filter(({ number }) => number < (round?.stage ?? 0)),
    'goes-up': goingUp(dispute, higher),
    'higher-stages': higher,
    'ways-to-raise': waysToRaise(inForce),
    'formal-stages': stageChoices(laddersToBeginIn(inForce, round?.ladder)),
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
    restricted: asked((dispute?.restrictedTo ?? null) !== null),
    iros: iros(directory, today),
    ...askedOnBeginning(inForce, round?.ladder, from.beginsAt),
    ...askedOnMoving(goesOn, goesUp.above, round?.stage ?? 0),
    levels: levelChoices(inForce),
    'other-levels': levelChoices(current).filter(({ value }) => value !== dispute?.level),
    'iros-in-question': takesPractice(inForce) ? iros(directory, today) : [],
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

/** The rules that each kind of question goes by. Before anything is raised, each is of those in force. */
interface RulesOfForm {
  /** Under which it was raised: its theme is of this list. */
  readonly raised: Protocol | null;
  /** Under which the stage began that it is at. */
  readonly current: Protocol | null;
  /** Of today: what is begun now begins under these. */
  readonly inForce: Protocol | null;
  /** The ladder in which it goes down; before anything is raised each of them, for the ladder follows from what is raised. */
  readonly goesOn: readonly Rungs[];
  /** Likewise the ladder in which it goes up, with the stages to which it can. */
  readonly goesUp: { readonly ladders: readonly Rungs[]; readonly above: readonly Stage[] };
}

/** The same that the acts go by, so that a form asks nothing that its act would refuse. */
const rulesFor = ({ dispute, protocols, today }: ChosenFrom): RulesOfForm => {
  if (protocols === null)
    return { raised: null, current: null, inForce: null, goesOn: [], goesUp: { ladders: [], above: [] } };
  const inForce = protocols.inForceOn(today).protocol;
  const first = dispute?.rounds[0];
  const round = dispute?.rounds.at(-1);
  if (first === undefined || round === undefined) {
    const ladders = laddersOf(inForce);
    const goesUp = { ladders, above: ladders.flatMap(({ stages }) => stages) };
    return { raised: inForce, current: inForce, inForce, goesOn: ladders, goesUp };
  }
  const { rungs, above } = goesUpIn(protocols, today, round);
  return {
    raised: protocols.version(first.protocolVersion).protocol,
    current: protocols.version(round.protocolVersion).protocol,
    inForce,
    goesOn: [goesOnIn(protocols, today, round).rungs],
    goesUp: { ladders: [rungs], above },
  };
};

/** Of what is informal, its own ladder where there still is one of that code. */
const laddersToBeginIn = (protocol: Protocol | null, ladder: string | undefined): readonly Rungs[] => {
  if (protocol === null) return [];
  const own = ladder === undefined ? undefined : ladderIn(protocol, ladder);
  return own === undefined ? laddersOf(protocol) : [own];
};

const stageChoices = (ladders: readonly Rungs[]): (Choice & { number: number })[] => {
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

/** A protocol without an informal stage knows one way alone. */
const waysToRaise = (protocol: Protocol | null): Choice[] => [
  { value: 'formal', text: 'Formally: it goes up the stages of the protocol' },
  ...(protocol === null || allStages(protocol).some(isInformal)
    ? [{ value: 'informal', text: 'Informally: it is recorded and answered, before anything goes up' }]
    : []),
];

/** The choices for a judge who may also send it up: to the next stage, now or later. */
const goingUp = (
  dispute: ChosenFrom['dispute'],
  higher: readonly (Choice & { readonly number: number })[],
): Choice[] => {
  const round = dispute?.rounds.at(-1);
  const [next] = higher;
  // An answer that came late from the stage below is judged while the higher stage runs.
  const isOfThisStage = (round?.answers.length ?? 0) > 0;
  if (next === undefined || !isOfThisStage || dispute?.allowedActs.includes('escalate') !== true) return [];
  return [
    { value: 'now', text: `Yes: it goes up to stage ${next.number}, ${next.text}` },
    { value: 'later', text: 'No: it stays at its stage, and I decide later' },
  ];
};

const asked = (is: boolean | undefined): Choice[] => (is === true ? [{ value: 'asked', text: '' }] : []);

const isInformal = ({ number }: Stage): boolean => number === 0;
const isByMeeting = ({ clock }: Stage): boolean => clock.unit === 'meeting';
const isTimeChosen = ({ timing }: Stage): boolean => timing?.chosen === true;

/** Fields that are asked only if the rules of the council use them, where something is raised, or continued formally. */
const askedOnBeginning = (
  protocol: Protocol | null,
  ladder: string | undefined,
  beginsAt?: number,
): Record<string, Choice[]> => {
  const stages = laddersToBeginIn(protocol, ladder).flatMap(stagesOf);
  const first = stages.filter(({ number }) => beginsAt === undefined || number === beginsAt);
  return {
    'e-mails-first': asked(protocol?.beforeRaising.some(({ act }) => act === 'email')),
    'counted-from-a-review': asked(stages.some(({ timing }) => timing?.from === 'review')),
    'informal-stage': asked(stages.some(isInformal)),
    'days-to-choose': asked(first.some(isTimeChosen)),
    'meeting-decides': asked(first.some(isByMeeting)),
  };
};

/** The same, where a dispute goes up or down: only a stage that it can go to counts. */
const askedOnMoving = (ladders: readonly Rungs[], above: readonly Stage[], stage: number): Record<string, Choice[]> => {
  const stages = ladders.flatMap((ladder) => ladder.stages);
  return {
    'days-to-choose-above': asked(above.some(isTimeChosen)),
    'meeting-decides-above': asked(above.some(isByMeeting)),
    'meeting-decides-below': asked(stages.some((each) => each.number < stage && isByMeeting(each))),
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
