import { actOn } from '../../act.js';
import type { MeetingContext } from '../../context.js';
import type { ChallengeMeetingEvent } from '../../events.js';
import type { MeetingState } from '../meeting.js';

/** One act on a meeting; {@link MEETING_ACTS} names them all. */
export const meetingAct = actOn<MeetingState, MeetingContext, ChallengeMeetingEvent>();
