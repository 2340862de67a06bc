import { type CaseShown } from '../../agenda/case-line.js';
import type { Proposal } from '../../agenda/propose.js';
import type { About } from '../../events.js';
import type { Meeting, MeetingItem } from '../meeting.js';
import type { MeetingExtent } from '../meeting-relations.js';
import type { AgendaItemDto, AgendaProposalDto, MeetingDto } from './read.dto.js';

interface ViewContext {
  readonly extent: MeetingExtent;
  /** Whether an item is about one of the reader's own children. */
  isOwn(about: About): boolean;
  caseOf(dispute: string): CaseShown;
}

/** A meeting as its reader may see it. */
export const meetingView = (
  meeting: Meeting,
  revision: number,
  proposals: readonly Proposal[],
  context: ViewContext,
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
  present: meeting.attendance?.present ?? [],
  apologies: meeting.attendance?.apologies ?? [],
  items: meeting.items
    .filter(({ about }) => context.extent !== 'own' || context.isOwn(about))
    .map((item) => itemView(item, meeting, context)),
  proposed: context.extent === 'full' ? proposals.map((each) => proposalView(each, context)) : [],
  revision,
});

const itemView = (item: MeetingItem, { actions }: Meeting, context: ViewContext): AgendaItemDto => {
  const { outcome, about } = item;
  const shown = about.kind === 'case' ? context.caseOf(about.dispute) : null;
  const isHidden = context.extent === 'outline' || (shown !== null && shown.status === null);
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
            .map(({ actionId, what, who, by, doneOn }) => ({ actionId, what, who, by, doneOn })),
        }),
  };
};

const proposalView = ({ about, because }: Proposal, context: ViewContext): AgendaProposalDto => ({
  ...aboutView(about, about.kind === 'case' ? context.caseOf(about.dispute) : null),
  because: [...because],
});

const aboutView = (about: About, shown: CaseShown | null) => ({
  about: about.kind,
  dispute: about.kind === 'case' ? about.dispute : null,
  initials: [...(shown?.initials ?? [])],
  theme: about.kind === 'case' ? (shown?.theme ?? null) : about.theme,
  title: about.kind === 'case' ? null : about.title,
  line: shown?.line ?? null,
});
