import { ApiSchema } from '@nestjs/swagger';
import { Named, NamedMany } from '../../access/named/field.js';
import { Choice, Flag, Many, Name, Narrative } from '../../platform/http/fields.js';
import { ACKNOWLEDGEMENT_THEMES } from '../../protocol/themes.js';

/** Somebody who is thanked: by id, or by a name that one person in office bears; other names are kept as words, which open nothing. */
@ApiSchema({ name: 'Thanked' })
export class ThankedDto {
  @Named('person', { optional: true, description: 'Person id.' })
  person?: string | null;

  @Name({ optional: true })
  name?: string | null;

  @Name({ optional: true, description: 'A partner agency they work for.' })
  agency?: string | null;
}

/** Good practice of a person or a team. A field about the child that is left out comes from the child's allocation. */
@ApiSchema({ name: 'GiveAcknowledgement' })
export class GiveDto {
  @NamedMany('child', { atLeastOne: true, most: 20, description: 'Record numbers.' })
  children: string[];

  @Named('team-of-that-day', { optional: true, description: 'Counted under it; under the first child’s unless told.' })
  team?: string | null;

  @Many(() => ThankedDto, { optional: true })
  people?: ThankedDto[] | null;

  @Flag({ optional: true, description: 'The whole team is thanked.' })
  wholeTeam?: boolean | null;

  @Choice(ACKNOWLEDGEMENT_THEMES.map(({ code }) => code))
  theme: string;

  @Narrative()
  whatTheyDid: string;

  @Narrative({ optional: true, description: 'The difference it made for the child.' })
  differenceForChild?: string | null;
}
