import { ApiProperty, ApiSchema } from '@nestjs/swagger';

@ApiSchema({ name: 'TeamName' })
export class TeamNameDto {
  name: string;
  /** The first day; null where it bore the name from the beginning. */
  @ApiProperty({ type: String, nullable: true })
  from: string | null;
}

@ApiSchema({ name: 'TeamService' })
export class TeamServiceDto {
  @ApiProperty({ type: String, nullable: true })
  service: string | null;
  @ApiProperty({ type: String, nullable: true })
  from: string | null;
}

@ApiSchema({ name: 'TeamOverTime' })
export class TeamOverTimeDto {
  teamId: string;
  code: string;
  @ApiProperty({ type: [TeamNameDto] })
  names: readonly TeamNameDto[];
  @ApiProperty({ type: [TeamServiceDto] })
  services: readonly TeamServiceDto[];
  @ApiProperty({ type: String, nullable: true })
  from: string | null;
  /** Its last day; null while it goes on. */
  @ApiProperty({ type: String, nullable: true })
  to: string | null;
  /** Names of the teams it took over from: several where teams were merged. */
  @ApiProperty({ type: [String] })
  tookOverFrom: readonly string[];
  /** Names of the teams that took over from it: several where it was split. */
  @ApiProperty({ type: [String] })
  takenOverBy: readonly string[];
}

@ApiSchema({ name: 'TeamsOverTime' })
export class TeamsOverTimeDto {
  items: TeamOverTimeDto[];
}
