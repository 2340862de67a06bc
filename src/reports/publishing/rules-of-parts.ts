import type { LocalDate } from '../../calendar/calendar.js';
import { invalid, mustSay, notYours, refuse } from '../../platform/decider.js';
import type { Edition, PublishedReportState } from './edition.js';
import { enteredAsPrinted, enteredOf } from './entered-figures.js';
import type { PartTakenOut, PublishedReportEvent, ReportDrafted } from './events.js';
import { mustFitOnAPage } from './one-page.js';
import type { ActOf } from './published-report.js';

/**
 * A figure that the log does not hold is hidden like the rest where it is small, and reads “revised” where an edition printed a number near to
 * it before.
 * @throws Refusal `more-than-a-page`, `no-such-whole`, `part-of-a-part`, `part-was-given-out`
 */
export const enterFigure = (
  { section, label, value, partOf, source, asAt, definition }: ActOf<'enter-figure'>,
  { edition, entered }: Edition,
  state: PublishedReportState,
): PublishedReportEvent[] => {
  const { kind, threshold } = state.drafted;
  if (kind === 'learning-briefing')
    refuse('more-than-a-page', 'A learning briefing is one page, which has no room for figures that are entered.');
  for (const [text, what] of [
    [label, 'what is counted'],
    [source, 'where the figure comes from'],
    [definition, 'what it counts'],
  ] as const)
    mustSay(text, what);
  const named = { label: label.trim(), partOf: partOf === null ? null : partOf.trim() };
  mustBePartOfAWhole(named, entered);
  const figure = { section, ...named, ...enteredOf({ label: named.label, value }, state.editions, threshold) };
  const data = { edition, ...figure, source: source.trim(), asAt, definition: definition.trim() };
  const before = entered.find((each) => each.label === data.label);
  if (before !== undefined && before.partOf !== data.partOf) mustHideNothingGivenOut(data.label, state);
  const isSame =
    before !== undefined &&
    (Object.keys(data) as (keyof typeof data)[]).every((each) => each === 'edition' || before[each] === data[each]);
  return isSame ? [] : [{ type: 'ReportFigureEntered', data }];
};

const mustBePartOfAWhole = (
  { label, partOf }: { readonly label: string; readonly partOf: string | null },
  entered: Edition['entered'],
): void => {
  if (partOf === null) return;
  const whole = entered.find((each) => each.label === partOf);
  if (whole === undefined || partOf === label)
    refuse('no-such-whole', `No other figure “${partOf}” is entered. Enter it first, or write it as it is called.`);
  if (whole!.partOf !== null || entered.some((each) => each.partOf === label))
    refuse('part-of-a-part', 'A figure that has parts is part of none. Say of which figure both are parts.');
};

/** @throws Refusal `signs-own-story`, `no-such-story` */
export const writeStory = (
  { by, story, kind, title, text, signer }: ActOf<'write-story'>,
  open: Edition,
  drafted: Pick<ReportDrafted, 'kind'>,
): PublishedReportEvent[] => {
  const { edition, stories } = open;
  mustSay(title, 'what the story is called');
  mustSay(text, 'the story');
  if (signer === by.person)
    refuse('signs-own-story', 'You write this story, so somebody else must sign it off. Name another person.');
  const known = story === null ? null : stories.find((each) => each.story === story);
  if (known === undefined)
    refuse('no-such-story', 'This report has no such story. Leave its number out to write another.');
  const number = story ?? nextNumber('S', stories.length, open);
  const data = { edition, story: number, kind, title: title.trim(), text: text.trim(), signer };
  if (known?.title === data.title && known.text === data.text && known.kind === kind && known.signer === signer)
    return [];
  const others = stories.filter((each) => each.story !== number);
  mustFitOnAPage(drafted, { ...open, stories: [...others, { ...data, writer: by.person, isSignedOff: false }] });
  return [{ type: 'ReportStoryWritten', data }];
};

/** The number of a part that was taken out is not given again: whoever read it there would take another for it. */
const nextNumber = (letter: 'S' | 'A', standing: number, { takenOut }: Pick<Edition, 'takenOut'>): string =>
  `${letter}${standing + takenOut.filter((each) => each.startsWith(letter)).length + 1}`;

/** @throws Refusal `more-than-a-page`, `no-such-action` */
export const enterAction = (
  { action, what, holder, progress, sentence, asAt }: ActOf<'enter-action'>,
  open: Edition,
  { kind }: Pick<ReportDrafted, 'kind'>,
): PublishedReportEvent[] => {
  if (kind === 'learning-briefing')
    refuse('more-than-a-page', 'A learning briefing is one page, which has no room for the actions of last year.');
  for (const [text, missing] of [
    [what, 'what was to be done'],
    [holder, 'which post or team holds it'],
    [sentence, 'what was done, or why nothing was'],
  ] as const)
    mustSay(text, missing);
  const { edition, actions } = open;
  const known = action === null ? null : actions.find((each) => each.action === action);
  if (known === undefined)
    refuse('no-such-action', 'This report has no such action. Leave its number out to enter another.');
  const number = action ?? nextNumber('A', actions.length, open);
  const said = { what: what.trim(), holder: holder.trim(), progress, sentence: sentence.trim(), asAt };
  const isSame =
    known !== null && (Object.keys(said) as (keyof typeof said)[]).every((each) => known![each] === said[each]);
  return isSame ? [] : [{ type: 'ReportActionEntered', data: { edition, action: number, ...said } }];
};

/** What was entered by mistake stands in the report no more; that it stood there stays in the log. @throws Refusal `no-such-part`, `has-parts`, `part-was-given-out` */
export const takeOut = (
  { part, name }: ActOf<'take-out'>,
  open: Edition,
  state: PublishedReportState,
): PublishedReportEvent[] => {
  if (!namesOf(part, open).includes(name))
    refuse('no-such-part', 'Nothing of that name stands in this report. Read it again.');
  if (part === 'figure' && open.entered.some(({ partOf }) => partOf === name))
    refuse('has-parts', `Other figures are parts of “${name}”. Take those out first.`);
  if (part === 'figure') mustHideNothingGivenOut(name, state);
  return [{ type: 'ReportPartTakenOut', data: { edition: open.edition, part, name } }];
};

/**
 * Where an edition that readers have hides a part of a whole, the same parts stand in every later one: without one of them the others would
 * print, and the hidden one would be what is left of the whole.
 * @throws Refusal `part-was-given-out`
 */
const mustHideNothingGivenOut = (name: string, { drafted: { threshold }, editions }: PublishedReportState): void => {
  const hides = editions
    .filter(({ published }) => published !== null)
    .map((edition) => enteredAsPrinted(edition, threshold))
    .some((printed) => {
      const figure = printed.find(({ label }) => label === name);
      if (figure === undefined) return false;
      const whole = figure.partOf ?? name;
      const family = printed.filter(({ label, partOf }) => label === whole || partOf === whole);
      return family.length > 1 && family.some(({ shown }) => typeof shown !== 'number');
    });
  if (hides)
    refuse(
      'part-was-given-out',
      `An edition that was published hides a part beside “${name}”, which could be worked out without it. Enter the figure again, as a part of what it was.`,
    );
};

const namesOf = (part: PartTakenOut, { entered, stories, actions }: Edition): string[] =>
  part === 'figure'
    ? entered.map(({ label }) => label)
    : part === 'story'
      ? stories.map(({ story }) => story)
      : actions.map(({ action }) => action);

/** @throws Refusal `no-such-story`, `signed-by-another` (not-yours) */
export const signOffStory = (
  { by, story }: ActOf<'sign-off-story'>,
  { edition, stories }: Edition,
): PublishedReportEvent[] => {
  const found = stories.find((each) => each.story === story);
  if (found === undefined) return refuse('no-such-story', 'This report has no such story. Read it again.');
  if (found.signer !== by.person || found.writer === by.person)
    notYours('signed-by-another', 'This story is signed off by the person who is named for it.');
  return found.isSignedOff ? [] : [{ type: 'ReportStorySignedOff', data: { edition, story } }];
};

/** It changes nothing of what is published, and takes no check away. */
export const commentOn = ({ text }: ActOf<'comment'>, { edition }: Edition): PublishedReportEvent[] => {
  mustSay(text, 'what is not right, or what a reader should know');
  return [{ type: 'ReportCommentedOn', data: { edition, text: text.trim() } }];
};

/** Records before whom an approved report came. @throws Refusal `not-approved` */
export const present = ({ on, to }: ActOf<'present'>, open: Edition): PublishedReportEvent[] => {
  mustSay(to, 'before whom it came');
  if (open.approvedBy === null) refuse('not-approved', 'This report is not approved. Have it approved first.');
  mustBeAfterApproval(on, open, 'presented');
  const { edition, presented } = open;
  return presented?.on === on && presented.to === to.trim()
    ? []
    : [{ type: 'ReportPresented', data: { edition, on, to: to.trim() } }];
};

const BEFORE_APPROVAL = {
  published: 'A report is published once it is approved. Enter that day, or a later one.',
  presented: 'A report comes before a board once it is approved. Enter that day, or a later one.',
} as const;

/** Nothing is given out before the day on which it was approved. @throws Refusal `before-approval` (invalid) */
export const mustBeAfterApproval = (
  on: LocalDate,
  { approvedOn }: Pick<Edition, 'approvedOn'>,
  done: keyof typeof BEFORE_APPROVAL,
): void => {
  if (approvedOn !== null && on < approvedOn) invalid('before-approval', BEFORE_APPROVAL[done]);
};

/** @throws Refusal `story-not-signed-off` */
export const mustBeSignedOff = ({ stories }: Edition): void => {
  const waits = stories.find(({ isSignedOff }) => !isSignedOff);
  if (waits !== undefined)
    refuse('story-not-signed-off', `The story “${waits.title}” waits for the person who is to sign it off.`);
};
