import { Inject, Injectable, type Provider } from '@nestjs/common';
import { mayKnow, noRelation, type RelationsFrom } from './access/access.js';
import type { Asker } from './access/asker.js';
import { look } from './access/named/look.js';
import { isAnsweredAgain } from './access/named/repeats.js';
import { StandIns } from './access/named/stand-ins.js';
import { type Finder, FINDERS, type Finders, type Found, type Thing } from './access/named/things.js';
import { ACKNOWLEDGEMENT_PREFIX } from './acknowledgements/give/give-acknowledgement.js';
import { acknowledgementStream } from './acknowledgements/act-on-acknowledgement.js';
import { AuthorisedAcknowledgements } from './acknowledgements/authorised-acknowledgements.js';
import { childrenOfAcknowledgement } from './acknowledgements/relations.js';
import { londonDate } from './calendar/dates.js';
import { CASELOAD_PREFIX, caseloadStream } from './caseload/caseload.js';
import { MeetingRelations } from './challenge/meeting/meeting-relations.js';
import { seriesStream } from './challenge/series/series.js';
import { AuthorisedSeries } from './challenge/series/authorised-series.js';
import { childDecider, childStream } from './directory/child.js';
import { coverStream } from './directory/cover.js';
import type { Child, Directory } from './directory/directory.js';
import { personStream } from './directory/person.js';
import { postStream } from './directory/post.js';
import { relationsToChild } from './directory/relations.js';
import { teamStream } from './directory/team.js';
import { disputeStream } from './disputes/act-on-dispute.js';
import { DISPUTE_PREFIX } from './disputes/acts/raise/raise.js';
import { addressedInWords } from './disputes/addressed-in-words.js';
import { isKeptByDeath } from './disputes/after-death.js';
import { AuthorisedDisputes } from './disputes/authorised-disputes.js';
import { childrenOf, raisedOnIn } from './disputes/relations.js';
import type { Clock } from './platform/clock/clock.js';
import type { EventStore, RecordedEvent } from './platform/event-store/event-store.js';
import { fold } from './platform/executor.js';
import { freeReference } from './platform/free-reference.js';
import { derivedId } from './platform/ids.js';
import { EVENT_STORE } from './platform/store-tokens.js';
import { CLOCK, DIRECTORY } from './platform/tokens.js';
import { REVIEW_PREFIX } from './reviews/check/begin-check.js';
import { reviewStream } from './reviews/review.js';
import { AuthorisedReviews } from './reviews/authorised-reviews.js';
import { recommendationsStream } from './reviews/recommendations/recommendations.js';
import { AuthorisedRecommendations } from './reviews/recommendations/authorised-recommendations.js';
import { DISCLOSURE_PREFIX, disclosureStream } from './reports/publishing/disclosure-log/disclosure.js';
import { publishedReportStream } from './reports/publishing/published-report.js';
import { proposalStream } from './roles/proposal.js';
import { tokenStream } from './access/tokens/token.js';
import { importStream } from './register/import/register-import.js';
import { accountStream } from './sign-in/accounts/account.js';
import { RECOMMENDATIONS_PREFIX } from './reviews/recommendations/send-recommendations.js';

/**
 * The finder for each kind of record that a request can name. The rule by which the asker may know of it is that of the class that also shows
 * it and acts on it.
 */
@Injectable()
export class NamedFinders implements Finders {
  constructor(
    private readonly disputes: AuthorisedDisputes,
    private readonly acknowledgements: AuthorisedAcknowledgements,
    private readonly reviews: AuthorisedReviews,
    private readonly reviewed: AuthorisedRecommendations,
    private readonly meetings: MeetingRelations,
    private readonly authorisedSeries: AuthorisedSeries,
    private readonly standIns: StandIns,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  readonly dispute: Finder = {
    find: async (id, asker) => {
      const looked = await this.disputes.look(id, asker);
      const { found, isKnown } = looked;
      const { state, events } = found;
      const relationsFrom = isKnown ? this.disputes.withWhatHasFallen(found, asker) : found.relationsFrom;
      const isConversation = state.status === 'discussed';
      const thing = { id, children: childrenOf(state), isConversation, raisedOn: raisedOnIn(state) };
      return {
        ...known(thing, isKnown, events, relationsFrom, asker),
        addressedTo: isKnown ? addressedInWords(state, this.directory, londonDate(this.clock.now())) : undefined,
        answersAgain: (commandId) => this.disputes.answersAgain(looked, { asker, commandId }),
      };
    },
    begun: (commandId) => this.begunUnder(DISPUTE_PREFIX, commandId, disputeStream),
  };

  readonly acknowledgement: Finder = {
    find: async (id, asker) => {
      const { found, isKnown } = await this.acknowledgements.look(id, asker);
      const thing = { id, children: childrenOfAcknowledgement(found.events) };
      return known(thing, isKnown, found.events, found.relationsFrom, asker);
    },
    begun: (commandId) => this.begunUnder(ACKNOWLEDGEMENT_PREFIX, commandId, acknowledgementStream),
  };

  readonly check: Finder = {
    find: async (id, asker) => {
      const looked = await this.reviews.look(id, asker);
      const { found, isKnown } = looked;
      const relationsFrom: RelationsFrom = (post) => this.reviews.relationsTo(found.state?.child, asker)(post);
      return {
        ...known({ id, children: childrenIn(found.state) }, isKnown, found.events, relationsFrom, asker),
        answersAgain: (commandId) => this.reviews.answersAgain(looked, { asker, commandId }),
      };
    },
    begun: (commandId) => this.begunUnder(REVIEW_PREFIX, commandId, reviewStream),
  };

  readonly recommendations: Finder = {
    find: async (id, asker) => {
      const { found, isKnown } = await this.reviewed.look(id, asker);
      const relationsFrom: RelationsFrom = (post) => this.reviewed.relationsTo(found.state, asker)(post);
      return known({ id, children: childrenIn(found.state) }, isKnown, found.events, relationsFrom, asker);
    },
    begun: (commandId) => this.begunUnder(RECOMMENDATIONS_PREFIX, commandId, recommendationsStream),
  };

  readonly meeting: Finder = {
    find: async (id, asker) => {
      const { found, isKnown } = await this.meetings.look(id, asker);
      const relationsFrom: RelationsFrom = (post) => this.meetings.to(found.state, asker)(post);
      return known({ id, children: [] }, isKnown, found.events, relationsFrom, asker);
    },
  };

  readonly series: Finder = {
    find: async (id, asker) =>
      this.inStream({ id, children: [] }, await this.authorisedSeries.mayKnow(id, asker), asker, seriesStream(id)),
  };

  readonly child: Finder = {
    find: async (id, asker) => {
      const { found, isKnown } = await this.childLookedFor(id, asker);
      const inStream = this.inStream({ id, children: [id] }, isKnown, asker, childStream(id));
      return {
        ...inStream,
        relationsFrom: this.toChild(found, asker),
        answersAgain: async (commandId) => {
          const mightKnow = (events: readonly RecordedEvent[]): boolean =>
            this.mayKnowOfChild(found, asker, fold(childDecider, events)?.diedOn != null);
          return isAnsweredAgain({ events: await inStream.events(), isKnown, mightKnow }, { asker, commandId });
        },
      };
    },
  };

  /** Everybody who is signed in may read who works where. */
  readonly person: Finder = {
    find: async (id, asker) => {
      const isKnown = this.directory.person(id) !== undefined;
      return this.inStream({ id, children: [] }, isKnown, asker, personStream(id), coverStream(id));
    },
    begun: async (commandId, body) => [
      ...(await this.store.read(coverStream(idIn(body, 'iro') ?? ''))),
      ...(await this.begunUnder(CASELOAD_PREFIX, commandId, caseloadStream)),
    ],
  };

  readonly post: Finder = {
    find: async (id, asker) => this.inStream({ id, children: [] }, true, asker, postStream(id)),
    begun: (commandId, body) => this.store.read(postStream(idIn(body, 'postId') ?? derivedId('post', commandId))),
  };

  readonly team: Finder = {
    find: async (id, asker) => {
      const team = this.directory.team(id, londonDate(this.clock.now()));
      const { from = null, to = null } = team ?? {};
      return this.inStream({ id, children: [], from, to }, team !== undefined, asker, teamStream(id));
    },
    begun: (commandId, body) => this.store.read(teamStream(idIn(body, 'teamId') ?? derivedId('team', commandId))),
  };

  /** Every account is known to those who may propose and agree, and nobody else is let in. */
  readonly account: Finder = {
    find: async (id, asker) => this.inStream({ id, children: [] }, true, asker, accountStream(id)),
  };

  /** An import names files and counts rows. */
  readonly import: Finder = {
    find: async (id, asker) => this.inStream({ id, children: [] }, true, asker, importStream(id)),
  };

  /** A person who may withdraw one may see all of them, and nobody else is let in. */
  readonly token: Finder = {
    find: async (id, asker) => this.inStream({ id, children: [] }, true, asker, tokenStream(id)),
  };

  readonly report: Finder = {
    find: async (id, asker) => this.inStream({ id, children: [] }, true, asker, publishedReportStream(id)),
  };

  readonly disclosure: Finder = {
    find: async (id, asker) => this.inStream({ id, children: [] }, true, asker, disclosureStream(id)),
    begun: (commandId) => this.begunUnder(DISCLOSURE_PREFIX, commandId, disclosureStream),
  };

  readonly proposal: Finder = {
    find: async (id, asker) => this.inStream({ id, children: [] }, true, asker, proposalStream(id)),
  };

  private childLookedFor(id: string, asker: Asker): Promise<{ found: Child | undefined; isKnown: boolean }> {
    const today = londonDate(this.clock.now());
    return look<Child | undefined>(id, {
      load: async (each) => this.directory.child(each, today),
      isThere: (child) => child !== undefined,
      mayKnow: (child) => this.mayKnowOfChild(child, asker),
      standIn: (isToBeThere) => this.standIns.for('child', id, isToBeThere),
    });
  }

  /** @param hasDied false as long as the death was not on record */
  private mayKnowOfChild(child: Child | undefined, asker: Asker, hasDied = true): boolean {
    const today = londonDate(this.clock.now());
    return (
      child !== undefined &&
      mayKnow(asker, this.toChild(child, asker), ['child.read']) &&
      !(hasDied && isKeptByDeath([child.childId], asker, this.directory, today))
    );
  }

  private toChild(child: Child | undefined, asker: Asker): RelationsFrom {
    const today = londonDate(this.clock.now());
    return child === undefined ? noRelation : relationsToChild(child, asker, this.directory, today);
  }

  private inStream(thing: Thing, isKnown: boolean, asker: Asker, ...streams: string[]): Found {
    const events = async (): Promise<RecordedEvent[]> =>
      (await Promise.all(streams.map((stream) => this.store.read(stream)))).flat();
    const answersAgain = whileKnown(isKnown, asker, events);
    return { thing, isKnown, events, relationsFrom: noRelation, answersAgain };
  }

  /** The events of the record that a command began under a reference of its own making. */
  private async begunUnder(prefix: string, commandId: string, streamOf: (reference: string) => string) {
    return this.store.read(streamOf(await freeReference(prefix, commandId, streamOf, this.store)));
  }
}

const known = (
  thing: Thing,
  isKnown: boolean,
  recorded: readonly RecordedEvent[],
  relationsFrom: RelationsFrom,
  asker: Asker,
): Found => {
  const events = async (): Promise<readonly RecordedEvent[]> => recorded;
  return { thing, isKnown, events, relationsFrom, answersAgain: whileKnown(isKnown, asker, events) };
};

/** Of what no act takes from the sight of the person who does it. */
const whileKnown =
  (isKnown: boolean, asker: Asker, events: Found['events']): Found['answersAgain'] =>
  async (commandId) =>
    isAnsweredAgain({ events: await events(), isKnown, mightKnow: () => false }, { asker, commandId });

const childrenIn = (state: { readonly child: string } | null): readonly string[] =>
  state === null ? [] : [state.child];

const idIn = (body: object, field: string): string | undefined => {
  const id = (body as Record<string, unknown>)[field];
  return typeof id === 'string' ? id : undefined;
};

export const namedFinders: Provider[] = [NamedFinders, { provide: FINDERS, useExisting: NamedFinders }];
