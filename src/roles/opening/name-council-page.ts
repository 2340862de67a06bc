import { OpensNothing } from '../../access/view-log/opens.js';
import { type Form, line } from '../../web/forms/form.js';
import { formPageOf } from '../../web/forms/form-page.js';
import { CouncilCalled } from '../council-called.js';
import { CouncilRoute } from './council.route.js';
import { NameCouncilDto } from './opening.dto.js';

const nameForm: Form = {
  title: 'Name the council',
  fields: [
    line('name', 'Name of the council', {
      hint: 'For example, Worcestershire County Council',
      missing: 'Enter the name of the council',
    }),
  ],
  follows: ['It stands at the top of every page. It can be changed later.'],
  button: 'Record the name',
  done: 'The name is on record.',
};

/** A step of the set-up, and a setting afterwards. */
export const nameCouncilPage = formPageOf({
  path: 'council/name',
  permits: 'council.name',
  opens: OpensNothing('The name of the council.'),
  begins: async ({ get }) => ({ name: await get(CouncilCalled).now() }),
  carrying: (asked) => ({
    pages: [nameForm],
    body: NameCouncilDto,
    around: async () => ({ choices: {}, back: '/council' }),
    carryOut: (body, sent) => asked.get(CouncilRoute).name(body as NameCouncilDto, sent),
    follows: async () => [],
    leadsTo: () => '/council',
  }),
});
