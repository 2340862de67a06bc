import { ApiSchema } from '@nestjs/swagger';
import { Named } from '../../access/named/field.js';
import { Name, Pattern } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import type { GoesBy } from '../../access/goes-by.js';

const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,190}$/;
const AN_EMAIL = 'must be an e-mail address, or be left out';

@ApiSchema({ name: 'RegisterPerson' })
export class RegisterPersonDto {
  @Named('new-person', { optional: true, description: 'Made up unless told.' })
  personId?: string | null;

  @Name()
  name: string;

  @Pattern(EMAIL, AN_EMAIL, { optional: true })
  email?: string | null;
}

@ApiSchema({ name: 'CompletePerson' })
export class CompletePersonDto {
  @Name()
  name: string;

  @Pattern(EMAIL, AN_EMAIL, { optional: true })
  email?: string | null;
}

export class PeopleQuery extends PageQuery {
  @Name({ optional: true, description: 'Part of a name.' })
  name?: string;
}

@ApiSchema({ name: 'Person' })
export class PersonDto {
  personId: string;
  name: string;
  email: string | null;
  /** Known only from a register's row; to be completed. */
  fromRegister: boolean;
}

@ApiSchema({ name: 'PeoplePage' })
export class PeoplePageDto {
  items: PersonDto[];
  next: string | null;
}

export const PEOPLE_GO_BY = { name: 'name' } satisfies GoesBy<PeopleQuery, PersonDto>;
