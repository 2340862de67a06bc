import { day, type Form, line, oneOf, paragraphs, select } from '../../web/forms/form.js';
import type { LeavingCare } from '../events.js';

const A_DAY = 'For example, 27 3 2026';
const FROM = {
  hint: 'The first day on which it is so. Left empty it is today, or the beginning where nobody had the child before.',
  isOptional: true,
} as const;

export const LEAVING_IN_WORDS: Readonly<Record<LeavingCare, string>> = {
  'returned-home': 'Went home',
  adopted: 'Adopted',
  'special-guardianship': 'Special guardianship',
  'turned-18': 'Turned 18',
  other: 'Another reason',
};

export const registerForm: Form = {
  title: 'Register a child',
  before: ['The directory holds initials and the council’s own record number, never a name.'],
  fields: [
    line('childId', 'Record number', { missing: 'Enter the record number' }),
    line('initials', 'Initials', { isOptional: true }),
    day('bornOn', 'Date of birth', { isOptional: true, hint: A_DAY }),
    select('population', 'Status', 'populations', { missing: 'Select the status' }),
  ],
  follows: ['Allocate the child to a team and an IRO next: until then nobody is asked about them.'],
  button: 'Register the child',
  done: 'Registered. Allocate the child to a team and an IRO next.',
};

const completeForm: Form = {
  title: 'Status and details of a child',
  fields: [
    line('initials', 'Initials', { missing: 'Enter the initials' }),
    day('bornOn', 'Date of birth', { isOptional: true, hint: A_DAY }),
    select('population', 'Status', 'populations', { missing: 'Select the status' }),
  ],
  follows: ['What was raised before stays counted under the status of its day.'],
  button: 'Save the details',
  done: 'Details saved.',
};

const allocateForm: Form = {
  title: 'Allocate a child',
  before: ['Select what changes. The team or the IRO that you do not select stays as it is.'],
  fields: [
    select('team', 'Team', 'teams', { isOptional: true, missing: 'Select a team, an IRO, or both' }),
    select('iro', 'IRO or conference chair', 'iros', { isOptional: true }),
    day('from', 'From which day?', FROM),
  ],
  follows: [
    'From that day what is open about the child is with the new IRO, and is answered by those who answer for the new team. What was answered already stands.',
    'The IRO who had the child and the one who has the child next are told now.',
    'What was raised before stays counted under the team of its day.',
  ],
  button: 'Allocate the child',
  done: 'Allocated.',
};

const socialWorkerForm: Form = {
  title: 'Say who a child’s social worker is',
  fields: [
    line('socialWorker', 'Social worker', {
      ...{ isOptional: true, suggests: 'people-in-office' },
      hint: 'Leave it empty where the child has none.',
    }),
    day('from', 'From which day?', FROM),
  ],
  follows: [
    'They see what is open about the child, and are told of what is asked of them in it. Whoever was the child’s social worker before sees it no more, and hears that.',
  ],
  button: 'Save the social worker',
  done: 'Social worker saved.',
};

const leaveCareForm: Form = {
  title: 'Record that a child has left care',
  fields: [
    day('on', 'The last day in care', { hint: A_DAY, missing: 'Enter the last day in care' }),
    oneOf('because', 'Why?', LEAVING_IN_WORDS, { missing: 'Select why the child left care' }),
  ],
  follows: [
    'Nothing that is open ends by itself: its IRO is asked, for each, what becomes of it.',
    'Nothing is restricted by itself either: after an adoption, ask the IRO to restrict what is on record to those who still need it.',
  ],
  button: 'Record that the child left care',
  done: 'Recorded.',
};

const comeBackForm: Form = {
  title: 'Record that a child is in care again',
  fields: [day('on', 'The first day in care again', { hint: A_DAY, missing: 'Enter the first day in care again' })],
  follows: ['What was to be decided because the child had left is to be decided no more.'],
  button: 'Record that the child is in care again',
  done: 'Recorded.',
};

const recordDeathForm: Form = {
  title: 'Record that a child has died',
  before: [
    'Check the record number first. This closes the record of the child to everybody but the child’s IRO and the IRO managers.',
  ],
  fields: [day('on', 'The day on which the child died', { hint: A_DAY, missing: 'Enter the day' })],
  follows: [
    'Everything that is open about the child stands still: no date passes, and nobody is reminded or chased.',
    'The child’s IRO and the IRO managers are asked to read the record before they do anything. Everybody of whom something was asked hears that it is not asked any more, and not why.',
    'Only the IRO and the IRO managers read on, and they decide what becomes of each matter.',
  ],
  button: 'Record the death',
  done: 'Recorded. The IRO and the IRO managers decide what becomes of each matter.',
};

const takeBackDeathForm: Form = {
  title: 'Take back the record of a death',
  before: ['For a death that was recorded for the wrong child, or where the child lives.'],
  fields: [paragraphs('reason', 'Why is it taken back?', { missing: 'Enter why it is taken back', rows: 3 })],
  follows: ['What stood still because of it goes on, with new dates. That it was recorded stays on record.'],
  button: 'Take it back',
  done: 'Taken back.',
};

/** An act on the record of a child that is there. */
export interface ChildActForm {
  readonly link: string;
  readonly form: Form;
  /** Name of the method of the route. */
  readonly method:
    | 'complete'
    | 'allocate'
    | 'nameSocialWorker'
    | 'leaveCare'
    | 'comeBackIntoCare'
    | 'recordDeath'
    | 'takeBackDeath';
}

/** By the name of the act, in the order in which the page of a child offers them. */
export const CHILD_ACT_FORMS: Readonly<Record<string, ChildActForm>> = {
  complete: { link: 'Change status or details', form: completeForm, method: 'complete' },
  allocate: { link: 'Allocate', form: allocateForm, method: 'allocate' },
  'name-social-worker': { link: 'Say who the social worker is', form: socialWorkerForm, method: 'nameSocialWorker' },
  'leave-care': { link: 'Record that they left care', form: leaveCareForm, method: 'leaveCare' },
  'come-back-into-care': { link: 'Record that they are in care again', form: comeBackForm, method: 'comeBackIntoCare' },
  'record-death': { link: 'Record that they died', form: recordDeathForm, method: 'recordDeath' },
  'take-back-death': { link: 'Take back the record of their death', form: takeBackDeathForm, method: 'takeBackDeath' },
};
