import { postInWords } from '../../protocol/posts-in-words.js';
import { dateInWords } from '../../calendar/in-words.js';
import { isLocalDate, londonDate } from '../../calendar/dates.js';
import type { Names } from '../../directory/names.js';
import { type CouncilPost, isPostKind } from '../../protocol/own-posts.js';
import { referenceShown } from '../../protocol/council-words.js';
import { themeShown } from '../../protocol/theme-shown.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import { sentenceFor } from '../acts/all-acts.js';
import type { Sentence, Told } from '../acts/sentence.js';
import type { LegalAdviceEvent } from '../legal-advice/events.js';
import { legalAdviceSentence } from '../legal-advice/legal-advice.js';
import type { ActorShownDto, HistoryEntryDto } from './dispute.dto.js';

/** An entry as its reader may see it: what they may not has been taken out. */
export type RedactedEntry = Omit<HistoryEntryDto, 'sentence'>;

const LEGAL_ADVICE: LegalAdviceEvent['type'] = 'LegalAdviceTaken';

/**
 * The sentence of an entry, in the council's words. It is made from the redacted entry, so it says nothing that the entry does not show.
 * @param allAnswer whether each of the posts that it is addressed to must answer; else any one of them may
 */
export const sentenceOf = (entry: RedactedEntry, says: CouncilSays, names: Names, allAnswer = false): string => {
  const sentence: Sentence<never> =
    entry.what === LEGAL_ADVICE ? legalAdviceSentence : (sentenceFor(entry.what) ?? UNKNOWN_TO_THIS_VERSION);
  const said = sentence(told(entry, says, names, allAnswer) as Told<never>);
  return entry.takenBackBy === null ? said : `${said}${TAKEN_BACK}`;
};

/** What was taken back is said with the act that did it, in the words of its own entry, to whoever reads that one. */
export const sayingWhatWasTakenBack = (entries: readonly HistoryEntryDto[]): HistoryEntryDto[] =>
  entries.map((entry) => {
    const mistake = entries.find(({ takenBackBy }) => takenBackBy === entry.revision);
    if (entry.what !== 'EntryTakenBack' || mistake === undefined) return entry;
    return { ...entry, sentence: `${entry.sentence.slice(0, -1)}: “${mistake.sentence.replace(TAKEN_BACK, '')}”` };
  });

/** An agreed action is said by its words, where its reader may read them, and not by its number, which stands nowhere else. */
export const namingActions = (entries: readonly HistoryEntryDto[]): HistoryEntryDto[] => {
  const named = entries.flatMap(({ data }) => {
    const { action } = (data ?? {}) as { action?: { actionId?: string; what?: string } };
    return action?.actionId === undefined || action.what === undefined ? [] : [[action.actionId, action.what] as const];
  });
  const words = new Map(named);
  return entries.map((entry) => {
    const { actionId } = (entry.data ?? {}) as { actionId?: string };
    const what = actionId === undefined ? undefined : words.get(actionId);
    if (what === undefined) return entry;
    const said = `“${what.replace(/\.\s*$/, '')}”`;
    const sentence = entry.sentence
      .replace(`action ${actionId} `, () => `the action ${said} `)
      .replace(`Action ${actionId} `, () => `The action ${said} `);
    return { ...entry, sentence };
  });
};

const TAKEN_BACK = ' It was taken back later, as a mistake.';

const UNKNOWN_TO_THIS_VERSION: Sentence<never> = () => 'Something was recorded that this version does not know.';

const told = (
  entry: RedactedEntry,
  { words, themes, posts }: CouncilSays,
  names: Names,
  allAnswer: boolean,
): Told<unknown> => {
  const day = londonDate(entry.occurredAt);
  return {
    data: entry.data ?? {},
    who: whoActed(entry.by, posts),
    words,
    theme: (code) => (code ? themeShown(code, themes).label : null),
    a: (thing) => `${/^[aeiou]/i.test(thing) ? 'an' : 'a'} ${thing}`,
    A: (thing) => `${/^[aeiou]/i.test(thing) ? 'An' : 'A'} ${thing}`,
    addressed: (asked) =>
      asked && asked.length > 0
        ? `, addressed to ${asked.map((post) => postInWords(post, posts)).join(allAnswer ? ' and ' : ' or ')}`
        : '',
    reference: (of) => referenceShown(of, words),
    person: (id) => (id ? names.person(id).name : null),
    team: (id) => (id ? names.team(id, day).name : null),
    child: (id) => (id ? names.child(id).initials : null),
    dated: (word, date) => (date ? ` ${word} ${isLocalDate(date) ? dateInWords(date) : date}` : ''),
  };
};

/** `Iris Rowe (the IRO)`, `Ivan Prasad (the IRO, for Iris Rowe)`; the program itself has no post. */
const whoActed = ({ person, role, actingFor }: ActorShownDto, own: readonly CouncilPost[]): string => {
  if (role === null) return person.name ?? 'Footprint';
  const post = isPostKind(role) ? postInWords(role, own) : role;
  const instead = actingFor?.name ? `, for ${actingFor.name}` : '';
  return `${person.name ?? 'Somebody'} (${post}${instead})`;
};
