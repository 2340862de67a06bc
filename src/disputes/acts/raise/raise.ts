import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { londonDate } from '../../../calendar/dates.js';
import { Documents } from '../../../documents/documents.js';
import type { DocumentNamed } from '../../../documents/events.js';
import type { Clock } from '../../../platform/clock/clock.js';
import type { EventStore } from '../../../platform/event-store/event-store.js';
import { envelopeOf } from '../../../platform/http/envelope.js';
import { malformed } from '../../../platform/http/problem.js';
import { MAIN_PREFIX } from '../../../platform/ids.js';
import { type Asker, ownerOf } from '../../../access/asker.js';
import type { SentWith } from '../../../access/sent.js';
import { WrittenDto } from '../../../platform/http/written.dto.js';
import { freeReference } from '../../../platform/free-reference.js';
import type { ReadModels } from '../../../platform/projections/projection.js';
import { CLOCK } from '../../../platform/tokens.js';
import { EVENT_STORE, READ_MODELS } from '../../../platform/store-tokens.js';
import { ActOnDispute, disputeStream } from '../../act-on-dispute.js';
import type { Raising } from './raising.js';
import type { Advice, ChildView } from '../../events.js';
import { Owners } from '../../owners.js';
import { keptFor, NOT_KEPT_FROM } from '../../set-aside.js';
import { subjectBefore, Subjects } from '../../subject.js';
import { wantedActions } from '../wanted-action.dto.js';
import type { RaiseInformal } from '../raise-informal/raise-informal.js';
import type { ChildViewDto, RaiseDto } from './raise.dto.js';

export const DISPUTE_PREFIX = MAIN_PREFIX;

/** Raises a dispute: finds whom it is about and what else is open, and leaves the rest to the decider. */
@Injectable()
export class RaiseDispute {
  constructor(
    private readonly commands: CommandBus,
    private readonly subjects: Subjects,
    private readonly owners: Owners,
    private readonly documents: Documents,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  raise(body: RaiseDto, sent: SentWith): Promise<WrittenDto> {
    return this.documents.attachedTo(body.documents, sent, (documents) => this.raiseWith(body, documents, sent));
  }

  private async raiseWith(body: RaiseDto, documents: DocumentNamed[], sent: SentWith): Promise<WrittenDto> {
    fitForItsKind(body);
    const reference = await this.referenceOf(body, sent.commandId);
    const before = subjectBefore(await this.store.read(disputeStream(reference)), sent);
    const { subject, actor } = before ?? this.subjects.about(body, sent.asker, 'dispute.raise');
    const actionsWanted = wantedActions(body.actionsWanted);
    const raising: Raising = {
      reference,
      subject,
      level: body.level ?? null,
      theme: body.theme,
      secondaryThemes: body.secondaryThemes ?? [],
      concern: body.concern,
      impactIfNothingChanges: body.impactIfNothingChanges ?? null,
      acknowledged: body.acknowledged ?? null,
      actionsWanted: before ? actionsWanted : this.owners.of(actionsWanted, '/actionsWanted', ownerOf(sent.asker)),
      spokeFirst: body.spokeFirst ?? null,
      wroteFirst: body.wroteFirst ?? null,
      childView: childViewIn(body.childView),
      urgent: body.urgent ?? false,
      urgentBecause: body.urgentBecause ?? null,
      links: (body.links ?? []).map(({ kind, to }) => ({ kind, to })),
      ...(documents.length === 0 ? {} : { documents }),
      earlierDate: body.earlierDate ?? null,
      meetingOn: body.meetingOn ?? null,
      reviewedOn: body.reviewedOn ?? null,
      answerWithin: body.answerWithin ?? null,
      outsideAdvice: this.alsoOpen(reference, subject.children, body.theme, sent.asker),
    };
    const act =
      body.kind === 'informal'
        ? { type: 'raise-informal' as const, ...raising, ...settledIn(body) }
        : { type: 'raise-formal' as const, ...raising, stage: body.stage ?? 1, stageReason: body.stageReason ?? null };
    const envelope = envelopeOf(sent, actor, this.clock.now(), body);
    return new WrittenDto(reference, await this.commands.execute(new ActOnDispute(reference, act, envelope)));
  }

  /** Its own, or that of the conversation it begins from. */
  private async referenceOf(body: RaiseDto, commandId: string): Promise<string> {
    return body.conversation ?? freeReference(DISPUTE_PREFIX, commandId, disputeStream, this.store);
  }

  /** Help that only the register can give: the same matter may be under way already. */
  private alsoOpen(reference: string, children: readonly string[], theme: string, asker: Asker): Advice[] {
    const others = this.readModels.all<{ reference: string }>(
      // CROSS JOIN keeps this order: from the few cases of a child, never from all open ones.
      `SELECT DISTINCT register.reference FROM json_each(:children) AS child
         CROSS JOIN case_children AS named ON named.child = child.value
         CROSS JOIN dispute_register AS register ON register.reference = named.reference
        WHERE register.status = 'open' AND register.theme = :theme AND register.reference <> :reference AND ${NOT_KEPT_FROM}
        ORDER BY register.reference LIMIT 5`,
      { theme, reference, ...keptFor(asker, londonDate(this.clock.now())), children: JSON.stringify(children) },
    );
    if (others.length === 0) return [];
    const references = others.map((other) => other.reference).join(', ');
    return [
      {
        code: 'also-open',
        message: `Open already for the same child and theme: ${references}. Link them, or withdraw one if they are the same matter.`,
        pointer: '/theme',
      },
    ];
  }
}

/** Said of the other kind of dispute it would be lost in silence. */
const fitForItsKind = ({ kind, stage, stageReason, settledOnTheCall }: RaiseDto): void => {
  if (kind === 'formal' && (settledOnTheCall ?? null) !== null)
    throw malformed('/settledOnTheCall/impact', 'is for informal disputes: leave it out, or raise informally');
  if (kind === 'informal' && (stage ?? stageReason ?? null) !== null)
    throw malformed('/stage', 'is for formal disputes: leave it and its reason out, or raise formally');
};

const settledIn = ({ settledOnTheCall }: RaiseDto): Pick<RaiseInformal, 'settledOnTheCall'> =>
  settledOnTheCall === null || settledOnTheCall === undefined
    ? {}
    : { settledOnTheCall: { impact: settledOnTheCall.impact, impactNote: settledOnTheCall.impactNote ?? null } };

export const childViewIn = (sent: ChildViewDto | null | undefined): ChildView | null =>
  sent === null || sent === undefined
    ? null
    : {
        view: sent.view ?? null,
        told: sent.told ?? null,
        ...(sent.toldOn ? { toldOn: sent.toldOn } : {}),
        advocateOffered: sent.advocateOffered ?? null,
        advocateOfferedOn: sent.advocateOfferedOn ?? null,
      };
