import { ApiSchema } from '@nestjs/swagger';
import { Named, NamedMany } from '../../../access/named/field.js';
import { Choice } from '../../../platform/http/fields.js';
import { type Population, POPULATIONS } from '../../../protocol/protocol.js';
import { SpokeFirstDto } from '../raise/raise.dto.js';

/** A conversation beside a dispute, or a further one. */
@ApiSchema({ name: 'RecordConversation' })
export class RecordConversationDto extends SpokeFirstDto {}

/** A first conversation, with no dispute yet. A field about the child that is left out comes from the child's allocation. */
@ApiSchema({ name: 'BeginConversation' })
export class BeginConversationDto extends SpokeFirstDto {
  @NamedMany('child', { atLeastOne: true, most: 20, description: 'Record numbers.' })
  children: string[];

  @Choice(POPULATIONS, { optional: true })
  population?: Population | null;

  @Named('team-of-that-day', { optional: true })
  team?: string | null;

  @Named('iro-of-the-sender', { optional: true })
  iro?: string | null;
}
