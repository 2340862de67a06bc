/** Marks and words that people write where the words themselves are still to come. */
const TO_COME = [
  /(?:^|[^\p{L}\p{N}])(?:TBC|TBD|TBA|TODO)(?:$|[^\p{L}\p{N}])/u,
  /^(?:tbc|tbd|tba|todo|x{3,9}|lorem ipsum.*|to be (?:added|agreed|confirmed|decided|determined)|(?:insert|enter|your) .* here)\.?$/iu,
  /^<.*>$/u,
  /^[\p{P}\p{S}\s]+$/u,
] as const;

/** Whether words hold the place of others. */
export const areToCome = (words: string): boolean => TO_COME.some((mark) => mark.test(words));

export const WORDS_TO_COME =
  'it holds the place of words that are still to come; write them, or where it is meant so, put it in quotes';
