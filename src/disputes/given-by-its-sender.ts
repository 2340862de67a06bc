import type { AnswerGiven } from './events.js';

/** The person who sent the answer gave it: it was not entered for somebody outside, no meeting gave it, and no register brought it. */
export const isGivenByItsSender = ({
  meeting,
  enteredFor,
  inRegister,
}: Pick<AnswerGiven, 'meeting' | 'enteredFor' | 'inRegister'>): boolean =>
  meeting === undefined && enteredFor === undefined && inRegister === undefined;
