import { type Form, line, number, oneOf, paragraphs } from '../../web/forms/form.js';

export const makeTokenForm: Form = {
  title: 'Make a token',
  before: [
    'With a token a program asks for what its role may see, without anybody signing in. Whoever has the text of a token has what it opens, so it is shown once, and nothing but a trace of it is kept.',
  ],
  fields: [
    oneOf(
      'whose',
      'Whose is it?',
      { mine: 'My own: it opens what my posts open', program: 'A program’s' },
      { missing: 'Select whose it is' },
    ),
    line('program', 'What is the program called?', {
      hint: 'Small letters, digits and hyphens, for example case-system',
      isOptional: true,
    }),
    oneOf(
      'role',
      'In which role does the program ask?',
      {
        'performance-analyst': 'Performance analyst: figures, without a child',
        administrator: 'Administrator: the directory and the settings, no case',
      },
      { isOptional: true },
    ),
    number('days', 'For how many days?', { hint: '366 at most', missing: 'Enter for how many days' }),
  ],
  follows: [
    'The IRO managers are told of it, and so is the person whose it is.',
    'It ends by itself after these days, and at once when it is withdrawn.',
  ],
  button: 'Make the token',
  done: 'Token made.',
  isSentAtOnce: true,
};

export const withdrawTokenForm: Form = {
  title: 'Withdraw this token',
  fields: [paragraphs('reason', 'Why is it withdrawn?', { rows: 2, missing: 'Enter why it is withdrawn' })],
  follows: ['It opens nothing from the next request on. It cannot be given back: another is made.'],
  button: 'Withdraw the token',
  done: 'The token opens nothing any more.',
  isSentAtOnce: true,
};
