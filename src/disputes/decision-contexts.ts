import { Inject, Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '../calendar/calendar.js';
import { CouncilCalendar } from '../calendar/council-calendar.js';
import { ADULT, ageOn, londonDate } from '../calendar/dates.js';
import type { Directory } from '../directory/directory.js';
import { isChairAlone } from '../directory/iro-of-looked-after.js';
import { covers, postsAnswering, workersOf } from '../directory/relations.js';
import { nextMeetingFrom } from '../challenge/next-meeting.js';
import type { Actor } from '../platform/event-store/event-store.js';
import type { Envelope } from '../platform/executor.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { READ_MODELS } from '../platform/store-tokens.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG, DIRECTORY } from '../platform/tokens.js';
import { ProtocolLibrary } from '../protocol/protocol-library.js';
import { hasOneDied } from './after-death.js';
import type { ChildToday, DisputeContext } from './context.js';
import { isApartFrom } from './is-apart.js';
import { referralsBeside } from './referrals-of-the-matter.js';
import { teamsAsked } from './teams-asked.js';
import { isContinuedElsewhere, isVoid } from './list/is-void.js';
import { raisedAs } from './list/raised-as.js';
import { restrictionOf } from './list/restriction-of.js';
import { careOf, isOneInCare, leftCareOn } from './to-be-decided/out-of-care.js';

/**
 * Gathers what a decision may look at: the council's rules and calendar as they stand, the meetings arranged, who acts, and when. The
 * only place where that is put together, for requests, for the alarm clock and for the command line.
 */
@Injectable()
export class DecisionContexts {
  constructor(
    private readonly protocols: ProtocolLibrary,
    private readonly calendar: CouncilCalendar,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CONFIG) private readonly config: Pick<Config, 'businessSupportSends'>,
  ) {}

  async contextOf(envelope: Pick<Envelope, 'actor' | 'occurredAt'>): Promise<DisputeContext> {
    const context = await this.contextAt(envelope.occurredAt);
    return { ...context, actor: envelope.actor, ownTeams: this.ownTeamsOf(envelope.actor, context.today) };
  }

  /** All but who acts. */
  async contextAt(now: Instant): Promise<Omit<DisputeContext, 'actor'>> {
    const today = londonDate(now);
    return {
      ...(await this.rules()),
      now,
      today,
      businessSupportSends: this.config.businessSupportSends,
      nextMeetingFor: nextMeetingFrom(this.readModels, today),
      careOf: (children, writtenAs) => careOf(this.readModels, children, writtenAs, today),
      isOneInCare: (children) => isOneInCare(this.readModels, children, today),
      isVoid: (reference) => isVoid(this.readModels, reference),
      isContinuedElsewhere: (informal, formal) => isContinuedElsewhere(this.readModels, informal, formal),
      referralsBeside: (reference) => referralsBeside(this.readModels, reference),
      raisedAs: (reference) => raisedAs(this.readModels, reference),
      restrictionOf: (reference) => restrictionOf(this.readModels, reference),
      workerKnown: (children) => workersOf(children, this.directory, today).length > 0,
      childrenToday: (children) =>
        children.flatMap((child): ChildToday[] => {
          const known = this.directory.child(child, today);
          if (known === undefined) return [];
          const { population, bornOn, iro, initials } = known;
          const team = known.team === null ? null : (this.directory.successorOf(known.team, today) ?? known.team);
          const isAdult = bornOn !== null && ageOn(today, bornOn) >= ADULT;
          return [
            { child, population, isAdult, leftCareOn: leftCareOn(this.readModels, child, today), iro, team, initials },
          ];
        }),
      hasOneDied: (children) => hasOneDied(children, this.directory),
      isApart: (children, held) =>
        isApartFrom(children, held, { readModels: this.readModels, directory: this.directory, today }),
      isChairAlone: (person) => isChairAlone(person, today, this.directory),
      standsInFor: (iro) => this.directory.coverFor(iro, today) ?? null,
      workersOf: (children) => workersOf(children, this.directory, today),
      holdersOf: (addressee, children, on = today) =>
        teamsAsked(addressee)
          .flatMap((team) => addressee.posts.map((post) => ({ post, team })))
          .flatMap(({ post, team }) => postsAnswering(post, team, children, this.directory, on))
          .flatMap(({ person }) => person ?? []),
    };
  }

  /** A social worker answers for the teams of their own children; every other post for those that it covers. */
  private ownTeamsOf({ person, post: acting }: Actor, today: LocalDate): DisputeContext['ownTeams'] {
    const post = this.directory.postsHeldBy(person, today).find(({ postId }) => postId === acting);
    if (post === undefined) return undefined;
    if (post.kind !== 'social-worker')
      return (teams) => teams.filter((team) => covers(post, team, this.directory, today));
    return (teams, children) => {
      const known = children.map((child) => this.directory.child(child, today));
      return teams.filter((team) => known.some((child) => child?.socialWorker === person && child.team === team));
    };
  }

  /** The council's rules and calendar as they stand. */
  async rules(): Promise<Pick<DisputeContext, 'protocols' | 'calendar'>> {
    return { protocols: await this.protocols.current(), calendar: await this.calendar.current() };
  }
}
