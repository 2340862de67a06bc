import { Inject, Injectable } from '@nestjs/common';
import { rowFor } from '../../access/access-table.js';
import type { Asker } from '../../access/asker.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import { isKeptByDeath } from '../../disputes/after-death.js';
import { meantPerhaps, peopleInOffice, type PersonInOffice } from '../../directory/people-in-office.js';
import { addressedTo } from '../../notices/recipients.js';
import { toldOfAcknowledgement, withinReach } from '../../notices/told-of-acknowledgements.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { DomainEvent, Recorded } from '../../platform/decider.js';
import type { EventStore } from '../../platform/event-store/event-store.js';
import type { AdviceDto } from '../../platform/http/written.dto.js';
import { EVENT_STORE } from '../../platform/store-tokens.js';
import { listedInWords } from '../../platform/listed-in-words.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { Office } from '../../work/office.js';
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
    const recorded = reference === null ? [] : await this.recorded(reference);
    return this.inWords(recorded, events as readonly Happened[], asker, 'will be');
  }

  /** Once it has been sent. */
  async are(reference: string, asker: Asker): Promise<string[]> {
    const recorded = await this.recorded(reference);
    const after = stateAfter(recorded);
    const notReached = after.status === 'given' ? this.notReached(after.acknowledged) : [];
    return [
      ...this.inWords(recorded.slice(0, -1), recorded.slice(-1), asker, 'are'),
      ...notReached.map(({ message }) => message),
    ];
  }

  private async recorded(reference: string): Promise<readonly Happened[]> {
    return (await this.store.read(acknowledgementStream(reference))) as unknown as readonly Happened[];
  }

  private inWords(
    earlier: readonly Happened[],
    events: readonly Happened[],
    asker: Asker,
    tense: 'will be' | 'are',
  ): string[] {
    const [before, after] = [stateAfter(earlier), stateAfter([...earlier, ...events])];
    const wanted = events.flatMap((event) =>
      toldOfAcknowledgement(event, before, after, '', this.directory, this.today()),
    );
    const office = new Office(this.directory, this.today());
    const inOffice = addressedTo(wanted, asker.person, this.directory, this.today()).filter(({ person }) =>
      office.isIn(person),
    );
    const told =
      after.status === 'given'
        ? withinReach(inOffice, [...earlier, ...events], after, office).filter(
            ({ person }) => !this.isKeptFrom(person, after.acknowledged.children),
          )
        : inOffice;
    const names = [...new Set(told.map(({ person }) => this.directory.person(person)?.name ?? person))];
    return [
      names.length === 0
        ? `Nobody ${tense === 'are' ? 'is' : tense} told.`
        : `${listedInWords(names)} ${verb(names, tense)} told.`,
    ];
  }

  /**
   * Help for a person who names somebody who is not told: nobody in office is called so, they have left, their posts read no case, or a
   * child whom it is about has died, and those who look after the record alone hear of it.
   */
  notReached({ people, children }: Pick<Acknowledged, 'people' | 'children'>): AdviceDto[] {
    return people.flatMap(({ person, name, agency }, index) => {
      if (person !== null) return this.notTold(person, children, `/people/${index}/person`);
      return agency !== null || name === null
        ? []
        : [{ code: 'name-not-known', message: this.nobodyCalled(name), pointer: `/people/${index}/name` }];
    });
  }

  private isKeptFrom(person: string, children: readonly string[]): boolean {
    const today = this.today();
    return isKeptByDeath(children, new Office(this.directory, today).asker(person), this.directory, today);
  }

  private notTold(person: string, children: readonly string[], pointer: string): AdviceDto[] {
    const name = this.directory.person(person)?.name ?? person;
    const posts = new Office(this.directory, this.today()).postsOf(person);
    if (posts.length === 0)
      return [
        {
          code: 'thanked-has-left',
          message: `${name} holds no post any more, so they are not told here. Tell them yourself.`,
          pointer,
        },
      ];
    if (!posts.some(({ kind }) => rowFor('acknowledgement.read', kind) !== undefined))
      return [
        {
          code: 'thanked-reads-no-case',
          message: `${name} holds no post that reads cases, so they are not told here. Tell them yourself.`,
          pointer,
        },
      ];
    if (!this.isKeptFrom(person, children)) return [];
    return [
      {
        code: 'thanked-after-a-death',
        message: `A child whom this is about has died, and ${name} does not look after the record, so they are not told here. Tell them yourself.`,
        pointer,
      },
    ];
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
