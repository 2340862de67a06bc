import { addDays } from '../calendar/dates.js';
import type { LocalDate } from '../calendar/calendar.js';
import { acknowledgementStory } from './acknowledgement-story.js';
import { chanceFrom } from './chance.js';
import { SHOWN } from './council.js';
import { DisputeStory } from './dispute-story.js';
import type { ScriptedDocument } from './evidence.js';
import { answerBy, chaseBy, noteBy, type ScriptedDraft } from './named-drafts.js';
import type { Cast, ScriptedAct, Setting } from './setting.js';

/*
 * One named person of each role, as whom the documentation signs in. However chance made the two years before, these people find something in
 * every part of their work today.
 */

/** Away this week: the IRO above covers for them. */
const AWAY = 'B. Lindqvist';
/** Raises what goes up to the leaders. */
const ANOTHER_IRO = 'C. Marsden';

/** Apart from the chance that the two years are made with, so that these change nothing of them. */
const SEED = 16;
/** Numbers of their stories; those of the two years are below. */
const FIRST_NUMBER = 10_000;

export interface ForNamedPeople {
  readonly acts: readonly ScriptedAct[];
  readonly drafts: readonly ScriptedDraft[];
  readonly documents: readonly ScriptedDocument[];
  readonly cover: { readonly iro: string; readonly by: string; readonly from: LocalDate; readonly to: LocalDate };
  /** Person ids of those to whom a meeting gave something to do. */
  readonly ofMeeting: { readonly late: string; readonly dueToday: string };
}

/** The story of one role, with its dispute that is late. */
interface OfRole {
  readonly acts: readonly ScriptedAct[];
  readonly late: readonly ScriptedAct[];
  readonly documents?: readonly ScriptedDocument[];
}

type Telling = (of: Setting) => DisputeStory;

export const forNamedPeople = (setting: Setting): ForNamedPeople => {
  const { cast, today } = setting;
  const id = (name: string): string => cast.personId(name);
  let number = FIRST_NUMBER;
  const tell: Telling = (of) => new DisputeStory(of, number++);
  const own: Setting = { ...setting, chance: chanceFrom(SEED) };
  const iro = ofIroAndManager(own, tell);
  const service = ofTheServiceManager(own, tell);
  const assistantDirector = ofLeader(own, tell, 3);
  const director = ofLeader(own, tell, 4);
  const worker = ofSocialWorker(own, tell);
  const chair = ofChair(own, tell);
  return {
    acts: [iro, service, assistantDirector, director, worker, chair].flatMap(({ acts }) => acts),
    documents: iro.documents ?? [],
    drafts: [
      answerBy(id(SHOWN.manager), iro.late),
      answerBy(id(SHOWN.serviceManager), service.late),
      answerBy(id(SHOWN.assistantDirector), assistantDirector.late),
      answerBy(id(SHOWN.director), director.late),
      answerBy(id(SHOWN.worker), worker.late),
      ...[SHOWN.iro, SHOWN.support].map((name) => chaseBy(id(name), iro.late)),
      chaseBy(id(SHOWN.chair), chair.late),
      noteBy(id(SHOWN.iroManager), iro.late),
      noteBy(id(SHOWN.headOfQa), director.late),
    ],
    cover: { iro: id(AWAY), by: id(SHOWN.iro), from: addDays(today, -2), to: addDays(today, 12) },
    ofMeeting: { late: id(SHOWN.headOfQa), dueToday: id(SHOWN.decisionMaker) },
  };
};

/** Of the IRO, with the team manager; and of the IRO who is away. */
const ofIroAndManager = (setting: Setting, tell: Telling): OfRole => {
  const theirs = withChildrenOf(setting, SHOWN.iro, SHOWN.manager);
  const documents: ScriptedDocument[][] = [];
  const withEvidence = (): DisputeStory => {
    const told = tell(theirs).withEvidence();
    documents.push(told.documents);
    return told;
  };
  const late = tell(theirs).unanswered('formal', 7);
  const acts = [
    ...late,
    // Due today.
    ...tell(theirs).unanswered('formal', 5),
    ...tell(theirs).extensionAsked(3),
    ...tell(theirs).restricted(2, [setting.cast.personId(SHOWN.manager)]),
    // One that the IRO may judge this week, and one with which they have been so long that the IRO manager asks.
    ...withEvidence().answered(3),
    ...tell(theirs).answered(9),
    ...tell(theirs).agreed(12),
    ...tell(theirs).agreed(30),
    ...tell(withChildrenOf(setting, AWAY)).answered(4),
    ...tell(theirs).raisedInTheirPlace('business-support', 1),
    ...tell(theirs).raisedInTheirPlace('iro-manager', 2),
    ...acknowledgementStory(theirs, FIRST_NUMBER, 3),
    // Promised, and done.
    ...withEvidence().carriedOut(24),
  ];
  return { acts, late, documents: documents.flat() };
};

/** Late, due today, and with more time asked for. */
const ofTheServiceManager = (setting: Setting, tell: Telling): OfRole => {
  const theirs = withChildrenOf(setting, SHOWN.iro, SHOWN.manager);
  const late = tell(theirs).sentUpTo(2, 13);
  const another = withChildrenOf(setting, ANOTHER_IRO, SHOWN.manager);
  return { acts: [...late, ...tell(theirs).sentUpTo(2, 11), ...tell(another).extensionAsked(9, 2)], late };
};

/** Late, due today, and answered: each stage below waited for six working days. */
const ofLeader = (setting: Setting, tell: Telling, stage: number): OfRole => {
  const theirs = withChildrenOf(setting, ANOTHER_IRO);
  const below = (stage - 1) * 6;
  const late = tell(theirs).sentUpTo(stage, below + 7);
  const dueToday = tell(theirs).sentUpTo(stage, below + 5);
  return { acts: [...late, ...dueToday, ...tell(theirs).answeredAt(stage, below + 3)], late };
};

/** Late, due today, restricted to few, answered, promised by them, and thanked. */
const ofSocialWorker = (setting: Setting, tell: Telling): OfRole => {
  const worker = setting.cast.personId(SHOWN.worker);
  const children = setting.cast.children.filter((child) => child.worker === worker);
  // Nobody else of the team is thanked, or promises anything.
  const theirs = { ...setting, cast: { ...setting.cast, children, workers: () => [SHOWN.worker] } };
  const late = tell(theirs).unanswered('informal', 7);
  const acts = [
    ...late,
    ...tell(theirs).unanswered('informal', 5),
    ...tell(theirs).restricted(2, [worker, managerOf(children, setting)]),
    ...tell(theirs).answeredAt(0, 3),
    ...tell(theirs).agreed(26),
    ...tell(theirs).agreed(4),
    ...acknowledgementStory(theirs, FIRST_NUMBER + 1, 3),
  ];
  return { acts, late };
};

/** Person id of the manager of the one team that all of them are of. */
const managerOf = (children: Cast['children'], { cast }: Setting): string =>
  cast.personId(cast.managerName(children[0]!.team));

/** As of an IRO, for children under a child protection plan. */
const ofChair = (setting: Setting, tell: Telling): OfRole => {
  const theirs = withChildrenOf(setting, SHOWN.chair, SHOWN.manager);
  const late = tell(theirs).unanswered('formal', 7);
  const acts = [
    ...late,
    ...tell(theirs).unanswered('formal', 5),
    ...tell(theirs).extensionAsked(3),
    ...tell(theirs).restricted(2, [setting.cast.personId(SHOWN.manager)]),
    ...tell(theirs).answered(3),
    ...tell(theirs).agreed(30),
    ...acknowledgementStory(theirs, FIRST_NUMBER + 2, 3),
  ];
  return { acts, late };
};

/** Children in whose IRO's seat somebody is, of the team of a manager where one is named. */
const withChildrenOf = (setting: Setting, holder: string, manager?: string): Setting => {
  const { cast } = setting;
  const iro = cast.personId(holder);
  const isTheirs = (child: Cast['children'][number]): boolean =>
    child.iro === iro && (manager === undefined || cast.managerName(child.team) === manager);
  return { ...setting, cast: { ...cast, children: cast.children.filter(isTheirs) } };
};
