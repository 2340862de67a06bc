import { ChangesSince } from '../../../directory/changes-since.js';
import { meetingStream } from '../meeting.js';
import type { Type } from '@nestjs/common';
import { Named, NamedMany } from '../../../access/named/field.js';
import { Bodies } from '../../../access/bodies.js';
import type { SentWith } from '../../../access/sent.js';
import { Opens, OpensNothing } from '../../../access/view-log/opens.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { londonDate } from '../../../calendar/dates.js';
import { dayInWords } from '../../../calendar/in-words.js';
import type { Clock } from '../../../platform/clock/clock.js';
import { Many, Name, Names, Narrative } from '../../../platform/http/fields.js';
import { malformed } from '../../../platform/http/problem.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { CLOCK } from '../../../platform/tokens.js';
import { inCouncilWords } from '../../../protocol/council-words.js';
import { WordsNow } from '../../../protocol/words-now.js';
import { type AskedForForm, type FormPage, formPageOf, notNow } from '../../../web/forms/form-page.js';
import { queryOf } from '../../../web/forms/forms.js';
import { NothingFilledIn } from '../../../web/forms/nothing-filled-in.js';
import { inThreeBoxes, type Typed } from '../../../web/forms/typed.js';
import type { OtherPage } from '../../../web/frame/page.js';
import { AddAgendaItemsDto, NewAgendaItemDto } from '../acts/add-items/add-items.dto.js';
import { AddAgendaItemsRoute } from '../acts/add-items/add-items.route.js';
import { ArrangeMeetingDto } from '../acts/arrange/arrange.dto.js';
import { ArrangeMeetingRoute } from '../acts/arrange/arrange.route.js';
import { BeginMeetingDto } from '../acts/begin/begin.dto.js';
import { BeginMeetingRoute } from '../acts/begin/begin.route.js';
import { CancelMeetingDto } from '../acts/cancel/cancel.dto.js';
import { CancelMeetingRoute } from '../acts/cancel/cancel.route.js';
import { ChangeSeatsDto } from '../acts/change-seats/change-seats.dto.js';
import { ChangeSeatsRoute } from '../acts/change-seats/change-seats.route.js';
import { CloseMeetingRoute } from '../acts/close/close.route.js';
import { CorrectAttendanceDto } from '../acts/correct-attendance/correct-attendance.dto.js';
import { CorrectAttendanceRoute } from '../acts/correct-attendance/correct-attendance.route.js';
import { MarkMeetingActionDoneDto } from '../acts/mark-action-done/mark-action-done.dto.js';
import { MarkMeetingActionDoneRoute } from '../acts/mark-action-done/mark-action-done.route.js';
import { MoveMeetingDto } from '../acts/move/move.dto.js';
import { MoveMeetingRoute } from '../acts/move/move.route.js';
import { PlaceItemDto } from '../acts/place-item/place-item.dto.js';
import { PlaceAgendaItemRoute } from '../acts/place-item/place-item.route.js';
import { PrepareAgendaRoute } from '../acts/prepare/prepare.route.js';
import { TakeBackMeetingActionDoneDto } from '../acts/take-back-action-done/take-back-action-done.dto.js';
import { TakeBackMeetingActionDoneRoute } from '../acts/take-back-action-done/take-back-action-done.route.js';
import { TakeBackBeginDto } from '../acts/take-back-begin/take-back-begin.dto.js';
import { TakeBackBeginRoute } from '../acts/take-back-begin/take-back-begin.route.js';
import { TakeBackDecisionDto } from '../acts/take-back-decision/take-back-decision.dto.js';
import { TakeBackDecisionRoute } from '../acts/take-back-decision/take-back-decision.route.js';
import { TakeOffItemDto } from '../acts/take-off-item/take-off-item.dto.js';
import { TakeOffAgendaItemRoute } from '../acts/take-off-item/take-off-item.route.js';
import type { MeetingActType } from '../acts/all-acts.js';
import { permissionFor } from '../acts/all-acts.js';
import { MeetingRelations } from '../meeting-relations.js';
import { SeriesKeeper } from '../../series/series-keeper.js';
import type { AgendaItemDto, MeetingDto } from '../read/read.dto.js';
import { ReadMeeting } from '../read/read.query.js';
import { ChoicesOfMeetings, reasonsOf, seatValue } from './choices-of-meetings.js';
import { themeShown } from '../../../protocol/theme-shown.js';
import { headingOf, itemInLine } from './item-shown.js';
import {
  arrangeForm,
  MEETING_ACT_FORMS,
  type MeetingActForm,
  type MeetingPageAct,
  NO_CASE_CHOSEN,
} from './meeting-forms.js';
import { MeetingOffers } from './meeting-offers.js';

/** One case of those that are open. */
class CaseChosenDto {
  @Named('dispute')
  dispute: string;
}

/** Cases are chosen from lists, or named by reference; one note stands with all of them. */
class AddCasesDto {
  @NamedMany('dispute', { optional: true })
  proposed?: string[] | null;

  @Many(() => CaseChosenDto, { optional: true })
  others?: CaseChosenDto[] | null;

  @Named('dispute', { optional: true })
  byReference?: string | null;

  @Narrative({ optional: true })
  note?: string | null;
}

/** Somebody without a seat, who came all the same. */
class CameDto {
  @Name()
  post: string;

  @Named('person')
  person: string;
}

/** Those who sit in it are ticked: each value is a post and the one who holds it. */
class WhoCameDto {
  @Names({ optional: true })
  there?: string[] | null;

  @Many(() => CameDto, { optional: true })
  others?: CameDto[] | null;

  @Names({ optional: true })
  apologies?: string[] | null;
}

/** The same, and why it is corrected. */
class WhoCameAfterAllDto extends WhoCameDto {
  @Narrative()
  reason: string;
}

export const pathOfMeeting = ({ id, request }: AskedForForm): string => `/challenge/meetings/${id}${queryOf(request)}`;

/** How the form of an act is carried out, by the route of the API that it stands for. */
interface Sending {
  readonly act: MeetingActType;
  readonly body: Type;
  carryOut(asked: AskedForForm, body: never, sent: SentWith): Promise<WrittenDto>;
  /** Its contents when it is opened. */
  readonly typed?: (meeting: MeetingDto, asked: AskedForForm) => Promise<Typed>;
  readonly view?: string;
}

const preselected =
  (name: 'itemId' | 'actionId', asked: 'item' | 'action'): NonNullable<Sending['typed']> =>
  async (_, { request }) => {
    const value = (request.query as Readonly<Record<string, unknown>>)[asked];
    return typeof value === 'string' ? { [name]: value } : {};
  };

const SENDING: Readonly<Record<MeetingPageAct, Sending>> = {
  begin: {
    act: 'begin',
    body: WhoCameDto,
    typed: async (_, asked) => ({
      there: (await seatedIn(asked)).map(({ post, person }) => seatValue(post, person)),
    }),
    carryOut: async ({ id, get }, { there, others, apologies }: WhoCameDto, sent) => {
      // The attendance is one list in the body of the API, and is checked by the same pipes.
      const body = await get(Bodies).read(cameIn({ there, others, apologies }), BeginMeetingDto);
      return get(BeginMeetingRoute).begin(id, body, sent);
    },
  },
  'correct-attendance': {
    act: 'correct-attendance',
    body: WhoCameAfterAllDto,
    carryOut: async ({ id, get }, { reason, ...came }: WhoCameAfterAllDto, sent) => {
      const body = await get(Bodies).read({ ...cameIn(came), reason }, CorrectAttendanceDto);
      return get(CorrectAttendanceRoute).correct(id, body, sent);
    },
  },
  'take-back-begin': {
    act: 'take-back-begin',
    body: TakeBackBeginDto,
    carryOut: ({ id, get }, body: TakeBackBeginDto, sent) => get(TakeBackBeginRoute).takeBack(id, body, sent),
  },
  close: {
    act: 'close',
    body: NothingFilledIn,
    view: 'challenge/meeting/pages/close',
    carryOut: ({ id, get }, _, sent) => get(CloseMeetingRoute).close(id, sent),
  },
  prepare: {
    act: 'add-items',
    body: NothingFilledIn,
    view: 'challenge/meeting/pages/prepare',
    carryOut: ({ id, get }, _, sent) => get(PrepareAgendaRoute).prepare(id, sent),
  },
  'add-items': {
    act: 'add-items',
    body: AddCasesDto,
    carryOut: async ({ id, get }, { proposed, others, byReference, note }: AddCasesDto, sent) => {
      const disputes = [
        ...(proposed ?? []),
        ...(others ?? []).map(({ dispute }) => dispute),
        ...(byReference ? [byReference] : []),
      ];
      if (disputes.length === 0) throw malformed('/byReference', NO_CASE_CHOSEN);
      const items = [...new Set(disputes)].map((dispute) => ({ dispute, ...(note ? { note } : {}) }));
      const body = await get(Bodies).read({ items }, AddAgendaItemsDto);
      return get(AddAgendaItemsRoute).add(id, body, sent);
    },
  },
  'add-theme': {
    act: 'add-items',
    body: NewAgendaItemDto,
    carryOut: ({ id, get }, item: NewAgendaItemDto, sent) => get(AddAgendaItemsRoute).add(id, { items: [item] }, sent),
  },
  'place-item': {
    act: 'place-item',
    body: PlaceItemDto,
    typed: preselected('itemId', 'item'),
    carryOut: ({ id, get }, body: PlaceItemDto, sent) => get(PlaceAgendaItemRoute).place(id, body, sent),
  },
  'take-off-item': {
    act: 'take-off-item',
    body: TakeOffItemDto,
    typed: preselected('itemId', 'item'),
    carryOut: ({ id, get }, body: TakeOffItemDto, sent) => get(TakeOffAgendaItemRoute).takeOff(id, body, sent),
  },
  'take-back-decision': {
    act: 'take-back-decision',
    body: TakeBackDecisionDto,
    typed: preselected('itemId', 'item'),
    carryOut: ({ id, get }, body: TakeBackDecisionDto, sent) => get(TakeBackDecisionRoute).takeBack(id, body, sent),
  },
  'mark-action-done': {
    act: 'mark-action-done',
    body: MarkMeetingActionDoneDto,
    typed: preselected('actionId', 'action'),
    carryOut: ({ id, get }, body: MarkMeetingActionDoneDto, sent) =>
      get(MarkMeetingActionDoneRoute).markDone(id, body, sent),
  },
  'take-back-action-done': {
    act: 'take-back-action-done',
    body: TakeBackMeetingActionDoneDto,
    typed: preselected('actionId', 'action'),
    carryOut: ({ id, get }, body: TakeBackMeetingActionDoneDto, sent) =>
      get(TakeBackMeetingActionDoneRoute).takeBack(id, body, sent),
  },
  move: {
    act: 'move',
    body: MoveMeetingDto,
    typed: async ({ heldOn, startsAt }) => ({ heldOn: inThreeBoxes(heldOn), startsAt }),
    carryOut: ({ id, get }, body: MoveMeetingDto, sent) => get(MoveMeetingRoute).move(id, body, sent),
  },
  'change-seats': {
    act: 'change-seats',
    body: ChangeSeatsDto,
    typed: async ({ posts, people }, { get }) => ({ posts, people: get(ChoicesOfMeetings).namesOf(people).join(', ') }),
    carryOut: ({ id, get }, body: ChangeSeatsDto, sent) => get(ChangeSeatsRoute).change(id, body, sent),
  },
  cancel: {
    act: 'cancel',
    body: CancelMeetingDto,
    view: 'challenge/meeting/pages/close',
    carryOut: ({ id, get }, body: CancelMeetingDto, sent) => get(CancelMeetingRoute).cancel(id, body, sent),
  },
};

const cameIn = ({ there, others, apologies }: WhoCameDto): object => ({
  present: [...(there ?? []).map(seatIn), ...(others ?? [])],
  ...(apologies ? { apologies } : {}),
});

const seatIn = (value: string): { post: string; person: string } => {
  const [post = '', person = ''] = value.split(' ');
  return { post, person };
};

const seatedIn = async ({ id, asker, get }: AskedForForm) => {
  const relations = get(MeetingRelations);
  return relations.seated((await relations.find(id, asker)).meeting);
};

const begins = async (act: MeetingPageAct, asked: AskedForForm): Promise<Typed | OtherPage> => {
  const { acts } = await asked.get(MeetingOffers).for(asked.id, asked.asker);
  const proposesNothing = act === 'prepare' && (await read(asked)).proposed.every(({ alsoOn }) => alsoOn !== null);
  if (!acts.includes(act) || proposesNothing) return notNow(pathOfMeeting(asked));
  return (await SENDING[act].typed?.(await read(asked), asked)) ?? {};
};

const read = ({ id, asker, ask }: AskedForForm): Promise<MeetingDto> => ask(new ReadMeeting(id, asker));

/** Further lines of a form on the agenda: the items that are left of it, and those that it proposes. */
const besides = async ({ series, items, proposed }: MeetingDto, asked: AskedForForm): Promise<object> => {
  const { get } = asked;
  const { words, themes } = await get(WordsNow).now();
  const inLines = (those: readonly AgendaItemDto[]): string[] =>
    those.map((item) =>
      [
        itemInLine(item, words),
        ...(item.about === 'case' && item.theme !== null ? [themeShown(item.theme, themes).label] : []),
      ].join(' · '),
    );
  const left = items.filter(({ status }) => status === 'on-agenda');
  const deferred = items.filter(({ status, decision }) => status === 'decided' && decision === 'deferred');
  return {
    isAgendaEmpty: items.every(({ status }) => status === 'taken-off'),
    ...{ left: inLines(left), deferred: inLines(deferred) },
    becomes: becomesOf({
      ...{ isOfSeries: series !== null, left: left.length, deferred: deferred.length },
      nextOn: series === null ? null : await nextDayOf(asked),
    }).map((line) => inCouncilWords(line, words)),
    proposed: proposed
      .filter(({ alsoOn }) => alsoOn === null)
      .map((each) => `${headingOf(each, words)}: ${inCouncilWords(reasonsOf(each.because), words)}`),
  };
};

/** The day to which the series carries what is left; null where it has ended. */
const nextDayOf = async ({ id, asker, get }: AskedForForm): Promise<LocalDate | null> => {
  const { meeting } = await get(MeetingRelations).find(id, asker);
  if (meeting.series === null) return null;
  const { series, plannedOn } = meeting.series;
  return get(SeriesKeeper).nextDayOf(series, plannedOn, londonDate(get<Clock>(CLOCK).now()));
};

/** What becomes of the items that a meeting ends without having dealt with. */
const becomesOf = ({
  isOfSeries,
  left,
  deferred,
  nextOn,
}: {
  readonly isOfSeries: boolean;
  readonly left: number;
  readonly deferred: number;
  /** The day of the next meeting of its series; null where there is none. */
  readonly nextOn: LocalDate | null;
}): string[] => {
  if (isOfSeries && nextOn === null)
    return ['Its series has no meeting after this one: each of them is decided otherwise, or taken off, first.'];
  const next = `the next meeting of its series${nextOn === null ? '' : `, on ${dayInWords(nextOn)}`}`;
  if (isOfSeries && left > 0 && deferred > 0) return [`All ${left + deferred} go to ${next}, those deferred too.`];
  if (isOfSeries) return [`${left + deferred === 1 ? 'It goes' : 'They go'} to ${next}.`];
  return [
    ...(left > 0
      ? ['This is a single meeting, so there is no next one: each of them is decided or taken off first.']
      : []),
    ...(deferred > 0 ? ['A deferred item is proposed again on the day of its next look.'] : []),
  ];
};

const pageOf = (act: MeetingPageAct, form: MeetingActForm): FormPage => ({
  path: `challenge/meetings/:meeting/${act}`,
  permits: permissionFor(SENDING[act].act),
  opens: Opens('page'),
  begins: (asked) => begins(act, asked),
  carrying: (asked) => ({
    pages: [form],
    body: SENDING[act].body,
    around: async () => {
      const meeting = await read(asked);
      const offers = await asked.get(MeetingOffers).for(asked.id, asked.asker);
      const choices = asked.get(ChoicesOfMeetings);
      const { view } = SENDING[act];
      return {
        choices: {
          ...(await choices.of(meeting, offers, await seatedIn(asked))),
          ...(act === 'add-items' ? await choices.pickList(meeting, asked.asker) : {}),
        },
        back: pathOfMeeting(asked),
        caption: `${meeting.meeting} · ${dayInWords(meeting.heldOn)}`,
        ...(form.looksAtTheWhole ? await asked.get(ChangesSince).of(meetingStream(asked.id)) : {}),
        ...(view === undefined ? {} : { view, more: { meeting, ...(await besides(meeting, asked)) } }),
      };
    },
    carryOut: (body, sent) => SENDING[act].carryOut(asked, body as never, sent),
    follows: async () => [],
    leadsTo: () => pathOfMeeting(asked),
  }),
});

const arrangePage = formPageOf({
  path: 'challenge/meetings/new',
  permits: permissionFor('arrange'),
  opens: OpensNothing('A form in which nothing is written yet.'),
  carrying: ({ get, request }) => ({
    pages: [arrangeForm],
    body: ArrangeMeetingDto,
    around: async () => ({ choices: await get(ChoicesOfMeetings).ofCouncil(), back: '/challenge' }),
    carryOut: (body, sent) => get(ArrangeMeetingRoute).arrange(body as ArrangeMeetingDto, sent),
    follows: async () => [],
    leadsTo: ({ reference }) => `/challenge/meetings/${reference}${queryOf(request)}`,
  }),
});

/** The pages of the acts on meetings. */
export const meetingPages: readonly Type[] = [
  arrangePage,
  ...Object.entries(MEETING_ACT_FORMS).map(([act, form]) => formPageOf(pageOf(act as MeetingPageAct, form))),
];
