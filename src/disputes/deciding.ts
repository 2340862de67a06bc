import { Inject, Injectable } from '@nestjs/common';
import type { Instant } from '../calendar/calendar.js';
import { CouncilCalendar } from '../calendar/council-calendar.js';
import { ageOn, londonDate } from '../calendar/dates.js';
import type { Directory } from '../directory/directory.js';
import { postsAnswering, workersOf } from '../directory/relations.js';
import { nextMeetingFrom } from '../challenge/next-meeting.js';
import type { Envelope } from '../platform/executor.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { READ_MODELS } from '../platform/store-tokens.js';
import { DIRECTORY } from '../platform/tokens.js';
import { ProtocolLibrary } from '../protocol/protocol-library.js';
import type { ChildToday, DisputeContext } from './context.js';
import { areAllInCare } from './to-be-decided/out-of-care.js';

/** The IRO's statutory part in a child's life ends at this age. */
const ADULT = 18;

/**
 * Gathers what a decision may look at: the council's rules and calendar as they stand, the meetings arranged, who acts, and when. The
 * only place where that is put together, for requests, for the alarm clock and for the command line.
 */
@Injectable()
export class Deciding {
  constructor(
    private readonly protocols: ProtocolLibrary,
    private readonly calendar: CouncilCalendar,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  async contextOf(envelope: Pick<Envelope, 'actor' | 'occurredAt'>): Promise<DisputeContext> {
    return { ...(await this.contextAt(envelope.occurredAt)), actor: envelope.actor };
  }

  /** All but who acts. */
  async contextAt(now: Instant): Promise<Omit<DisputeContext, 'actor'>> {
    const today = londonDate(now);
    return {
      ...(await this.rules()),
      now,
      today,
      nextMeetingFor: nextMeetingFrom(this.readModels, today),
      areAllInCare: (children) => areAllInCare(this.readModels, children, today),
      workerKnown: (children) => workersOf(children, this.directory, today).length > 0,
      childrenToday: (children) =>
        children.flatMap((child): ChildToday[] => {
          const known = this.directory.child(child, today);
          if (known === undefined) return [];
          const { population, bornOn } = known;
          return [{ child, population, isAdult: bornOn !== null && ageOn(today, bornOn) >= ADULT }];
        }),
      workersOf: (children) => workersOf(children, this.directory, today),
      holdersOf: ({ posts, team }, children) =>
        posts
          .flatMap((post) => postsAnswering(post, team, children, this.directory, today))
          .flatMap(({ person }) => person ?? []),
    };
  }

  /** The council's rules and calendar as they stand. */
  async rules(): Promise<Pick<DisputeContext, 'protocols' | 'calendar'>> {
    return { protocols: await this.protocols.current(), calendar: await this.calendar.current() };
  }
}
