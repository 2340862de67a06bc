import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Choice } from '../../platform/http/fields.js';

@ApiSchema({ name: 'ChooseNotices' })
export class ChooseNoticesDto {
  @Choice(['at-once', 'daily-digest'], {
    description: 'What is theirs to do always comes: at once, or once a day at 8am on working days.',
  })
  theirsToDo: 'at-once' | 'daily-digest';

  @Choice(['at-once', 'daily-digest', 'none'], { description: 'What is only for them to know.' })
  forInformation: 'at-once' | 'daily-digest' | 'none';
}

@ApiSchema({ name: 'NoticePreferences' })
export class NoticePreferencesDto {
  @ApiProperty({ type: String, enum: ['at-once', 'daily-digest'] })
  theirsToDo: 'at-once' | 'daily-digest';
  @ApiProperty({ type: String, enum: ['at-once', 'daily-digest', 'none'] })
  forInformation: 'at-once' | 'daily-digest' | 'none';
}
