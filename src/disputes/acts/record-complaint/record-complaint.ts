import type { LocalDate } from '../../../calendar/calendar.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import { type DisputeState, isOpenComplaint } from '../../dispute.js';
import type { ComplaintState, DisputeEvent } from '../../events.js';
import { mustTakePartInAsking, mustBeRaised, mustNotBeInFuture, mustNotBeVoided } from '../../rules.js';
import { ANOTHER, disputeAct } from '../dispute-act.js';

export interface RecordComplaint {
  type: 'record-complaint';
  /** Number of the complaint, as it is linked. */
  complaint: string;
  state: ComplaintState;
  /** Day on which it came to be so. */
  on: LocalDate;
}

/**
 * How a complaint stands that is linked to a dispute. It has its own timetable and its own end (domain brief, section 3): the end of the
 * one is not the end of the other, in either direction.
 *
 * @throws Refusal `complaint-not-linked`, `complaint-stands-so`
 */
export const recordComplaint = (act: RecordComplaint, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustNotBeVoided(mustBeRaised(state));
  mustTakePartInAsking(matter, context);
  mustNotBeInFuture(act.on, context.today, 'The day of the complaint');
  const link = matter.links.find(({ kind, to }) => kind === 'complaint' && to === act.complaint);
  if (link === undefined)
    return refuse(
      'complaint-not-linked',
      'No complaint of this number is linked here. Link it first, or check the number.',
    );
  const standsSo = link.complaint === undefined ? act.state === 'open' : link.complaint.state === act.state;
  if (standsSo) refuse('complaint-stands-so', 'That is how the complaint stands already. Record it when it changes.');
  const { complaint, state: becomes, on } = act;
  return [{ type: 'ComplaintStateRecorded', data: { complaint, state: becomes, on } }];
};

const BECAME: Readonly<Record<ComplaintState, string>> = {
  open: 'is open again',
  upheld: 'was upheld',
  'partly-upheld': 'was upheld in part',
  'not-upheld': 'was not upheld',
  withdrawn: 'was withdrawn',
};

export const recordComplaintAct = disputeAct({
  type: 'record-complaint',
  decide: recordComplaint,
  route: 'record-complaint',
  sample: ({ today, matter }): RecordComplaint => {
    const link = matter?.links.find(({ kind }) => kind === 'complaint');
    const state = link !== undefined && isOpenComplaint(link) ? 'upheld' : 'open';
    return { type: 'record-complaint', complaint: link?.to ?? ANOTHER, state, on: today };
  },
  events: {
    ComplaintStateRecorded: {
      version: 1,
      sentence: ({ who, data, dated }) =>
        !data.state
          ? `${who} recorded how a complaint stands.`
          : `${who} recorded that the complaint ${data.complaint ?? ''} ${BECAME[data.state]}${dated('on', data.on)}.`,
    },
  },
});
