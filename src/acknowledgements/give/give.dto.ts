import { ApiSchema } from '@nestjs/swagger';
import { Choice, Flag, Id, Ids, Many, Name, Narrative } from '../../platform/http/fields.js';
import { ACKNOWLEDGEMENT_THEMES } from '../../protocol/themes.js';

/** Somebody who is thanked: by id where the directory knows them, else by name. */
@ApiSchema({ name: 'Thanked' })
export class ThankedDto {
  @Id({ optional: true, description: 'Person id.' })
  person?: string | null;

  @Name({ optional: true })
  name?: string | null;

  @Name({ optional: true, description: 'A partner agency they work for.' })
  agency?: string | null;
}

/** What somebody did well. What is left out about the child comes from the child's allocation. */
@ApiSchema({ name: 'GiveAcknowledgement' })
export class GiveDto {
  @Ids({ atLeastOne: true, most: 20, description: 'Record numbers.' })
  children: string[];

  @Id({ optional: true, description: 'Team it is counted under; the first child’s unless told.' })
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
