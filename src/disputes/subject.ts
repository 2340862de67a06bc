import { Inject, Injectable } from '@nestjs/common';
import { postThatMay, type RelationsFrom, whyNot } from '../access/access.js';
import type { Permission } from '../access/access-table.js';
import { actorFrom, type Asker } from '../access/asker.js';
import { londonDate } from '../calendar/dates.js';
import type { Child, Directory } from '../directory/directory.js';
import { relationsToChild } from '../directory/relations.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Actor } from '../platform/event-store/event-store.js';
import { malformed } from '../platform/http/problem.js';
import { CLOCK, DIRECTORY } from '../platform/tokens.js';
import type { Population } from '../protocol/protocol.js';
import type { Subject } from './events.js';

/** Whom it is about, as far as the person has said. What is left out comes from the first child's allocation. */
export interface SubjectSent {
  readonly children: string[];
  readonly population?: Population | null;
  readonly team?: string | null;
  readonly iro?: string | null;
}

/** Finds the children, their team and their IRO, and from which post the asker may write about them. */
@Injectable()
export class Subjects {
  constructor(
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-valid` for who is not known (or not to this person), `not-yours` */
  about(sent: SubjectSent, asker: Asker, permission: Permission): { subject: Subject; actor: Actor } {
    const children = sent.children.map((child, index) => this.childKnownTo(asker, child, index));
    const actor = this.actorFor(asker, permission, children);
    const [first] = children;
    return {
      actor,
      subject: {
        children: sent.children,
        population: sent.population ?? first!.population,
        team: this.teamOf(sent.team ?? first!.team),
        iro: sent.iro ? this.iroNamed(sent.iro, '/iro') : this.iroOf(first!),
      },
    };
  }

  teamOf(team: string | null, pointer = '/team'): string {
    if (team === null) throw malformed(pointer, 'is needed: the child is not allocated to a team');
    if (this.directory.team(team, this.today()) === undefined)
      throw malformed(pointer, 'is not the id of a team: see GET /api/v1/teams');
    return team;
  }

  /** Whoever is to hold a dispute must be able to act on it. */
  iroNamed(person: string, pointer: string): string {
    const posts = this.directory.postsHeldBy(person, this.today());
    if (posts.some(({ kind }) => kind === 'iro' || kind === 'conference-chair')) return person;
    throw malformed(
      pointer,
      'is not the id of somebody who is an IRO or conference chair today: see GET /api/v1/posts',
    );
  }

  personNamed(person: string, pointer: string): string {
    if (this.directory.person(person) === undefined)
      throw malformed(pointer, 'is not the id of a person: see GET /api/v1/people');
    return person;
  }

  private iroOf({ iro }: Child): string {
    if (iro === null) throw malformed('/iro', 'is needed: the child has no IRO at the moment');
    return iro;
  }

  private actorFor(asker: Asker, permission: Permission, children: readonly Child[]): Actor {
    const toAll: RelationsFrom = (post) => {
      const [first = [], ...others] = children.map((child) => this.relations(child, asker)(post));
      return first.filter((relation) => others.every((other) => other.includes(relation)));
    };
    const post = postThatMay(asker, permission, toAll);
    if (!post) throw whyNot(asker, permission, toAll);
    return actorFrom(asker, post);
  }

  private childKnownTo(asker: Asker, childId: string, index: number): Child {
    const child = this.directory.child(childId, this.today());
    if (child && postThatMay(asker, 'child.read', this.relations(child, asker))) return child;
    throw malformed(
      `/children/${index}`,
      'is not the record number of a child known to you. Where you stand in for the child’s IRO, say so with Footprint-Acting-For.',
    );
  }

  private relations(child: Child, asker: Asker): RelationsFrom {
    return relationsToChild(child, asker, this.directory, this.today());
  }

  private today(): string {
    return londonDate(this.clock.now());
  }
}
