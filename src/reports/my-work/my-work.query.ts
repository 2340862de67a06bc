import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Asker, ownerOf, type THE_OPERATOR } from '../../access/asker.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { mustBeOne } from '../../directory/who-is-meant.js';
import { visibleAcknowledgements } from '../../acknowledgements/list/visible-acknowledgements.js';
import { namedInLists, visibleDisputes } from '../../disputes/list/visible-disputes.js';
import { disputesFoundNow } from '../../reading/found-now.js';
import type { Reading } from '../../reading/reading.js';
import { Readings } from '../../reading/readings.js';
import { visibleChecks } from '../../reviews/visible-checks.js';
import { myWork, totalsOf } from './my-work.js';
import type { MyWork, Worker } from './work.js';

/** The work that waits for the asker, in the order it is due. */
export class ReadMyWork extends Query<MyWork> {
  /** @param asAt as it stood at the end of this day; as it stands now unless given */
  constructor(
    readonly asker: Asker,
    readonly asAt?: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(ReadMyWork)
export class ReadMyWorkHandler implements IQueryHandler<ReadMyWork> {
  constructor(private readonly readings: Readings) {}

  execute({ asker, asAt }: ReadMyWork): Promise<MyWork> {
    return this.readings.at(asAt, (then, now) => {
      const named = namedInLists(asker, now.directory, londonDate(now.now));
      const seen = disputesFoundNow(named, then, now);
      if (then === now) return myWork(workerOf(asker), then, seen);
      return stillTheirs(myWork(workerThen(asker, then), then, seen), asker, now);
    });
  }
}

const workerOf = (asker: Asker): Worker => ({
  ...{ person: asker.person, posts: asker.posts, owners: [ownerOf(asker), ...(asker.covers ?? [])] },
});

/** The posts that they held then and hold now: by a post that they have left they read nothing any more. */
const workerThen = (asker: Asker, { directory, now }: Reading): Worker => {
  const { person } = asker;
  const day = londonDate(now);
  const held = directory.postsHeldBy(person, day);
  const covered = directory.coveredBy(person, day);
  const { owners, posts } = workerOf(asker);
  return {
    person,
    posts: posts.filter(({ postId }) => held.some((post) => post.postId === postId)),
    owners: owners.filter((owner) => owner === person || owner === asker.actingFor || covered.includes(owner)),
  };
};

/** Without disputes, acknowledgements and checks that they may not read now. */
const stillTheirs = (work: MyWork, asker: Asker, { directory, now, readModels }: Reading): MyWork => {
  const today = londonDate(now);
  const open = new Set(
    [
      ['dispute_register', 'register', visibleDisputes(asker, directory, today)] as const,
      ['acknowledgement_register', 'register', visibleAcknowledgements(asker, directory, today)] as const,
      ['review_checks', 'checks', visibleChecks(asker, directory, today)] as const,
    ].flatMap(([register, alias, { sql, parameters }]) =>
      readModels
        .all<{ reference: string }>(`SELECT ${alias}.reference FROM ${register} AS ${alias} WHERE ${sql}`, parameters)
        .map(({ reference }) => reference),
    ),
  );
  const items = work.items.filter(({ reference }) => !/^(DRP|PA|RVW)-/.test(reference) || open.has(reference));
  const actionsOfOthers = work.actionsOfOthers.filter(({ reference }) => open.has(reference));
  return { ...work, items, actionsOfOthers, totals: totalsOf(items, londonDate(work.asAt)) };
};

/** The work of a person, and their name in the directory. */
export interface WorkOf {
  readonly name: string;
  readonly work: MyWork;
}

/**
 * The work that waits for a person named by number or name. The work of another is for the command line only.
 * @throws Refusal `nobody-of-this-name`, `several-of-this-name`
 */
export class ReadWorkOf extends Query<WorkOf> {
  constructor(
    readonly asker: typeof THE_OPERATOR,
    readonly person: string,
    readonly asAt?: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(ReadWorkOf)
export class ReadWorkOfHandler implements IQueryHandler<ReadWorkOf> {
  constructor(private readonly readings: Readings) {}

  execute({ asker, person: written, asAt }: ReadWorkOf): Promise<WorkOf> {
    return this.readings.at(asAt, (then, now) => {
      const { directory } = then;
      const day = londonDate(then.now);
      const { personId: person, name } = mustBeOne(written, directory, day);
      const worker = {
        person,
        owners: [person, ...directory.coveredBy(person, day)],
        posts: directory.postsHeldBy(person, day),
      };
      const named = namedInLists(asker, now.directory, londonDate(now.now));
      return { name, work: myWork(worker, then, disputesFoundNow(named, then, now)) };
    });
  }
}
