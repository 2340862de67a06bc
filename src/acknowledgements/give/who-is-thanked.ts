import { Inject, Injectable } from '@nestjs/common';
import type { Asker } from '../../access/asker.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import { meantPerhaps, peopleInOffice, type PersonInOffice } from '../../directory/people-in-office.js';
import { addressedTo } from '../../notices/recipients.js';
import { toldOfAcknowledgement } from '../../notices/told-of-acknowledgements.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { DomainEvent, Recorded } from '../../platform/decider.js';
import type { EventStore } from '../../platform/event-store/event-store.js';
import type { AdviceDto } from '../../platform/http/written.dto.js';
import { EVENT_STORE } from '../../platform/store-tokens.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { acknowledgementStream } from '../act-on-acknowledgement.js';
import type { Acknowledged, AcknowledgementEvent } from '../events.js';
import { type AcknowledgementState, evolve, notGiven } from '../state.js';

type Happened = Recorded<AcknowledgementEvent>;

/** Says who is told that they are thanked, by the same rows by which notices are sent; and which name is nobody’s. */
@Injectable()
export class WhoIsThanked {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Everybody who can be named and is then told. */
  inOffice(): PersonInOffice[] {
    return peopleInOffice(this.directory, this.today());
  }

  /**
   * Before it is sent.
   * @param reference null where it is given
   * @param events what a trial of it gave
   */
  async willBe(reference: string | null, events: readonly DomainEvent[], asker: Asker): Promise<string[]> {
    const before = reference === null ? notGiven : stateAfter(await this.recorded(reference));
    return this.inWords(before, events as readonly Happened[], asker, 'will be');
  }

  /** Once it has been sent. */
  async are(reference: string, asker: Asker): Promise<string[]> {
    const recorded = await this.recorded(reference);
    const after = stateAfter(recorded);
    const nobodys = after.status === 'given' ? this.namesOfNobody(after.acknowledged.people) : [];
    return [
      ...this.inWords(stateAfter(recorded.slice(0, -1)), recorded.slice(-1), asker, 'are'),
      ...nobodys.map(({ message }) => message),
    ];
  }

  private async recorded(reference: string): Promise<readonly Happened[]> {
    return (await this.store.read(acknowledgementStream(reference))) as unknown as readonly Happened[];
  }

  private inWords(
    before: AcknowledgementState,
    events: readonly Happened[],
    asker: Asker,
    tense: 'will be' | 'are',
  ): string[] {
    const after = events.reduce(evolve, before);
    const wanted = events.flatMap((event) => toldOfAcknowledgement(event, before, after, ''));
    const told = addressedTo(wanted, asker.person, this.directory, this.today());
    const names = [...new Set(told.map(({ person }) => this.directory.person(person)?.name ?? person))];
    return [
      names.length === 0
        ? `Nobody ${tense === 'are' ? 'is' : tense} told.`
        : `${listed(names)} ${verb(names, tense)} told.`,
    ];
  }

  /** Help for a person who names somebody whom nobody in office is called: that person is not told. */
  namesOfNobody(people: Acknowledged['people']): AdviceDto[] {
    return people.flatMap(({ person, name, agency }, index) =>
      person !== null || agency !== null || name === null
        ? []
        : [{ code: 'name-not-known', message: this.nobodyCalled(name), pointer: `/people/${index}/name` }],
    );
  }

  private nobodyCalled(name: string): string {
    const perhaps = meantPerhaps(name, this.inOffice());
    const meant = perhaps.length === 0 ? '' : ` Did you mean ${perhaps.join(' or ')}?`;
    return `Nobody in office is called “${name}”, so nobody is told under that name.${meant}`;
  }

  private today(): string {
    return londonDate(this.clock.now());
  }
}

const stateAfter = (events: readonly Happened[]): AcknowledgementState => events.reduce(evolve, notGiven);

const verb = (names: readonly string[], tense: 'will be' | 'are'): string =>
  tense === 'are' && names.length === 1 ? 'is' : tense;

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
