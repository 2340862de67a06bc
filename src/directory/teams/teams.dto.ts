import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../access/dated/field.js';
import { Named, NamedMany } from '../../access/named/field.js';
import { Name, Names } from '../../platform/http/fields.js';

/** The directory as it stood on a day. */
export class OnDayQuery {
  @Dated('any-day', { optional: true, description: 'Today unless told.' })
  on?: string;
}

/** A team. Without dates it exists throughout. */
@ApiSchema({ name: 'RegisterTeam' })
export class RegisterTeamDto {
  @Named('new-team', { optional: true, description: 'Made up unless told.' })
  teamId?: string | null;

  @Name({ description: 'The council’s short code, for example TC1.' })
  code: string;

  @Name()
  name: string;

  @Names({ optional: true, description: 'Other spellings that registers use.' })
  alsoWrittenAs?: string[] | null;

  @Name({ optional: true })
  service?: string | null;

  @Dated('of-the-council', { optional: true })
  from?: string | null;

  @Dated('of-the-council', { optional: true, description: 'Its last day.' })
  to?: string | null;

  @NamedMany('team', { optional: true, description: 'Teams it took over from.' })
  succeeds?: string[] | null;
}

@ApiSchema({ name: 'RenameTeam' })
export class RenameTeamDto {
  @Name()
  name: string;

  @Dated('of-the-council')
  from: string;
}

@ApiSchema({ name: 'AddSpellings' })
export class AddSpellingsDto {
  @Names()
  alsoWrittenAs: string[];
}

@ApiSchema({ name: 'MoveTeamToService' })
export class MoveTeamDto {
  @Name({ nullable: true, description: 'Null: none.' })
  service: string | null;

  @Dated('of-the-council', { optional: true })
  from?: string | null;
}

@ApiSchema({ name: 'EndTeam' })
export class EndTeamDto {
  @Dated('of-the-council', { description: 'Its last day.' })
  on: string;

  @NamedMany('team', { optional: true, description: 'Teams that took over.' })
  succeededBy?: string[] | null;
}

@ApiSchema({ name: 'Team' })
export class TeamDto {
  teamId: string;
  code: string;
  /** The name on the day asked for. */
  name: string;
  service: string | null;
  from: string | null;
  to: string | null;
}

@ApiSchema({ name: 'Teams' })
export class TeamsDto {
  items: TeamDto[];
}
