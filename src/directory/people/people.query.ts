import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { after, limitOf, pageOf, readCursor } from '../../platform/http/paging.js';
import { notFound } from '../../platform/http/problem.js';
import { Readings } from '../../reading/readings.js';
import type { Person } from '../directory.js';
import type { PeoplePageDto, PeopleQuery } from './people.dto.js';

/** People by name, a page at a time. A person who may read the directory sees all of them. */
export class ListPeople extends Query<PeoplePageDto> {
  constructor(readonly query: PeopleQuery) {
    super();
  }
}

interface Row {
  person: string;
  name: string;
  email: string | null;
  from_register: number;
}

@QueryHandler(ListPeople)
export class ListPeopleHandler implements IQueryHandler<ListPeople> {
  constructor(private readonly readings: Readings) {}

  async execute({ query }: ListPeople): Promise<PeoplePageDto> {
    const sorting = { column: 'people.name', descending: false };
    const from = after(sorting, 'people.person', query.cursor ? readCursor(query.cursor) : undefined);
    const limit = limitOf(query);
    const rows = this.readings.withoutRules().readModels.all<Row>(
      `SELECT * FROM people WHERE ${from.where} AND (:part IS NULL OR instr(lower(people.name), lower(:part)) > 0)
        ORDER BY ${from.order} LIMIT :most`,
      { ...from.parameters, part: query.name ?? null, most: limit + 1 },
    );
    return pageOf(rows, limit, ({ name, person }) => ({ value: name, key: person }), listed);
  }
}

const listed = ({ person, name, email, from_register }: Row): Person => ({
  personId: person,
  name,
  email,
  fromRegister: from_register === 1,
});

/**
 * One person.
 * @throws Problem `not-found`
 */
export class ReadPerson extends Query<Person> {
  constructor(readonly person: string) {
    super();
  }
}

@QueryHandler(ReadPerson)
export class ReadPersonHandler implements IQueryHandler<ReadPerson> {
  constructor(private readonly readings: Readings) {}

  async execute({ person }: ReadPerson): Promise<Person> {
    const found = this.readings.withoutRules().directory.person(person);
    if (!found) throw notFound();
    return found;
  }
}
