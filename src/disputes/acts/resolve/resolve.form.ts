import { oneOf, paragraphs, someOf } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';
import { outcomesThatFit } from './outcomes-that-fit.js';

export const resolveForm = actForm({
  group: 'now',
  link: 'Resolve',
  title: 'Resolve this {dispute}',
  fields: [
    oneOf('outcome', 'How was it resolved?', 'resolutions', { missing: 'Select how it was resolved' }),
    someOf('impact', 'What changed for the child?', 'impacts', {
      missing: 'Select what changed, or that nothing has changed yet',
    }),
    paragraphs('impactNote', 'In your own words', {
      isOptional: true,
      rows: 3,
      hint: 'What is different for the child now.',
    }),
  ],
  begins: (dispute) => {
    const [outcome, ...others] = outcomesThatFit(dispute);
    return others.length === 0 ? { outcome: outcome! } : {};
  },
  follows: ['Nobody is asked to answer or to decide any more. It can be reopened.'],
  button: 'Resolve',
  done: 'Resolved.',
  showsRecord: true,
});
