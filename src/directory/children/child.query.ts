import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { mayKnow } from '../../access/access.js';
import { type AskedBy, seesAll } from '../../access/asker.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { isKeptByDeath } from '../../disputes/after-death.js';
import { visibleDisputes } from '../../disputes/list/visible-disputes.js';
import { notFound } from '../../platform/http/problem.js';
import { disputesFoundNow } from '../../reading/found-now.js';
import { notYetOnRecord } from '../../reading/past-readings.js';
import { Readings } from '../../reading/readings.js';
import type { Child, Directory } from '../directory.js';
import { relationsToChild } from '../relations.js';
import type { ChildRecordDto } from './children.dto.js';
import { isUnderAlert } from './under-alert.js';

/**
 * One child, with the allocation of today.
 * @throws Problem `not-found` where there is none, or none for the asker to know of
 */
export class ReadChild extends Query<ChildRecordDto> {
  constructor(
    readonly child: string,
    readonly asker: AskedBy,
    readonly asAt?: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(ReadChild)
export class ReadChildHandler implements IQueryHandler<ReadChild> {
  constructor(private readonly readings: Readings) {}

  async execute({ child, asker, asAt }: ReadChild): Promise<ChildRecordDto> {
    if (asAt === undefined) {
      const { readModels, directory, now } = this.readings.withoutRules();
      const today = londonDate(now);
      const seen = childSeen(child, asker, directory, today);
      return recordOf(seen, isUnderAlert(child, visibleDisputes(asker, directory, today), readModels));
    }
    return this.readings.at(asAt, (then, now) => {
      const today = londonDate(now.now);
      childSeen(child, asker, now.directory, today);
      const disputes = disputesFoundNow(visibleDisputes(asker, now.directory, today), then, now);
      const known = then.directory.child(child, londonDate(then.now));
      if (known === undefined) throw notYetOnRecord(londonDate(then.now));
      return recordOf(known, isUnderAlert(child, disputes, then.readModels));
    });
  }
}

const recordOf = ({ diedOn: _diedOn, ...child }: Child, underAlert: boolean): ChildRecordDto => ({
  ...child,
  underAlert,
});

/** @throws Problem `not-found` where there is no such child, or none for the asker to know of */
export const childSeen = (childId: string, asker: AskedBy, directory: Directory, today: LocalDate): Child => {
  const child = directory.child(childId, today);
  if (!child) throw notFound();
  if (seesAll(asker)) return child;
  if (!mayKnow(asker, relationsToChild(child, asker, directory, today), ['child.read'])) throw notFound();
  if (isKeptByDeath([childId], asker, directory, today)) throw notFound();
  return child;
};
