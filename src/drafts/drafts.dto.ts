import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Named } from '../access/named/field.js';
import { PersonShownDto } from '../disputes/read/dispute.dto.js';
import { Many, Name, Text } from '../platform/http/fields.js';

/** Longer than any field of a form may be in the end, so that what is too long is kept until it is shortened. */
const LONGEST_VALUE = 50_000;

@ApiSchema({ name: 'DraftField' })
export class DraftFieldDto {
  @Name({ description: 'As the form names it: `reasons`, `actions[0][what]`.' })
  name: string;

  @Text(LONGEST_VALUE)
  value: string;
}

/** The fields that are kept of a form that is not sent yet. `If-Match` holds the revision that was read; a new draft goes without. */
@ApiSchema({ name: 'SaveDraft' })
export class SaveDraftDto {
  @Name({ description: 'Address of the page of its form: `/disputes/DRP-7K4M-2QXH/answer`.' })
  address: string;

  @Many(() => DraftFieldDto, { description: 'What was typed. Fields left blank are left out.' })
  fields: DraftFieldDto[];
}

@ApiSchema({ name: 'DraftReader' })
export class DraftReaderDto {
  @Named('person')
  reader: string;
}

@ApiSchema({ name: 'PassOnDraft' })
export class PassOnDraftDto {
  @Named('person', { description: 'Goes on with it, and sends it.' })
  person: string;
}

/** A draft without what was typed. */
@ApiSchema({ name: 'DraftListed' })
export class DraftListedDto {
  @ApiProperty({ type: String })
  id: string;
  @ApiProperty({ type: Number })
  revision: number;
  @ApiProperty({ type: String, example: 'dispute.answer' })
  act: string;
  @ApiProperty({ type: String, nullable: true, description: 'What it is about; null where it begins something.' })
  reference: string | null;
  @ApiProperty({ type: String, description: 'Page that opens its form with what was typed. For its writer.' })
  address: string;
  @ApiProperty({ type: PersonShownDto })
  writer: PersonShownDto;
  @ApiProperty({ type: Boolean, description: 'False where somebody else writes it and you may read it.' })
  isYours: boolean;
  @ApiProperty({
    type: PersonShownDto,
    nullable: true,
    description: 'For whom it is sent, where that is somebody else.',
  })
  actingFor: PersonShownDto | null;
  @ApiProperty({ type: [PersonShownDto], description: 'Who else may read it.' })
  readers: PersonShownDto[];
  @ApiProperty({ type: PersonShownDto, nullable: true, description: 'Who passed it on to its writer.' })
  passedOnBy: PersonShownDto | null;
  @ApiProperty({ type: String, format: 'date-time' })
  begunAt: string;
  @ApiProperty({ type: String, format: 'date-time' })
  savedAt: string;
  @ApiProperty({ type: String, format: 'date', description: 'The last day on which it is kept.' })
  keptUntil: string;
  @ApiProperty({ type: Boolean, description: 'That day is a week away or less.' })
  endsSoon: boolean;
  @ApiProperty({ type: Boolean, description: 'Your access has ended: nothing of it is shown.' })
  noLongerYours: boolean;
}

@ApiSchema({ name: 'Drafts' })
export class DraftsDto {
  @ApiProperty({ type: [DraftListedDto], description: 'The last saved first.' })
  items: DraftListedDto[];
}

@ApiSchema({ name: 'DraftLine' })
export class DraftLineDto {
  @ApiProperty({ type: String })
  label: string;
  @ApiProperty({ type: [String] })
  values: string[];
}

@ApiSchema({ name: 'Draft' })
export class DraftDto extends DraftListedDto {
  @ApiProperty({ type: [DraftLineDto], description: 'What was typed, in the words of its form.' })
  lines: DraftLineDto[];
  @ApiProperty({ type: [DraftFieldDto], description: 'What was typed, as the form sends it; of your own draft.' })
  fields: DraftFieldDto[];
  @ApiProperty({ type: Boolean, description: 'It was sealed with a key that is not here.' })
  cannotBeOpened: boolean;
  @ApiProperty({ type: Boolean, description: 'Its act cannot be done as the dispute stands now; of your own draft.' })
  cannotBeSentNow: boolean;
}
