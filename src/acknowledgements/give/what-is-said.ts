import { Inject, Injectable } from '@nestjs/common';
import type { Permission } from '../../access/access-table.js';
import type { Asker } from '../../access/asker.js';
import type { Directory } from '../../directory/directory.js';
import { Subjects } from '../../disputes/subject.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import { malformed } from '../../platform/http/problem.js';
import { DIRECTORY } from '../../platform/tokens.js';
import type { Acknowledged } from '../events.js';
import type { GiveDto } from './give.dto.js';

/** Turns what was sent into what is acknowledged, with the team of the first child where none is named. */
@Injectable()
export class WhatIsSaid {
  constructor(
    private readonly subjects: Subjects,
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  in(body: GiveDto, asker: Asker, permission: Permission): { acknowledged: Acknowledged; actor: Actor } {
    const { subject, actor } = this.subjects.about({ ...body, iro: asker.person }, asker, permission);
    return {
      actor,
      acknowledged: {
        children: subject.children,
        team: subject.team,
        people: (body.people ?? []).map(({ person, name, agency }, index) => ({
          person: person ? this.known(person, index) : null,
          name: name ?? null,
          agency: agency ?? null,
        })),
        wholeTeam: body.wholeTeam ?? false,
        theme: body.theme,
        whatTheyDid: body.whatTheyDid,
        differenceForChild: body.differenceForChild ?? null,
      },
    };
  }

  private known(person: string, index: number): string {
    if (this.directory.person(person) === undefined)
      throw malformed(`/people/${index}/person`, 'is not the id of a person: give a name instead');
    return person;
  }
}
