import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { visibleDisputes } from '../../disputes/list/visible-disputes.js';
import type { PostKind } from '../../protocol/protocol.js';
import { Readings } from '../../reading/readings.js';
import { openDisputes } from './open-disputes.js';

/** With whom an open dispute is, and since when: as the board and My work say it. */
export interface WithWhom {
  /** Names, and the titles of posts that nobody holds; empty where nobody can be said. */
  readonly who: readonly string[];
  /** The posts that are asked. */
  readonly kinds: readonly PostKind[];
  readonly since: LocalDate;
}

/** With whom some disputes are, by reference: the open ones that the asker may see, and nothing for those who count alone. */
export class ReadWhoHasListed extends Query<ReadonlyMap<string, WithWhom>> {
  constructor(
    readonly references: readonly string[],
    readonly asker: AskedBy,
  ) {
    super();
  }
}

@QueryHandler(ReadWhoHasListed)
export class ReadWhoHasListedHandler implements IQueryHandler<ReadWhoHasListed> {
  constructor(private readonly readings: Readings) {}

  async execute({ references, asker }: ReadWhoHasListed): Promise<ReadonlyMap<string, WithWhom>> {
    const reading = await this.readings.now();
    const visible = visibleDisputes(asker, reading.directory, londonDate(reading.now));
    if (references.length === 0 || visible.extent === 'figures') return new Map();
    const listed = {
      sql: `(${visible.sql}) AND register.reference IN (SELECT value FROM json_each(:listed))`,
      parameters: { ...visible.parameters, listed: JSON.stringify(references) },
    };
    return new Map(
      openDisputes(reading, listed).map(({ reference, who, waiting, stageBeganOn }) => [
        reference,
        {
          who: [
            ...new Set(
              who.map(({ person, title }) => (person === null ? `${title} (nobody)` : (person.name ?? title))),
            ),
          ],
          kinds: who.map(({ kind }) => kind),
          since: waiting?.since ?? stageBeganOn,
        },
      ]),
    );
  }
}
