import type { YamlBlock } from './yaml-block.js';

/*
 * Keys that people write and that do not exist where they stand: keys of another block, from a line that begins too far in or out, and
 * other words for a key that there is.
 */

const refuse = (block: YamlBlock, keys: readonly string[], instead: string): void => {
  for (const key of keys) block.notHere(key, instead);
};

const below = (key: string): string => `it belongs to ${key}: write it below \`${key}:\`, two spaces further in`;
const INSTEAD_OF_NOTES = 'what is no rule is written as a comment, behind `# `';

const OF_A_STAGE = [
  'addressees',
  'answered-by',
  'clock',
  'copy-to',
  'notify-only',
  'sent-by',
  'needs',
  'judges',
  'escalation-judges',
  'escalated-by',
  'on-silence',
  'silence-is-not-accepted',
  'entry',
  'day-zero',
  'earlier-date',
  'on-redirect',
  'counts-as',
];
const NOTES = ['note', 'notes', 'comment', 'comments', 'description', 'author', 'owner', 'review-date', 'status'];

/** Of the whole file. */
export const keysNotOfTheFile = (file: YamlBlock): void => {
  refuse(file, ['name', 'council'], 'the name for people is title');
  refuse(
    file,
    ['from', 'version', 'date', 'start-date', 'valid-from', 'effective-from', 'in-force-from', 'adopted'],
    'the first day in force is said when the file is adopted, and versions are numbered then',
  );
  refuse(
    file,
    OF_A_STAGE,
    'it belongs to a stage: write it below the name of the stage, or for all of them below `every-stage:`',
  );
  refuse(file, NOTES, INSTEAD_OF_NOTES);
};

const OF_THE_FILE = [
  'stages',
  'ladders',
  'levels',
  'words',
  'posts',
  'raisers',
  'populations',
  'themes',
  'total-cap',
  'extensions',
  'pauses',
  'receipt-clock',
  'before-raising',
  'recommendations',
  'challenge-from-stage',
  'cafcass',
];

/** Of a stage, formal or informal. */
export const keysNotOfAStage = (stage: YamlBlock): void => {
  refuse(stage, ['from', 'raiser-chooses', 'after-send-back', 'amount', 'unit'], below('clock'));
  refuse(stage, ['by', 'rule'], below('entry'));
  refuse(stage, ['timescale', 'deadline', 'time', 'days', 'due', 'response-time'], 'the time for an answer is clock');
  refuse(stage, ['to', 'who', 'recipients', 'recipient', 'responder', 'sent-to'], 'those who answer are addressees');
  refuse(stage, ['cc', 'copied-to'], 'those who get a copy are copy-to');
  refuse(stage, NOTES, INSTEAD_OF_NOTES);
  refuse(
    stage,
    OF_THE_FILE,
    'it belongs to no stage: begin its line further out, as far as that of `stages:` or `informal:`',
  );
};

/** Of a ladder besides the main one. */
export const keysNotOfALadder = (ladder: YamlBlock): void => {
  refuse(ladder, ['populations', 'raisers', 'themes', 'levels', 'about'], below('for'));
  refuse(
    ladder,
    OF_A_STAGE,
    'it belongs to a stage: write it below the name of the stage, or for all of them below `every-stage:`',
  );
  refuse(ladder, NOTES, INSTEAD_OF_NOTES);
};
