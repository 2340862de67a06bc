import { MAIN_PREFIX, OTHER_PREFIXES } from '../platform/ids.js';
import { PLAIN_WORDS } from './plain-words.js';
import { pluralOf } from './plural.js';
import type { Ladder, Words } from './protocol.js';
import { isSameName } from './same-name.js';
import type { YamlBlock } from './yaml-block.js';

/** The council's words; a word that the file leaves out is the program's own. */
export const readWords = (block: YamlBlock): Words => {
  const dispute = block.name('dispute', 'dispute');
  const acknowledgement = block.name('acknowledgement', 'practice acknowledgement');
  const stage = block.name('stage', PLAIN_WORDS.stage);
  const meeting = block.name('meeting', PLAIN_WORDS.meeting);
  return {
    dispute,
    disputes: block.name('disputes', pluralOf(dispute)),
    informal: block.name('informal', `informal ${dispute}`),
    formal: block.name('formal', `formal ${dispute}`),
    acknowledgement,
    acknowledgements: block.name('acknowledgements', pluralOf(acknowledgement)),
    stage,
    stages: block.name('stages', pluralOf(stage)),
    meeting,
    meetings: block.name('meetings', pluralOf(meeting)),
    prefix: readPrefix(block),
  };
};

/** A reference must be told from that of another kind of record by its letters. */
const readPrefix = (block: YamlBlock): string => {
  const prefix = block.text('prefix', MAIN_PREFIX);
  if (prefix !== '' && !/^[A-Z]{2,4}$/.test(prefix)) {
    block.cannotBe('prefix', 'write it as two to four capital letters, as QAA');
  } else if (OTHER_PREFIXES.has(prefix)) {
    block.cannotBe('prefix', 'references of another kind of record begin with these letters; choose others');
  }
  return prefix;
};

/** The use of each word: those of one line may be the same, and no others. */
const MEANINGS = [
  ['dispute', 'disputes', 'informal'],
  ['dispute', 'disputes', 'formal'],
  ['acknowledgement', 'acknowledgements'],
  ['stage', 'stages'],
  ['meeting', 'meetings'],
] as const satisfies readonly (readonly (keyof Words)[])[];

/** With one word for two things nobody who reads it knows which is meant: neither in the whole protocol nor on one of its ladders. */
export const refuseOneWordForTwo = (file: YamlBlock, words: Words, ladders: readonly Ladder[]): void => {
  for (const { key, other } of sameIn(words))
    file.problemAt(
      `words.${key}`,
      `words.${key} is '${words[key]}', and so is words.${other}; choose a word for each that means nothing else`,
    );
  for (const [index, { words: own = {} }] of ladders.entries()) {
    const onIt: Words = { ...words, ...own };
    for (const { key, other } of sameIn(onIt))
      if (key in own || other in own)
        file.problemAt(
          `ladders[${index}].words.${key in own ? key : other}`,
          `on this ladder ${key} is '${onIt[key]}', and so is ${other}; choose a word for each that means nothing else`,
        );
  }
};

type Meaning = Exclude<keyof Words, 'prefix'>;

/** Each word that stands for another thing too, once: a plural follows its word, and needs no mending of its own. */
const sameIn = (words: Words): { key: Meaning; other: Meaning }[] => {
  const all = [...new Set<Meaning>(MEANINGS.flat())];
  const found = all.flatMap((key, index) => {
    const other = all.slice(0, index).find((each) => !maySame(each, key) && isSameName(words[each], words[key]));
    return other === undefined ? [] : [{ key, other }];
  });
  return found.filter(({ key }) => !found.some((singular) => `${singular.key}s` === key));
};

const maySame = (one: Meaning, other: Meaning): boolean =>
  MEANINGS.some((line) => [one, other].every((each) => line.some((key) => key === each)));
