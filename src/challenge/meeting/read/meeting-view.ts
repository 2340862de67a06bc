import { londonDate } from '../../../calendar/dates.js';
import type { Onlooker } from '../../../disputes/restriction.js';
import { missedAt } from '../../../disputes/time/late.js';
import { type CaseShown, caseShown, type ReadingOfCases } from '../../agenda/case-line.js';
import type { Proposal } from '../../agenda/propose.js';
import type { About } from '../../events.js';
import { peopleIn } from '../../seats.js';
import { meetingActionDate } from '../action-date.js';
import type { ActionOfMeeting, Meeting, MeetingItem } from '../meeting.js';
import type { ItemExtent, MeetingExtent } from '../meeting-relations.js';
import type { AgendaItemDto, AgendaProposalDto, MeetingActionDto, MeetingDto } from './read.dto.js';

/** The view of one reader on a meeting. */
export interface MeetingSight {
  readonly extent: MeetingExtent;
  /** The reader; null for a paper that anybody may hold. */
  readonly reader: Onlooker | null;
  extentOf(item: MeetingItem): ItemExtent;
}

/** A meeting as its reader may see it. */
export const meetingView = (
  meeting: Meeting,
  revision: number,
  proposals: readonly Proposal[],
  sight: MeetingSight,
  reading: ReadingOfCases,
): MeetingDto => ({
  meeting: meeting.meeting,
  series: meeting.series?.series ?? null,
  kind: meeting.kind,
  name: meeting.name,
  status: meeting.status,
  heldOn: meeting.heldOn,
  startsAt: meeting.startsAt,
  place: meeting.place,
  posts: meeting.posts,
  people: [...peopleIn(meeting)],
  present: meeting.attendance?.present ?? [],
  apologies: meeting.attendance?.apologies ?? [],
  items: meeting.items
    .filter((item) => sight.extentOf(item) !== 'nothing')
    .map((item) => itemView(item, meeting, sight, reading)),
  proposed: sight.extent === 'full' ? proposals.map((each) => proposalView(each, sight, reading)) : [],
  revision,
});

const itemView = (
  item: MeetingItem,
  { actions }: Meeting,
  { extent, reader, extentOf }: MeetingSight,
  reading: ReadingOfCases,
): AgendaItemDto => {
  const { about } = item;
  const shown = about.kind === 'case' ? asMinuted(caseShown(about.dispute, reader, reading), extentOf(item)) : null;
  if (shown !== null && shown.dispute === null) return lineOnly(item, shown);
  const isHidden = extent === 'outline' || (shown !== null && shown.status === null);
  const { outcome } = item;
  return {
    itemId: item.itemId,
    ...aboutView(about, shown),
    status: item.status,
    because: item.because,
    carriedFrom: item.carriedFrom?.meeting ?? null,
    carriedTo: item.carriedTo?.meeting ?? null,
    timesCarried: item.carriedFrom?.times ?? 0,
    decision: outcome?.decision ?? null,
    goesOnTo: outcome?.goesOnTo ?? null,
    nextLookOn: outcome?.nextLookOn ?? null,
    ...(isHidden
      ? {}
      : {
          note: item.note,
          discussion: outcome?.discussion ?? null,
          iroView: outcome?.iroView ?? null,
          actions: actions
            .filter(({ itemId }) => itemId === item.itemId)
            .map((action) => actionView(action, about, reading)),
        }),
  };
};

const actionView = (
  { actionId, what, who, person, by, doneOn, recordedAt }: ActionOfMeeting,
  { kind }: About,
  { now }: Pick<ReadingOfCases, 'now'>,
): MeetingActionDto => ({
  ...{ actionId, what, who, person: person ?? null, by, doneOn },
  recordedOn: recordedAt === null ? null : londonDate(recordedAt),
  late: kind === 'theme' ? missedAt(meetingActionDate({ by, recordedAt }), now) !== null : null,
});

/** Minutes say what the meeting decided, and nothing of how the case stands now. */
const asMinuted = (shown: CaseShown, extent: ItemExtent): CaseShown =>
  extent === 'minutes' && shown.status !== null ? { ...shown, line: 'As this meeting decided.' } : shown;

/** A record that the reader may not know of takes up a line of the agenda, and says nothing. */
const lineOnly = ({ itemId, about, status }: MeetingItem, shown: CaseShown): AgendaItemDto => ({
  itemId,
  ...aboutView(about, shown),
  status,
  because: [],
  carriedFrom: null,
  carriedTo: null,
  timesCarried: 0,
  decision: null,
  goesOnTo: null,
  nextLookOn: null,
});

const proposalView = (
  { about, because, alsoOn }: Proposal,
  { reader }: MeetingSight,
  reading: ReadingOfCases,
): AgendaProposalDto => ({
  ...aboutView(about, about.kind === 'case' ? caseShown(about.dispute, reader, reading) : null),
  because: [...because],
  alsoOn,
});

const aboutView = (about: About, shown: CaseShown | null) => ({
  about: about.kind,
  dispute: shown?.dispute ?? null,
  initials: [...(shown?.initials ?? [])],
  theme: about.kind === 'case' ? (shown?.theme ?? null) : about.theme,
  title: about.kind === 'case' ? null : about.title,
  line: shown?.line ?? null,
});
