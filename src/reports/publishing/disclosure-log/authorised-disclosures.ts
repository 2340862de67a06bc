import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { noRelation } from '../../../access/access.js';
import type { Permission } from '../../../access/access-table.js';
import type { SentWith } from '../../../access/sent.js';
import { actorOfCommand } from '../../../disputes/authorised-disputes.js';
import type { Clock } from '../../../platform/clock/clock.js';
import { invalid, refuse } from '../../../platform/decider.js';
import type { EventStore, RecordedEvent } from '../../../platform/event-store/event-store.js';
import { freeReference } from '../../../platform/free-reference.js';
import { envelopeOf } from '../../../platform/http/envelope.js';
import { notFound } from '../../../platform/http/problem.js';
import { WrittenDto } from '../../../platform/http/written.dto.js';
import { EVENT_STORE } from '../../../platform/store-tokens.js';
import { CLOCK } from '../../../platform/tokens.js';
import { FindPublishedReport } from '../published-reports.query.js';
import { ActOnDisclosure } from './act-on-disclosure.js';
import { DISCLOSURE_PREFIX, type DisclosureAct, disclosureStream } from './disclosure.js';
import { FindThemesTold } from './disclosures.query.js';
import type { DisclosureEntered } from './events.js';

/** The facts of an entry about figures, without its reference. */
export type FiguresTold = Omit<DisclosureEntered, 'disclosure' | 'edition'>;
/** The facts of an entry about an edition, whose days are its report's. */
export type EditionTold = Pick<DisclosureEntered, 'kind' | 'on' | 'recipient' | 'requestNumber'>;

type Unsigned = DisclosureAct extends infer Each ? (Each extends unknown ? Omit<Each, 'by'> : never) : never;

/** The entrance of people's acts on the disclosure log. */
@Injectable()
export class AuthorisedDisclosures {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async enter(told: FiguresTold, sent: SentWith): Promise<WrittenDto> {
    const themes = await this.queries.execute(new FindThemesTold());
    const unknown = told.figures.find(({ theme }) => theme !== null && themes.every(({ code }) => code !== theme));
    if (unknown !== undefined)
      invalid(
        'no-such-theme',
        `There is no theme ${unknown.theme}. Take one of ${themes.map(({ code }) => code).join(', ')}.`,
      );
    return this.begin({ ...told, edition: null }, told, sent);
  }

  /**
   * That the last published edition of a report has other readers too.
   * @throws Problem `not-found`; Refusal `not-published`
   */
  async enterEdition(report: string, told: EditionTold, sent: SentWith): Promise<WrittenDto> {
    const { state } = await this.queries.execute(new FindPublishedReport(report));
    if (state === null) throw notFound();
    const last = state.editions.findLast(({ published }) => published !== null);
    if (last === undefined)
      return refuse('not-published', 'A draft may still change. Enter the figures that were given out instead.');
    const { from, to } = state.drafted;
    const edition = { report, edition: last.edition };
    return this.begin({ ...told, from, to, records: null, figures: [], edition }, { ...told, report }, sent);
  }

  async withdraw(disclosure: string, reason: string, sent: SentWith): Promise<WrittenDto> {
    const events = await this.store.read(disclosureStream(disclosure));
    if (events.length === 0) throw notFound();
    const act = { type: 'withdraw', reason } as const;
    return this.carryOut(disclosure, act, 'disclosure.withdraw', act, events, sent);
  }

  private async begin(
    entered: Omit<DisclosureEntered, 'disclosure'>,
    asSent: unknown,
    sent: SentWith,
  ): Promise<WrittenDto> {
    const disclosure = await freeReference(DISCLOSURE_PREFIX, sent.commandId, disclosureStream, this.store);
    const events = await this.store.read(disclosureStream(disclosure));
    return this.carryOut(
      disclosure,
      { type: 'enter', disclosure, ...entered },
      'disclosure.enter',
      asSent,
      events,
      sent,
    );
  }

  private async carryOut(
    disclosure: string,
    act: Unsigned,
    permission: Permission,
    asSent: unknown,
    events: readonly RecordedEvent[],
    sent: SentWith,
  ): Promise<WrittenDto> {
    const actor = actorOfCommand(events, sent, permission, noRelation, ['disclosure.read']);
    const envelope = envelopeOf(sent, actor, this.clock.now(), { type: act.type, sent: asSent });
    const by = { person: actor.person, isProgram: sent.asker.isProgram ?? false };
    const done = await this.commands.execute(
      new ActOnDisclosure(disclosure, { ...act, by } as DisclosureAct, envelope),
    );
    return new WrittenDto(disclosure, done);
  }
}
