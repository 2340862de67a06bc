import { Inject, Injectable } from '@nestjs/common';
import { notYours, postThatMay } from '../../access/access.js';
import { actorFrom } from '../../access/asker.js';
import type { SentWith } from '../../access/sent.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import { actorOfCommand } from '../../disputes/authorised-disputes.js';
import { Owners } from '../../disputes/owners.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { EventStore } from '../../platform/event-store/event-store.js';
import type { Envelope } from '../../platform/executor.js';
import { freeReference } from '../../platform/free-reference.js';
import { envelopeOf } from '../../platform/http/envelope.js';
import { type AdviceDto, WrittenDto } from '../../platform/http/written.dto.js';
import { EVENT_STORE } from '../../platform/store-tokens.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import type { PostKind } from '../../protocol/protocol.js';
import { maySeeToIt } from '../../work/matters-of-meetings.js';
import { Office } from '../../work/office.js';
import type { MeetingArranged } from '../events.js';
import { type Ending, SeriesKeeper } from '../series/series-keeper.js';
import { type MeetingAct, type MeetingActType, permissionFor } from './acts/all-acts.js';
import type { DecideItem } from './acts/decide-item/decide-item.js';
import { nextSteps } from './acts/decide-item/next-steps.js';
import { Deciding, mustNotBeKept, WRITES_INTO_CASES } from './deciding.js';
import { type Meeting, MEETING_PREFIX, meetingStream } from './meeting.js';
import { MeetingKeeper } from './meeting-keeper.js';
import { MEETING_READS, MeetingRelations } from './meeting-relations.js';
import { mayBePutDown, mustHaveBeenThere } from './who-was-there.js';

/** The entrance of people's acts on meetings: this class settles whether a person may act, the decider whether the act is allowed. */
@Injectable()
export class AuthorisedMeetings {
  constructor(
    private readonly keeper: MeetingKeeper,
    private readonly series: SeriesKeeper,
    private readonly relations: MeetingRelations,
    private readonly deciding: Deciding,
    private readonly owners: Owners,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-yours`; and the refusals of the act */
  async arrange(arranged: Omit<MeetingArranged, 'meeting'>, sent: SentWith): Promise<WrittenDto> {
    const permission = permissionFor('arrange');
    const post = postThatMay(sent.asker, permission);
    if (post === undefined) throw notYours(permission);
    const meeting = await freeReference(MEETING_PREFIX, sent.commandId, meetingStream, this.store);
    const envelope = envelopeOf(sent, actorFrom(sent.asker, post), this.clock.now());
    const execution = await this.keeper.act(meeting, { type: 'arrange', meeting, ...arranged }, envelope);
    return new WrittenDto(meeting, execution, await this.keeper.adviceOnDay(arranged.heldOn, this.clock.now()));
  }

  /** @throws Problem `not-found`, `not-yours`; and the refusals of the act, and of the disputes it would write to */
  async act(id: string, act: MeetingAct, sent: SentWith): Promise<WrittenDto> {
    const envelope = isWrittenIntoACase(act)
      ? await this.mayWriteIntoACase(id, act, sent)
      : await this.mayAct(id, act.type, sent, itemConcernedBy(act));
    const known = await this.withPeople(id, act, envelope);
    const execution = await this.keeper.act(id, known, { ...envelope, asSent: act });
    return new WrittenDto(id, execution, await this.advice(id, act));
  }

  private async advice(id: string, act: MeetingAct): Promise<AdviceDto[]> {
    if (act.type === 'decide-item') return this.nextSteps(id, act);
    if (act.type === 'move') return this.keeper.adviceOnDay(act.to.heldOn, this.clock.now());
    if (act.type !== 'add-items') return [];
    const { meeting } = await this.keeper.find(id);
    return this.keeper.adviceOnItems(act.items, meeting, this.clock.now());
  }

  /** The tasks that a decision leaves for people, as the ladder of the case lets them. */
  private async nextSteps(id: string, { itemId, decision, goesOnTo }: DecideItem): Promise<AdviceDto[]> {
    const { meeting } = await this.keeper.find(id);
    if (meeting.items.find((item) => item.itemId === itemId)?.about.kind === 'theme')
      return this.adviceOnActions(itemId, meeting);
    const now = this.clock.now();
    if (goesOnTo === null || goesOnTo === 'cafcass')
      return nextSteps({ decision, goesOnTo }, null, await this.keeper.waitsForItsAnswer(itemId, meeting, now));
    const goesUp = await this.keeper.caseGoesUpTo(goesOnTo, itemId, meeting, now);
    return nextSteps({ decision, goesOnTo }, goesUp);
  }

  /** What somebody undertook who cannot mark it as done is asked of those who run the meeting. */
  private adviceOnActions(itemId: string, { actions }: Meeting): AdviceDto[] {
    const office = new Office(this.directory, londonDate(this.clock.now()));
    return actions
      .filter((action) => action.itemId === itemId)
      .flatMap(({ person = null }, index) =>
        person === null || maySeeToIt(person, office)
          ? []
          : [
              {
                code: 'cannot-mark-it-as-done',
                message: `${this.directory.person(person)?.name ?? person} holds no post that marks what a meeting agreed on as done, so they are not told here. Tell them yourself: it stands in the work of those who run the meeting, who mark it.`,
                pointer: `/actions/${index}/who`,
              },
            ],
      );
  }

  /** With the people whom the owners of its actions, and the posts of those who came, stand for, and the IRO's view on record; a command sent again is answered again, whoever is in office by now. */
  private async withPeople(
    id: string,
    act: MeetingAct,
    { commandId, actor, occurredAt }: Envelope,
  ): Promise<MeetingAct> {
    if (act.type !== 'decide-item' && act.type !== 'begin' && act.type !== 'correct-attendance') return act;
    const { meeting, events } = await this.keeper.find(id);
    if (events.some(({ metadata }) => metadata.commandId === commandId)) return act;
    if (act.type === 'decide-item') {
      return {
        ...act,
        ...(await this.keeper.caseLookedAt(act.itemId, meeting, occurredAt)),
        actions: this.owners.of(act.actions, '/actions', actor.actingFor ?? actor.person),
      };
    }
    mustHaveBeenThere(act.attendance.present, meeting, actor, this.directory);
    const present = act.attendance.present.map((each) => ({
      ...each,
      person: each.person ?? this.onlyHolder(each.post, meeting),
    }));
    return { ...act, attendance: { ...act.attendance, present } };
  }

  /** The only holder of a post, if a seat is theirs: the attendance need not name them. Null otherwise. */
  private onlyHolder(post: PostKind, meeting: Meeting): string | null {
    const holders = this.directory
      .postsFor(post, null, londonDate(this.clock.now()))
      .flatMap(({ person }) => person ?? []);
    const [only, ...others] = holders;
    return only !== undefined && others.length === 0 && mayBePutDown(only, meeting, this.directory) ? only : null;
  }

  /** Closes it or calls it off; what is left of its agenda is put on the next one of its series first. */
  async end(id: string, ending: Ending, sent: SentWith): Promise<WrittenDto> {
    const envelope = await this.mayAct(id, ending.type, sent);
    return new WrittenDto(id, (await this.series.end(id, ending, envelope)).execution);
  }

  /**
   * The actor, the post, and the time.
   * @param itemIn the item of the meeting that alone is concerned; of none the whole agenda is
   * @throws Problem `not-found`, `not-yours`
   */
  async mayAct(
    id: string,
    act: MeetingActType,
    sent: SentWith,
    itemIn: (meeting: Meeting) => string | undefined = () => undefined,
  ): Promise<Envelope> {
    const { meeting, events } = await this.relations.find(id, sent.asker);
    const relationsFrom = this.relations.to(meeting, sent.asker, itemIn(meeting));
    const actor = actorOfCommand(events, sent, permissionFor(act), relationsFrom, MEETING_READS);
    return envelopeOf(sent, actor, this.clock.now());
  }

  /** @throws Problem `not-found`, `not-yours`; Refusal `case-kept-from-you` */
  private async mayWriteIntoACase(id: string, { type, itemId }: WrittenIntoACase, sent: SentWith): Promise<Envelope> {
    const { meeting, events } = await this.relations.find(id, sent.asker);
    const onItem = await this.deciding.on(itemId, meeting, sent.asker);
    const actor = actorOfCommand(events, sent, permissionFor(type), onItem.relationsFrom, MEETING_READS);
    const isSentAgain = events.some(({ metadata }) => metadata.commandId === sent.commandId);
    if (!isSentAgain) mustNotBeKept(onItem);
    return envelopeOf(sent, actor, this.clock.now());
  }
}

type WrittenIntoACase = Extract<MeetingAct, { type: (typeof WRITES_INTO_CASES)[number] }>;

const isWrittenIntoACase = (act: MeetingAct): act is WrittenIntoACase =>
  WRITES_INTO_CASES.some((type) => type === act.type);

/** Of an act on an action, the item over which it was agreed. */
const itemConcernedBy =
  (act: MeetingAct) =>
  ({ actions }: Meeting): string | undefined => {
    if (act.type === 'take-off-item') return act.itemId;
    return 'actionId' in act ? actions.find(({ actionId }) => actionId === act.actionId)?.itemId : undefined;
  };
