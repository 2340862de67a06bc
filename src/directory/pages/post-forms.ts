import { day, type Form, line, select } from '../../web/forms/form.js';

export const registerPostForm: Form = {
  title: 'Add a post',
  fields: [
    select('kind', 'Kind of post', 'kinds', { missing: 'Select the kind of post' }),
    line('title', 'Title', { hint: 'As the council calls it', missing: 'Enter the title of the post' }),
    select('team', 'Team for which it answers', 'teams', { isOptional: true, isAskedIfAny: true }),
    select('service', 'Service for which it answers', 'services', { isOptional: true, isAskedIfAny: true }),
  ],
  follows: [
    'Nobody holds it yet. Social workers and managers answer for nothing by a post that names neither a team nor a service; other posts answer for the whole council.',
  ],
  button: 'Add the post',
  done: 'Post added.',
};

export const takePostForm: Form = {
  title: 'Somebody takes this post',
  fields: [
    line('person', 'Who takes it?', {
      hint: 'Their name, as the directory has it',
      missing: 'Enter who takes it',
    }),
    day('from', 'From', { hint: 'Leave it empty for today', isOptional: true }),
  ],
  button: 'Give them the post',
  done: 'Post taken.',
};

export const leavePostForm: Form = {
  title: 'Somebody leaves this post',
  fields: [
    line('person', 'Who leaves it?', {
      hint: 'Their name, as the directory has it',
      missing: 'Enter who leaves it',
    }),
    day('on', 'Their last day', { hint: 'For example, 31 3 2026', missing: 'Enter their last day' }),
  ],
  follows: ['After that day they read nothing by this post. What they hold is handed over by an IRO manager.'],
  button: 'Record that they leave',
  done: 'Recorded.',
};
