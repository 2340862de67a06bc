import { Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { IdPipe } from '../../platform/http/reference.js';
import { DirectoryRoute } from '../directory-route.js';
import { PeoplePageDto, PeopleQuery, PersonDto } from './people.dto.js';
import { ListPeople, ReadPerson } from './people.query.js';

@DirectoryRoute('people')
export class PeopleApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('directory.read')
  @OpensNothing('People of the council.')
  @Reads({ operationId: 'listPeople', summary: 'People by name' }, PeoplePageDto)
  list(@Query() query: PeopleQuery): Promise<PeoplePageDto> {
    return this.queries.execute(new ListPeople(query));
  }

  @Get(':id')
  @Permits('directory.read')
  @OpensNothing('People of the council.')
  @Reads({ operationId: 'readPerson', summary: 'One person' }, PersonDto)
  read(@Param('id', IdPipe) id: string): Promise<PersonDto> {
    return this.queries.execute(new ReadPerson(id));
  }
}
