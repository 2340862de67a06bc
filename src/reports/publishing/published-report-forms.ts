import { day, type Form, line, number, oneOf, paragraphs, select, someOf } from '../../web/forms/form.js';
import { SECTIONS } from './events.js';
import { AUDIENCE_IN_WORDS, KIND_IN_WORDS, PROGRESS_IN_WORDS, RECORDS_IN_WORDS } from './in-words.js';
import { SECTION_TITLES } from './paper.js';

const SECTION_CHOICES = Object.fromEntries(SECTIONS.map((each) => [each, SECTION_TITLES[each]]));

export const draftReportForm: Form = {
  title: 'Begin a report',
  fields: [
    oneOf('kind', 'What kind of report?', KIND_IN_WORDS),
    day('from', 'First day that it reports on'),
    day('to', 'Last day'),
    select('team', 'Which team?', 'teams', { isOptional: true, neededIf: 'if it is a team’s half-year' }),
    oneOf('audience', 'Who reads it?', AUDIENCE_IN_WORDS, {
      hint: 'Numbers below 10 are hidden from the public and from a board that meets in public, below 5 where its paper is exempt.',
    }),
  ],
  follows: ['Nothing leaves the council: its figures are taken, it is written, checked and approved first.'],
  button: 'Begin it',
  done: 'Begun. Take its figures, and write what it says.',
  isSentAtOnce: true,
};

export const takeFiguresForm: Form = {
  title: 'Take the figures',
  fields: [
    day('asAt', 'As the records stood at the end of', {
      isOptional: true,
      hint: 'As they are now, where you leave it empty. It comes after the last day of the report.',
    }),
    someOf('tables', 'Which tables are printed?', 'tables', {
      isOptional: true,
      isAskedIfAny: true,
      hint: 'Those that are ticked were proposed. Where more than 3 of 10 figures would be hidden a table is of no use, unless numbers are rounded.',
    }),
    oneOf(
      'method',
      'How are small numbers kept?',
      { hidden: 'Hidden, with as many others as it takes', rounded: 'Every number is rounded to the nearest 5' },
      {
        isOptional: true,
        hint: 'As in the reports that its readers have, where you leave it empty: one way in a series.',
      },
    ),
    someOf('totalsAnyway', 'Of which records is the total printed although it is small?', RECORDS_IN_WORDS, {
      isOptional: true,
      isFolded: true,
      hint: 'For the IRO manager to say. It is printed without a table.',
    }),
  ],
  follows: ['Small numbers are kept so that none can be worked out. A check that was made is to be made again.'],
  button: 'Take them',
  done: 'Taken. Read them as they will print.',
  isSentAtOnce: true,
};

export const writeSectionForm: Form = {
  title: 'Write a section',
  fields: [
    select('section', 'Which section?', SECTION_CHOICES),
    paragraphs('text', 'What does it say?', {
      rows: 12,
      hint: 'No child, and nothing that would tell one: every number that you type is read again by whoever checks it. Leave an empty line between paragraphs.',
      missing: 'Enter what the section says',
    }),
  ],
  follows: ['It takes the place of what stood there. A check that was made is to be made again.'],
  button: 'Keep it',
  done: 'Written.',
  isSentAtOnce: true,
};

export const enterFigureForm: Form = {
  title: 'Enter a figure',
  before: ['For what the records here do not hold: caseloads, reviews on time, audits, resources.'],
  fields: [
    select('section', 'In which section does it stand?', SECTION_CHOICES),
    line('label', 'What is it called?', { hint: 'Entered again, it takes the place of what stood there.' }),
    number('value', 'The number', { hint: 'A whole number. A small one is hidden, and is kept nowhere.' }),
    select('partOf', 'Of which figure is it a part?', 'entered', {
      isOptional: true,
      isAskedIfAny: true,
      hint: 'Where a part is small, other parts are hidden with it: the whole would tell it.',
    }),
    line('definition', 'What does it count?'),
    line('source', 'Where does it come from?'),
    day('asAt', 'As of which day?'),
  ],
  follows: ['A check that was made is to be made again.'],
  button: 'Enter it',
  done: 'Entered.',
  isSentAtOnce: true,
};

export const writeStoryForm: Form = {
  title: 'Write a story',
  before: [
    'Nobody in it can be recognised: no name, no age with a place, nothing that only one child has lived through.',
  ],
  fields: [
    select('story', 'Which story is written anew?', 'written', {
      isOptional: true,
      isAskedIfAny: true,
      hint: 'It takes the place of what stood there, and is signed off again. Leave it empty for another story.',
    }),
    oneOf('kind', 'What is it about?', {
      case: 'A case, and what changed for the child',
      'good-practice': 'Good practice',
      learnt: 'What was learnt, and done',
    }),
    line('title', 'What is it called?'),
    paragraphs('text', 'The story', { rows: 8, missing: 'Enter the story' }),
    select('signer', 'Who signs it off?', 'signers', {
      hint: 'Another person than you: one of those who read reports here.',
    }),
  ],
  follows: ['The report is not checked before it is signed off.'],
  button: 'Keep it',
  done: 'Written. It waits for the person who signs it off.',
  isSentAtOnce: true,
};

export const enterActionForm: Form = {
  title: 'Enter an action of last year',
  before: ['What an earlier report announced, and what became of it. It prints as a table.'],
  fields: [
    select('action', 'Which action is entered anew?', 'entered', {
      isOptional: true,
      isAskedIfAny: true,
      hint: 'It takes the place of what stood there. Leave it empty for another action.',
    }),
    paragraphs('what', 'What was to be done?', { rows: 2, missing: 'Enter what was to be done' }),
    line('holder', 'Which post or team holds it?', { hint: 'No child.' }),
    oneOf('progress', 'How far is it?', PROGRESS_IN_WORDS),
    paragraphs('sentence', 'What was done, or why was nothing done?', {
      rows: 2,
      hint: 'A sentence or two, in which no child can be recognised.',
      missing: 'Enter what was done, or why nothing was',
    }),
    day('asAt', 'As of which day?'),
  ],
  follows: ['A check that was made is to be made again.'],
  button: 'Enter it',
  done: 'Entered.',
  isSentAtOnce: true,
};

export const takeOutForm: Form = {
  title: 'Take something out',
  before: ['For what was entered or written by mistake. What is only wrong in a word or a number is entered anew.'],
  fields: [select('what', 'What is taken out?', 'parts')],
  follows: ['The report says it no more. A check that was made is to be made again.'],
  button: 'Take it out',
  done: 'Taken out.',
  isSentAtOnce: true,
};

export const signOffStoryForm: Form = {
  title: 'Sign a story off',
  fields: [oneOf('story', 'Which story?', 'stories')],
  follows: ['You say that nobody in it can be recognised, and that it may be printed.'],
  button: 'Sign it off',
  done: 'Signed off.',
  isSentAtOnce: true,
};

export const commentOnReportForm: Form = {
  title: 'Comment on the report',
  fields: [
    paragraphs('text', 'What is not right, or what should a reader know?', { rows: 4, missing: 'Enter your comment' }),
  ],
  follows: ['It is kept with the report and is no part of it. Whoever writes the report decides what to change.'],
  button: 'Keep it',
  done: 'Kept with the report.',
  isSentAtOnce: true,
};

export const presentReportForm: Form = {
  title: 'Record before whom it came',
  fields: [day('on', 'On which day?'), line('board', 'Before which board?')],
  follows: [],
  button: 'Record it',
  done: 'Recorded.',
  isSentAtOnce: true,
};

export const checkReportForm: Form = {
  title: 'Check what could be worked out',
  fields: [],
  follows: [
    'You say that no number and no word in it tells anything about a child whom somebody could recognise. An IRO manager can approve it then.',
  ],
  button: 'Nothing can be worked out',
  done: 'Checked. An IRO manager can approve it now.',
  isSentAtOnce: true,
};

export const approveReportForm: Form = {
  title: 'Approve the report',
  fields: [],
  follows: ['It can be published then. Where anything is changed, it is to be checked and approved again.'],
  button: 'Approve',
  done: 'Approved. Say when and where it was published.',
  isSentAtOnce: true,
};

export const publishReportForm: Form = {
  title: 'Record that it was published',
  fields: [
    day('on', 'On which day?'),
    line('address', 'At which address does the public find it?', {
      isOptional: true,
      neededIf: 'it is for the public',
      hint: 'Of the council’s own site: this program shows nothing to the public.',
    }),
  ],
  follows: ['What this edition says never changes again. What is put right later becomes another edition.'],
  button: 'Record it',
  done: 'Published. What it says is kept as it is.',
};

export const correctReportForm: Form = {
  title: 'Begin a correction',
  fields: [
    paragraphs('reason', 'What was wrong, or was recorded since?', { rows: 3, missing: 'Enter what was wrong' }),
  ],
  follows: [
    'Another edition begins with the same words. The edition that was published stays as it is until you withdraw it.',
  ],
  button: 'Begin it',
  done: 'Begun. Take the figures of this edition.',
  isSentAtOnce: true,
};

export const giveUpDraftForm: Form = {
  title: 'Give up the draft',
  before: ['For a draft that was begun by mistake, or that nobody will publish.'],
  fields: [paragraphs('reason', 'Why?', { rows: 3, missing: 'Enter why it is given up' })],
  follows: ['Nobody works on it any more. What was published before stands as it did. Both stay readable here.'],
  button: 'Give it up',
  done: 'Given up.',
  isSentAtOnce: true,
};

export const withdrawReportForm: Form = {
  title: 'Withdraw the report',
  fields: [paragraphs('reason', 'Why?', { rows: 3, missing: 'Enter why it is withdrawn' })],
  follows: [
    'It reads “Withdrawn” from now on, and stays readable here. Take it from the council’s site yourself: this program cannot.',
  ],
  button: 'Withdraw it',
  done: 'Withdrawn.',
};
