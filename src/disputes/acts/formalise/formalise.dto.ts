import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../access/dated/field.js';
import { Choice, Code, Flag, Many, Narrative, One, WholeNumber } from '../../../platform/http/fields.js';
import { LONGEST_CLOCK } from '../../../protocol/read-clock.js';
import { THEMES } from '../../fields.js';
import { ANSWER_WITHIN, EarlierDateDto } from '../raise/raise.dto.js';
import { WantedActionDto } from '../wanted-action.dto.js';

/** Continues an informal dispute as a formal one. What is left out is taken over from it. */
@ApiSchema({ name: 'Formalise' })
export class FormaliseDto {
  @Narrative({ description: 'Why it becomes formal.' })
  reason: string;

  @WholeNumber(1, 20, { optional: true, description: 'The first stage unless told.' })
  stage?: number | null;

  @Narrative({ optional: true, description: 'Why it begins above the first stage.' })
  stageReason?: string | null;

  @Choice(THEMES, { optional: true })
  theme?: string | null;

  @Code({ optional: true, description: 'Its level, where the protocol has any: that of the informal one unless told.' })
  level?: string | null;

  @Narrative({ optional: true })
  concern?: string | null;

  @Narrative({ optional: true })
  impactIfNothingChanges?: string | null;

  @Many(() => WantedActionDto, { optional: true })
  actionsWanted?: WantedActionDto[] | null;

  @Flag({ optional: true })
  urgent?: boolean | null;

  @Narrative({ optional: true, description: 'Why it does not wait for what the protocol requires before raising.' })
  urgentBecause?: string | null;

  @One(() => EarlierDateDto, { optional: true })
  earlierDate?: EarlierDateDto | null;

  @Dated('to-come', { optional: true, description: 'For a stage timed by a meeting.' })
  meetingOn?: string | null;

  @WholeNumber(1, LONGEST_CLOCK, { optional: true, description: ANSWER_WITHIN })
  answerWithin?: number | null;
}
