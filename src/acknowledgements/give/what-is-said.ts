import { Injectable } from '@nestjs/common';
import type { Permission } from '../../access/access-table.js';
import type { Asker } from '../../access/asker.js';
import { Subjects } from '../../disputes/subject.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import type { Said } from '../../platform/decider.js';
import type { Acknowledged } from '../events.js';
import type { GiveDto, ThankedDto } from './give.dto.js';

/** Turns what was sent into what is acknowledged, with the team of the first child where none is named. */
@Injectable()
export class WhatIsSaid {
  constructor(private readonly subjects: Subjects) {}

  in(body: GiveDto, asker: Asker, permission: Permission): { acknowledged: Acknowledged; actor: Actor } {
    const { subject, actor } = this.subjects.about({ ...body, iro: asker.person }, asker, permission);
    return {
      actor,
      acknowledged: {
        children: subject.children,
        team: subject.team,
        people: thankedIn(body.people ?? []),
        wholeTeam: body.wholeTeam ?? false,
        theme: body.theme,
        whatTheyDid: body.whatTheyDid,
        differenceForChild: body.differenceForChild ?? null,
      },
    };
  }

  /** What a correction says; a field that was left out is undefined. */
  corrected(body: GiveDto, asker: Asker, permission: Permission): Said<Acknowledged> {
    this.subjects.mayWriteAbout(body.children, asker, permission);
    const { children, team, people, wholeTeam, theme, whatTheyDid, differenceForChild } = body;
    return {
      ...{ children, theme, whatTheyDid, differenceForChild },
      team: team ?? undefined,
      people: people === undefined ? undefined : thankedIn(people ?? []),
      wholeTeam: wholeTeam === null ? false : wholeTeam,
    };
  }
}

const thankedIn = (people: readonly ThankedDto[]): Acknowledged['people'] =>
  people.map(({ person, name, agency }) => ({ person: person ?? null, name: name ?? null, agency: agency ?? null }));
