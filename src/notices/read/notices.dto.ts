import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { NOT_NEEDED, type NotNeeded } from '../events.js';
import { NOTICE_KINDS } from '../kinds.js';

@ApiSchema({ name: 'NoticeRecipient' })
export class NoticeRecipientDto {
  id: string;
  name: string | null;
}

@ApiSchema({ name: 'Notice' })
export class NoticeDto {
  /** The same on every repeat of the message. */
  notice: string;
  @ApiProperty({ type: String, enum: [...Object.keys(NOTICE_KINDS), 'digest'] })
  kind: string;
  to: NoticeRecipientDto;
  /** Reference of the dispute or acknowledgement; null for a digest, and for a notice to somebody else. */
  about: string | null;
  /** Something the person told must do, and so cannot switch off. */
  theirsToDo: boolean;
  @ApiProperty({ type: String, enum: ['at-once', 'in-digest'] })
  how: 'at-once' | 'in-digest';
  subject: string;
  /** Word for word what was sent to you, or would have been; a digest without what has been hidden from you since. */
  text: string;
  @ApiProperty({ type: String, format: 'date-time' })
  writtenAt: string;
  @ApiProperty({ type: String, enum: ['waiting', 'sent', 'failed', 'not-needed'] })
  standing: 'waiting' | 'sent' | 'failed' | 'not-needed';
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  settledAt: string | null;
  @ApiProperty({ type: String, enum: ['log', 'smtp', 'notify'], nullable: true })
  provider: 'log' | 'smtp' | 'notify' | null;
  @ApiProperty({ type: String, enum: ['no-address', 'refused', 'mailbox-away'], nullable: true })
  failure: 'no-address' | 'refused' | 'mailbox-away' | null;
  @ApiProperty({
    type: String,
    enum: NOT_NEEDED,
    nullable: true,
    description: 'Why it was not sent, where its need had gone when it would have.',
  })
  notNeeded: NotNeeded | null;
  /** Id of the digest it went in. */
  digest: string | null;
}

@ApiSchema({ name: 'Notices' })
export class NoticesDto {
  items: NoticeDto[];
}
