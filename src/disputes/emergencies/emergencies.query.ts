import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { ViewLog } from '../../access/view-log/view-log.js';
import { londonDate } from '../../calendar/dates.js';
import { namesFrom } from '../../directory/names.js';
import { Readings } from '../../reading/readings.js';
import { actorShown } from '../read/actor-shown.js';
import { viewShown } from '../views/view-shown.js';
import type { EmergencyAccessListDto } from './emergencies.dto.js';

/** Every emergency access, for information governance: who, to what, why, until when, and what they opened. */
export class ListEmergencyAccess extends Query<EmergencyAccessListDto> {}

interface Row {
  reference: string;
  person: string;
  role: string | null;
  reason: string;
  taken_at: string;
  until: string;
}

/** The record that somebody may read in an emergency at this moment, for as long as it lasts. */
export interface OwnEmergency {
  readonly reference: string;
  /** As they wrote it. */
  readonly reason: string;
  readonly until: string;
}

/** The emergency access that somebody has now. */
export class ListOwnEmergencies extends Query<readonly OwnEmergency[]> {
  constructor(readonly person: string) {
    super();
  }
}

@QueryHandler(ListOwnEmergencies)
export class ListOwnEmergenciesHandler implements IQueryHandler<ListOwnEmergencies> {
  constructor(private readonly readings: Readings) {}

  async execute({ person }: ListOwnEmergencies): Promise<readonly OwnEmergency[]> {
    const { readModels, now } = this.readings.withoutRules();
    return readModels.all<OwnEmergency>(
      'SELECT reference, reason, until FROM emergency_access WHERE person = :person AND until > :now ORDER BY until',
      { person, now },
    );
  }
}

@QueryHandler(ListEmergencyAccess)
export class ListEmergencyAccessHandler implements IQueryHandler<ListEmergencyAccess> {
  constructor(
    private readonly views: ViewLog,
    private readonly readings: Readings,
  ) {}

  async execute(): Promise<EmergencyAccessListDto> {
    const { readModels, directory, now } = this.readings.withoutRules();
    const names = namesFrom(directory, londonDate(now));
    const rows = readModels.all<Row>(
      'SELECT reference, person, role, reason, taken_at, until FROM emergency_access ORDER BY taken_at DESC, reference, number',
    );
    const items = rows.map(async ({ reference, person, role, reason, taken_at: takenAt, until }) => ({
      reference,
      by: actorShown({ person, post: null, role }, names),
      reason,
      takenAt,
      until,
      opened: (await this.views.of(reference))
        .filter((view) => view.person === person && view.viewedAt >= takenAt && view.viewedAt < until)
        .map((view) => viewShown(view, names)),
    }));
    return { items: await Promise.all(items) };
  }
}
