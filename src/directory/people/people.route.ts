import { Body, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { Permits } from '../../access/permission.js';
import { Reads, Writes } from '../../platform/http/docs.js';
import { after, limitOf, pageOf, readCursor } from '../../platform/http/paging.js';
import { notFound } from '../../platform/http/problem.js';
import { IdPipe } from '../../platform/http/reference.js';
import { Sent, type SentWith } from '../../access/sent.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { derivedId } from '../../platform/ids.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { DIRECTORY } from '../../platform/tokens.js';
import { READ_MODELS } from '../../platform/store-tokens.js';
import type { Directory } from '../directory.js';
import { DirectoryRoute } from '../directory-route.js';
import { personDecider, personStream } from '../person.js';
import { Recorder } from '../record.js';
import { CompletePersonDto, PeoplePageDto, PeopleQuery, PersonDto, RegisterPersonDto } from './people.dto.js';

@DirectoryRoute('people')
export class PeopleRoute {
  constructor(
    private readonly recorder: Recorder,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  @Get()
  @Permits('directory.read')
  @Reads({ operationId: 'listPeople', summary: 'People by name' }, PeoplePageDto)
  list(@Query() query: PeopleQuery): PeoplePageDto {
    const from = after(
      { column: 'people.name', descending: false },
      'people.person',
      query.cursor ? readCursor(query.cursor) : undefined,
    );
    const limit = limitOf(query);
    const rows = this.readModels.all<{ person: string; name: string; email: string | null; from_register: number }>(
      `SELECT * FROM people WHERE ${from.where} AND (:part IS NULL OR instr(lower(people.name), lower(:part)) > 0)
        ORDER BY ${from.order} LIMIT :most`,
      { ...from.parameters, part: query.name ?? null, most: limit + 1 },
    );
    return pageOf(
      rows,
      limit,
      ({ name, person }) => ({ value: name, key: person }),
      ({ person, name, email, from_register }) => ({
        personId: person,
        name,
        email,
        fromRegister: from_register === 1,
      }),
    );
  }

  @Get(':id')
  @Permits('directory.read')
  @Reads({ operationId: 'readPerson', summary: 'One person' }, PersonDto)
  read(@Param('id', IdPipe) id: string): PersonDto {
    const person = this.directory.person(id);
    if (!person) throw notFound();
    return person;
  }

  @Post()
  @Permits('directory.write')
  @Writes({ operationId: 'registerPerson', summary: 'Register a person' }, { status: 201 })
  register(@Body() body: RegisterPersonDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    const personId = body.personId ?? derivedId('person', sent.commandId);
    const act = {
      type: 'register' as const,
      personId,
      name: body.name,
      email: body.email ?? null,
      fromRegister: false,
    };
    return this.recorder.begin({ ...this.of(personId), act, asSent: body }, sent);
  }

  @Post(':id/complete')
  @Permits('directory.write')
  @Writes({ operationId: 'completePerson', summary: 'Complete or mend what is known of a person' })
  complete(
    @Param('id', IdPipe) id: string,
    @Body() { name, email }: CompletePersonDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.recorder.change({ ...this.of(id), act: { type: 'complete', name, email: email ?? null } }, sent);
  }

  private of(id: string) {
    return { id, stream: personStream(id), decider: personDecider, permission: 'directory.write' as const };
  }
}
