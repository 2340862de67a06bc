import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../access/dated/field.js';
import { Named, NamedMany } from '../../../access/named/field.js';
import { Choice, Choices, Code, Flag, Many, Name, Narrative, One, WholeNumber } from '../../../platform/http/fields.js';
import { type Population, POPULATIONS } from '../../../protocol/protocol.js';
import { LONGEST_CLOCK } from '../../../protocol/read-clock.js';
import { type DisputeKind, IMPACT_CODES, type ImpactCode, type Link } from '../../events.js';
import { THEMES } from '../../fields.js';
import { Evidence } from '../../documents/evidence.js';
import { WantedActionDto } from '../wanted-action.dto.js';

/** A conversation before raising. */
@ApiSchema({ name: 'SpokeFirst' })
export class SpokeFirstDto {
  @Name()
  spokeTo: string;

  @Dated('in-this-matter')
  spokeOn: string;

  @Narrative()
  result: string;
}

/** An e-mail before raising. */
@ApiSchema({ name: 'WroteFirst' })
export class WroteFirstDto {
  @Name()
  wroteTo: string;

  @Dated('in-this-matter')
  wroteOn: string;

  @Narrative()
  result: string;
}

/** The child's view, and what the child was told and offered. Recorded; never a condition (Handbook 6.4). */
@ApiSchema({ name: 'ChildView' })
export class ChildViewDto {
  @Narrative({ optional: true })
  view?: string | null;

  @Flag({ optional: true })
  told?: boolean | null;

  @Dated('in-the-life', { optional: true })
  toldOn?: string | null;

  @Flag({ optional: true })
  advocateOffered?: boolean | null;

  @Dated('in-the-life', { optional: true })
  advocateOfferedOn?: string | null;
}

@ApiSchema({ name: 'EarlierDate' })
export class EarlierDateDto {
  @Dated('to-come')
  askedFor: string;

  @Narrative()
  reason: string;
}

/** An informal concern that the call put right: it is on record, resolved at once, and nobody is asked to answer. */
@ApiSchema({ name: 'SettledOnTheCall' })
export class SettledOnTheCallDto {
  @Choices(IMPACT_CODES, { description: 'What changed for the child.' })
  impact: ImpactCode[];

  @Narrative({ optional: true })
  impactNote?: string | null;
}

/** Said of the field in which a time to answer is chosen. */
export const ANSWER_WITHIN =
  'How many of the days, or hours, of its clock there are to answer, where the protocol lets that be chosen; its limit unless told.';

export const LINK_KINDS = ['re-raises', 'same-matter', 'complaint', 'review'] as const;

/** Something it belongs with: another dispute by its reference, or another system's own number. */
@ApiSchema({ name: 'Link' })
export class LinkDto {
  @Choice(LINK_KINDS)
  kind: Link['kind'];

  @Named('linked')
  to: string;
}

/** Raising a concern. A field about the child that is left out comes from the child's allocation. */
@ApiSchema({ name: 'RaiseDispute' })
export class RaiseDto {
  @Choice(['informal', 'formal'])
  kind: DisputeKind;

  @NamedMany('child', { atLeastOne: true, most: 20, description: 'Record numbers; siblings share one dispute.' })
  children: string[];

  @Choice(POPULATIONS, { optional: true })
  population?: Population | null;

  @Named('team-of-that-day', { optional: true, description: 'Counted under it; under the first child’s unless told.' })
  team?: string | null;

  @Named('iro-of-the-sender', {
    optional: true,
    description: 'Person id of whose concern it is and who holds it; the first child’s IRO unless told.',
  })
  iro?: string | null;

  @Named('iro', {
    optional: true,
    description:
      'Person id of the IRO whose own practice it is about: they never hold it, and you do unless told. Left out where it is about the child.',
  })
  practiceOf?: string | null;

  @Named('conversation', { optional: true, description: 'Where it begins from one, whose reference it then carries.' })
  conversation?: string | null;

  @WholeNumber(1, 20, { optional: true, description: 'Formal only: the first stage unless told.' })
  stage?: number | null;

  @Narrative({ optional: true, description: 'Why it begins above the first stage (Handbook 6.2).' })
  stageReason?: string | null;

  @Code({ optional: true, description: 'Code of its level: needed where the protocol has levels, as red and amber.' })
  level?: string | null;

  @Choice(THEMES)
  theme: string;

  @Choices(THEMES, { optional: true })
  secondaryThemes?: string[] | null;

  @Narrative({ description: 'What is happening: facts and dates.' })
  concern: string;

  @Narrative({ optional: true, description: 'Impact on the child if nothing changes.' })
  impactIfNothingChanges?: string | null;

  @Narrative({ optional: true, description: 'Strengths and difficulties that you acknowledge.' })
  acknowledged?: string | null;

  @Many(() => WantedActionDto, { optional: true, description: 'What needs to happen.' })
  actionsWanted?: WantedActionDto[] | null;

  @One(() => SpokeFirstDto, { optional: true })
  spokeFirst?: SpokeFirstDto | null;

  @One(() => WroteFirstDto, { optional: true })
  wroteFirst?: WroteFirstDto | null;

  @One(() => SettledOnTheCallDto, {
    optional: true,
    description: 'Informal only, where the call put it right: nobody is asked to answer.',
  })
  settledOnTheCall?: SettledOnTheCallDto | null;

  @One(() => ChildViewDto, { optional: true })
  childView?: ChildViewDto | null;

  @Flag({ optional: true })
  urgent?: boolean | null;

  @Narrative({ optional: true, description: 'Why it does not wait for what the protocol requires before raising.' })
  urgentBecause?: string | null;

  @Many(() => LinkDto, { optional: true })
  links?: LinkDto[] | null;

  @Evidence()
  documents?: string[] | null;

  @One(() => EarlierDateDto, { optional: true, description: 'An earlier date than the protocol’s.' })
  earlierDate?: EarlierDateDto | null;

  @Dated('to-come', { optional: true, description: 'For a stage timed by a meeting.' })
  meetingOn?: string | null;

  @Dated('in-the-life', {
    optional: true,
    description: 'Day of the review that it comes from: a protocol may count the time to answer from it.',
  })
  reviewedOn?: string | null;

  @WholeNumber(1, LONGEST_CLOCK, { optional: true, description: ANSWER_WITHIN })
  answerWithin?: number | null;
}
