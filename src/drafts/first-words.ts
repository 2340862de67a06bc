import type { DraftFieldDto } from './drafts.dto.js';

/** Letters of a text that tell one draft from another. */
const LONGEST = 60;

/**
 * The first words of the first sentence that was typed, by which its writer knows a draft from another of the same form; empty where
 * nothing longer than a name was typed. Choices are kept as codes of one word.
 */
export const firstWordsOf = (fields: readonly Pick<DraftFieldDto, 'value'>[]): string => {
  const texts = fields.map(({ value }) => value.trim().replaceAll(/\s+/g, ' '));
  const text = texts.find((each) => each.split(' ').length > 2) ?? '';
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)) || cut}…`;
};
