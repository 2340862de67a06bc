import type { Type } from '@nestjs/common';
import { Named } from '../../access/named/field.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { formPageOf } from '../../web/forms/form-page.js';
import { type Form, line } from '../../web/forms/form.js';
import { CompletePersonDto, RegisterPersonDto } from '../people/people.dto.js';
import { PeopleRoute } from '../people/people.route.js';

const OPENS = OpensNothing('People of the council.');
const BACK = '/directory?show=people';

/** A page names whose details change in its form, so that no person stands in its address. */
class CompletePersonOfDto extends CompletePersonDto {
  @Named('person-of-any-time')
  person: string;
}

const EMAIL = line('email', 'E-mail', { hint: 'Where they are told of what needs them', isOptional: true });

const registerForm: Form = {
  title: 'Add a person',
  fields: [line('name', 'Name', { missing: 'Enter the name' }), EMAIL],
  follows: ['They read nothing until they are given a post.'],
  button: 'Add the person',
  done: 'Person added.',
};

const completeForm: Form = {
  title: 'Complete a person',
  fields: [
    line('person', 'Who?', { hint: 'Their name, as the directory has it now', missing: 'Enter who' }),
    line('name', 'Name, as it should be', { missing: 'Enter the name' }),
    EMAIL,
  ],
  follows: ['A name that they bore before still finds them.'],
  button: 'Save the details',
  done: 'Details saved.',
};

const registerPage = formPageOf({
  path: 'people/new',
  permits: 'directory.write',
  opens: OPENS,
  carrying: ({ get }) => ({
    pages: [registerForm],
    body: RegisterPersonDto,
    around: async () => ({ choices: {}, back: BACK }),
    carryOut: (body, sent) => get(PeopleRoute).register(body as RegisterPersonDto, sent),
    follows: async () => [],
    leadsTo: () => BACK,
  }),
});

const completePage = formPageOf({
  path: 'people/complete',
  permits: 'directory.write',
  opens: OPENS,
  carrying: ({ get }) => ({
    pages: [completeForm],
    body: CompletePersonOfDto,
    around: async () => ({ choices: {}, back: BACK }),
    carryOut: (body, sent) => {
      const { person, name, email } = body as CompletePersonOfDto;
      return get(PeopleRoute).complete(person, { name, email }, sent);
    },
    follows: async () => [],
    leadsTo: () => BACK,
  }),
});

/** The pages of the acts on people. */
export const peoplePages: readonly Type[] = [registerPage, completePage];
