import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Asker, ownerOf, type THE_OPERATOR } from '../../access/asker.js';
import { londonDate } from '../../calendar/dates.js';
import { mustBeOne } from '../../directory/who-is-meant.js';
import { namedInLists } from '../../disputes/list/visible-disputes.js';
import { Readings } from '../../reading/readings.js';
import { myWork } from './my-work.js';
import type { MyWork } from './work.js';

/** The work that waits for the asker, in the order it is due. */
export class ReadMyWork extends Query<MyWork> {
  constructor(readonly asker: Asker) {
    super();
  }
}

@QueryHandler(ReadMyWork)
export class ReadMyWorkHandler implements IQueryHandler<ReadMyWork> {
  constructor(private readonly readings: Readings) {}

  async execute({ asker }: ReadMyWork): Promise<MyWork> {
    const reading = await this.readings.now();
    const named = namedInLists(asker, reading.directory, londonDate(reading.now));
    const { person, posts, covers = [] } = asker;
    return myWork({ person, posts, owners: [ownerOf(asker), ...covers] }, reading, named);
  }
}

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
  ) {
    super();
  }
}

@QueryHandler(ReadWorkOf)
export class ReadWorkOfHandler implements IQueryHandler<ReadWorkOf> {
  constructor(private readonly readings: Readings) {}

  async execute({ asker, person: written }: ReadWorkOf): Promise<WorkOf> {
    const reading = await this.readings.now();
    const { directory, now } = reading;
    const today = londonDate(now);
    const { personId: person, name } = mustBeOne(written, directory, today);
    const worker = {
      person,
      owners: [person, ...directory.coveredBy(person, today)],
      posts: directory.postsHeldBy(person, today),
    };
    return { name, work: myWork(worker, reading, namedInLists(asker, directory, today)) };
  }
}
