import { day, type Form, line, list, someOf } from '../../web/forms/form.js';

const A_DAY = 'For example, 1 4 2026';

export const registerTeamForm: Form = {
  title: 'Add a team',
  fields: [
    line('name', 'Name', { missing: 'Enter the name of the team' }),
    line('code', 'Short code', { hint: 'For example, TC1', missing: 'Enter a short code' }),
    list('alsoWrittenAs', 'Also written as', {
      hint: 'Other spellings that registers use, with commas between them',
      isOptional: true,
    }),
    line('service', 'Service', { isOptional: true }),
    day('from', 'From', { hint: 'Leave it empty where the team was always there', isOptional: true }),
    someOf('succeeds', 'Teams it takes over from', 'teams', {
      hint: 'Several where teams are merged. End each of them too, on the day before.',
      isOptional: true,
      isAskedIfAny: true,
    }),
  ],
  button: 'Add the team',
  done: 'Team added.',
};

export const renameTeamForm: Form = {
  title: 'Rename the team',
  fields: [
    line('name', 'New name', { missing: 'Enter the new name' }),
    day('from', 'From', { hint: A_DAY, missing: 'Enter the first day of the new name' }),
  ],
  follows: ['Until that day it is called as before. It stays the same team.'],
  button: 'Rename the team',
  done: 'Team renamed.',
};

export const addSpellingsForm: Form = {
  title: 'Add spellings of the team',
  fields: [
    list('alsoWrittenAs', 'Also written as', {
      hint: 'As registers write it, with commas between them',
      missing: 'Enter a spelling',
    }),
  ],
  follows: ['Registers that are read in from now on are understood with these spellings too.'],
  button: 'Add the spellings',
  done: 'Spellings added.',
  isSentAtOnce: true,
};

export const moveTeamForm: Form = {
  title: 'Move the team to another service',
  fields: [
    line('service', 'Service', { hint: 'Leave it empty for none', isOptional: true }),
    day('from', 'From', { hint: 'Leave it empty where it always belonged there', isOptional: true }),
  ],
  follows: ['The managers of that service read its cases. Once the council is open, a second person agrees first.'],
  button: 'Move the team',
  done: 'Team moved.',
};

export const endTeamForm: Form = {
  title: 'End the team',
  fields: [
    day('on', 'Its last day', { hint: A_DAY, missing: 'Enter its last day' }),
    someOf('succeededBy', 'Teams that take over', 'other-teams', {
      hint: 'Several where it is split',
      isOptional: true,
      isAskedIfAny: true,
    }),
  ],
  follows: ['Whoever takes over reads its cases. Once the council is open, a second person agrees first.'],
  button: 'End the team',
  done: 'Team ended.',
};
