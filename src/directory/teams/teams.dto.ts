import { ApiSchema } from '@nestjs/swagger';
import { Named, NamedMany } from '../../access/named/field.js';
import { Day, Name, Names } from '../../platform/http/fields.js';

/** The directory as it stood on a day. */
export class OnDayQuery {
  @Day({ optional: true, description: 'Today unless told.' })
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

  @Day({ optional: true })
  from?: string | null;

  @Day({ optional: true, description: 'Its last day.' })
  to?: string | null;

  @NamedMany('team', { optional: true, description: 'Teams it took over from.' })
  succeeds?: string[] | null;
}

@ApiSchema({ name: 'RenameTeam' })
export class RenameTeamDto {
  @Name()
  name: string;

  @Day()
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

  @Day({ optional: true })
  from?: string | null;
}

@ApiSchema({ name: 'EndTeam' })
export class EndTeamDto {
  @Day({ description: 'Its last day.' })
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
