import { addDays } from '../calendar/dates.js';
import type { LocalDate } from '../calendar/calendar.js';
import { derivedId } from '../platform/ids.js';
import { acknowledgementStory } from './acknowledgement-story.js';
import { chanceFrom } from './chance.js';
import { IRO_MANAGER } from './council.js';
import { DisputeStory } from './dispute-story.js';
import type { ScriptedDocument } from './evidence.js';
import type { Cast, ScriptedAct, Setting } from './setting.js';

/**
 * The people whom the documentation signs in as: one IRO, one team manager and those above them. Whatever chance made of the two years
 * before, these find something in every part of their work today.
 */
export const IRO = 'A. Hartwell';
export const MANAGER = 'T. Ashdown';
/** Away this week: the IRO above covers for them. */
export const AWAY = 'B. Lindqvist';

/** Apart from the chance that the two years are made with, so that these change nothing of them. */
const SEED = 16;
/** Numbers of their stories; those of the two years are below. */
const FIRST_NUMBER = 10_000;

/** What stands in somebody's drafts. */
export interface ScriptedDraft {
  readonly id: string;
  readonly writer: string;
  readonly act: string;
  readonly address: string;
  readonly typed: Readonly<Record<string, unknown>>;
  readonly lines: readonly { readonly label: string; readonly values: readonly string[] }[];
}

export interface ForNamedPeople {
  readonly acts: readonly ScriptedAct[];
  readonly drafts: readonly ScriptedDraft[];
  readonly documents: readonly ScriptedDocument[];
  readonly cover: { readonly iro: string; readonly by: string; readonly from: LocalDate; readonly to: LocalDate };
}

export const forNamedPeople = (setting: Setting): ForNamedPeople => {
  const { cast, today } = setting;
  const chance = chanceFrom(SEED);
  const [iro, manager, away] = [IRO, MANAGER, AWAY].map((name) => cast.personId(name)) as [string, string, string];
  const about = (holder: string, team?: string): Setting => ({
    ...{ ...setting, chance },
    cast: { ...cast, children: childrenOf(cast, holder, team) },
  });
  const theirs = about(iro, MANAGER);
  let number = FIRST_NUMBER;
  const story = (of: Setting = theirs): DisputeStory => new DisputeStory(of, number++);

  const documents: ScriptedDocument[][] = [];
  const withEvidence = (): DisputeStory => {
    const told = story().withEvidence();
    documents.push(told.documents);
    return told;
  };

  const late = story().unanswered('formal', 7);
  const acts: ScriptedAct[] = [
    ...late,
    // Due today.
    ...story().unanswered('formal', 5),
    ...story().extensionAsked(3),
    ...story().restricted(2, [manager]),
    // One that the IRO may judge this week, and one with which they have been so long that the IRO manager asks.
    ...withEvidence().answered(3),
    ...story().answered(9),
    ...story().agreed(12),
    ...story().agreed(30),
    // With the service manager: late, and due today.
    ...story().escalated(13),
    ...story().escalated(11),
    // Of the IRO who is away.
    ...story(about(away)).answered(4),
    ...acknowledgementStory(theirs, FIRST_NUMBER, 3),
    // Promised, and done.
    ...withEvidence().carriedOut(24),
  ];
  return {
    acts,
    documents: documents.flat(),
    drafts: drafts(late[0]!.stream.slice('dispute-'.length), { iro, manager, ofService: cast.personId(IRO_MANAGER) }),
    cover: { iro: away, by: iro, from: addDays(today, -2), to: addDays(today, 12) },
  };
};

/** Children of an IRO, of the team of a manager where one is named. */
const childrenOf = ({ children, managerName }: Cast, iro: string, manager?: string): Cast['children'] =>
  children.filter((child) => child.iro === iro && (manager === undefined || managerName(child.team) === manager));

interface Writers {
  readonly iro: string;
  readonly manager: string;
  readonly ofService: string;
}

const drafts = (reference: string, { iro, manager, ofService }: Writers): ScriptedDraft[] => [
  {
    ...{ id: derivedId('demonstration', 'draft', 'answer'), writer: manager },
    ...{ act: 'dispute.answer', address: `/disputes/${reference}/answer` },
    typed: { agreement: 'partly', reasons: 'The meeting was held, and its minutes are late. I will' },
    lines: [
      { label: 'Do you agree?', values: ['Partly agree'] },
      { label: 'Your reasons', values: ['The meeting was held, and its minutes are late. I will'] },
    ],
  },
  {
    ...{ id: derivedId('demonstration', 'draft', 'note'), writer: iro },
    ...{ act: 'dispute.chase', address: `/disputes/${reference}/chase` },
    typed: { how: 'Rang the team, and left word with' },
    lines: [{ label: 'How did you chase it?', values: ['Rang the team, and left word with'] }],
  },
  {
    ...{ id: derivedId('demonstration', 'draft', 'manager-note'), writer: ofService },
    ...{ act: 'dispute.add-note', address: `/disputes/${reference}/add-note` },
    typed: { text: 'Raised in supervision on Monday:' },
    lines: [{ label: 'Note', values: ['Raised in supervision on Monday:'] }],
  },
];
