import { Inject, Injectable } from '@nestjs/common';
import { londonDate } from '../calendar/dates.js';
import type { Clock } from '../platform/clock/clock.js';
import { malformed } from '../platform/http/problem.js';
import { CLOCK, DIRECTORY } from '../platform/tokens.js';
import { type Directory, mayBeCovered } from './directory.js';

/** Looks up the ids that a body names; null stays null. */
@Injectable()
export class Known {
  constructor(
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem where there is no such team */
  team(team: string | null | undefined, pointer: string): string | null {
    if (team === null || team === undefined) return null;
    if (this.directory.team(team, this.today()) === undefined)
      throw malformed(pointer, 'is not the id of a team: see GET /api/v1/teams');
    return team;
  }

  /** @throws Problem where there is no such person */
  person(person: string | null | undefined, pointer: string): string | null {
    if (person === null || person === undefined) return null;
    if (this.directory.person(person) === undefined)
      throw malformed(pointer, 'is not the id of a person: see GET /api/v1/people');
    return person;
  }

  /** @throws Problem where the person is not one who is stood in for, or stands in */
  chair(person: string, pointer: string): string {
    const held = this.directory.postsHeldBy(this.person(person, pointer)!, this.today());
    if (!held.some(mayBeCovered)) throw malformed(pointer, 'is not an IRO or a conference chair today');
    return person;
  }

  today(): string {
    return londonDate(this.clock.now());
  }
}
