import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../access/dated/field.js';
import { Named, NamedMany } from '../../access/named/field.js';
import { RaiseDto } from '../../disputes/acts/raise/raise.dto.js';
import { ActorShownDto, ChildShownDto, PersonShownDto, TeamShownDto } from '../../disputes/read/dispute.dto.js';
import { Many, Name, Narrative, Text } from '../../platform/http/fields.js';

@ApiSchema({ name: 'Recommendation' })
export class RecommendationDto {
  @Text(2000)
  what: string;

  @Name({ optional: true })
  who?: string | null;

  @Dated('to-be-done-by', { optional: true })
  by?: string | null;
}

/** The recommendations of a review, to those whom the council's protocol asks. Silence means agreed, of these alone. */
@ApiSchema({ name: 'SendRecommendations' })
export class SendRecommendationsDto {
  @Named('child', { description: 'Record number.' })
  child: string;

  @Dated('in-the-life', { description: 'The day of the review.' })
  reviewedOn: string;

  @Many(() => RecommendationDto)
  recommendations: RecommendationDto[];
}

@ApiSchema({ name: 'AgreeToRecommendations' })
export class AgreeDto {
  @Narrative({ optional: true })
  note?: string | null;
}

/** In time or late; a late one is recorded as late. */
@ApiSchema({ name: 'DisagreeWithRecommendations' })
export class DisagreeDto {
  @Narrative()
  reason: string;
}

/** A dispute over the disagreement. It is linked to the recommendations. */
@ApiSchema({ name: 'RaiseOverDisagreement' })
export class RaiseOverDisagreementDto extends RaiseDto {
  @NamedMany('child-among-the-reviewed', { atLeastOne: true, most: 20, description: 'Record numbers.' })
  override children: string[];
}

@ApiSchema({ name: 'LetDisagreementStand' })
export class LetStandDto {
  @Narrative({ description: 'Why nothing is raised.' })
  reason: string;
}

@ApiSchema({ name: 'TakeBackAnswerToRecommendations' })
export class TakeBackAnswerDto {
  @Narrative({ description: 'What was wrong about the answer.' })
  reason: string;
}

@ApiSchema({ name: 'WithdrawRecommendations' })
export class WithdrawRecommendationsDto {
  @Narrative({ description: 'Why they are withdrawn.' })
  reason: string;
}

@ApiSchema({ name: 'RecommendationShown' })
export class RecommendationShownDto {
  number: string;
  /** Left out for readers who may not read what was written. */
  what?: string;
  /** Left out likewise. */
  who?: string | null;
  by: string | null;
}

@ApiSchema({ name: 'RecommendationsAnswer' })
export class RecommendationsAnswerDto {
  /** `agreed` or `disagreed`. */
  what: string;
  by: PersonShownDto;
  role: string;
  answeredAt: string;
  /** Left out for readers who may not read what was written. */
  words?: string | null;
  /** It came when silence had spoken already. */
  late: boolean;
}

@ApiSchema({ name: 'Recommendations' })
export class RecommendationsDto {
  reference: string;
  child: ChildShownDto;
  iro: PersonShownDto;
  team: TeamShownDto | null;
  reviewedOn: string;
  @ApiProperty({ type: [RecommendationShownDto] })
  recommendations: RecommendationShownDto[];
  /** Posts of which any one answers. */
  answeredBy: string[];
  sentOn: string;
  dueOn: string;
  /** From this moment silence means agreed. */
  dueAt: string;
  rule: string;
  /** False: not yet certain. The bank holidays of its year are not known; until they are, silence means nothing. */
  certain: boolean;
  /** `awaiting-answer`, `agreed`, `agreed-by-silence`, `to-decide` (disagreed with), `decided` or `withdrawn`. */
  standing: string;
  answer: RecommendationsAnswerDto | null;
  agreedBySilence: boolean;
  /** Raised over a disagreement; left out where the reader may not see that dispute. */
  dispute: string | null;
  /** Left out for readers who may not read what was written. */
  letStandBecause?: string | null;
  /** The person who let it stand, and for whom; null if nobody has. */
  letStandBy: ActorShownDto | null;
  letStandAt: string | null;
  /** Left out likewise. */
  withdrawnBecause?: string | null;
  revision: number;
}

@ApiSchema({ name: 'RecommendationsListed' })
export class RecommendationsListedDto {
  reference: string;
  child: ChildShownDto;
  team: TeamShownDto | null;
  reviewedOn: string;
  sentOn: string;
  dueOn: string;
  standing: string;
  late: boolean;
}

@ApiSchema({ name: 'RecommendationsList' })
export class RecommendationsListDto {
  items: RecommendationsListedDto[];
}
