import { Injectable } from '@nestjs/common';
import type { Permission } from '../../access/access-table.js';
import type { Asker } from '../../access/asker.js';
import { Known } from '../../directory/known.js';
import { Subjects } from '../../disputes/subject.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import type { Said } from '../../platform/decider.js';
import type { Acknowledged } from '../events.js';
import type { GiveDto, ThankedDto } from './give.dto.js';

/** Turns what was sent into what is acknowledged, with the team of the first child where none is named. */
@Injectable()
export class WhatIsSaid {
  constructor(
    private readonly subjects: Subjects,
    private readonly known: Known,
  ) {}

  in(body: GiveDto, asker: Asker, permission: Permission): { acknowledged: Acknowledged; actor: Actor } {
    const { subject, actor } = this.subjects.about({ ...body, iro: asker.person }, asker, permission);
    return {
      actor,
      acknowledged: {
        children: subject.children,
        team: subject.team,
        people: this.thankedIn(body.people ?? []),
        wholeTeam: body.wholeTeam ?? false,
        theme: body.theme,
        whatTheyDid: body.whatTheyDid,
        differenceForChild: body.differenceForChild ?? null,
      },
    };
  }

  /**
   * The content of a correction; a field that was left out is undefined. The children on it stay on it, whoever has them now; another is
   * added by somebody who could give one about them. The people thanked stay who they were, if they have left since too.
   */
  corrected(body: GiveDto, asItIs: Pick<Acknowledged, 'children' | 'people'>, asker: Asker): Said<Acknowledged> {
    const added = body.children.filter((child) => !asItIs.children.includes(child));
    if (added.length > 0) this.subjects.mayWriteAbout(added, asker, 'acknowledgement.give');
    const { children, team, people, wholeTeam, theme, whatTheyDid, differenceForChild } = body;
    return {
      ...{ children, theme, whatTheyDid, differenceForChild },
      team: team ?? undefined,
      people: people === undefined ? undefined : this.thankedIn(people ?? [], asItIs.people),
      wholeTeam: wholeTeam === null ? false : wholeTeam,
    };
  }

  /** A name that one person in office bears is that person; that of somebody in an agency, and any other words, are kept as they are. */
  private thankedIn(people: readonly ThankedDto[], already: Acknowledged['people'] = []): Acknowledged['people'] {
    const thanked = already.flatMap(({ person }) => person ?? []);
    return people.map(({ person = null, name = null, agency = null }, index) => {
      const isInWords = person === null && name !== null && agency === null;
      const meant = isInWords ? this.known.meant(name, `/people/${index}/name`, { first: thanked }) : person;
      return { person: meant, name: meant === null ? name : null, agency };
    });
  }
}
