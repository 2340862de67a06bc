import {
  day,
  type Form,
  line,
  list,
  number,
  oneOf,
  paragraphs,
  rows,
  select,
  someOf,
  time,
} from '../../../web/forms/form.js';
import { KIND_IN_WORDS } from '../../in-words.js';

const A_DAY = 'For example, 27 3 2026';
const A_TIME = { hint: 'For example, 2pm or 14:00', missing: 'Enter when it begins' } as const;
const POSTS = {
  hint: 'Whoever holds one on the day sits in it, for the cases of the teams for which the post answers.',
  missing: 'Select the posts that sit in it',
} as const;
const PEOPLE = {
  hint: 'Names between commas. They read every case on the agenda until it is dealt with.',
  isOptional: true,
} as const;
export const NO_CASE_CHOSEN = 'Choose a case from a list, or enter its reference';
const WHICH_ITEM = { missing: 'Select the item' } as const;
const WHICH_ACTION = { missing: 'Select the action' } as const;

/** The questions about a meeting, and about each meeting of a series. */
export const whenAndWho = [
  oneOf('kind', 'What kind of meeting is it?', KIND_IN_WORDS, { missing: 'Select what kind of meeting it is' }),
  line('name', 'What is it called?', { missing: 'Enter what it is called' }),
] as const;
export const startsAt = time('startsAt', 'When does it begin?', A_TIME);
export const place = line('place', 'Where?', { isOptional: true });
export const whoSits = [
  someOf('posts', 'Which posts sit in it?', 'posts', POSTS),
  list('people', 'Who sits in it besides?', PEOPLE),
] as const;

export const arrangeForm: Form = {
  title: 'Arrange a single meeting',
  before: ['A meeting that comes round each month is a series: it arranges its meetings by itself.'],
  fields: [
    ...whenAndWho,
    day('heldOn', 'On which day?', { hint: A_DAY, missing: 'Enter the day' }),
    startsAt,
    place,
    ...whoSits,
  ],
  follows: ['Those who sit in it are told. Its agenda is put together on its page.'],
  button: 'Arrange the meeting',
  done: 'Meeting arranged.',
  isSentAtOnce: true,
};

const moveForm: Form = {
  title: 'Hold the meeting on another day',
  fields: [
    day('heldOn', 'The new day', { hint: A_DAY, missing: 'Enter the new day' }),
    time('startsAt', 'When does it begin?', { ...A_TIME, isOptional: true }),
    paragraphs('reason', 'Why does it move?', { missing: 'Enter why it moves', rows: 3 }),
  ],
  follows: [
    'Those who sit in it are told, and each case on its agenda takes the new day.',
    'The first day stays on record.',
  ],
  button: 'Move the meeting',
  done: 'Meeting moved.',
  isSentAtOnce: true,
};

const changeSeatsForm: Form = {
  title: 'Change who sits in the meeting',
  before: ['Everybody who sits in it from now on: whoever is left out has no seat any more.'],
  fields: [
    ...whoSits,
    paragraphs('reason', 'Why do others sit in it?', { missing: 'Enter why others sit in it', rows: 3 }),
  ],
  follows: ['Those who get a seat are told, and so are those who lose one. Of a series this changes this one meeting.'],
  button: 'Change the seats',
  done: 'Seats changed.',
  isSentAtOnce: true,
};

const cancelForm: Form = {
  title: 'Call the meeting off',
  fields: [paragraphs('reason', 'Why is it called off?', { missing: 'Enter why it is called off', rows: 3 })],
  follows: ['Those who sit in it are told.'],
  button: 'Call it off',
  done: 'Meeting called off.',
  isSentAtOnce: true,
};

const prepareForm: Form = {
  title: 'Put what is proposed on the agenda',
  fields: [],
  follows: [
    'Each is put on with the reason for which it was proposed. What does not belong there can be taken off again.',
  ],
  button: 'Put all of it on the agenda',
  done: 'What was proposed stands on the agenda.',
  isSentAtOnce: true,
};

const addCasesForm: Form = {
  title: 'Put cases on the agenda',
  fields: [
    someOf('proposed', 'What the agenda proposes', 'proposed', { isOptional: true, isAskedIfAny: true }),
    rows('others', 'Other cases that are open', {
      each: 'Case',
      isOptional: true,
      isAskedIfAny: 'pick-list',
      fields: [select('dispute', 'Case', 'pick-list', { isOptional: true })],
    }),
    line('byReference', 'A case that is not in these lists, by its reference', {
      hint: 'For example DRP-7K4M-2QXH',
      missing: NO_CASE_CHOSEN,
      isOptional: true,
    }),
    paragraphs('note', 'Why should the meeting look at it?', { isOptional: true, rows: 3 }),
  ],
  follows: ['Whoever sits in the meeting for its team reads the case until it is dealt with. Its people are told.'],
  button: 'Put on the agenda',
  done: 'Put on the agenda.',
  isSentAtOnce: true,
};

const addThemeForm: Form = {
  title: 'Put a theme with no child on the agenda',
  fields: [
    select('theme', 'Theme', 'themes', { missing: 'Select the theme' }),
    line('title', 'What is it, in one line?', {
      hint: 'Without a child’s name, initials or number.',
      missing: 'Enter what it is',
    }),
    paragraphs('note', 'What should the meeting know of it?', { isOptional: true, rows: 3 }),
  ],
  follows: ['Those who sit in the meeting are told.'],
  button: 'Put on the agenda',
  done: 'Put on the agenda.',
  isSentAtOnce: true,
};

const placeItemForm: Form = {
  title: 'Take an item up earlier or later',
  fields: [
    select('itemId', 'Item', 'items-in-order', WHICH_ITEM),
    number('place', 'At which place?', { hint: '1 for the first of the agenda', missing: 'Enter the place' }),
  ],
  follows: ['The numbers of the items stay as they are.'],
  button: 'Put it there',
  done: 'The agenda has its new order.',
  isSentAtOnce: true,
};

const takeOffItemForm: Form = {
  title: 'Take an item off the agenda',
  fields: [
    select('itemId', 'Item', 'items-to-take-off', WHICH_ITEM),
    paragraphs('reason', 'Why does it come off?', { missing: 'Enter why it comes off', rows: 3 }),
  ],
  follows: ['It stays in the record of the meeting, with your reason, and is not proposed for this meeting again.'],
  button: 'Take it off',
  done: 'Taken off the agenda.',
  isSentAtOnce: true,
};

const beginForm: Form = {
  title: 'Begin the meeting',
  fields: [
    someOf('there', 'Who is there?', 'seats', {
      hint: 'They may read what the meeting decides.',
      isAskedIfAny: true,
      isOptional: true,
    }),
    rows('others', 'Who came besides, or in the place of somebody?', {
      each: 'Person',
      isOptional: true,
      fields: [
        select('post', 'Post', 'posts-that-come', { missing: 'Select the post' }),
        line('person', 'Name', { missing: 'Enter the name' }),
      ],
    }),
    someOf('apologies', 'Who sent apologies?', 'seated-posts', { isOptional: true, isAskedIfAny: true }),
  ],
  follows: ['From then on each item is decided, and the meeting is closed at its end.'],
  button: 'Begin the meeting',
  done: 'The meeting has begun.',
  isSentAtOnce: true,
};

const correctAttendanceForm: Form = {
  title: 'Correct who was there',
  before: ['Everybody who was there: whoever is left out was not.'],
  fields: [...beginForm.fields, paragraphs('reason', 'What was wrong?', { missing: 'Enter what was wrong', rows: 3 })],
  follows: [
    'Those who were there read what the meeting decided, and nobody else by it. The first entry stays on record.',
  ],
  button: 'Correct it',
  done: 'Corrected.',
  isSentAtOnce: true,
};

/** The fields that the note-taker fills in for one item. The IRO's own view stands beside it, from the record of the case. */
export const notesForm: Form = {
  title: 'Notes of the meeting',
  fields: [
    paragraphs('discussion', 'What was discussed?', {
      missing: 'Enter what was discussed',
      hint: 'With the decision itself, in words: it stands in the case as its answer.',
      rows: 6,
    }),
    oneOf('decision', 'What was decided?', 'decisions', { missing: 'Select what was decided' }),
    rows('actions', 'Actions', {
      each: 'Action',
      isOptional: true,
      hint: 'Needed where more action is to come first.',
      missing: 'Say what is to be done first, by whom and by when',
      fields: [
        line('what', 'What', { missing: 'Enter what is to be done' }),
        line('who', 'Who', { hint: 'A name, as the directory has it', missing: 'Enter who does it' }),
        day('by', 'By', { missing: 'Enter by when' }),
      ],
    }),
    oneOf('goesOnTo', 'Where does a decision go on to that the IRO does not accept?', 'goes-on-to', {
      isOptional: true,
      neededIf: 'if that is what was decided',
      missing: 'Select where it goes on to',
      isAskedIfAny: 'may-go-on',
    }),
    day('nextLookOn', 'When does a meeting look at it again?', {
      hint: `${A_DAY}. A single meeting that defers an item says it.`,
      missing: 'This is a single meeting, so there is no next one: say when a meeting looks at it again',
      isOptional: true,
    }),
  ],
  follows: ['It is written into the case as the meeting decided it. A mistake can be taken back.'],
  button: 'Record the decision',
  done: 'Decision recorded.',
  isSentAtOnce: true,
};

const takeBackDecisionForm: Form = {
  title: 'Take a decision back',
  before: ['For what was written down by mistake: the meeting did not decide it so.'],
  fields: [
    select('itemId', 'Item', 'items-decided', WHICH_ITEM),
    paragraphs('reason', 'What was wrong?', { missing: 'Enter what was wrong', rows: 3 }),
  ],
  follows: [
    'The item is to be decided again. The case is then as if the meeting had not decided. Both stay on record.',
  ],
  button: 'Take it back',
  done: 'Taken back. The item is to be decided again.',
  isSentAtOnce: true,
};

const takeBackBeginForm: Form = {
  title: 'Take back that the meeting has begun',
  before: ['For a meeting that was begun by mistake: it was another, or it is held on another day.'],
  fields: [paragraphs('reason', 'What was wrong?', { missing: 'Enter what was wrong', rows: 3 })],
  follows: [
    'It can be moved, called off, or begun again. Whoever was written down as present reads it no more for that.',
  ],
  button: 'Take it back',
  done: 'Taken back. The meeting has not begun.',
  isSentAtOnce: true,
};

const closeForm: Form = {
  title: 'Close the meeting',
  fields: [],
  button: 'Close the meeting',
  done: 'Meeting closed.',
  isSentAtOnce: true,
};

const markActionDoneForm: Form = {
  title: 'Mark an action as done',
  before: ['For actions over themes. An action over a case is marked as done in the case.'],
  fields: [
    select('actionId', 'Action', 'actions-to-do', WHICH_ACTION),
    paragraphs('evidence', 'What shows that it was done?', { missing: 'Enter what shows that it was done', rows: 3 }),
    day('doneOn', 'When was it done?', { hint: A_DAY, missing: 'Enter when it was done' }),
  ],
  follows: ['Those who sit in the meeting are told.'],
  button: 'Mark it as done',
  done: 'Marked as done.',
  isSentAtOnce: true,
};

const takeBackActionDoneForm: Form = {
  title: 'Take back that an action was done',
  fields: [
    select('actionId', 'Action', 'actions-done', WHICH_ACTION),
    paragraphs('reason', 'What was wrong?', { missing: 'Enter what was wrong', rows: 3 }),
  ],
  follows: ['It is among the actions outstanding again.'],
  button: 'Take it back',
  done: 'The action is outstanding again.',
  isSentAtOnce: true,
};

/** An act on a meeting that is there, by a form of its own. */
export interface MeetingActForm extends Form {
  readonly link: string;
  /** Others may have changed what its sender looked at: it is then drawn again, and nothing is done unseen. */
  readonly looksAtTheWhole?: boolean;
}

/** By the last part of the address of its page, in the order in which a meeting's page offers them. */
export const MEETING_ACT_FORMS = {
  begin: { ...beginForm, link: 'Begin the meeting', looksAtTheWhole: true },
  'correct-attendance': { ...correctAttendanceForm, link: 'Correct who was there', looksAtTheWhole: true },
  'take-back-begin': { ...takeBackBeginForm, link: 'Take back that it has begun' },
  close: { ...closeForm, link: 'Close the meeting', looksAtTheWhole: true },
  prepare: { ...prepareForm, link: 'Put what is proposed on the agenda' },
  'add-items': { ...addCasesForm, link: 'Put cases on the agenda' },
  'add-theme': { ...addThemeForm, link: 'Put a theme on the agenda' },
  'place-item': { ...placeItemForm, link: 'Change the order' },
  'take-off-item': { ...takeOffItemForm, link: 'Take an item off' },
  'take-back-decision': { ...takeBackDecisionForm, link: 'Take a decision back' },
  'mark-action-done': { ...markActionDoneForm, link: 'Mark an action as done' },
  'take-back-action-done': { ...takeBackActionDoneForm, link: 'Take back that an action was done' },
  move: { ...moveForm, link: 'Hold it on another day', looksAtTheWhole: true },
  'change-seats': { ...changeSeatsForm, link: 'Change who sits in it', looksAtTheWhole: true },
  cancel: { ...cancelForm, link: 'Call it off', looksAtTheWhole: true },
} as const satisfies Readonly<Record<string, MeetingActForm>>;

export type MeetingPageAct = keyof typeof MEETING_ACT_FORMS;
