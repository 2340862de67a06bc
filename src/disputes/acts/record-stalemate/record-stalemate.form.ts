import { paragraphs, someOf } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const recordStalemateForm = actForm({
  group: 'end',
  link: 'Record that there is no agreement',
  title: 'Record that there is no agreement',
  fields: [
    paragraphs('reason', 'What is not agreed?', { missing: 'Enter what is not agreed' }),
    someOf('impact', 'What changed for the child?', 'impacts', {
      missing: 'Select what changed, or that nothing has changed yet',
    }),
  ],
  follows: ['It ends without agreement. Cafcass and a new {dispute} stay open to the IRO.'],
  button: 'Record that there is no agreement',
  done: 'Recorded that there is no agreement.',
  showsRecord: true,
});
