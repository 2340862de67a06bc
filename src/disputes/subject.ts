import { Inject, Injectable } from '@nestjs/common';
import { postThatMay, type RelationsFrom, whyNot } from '../access/access.js';
import type { Permission } from '../access/access-table.js';
import { actorFrom, type Asker } from '../access/asker.js';
import { eventsOf, type SentOnce } from '../access/named/repeats.js';
import type { LocalDate } from '../calendar/calendar.js';
import { londonDate } from '../calendar/dates.js';
import type { Child, Directory } from '../directory/directory.js';
import { relationsToChild } from '../directory/relations.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Actor, RecordedEvent } from '../platform/event-store/event-store.js';
import { malformed } from '../platform/http/problem.js';
import { CLOCK, DIRECTORY } from '../platform/tokens.js';
import type { Population } from '../protocol/protocol.js';
import type { Subject } from './events.js';
import { withTeamsOfSiblings } from './teams-asked.js';

/** The subject, as far as the sender has given it. A field that is left out comes from the first child's allocation. */
export interface SubjectSent {
  readonly children: string[];
  readonly population?: Population | null;
  readonly team?: string | null;
  readonly iro?: string | null;
  readonly practiceOf?: string | null;
}

/**
 * The subject and the actor of a record that this command began already: a repeat is answered again, even if
 * the child has gone to another IRO since. Undefined where it has not.
 */
export const subjectBefore = (
  events: readonly RecordedEvent[],
  sent: SentOnce,
): { readonly subject: Subject; readonly actor: Actor } | undefined => {
  const [earlier] = eventsOf(events, sent.asker, sent.commandId);
  const subject = (earlier?.data as { readonly subject?: Subject | null } | undefined)?.subject;
  return earlier === undefined || subject == null ? undefined : { subject, actor: earlier.metadata.actor };
};

/** Finds the children, their team and their IRO, and from which post the asker may write about them. */
@Injectable()
export class Subjects {
  constructor(
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The subject and the actor. The records named have been checked by their rules: they exist and are for the asker to name.
   * @throws Problem `not-valid` if the child has no team or no IRO and none is named, `not-yours`
   */
  about(sent: SubjectSent, asker: Asker, permission: Permission): { subject: Subject; actor: Actor } {
    const children = sent.children.map((child, index) => this.childNamed(child, index));
    const [first] = children;
    const team = sent.team ?? this.teamOf(first!);
    return {
      actor: this.actorFor(asker, permission, children),
      subject: {
        children: sent.children,
        population: sent.population ?? first!.population,
        ...withTeamsOfSiblings(
          team,
          children.map((child) => this.teamNow(child)),
        ),
        ...this.heldBy(sent, first!, asker),
      },
    };
  }

  /** A concern about the practice of the child's IRO is held by the person who raises it, unless they name somebody else. */
  private heldBy({ iro, practiceOf }: SubjectSent, child: Child, asker: Asker): Pick<Subject, 'iro' | 'practiceOf'> {
    if ((practiceOf ?? null) === null) return { iro: iro ?? this.iroOf(child) };
    return { iro: iro ?? asker.actingFor ?? asker.person, practiceOf: practiceOf! };
  }

  /** @throws Problem `not-yours` */
  mayWriteAbout(children: readonly string[], asker: Asker, permission: Permission): Actor {
    return this.actorFor(
      asker,
      permission,
      children.map((child, index) => this.childNamed(child, index)),
    );
  }

  /**
   * Children who were named by the rules, with the team that the first of them had on a day, and the IRO of today.
   * @throws Problem `not-valid`
   */
  asOn(day: LocalDate, children: readonly string[]): Subject {
    const [first] = children.map((child, index) => this.childNamed(child, index));
    const teams = children.map(
      (child) => this.directory.child(child, day)?.team ?? this.directory.child(child, this.today())?.team ?? null,
    );
    const { population } = first!;
    const team = this.teamThen(teams[0] ?? null);
    return { children: [...children], population, ...withTeamsOfSiblings(team, teams), iro: this.iroOf(first!) };
  }

  /** A team that may have ended since. */
  private teamThen(team: string | null): string {
    if (team === null)
      throw malformed('/children/0', 'was not allocated to a team on the day it was raised, nor is today');
    return team;
  }

  private teamOf(child: Child): string {
    const team = this.teamNow(child);
    if (team === null) throw malformed('/team', 'is needed: the child is not allocated to a team');
    return team;
  }

  /** Of a child whose team has ended, the team that took over: nothing is asked of a team that is there no more. */
  private teamNow({ team }: Child): string | null {
    return team === null ? null : (this.directory.successorOf(team, this.today()) ?? team);
  }

  private iroOf({ iro }: Child): string {
    if (iro === null)
      throw malformed(
        '/iro',
        'is needed: the child has no IRO at the moment. Allocate the child to an IRO first, on the child’s page',
      );
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

  /** One that was named by the rules and has gone since, between two readings of the directory. */
  childNamed(childId: string, at: number | '/child'): Child {
    const child = this.directory.child(childId, this.today());
    if (child === undefined)
      throw malformed(at === '/child' ? at : `/children/${at}`, 'is not the record number of a child');
    return child;
  }

  private relations(child: Child, asker: Asker): RelationsFrom {
    return relationsToChild(child, asker, this.directory, this.today());
  }

  private today(): string {
    return londonDate(this.clock.now());
  }
}
