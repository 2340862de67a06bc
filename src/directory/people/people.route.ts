import { Body, Inject, Param, Post } from '@nestjs/common';
import { Permits } from '../../access/permission.js';
import { Writes } from '../../platform/http/docs.js';
import { IdPipe } from '../../platform/http/reference.js';
import { Sent, type SentWith } from '../../access/sent.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { derivedId } from '../../platform/ids.js';
import { malformed } from '../../platform/http/problem.js';
import { DIRECTORY } from '../../platform/tokens.js';
import type { Directory } from '../directory.js';
import { DirectoryRoute } from '../directory-route.js';
import { personDecider, personStream } from '../person.js';
import { Recorder } from '../record.js';
import { CompletePersonDto, RegisterPersonDto } from './people.dto.js';

@DirectoryRoute('people')
export class PeopleRoute {
  constructor(
    private readonly recorder: Recorder,
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  @Post()
  @Permits('directory.write')
  @Writes({ operationId: 'registerPerson', summary: 'Register a person' }, { status: 201 })
  register(@Body() body: RegisterPersonDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    const personId = body.personId ?? derivedId('person', sent.commandId);
    // An id goes before a name: it would get what is meant for the person who bears the name.
    if (this.directory.peopleNamed(personId).some((other) => other.personId !== personId))
      throw malformed('/personId', 'is the name of somebody else: leave it out, and one is made up');
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
    return this.recorder.change({ ...this.of(id), act: { type: 'complete', name, email } }, sent);
  }

  private of(id: string) {
    return { id, stream: personStream(id), decider: personDecider, permission: 'directory.write' as const };
  }
}
