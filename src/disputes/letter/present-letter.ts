import { dayInWords } from '../../calendar/in-words.js';
import { LETTER_PARTS, type LetterDto, type LetterPart, type LetterSentenceDto } from './letter.dto.js';

/** The choice of a reader: codes of sentences; null while they have not chosen. */
export type Chosen = ReadonlySet<string> | null;

/** A letter as it stands on paper. */
export interface LetterShown {
  readonly title: string;
  readonly greeting: string;
  readonly parts: readonly { readonly heading: string; readonly sentences: readonly string[] }[];
  readonly from: string;
  readonly on: string;
}

const HEADINGS: Readonly<Record<LetterPart, string>> = {
  raised: 'What I asked for you',
  answered: 'What they said',
  changed: 'What is different now',
  'from-now-on': 'What happens next',
};

const isChosen = ({ code, isUsual }: LetterSentenceDto, chosen: Chosen): boolean =>
  chosen === null ? isUsual : chosen.has(code);

/** The letter of the sentences that were chosen. A name is written by hand: none is kept here. */
export const letterOf = ({ sentences, from, writtenOn }: LetterDto, chosen: Chosen): LetterShown => ({
  title: 'A letter for you',
  greeting: 'Dear',
  parts: LETTER_PARTS.map((part) => ({
    heading: HEADINGS[part],
    sentences: sentences.filter((each) => each.part === part && isChosen(each, chosen)).map(({ text }) => text),
  })).filter((part) => part.sentences.length > 0),
  from: from?.name ?? '',
  on: dayInWords(writtenOn),
});

/** The codes that an address names, once somebody has chosen: `?chosen=yes&raised=on&answer-1-1=on`. */
export const chosenIn = (query: unknown): Chosen => {
  const { [CHOSEN]: chosen, ...codes } = (query ?? {}) as Readonly<Record<string, unknown>>;
  return chosen === undefined ? null : new Set(Object.keys(codes));
};

const CHOSEN = 'chosen';

export interface LetterChosen {
  readonly letter: LetterDto;
  readonly chosen: Chosen;
}

/** The page on which sentences are chosen, with the letter that they make. */
export const presentLetter = ({ letter, chosen }: LetterChosen): object => {
  const { reference, sentences, children, hasDied } = letter;
  const codes = sentences.filter((each) => isChosen(each, chosen)).map(({ code }) => code);
  const asked = `?${[`${CHOSEN}=yes`, ...codes.map((code) => `${encodeURIComponent(code)}=on`)].join('&')}`;
  return {
    ...{ title: 'Letter for the child or young person', reference, hasDied, isForSeveral: children > 1 },
    groups: LETTER_PARTS.map((part) => ({
      heading: HEADINGS[part],
      sentences: sentences
        .filter((each) => each.part === part)
        .map((each) => ({ ...each, isChosen: isChosen(each, chosen) })),
    })).filter((group) => group.sentences.length > 0),
    letter: letterOf(letter, chosen),
    pdf: `/disputes/${reference}/letter/pdf${asked}`,
    docx: `/disputes/${reference}/letter/docx${asked}`,
  };
};
