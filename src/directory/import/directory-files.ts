import { Inject, Injectable } from '@nestjs/common';
import { notYours, postThatMay } from '../../access/access.js';
import { actorFrom } from '../../access/asker.js';
import type { SentWith } from '../../access/sent.js';
import { londonDate } from '../../calendar/dates.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { EventStore } from '../../platform/event-store/event-store.js';
import { Executor } from '../../platform/executor.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { EVENT_STORE, READ_MODELS } from '../../platform/store-tokens.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { ProtocolLibrary } from '../../protocol/protocol-library.js';
import { saysOn } from '../../protocol/words-now.js';
import type { Directory } from '../directory.js';
import { type DirectoryReport, heldBy, importDirectory } from './import-directory.js';
import { READ_IN_BY } from './read-in-by.js';

export interface FileToRead {
  readonly fileName: string;
  readonly text: string;
  /** Check only, and write nothing. */
  readonly dryRun: boolean;
}

/** Reads files of teams, people and children in for somebody who signed in, by the rules by which the command line reads them in. */
@Injectable()
export class DirectoryFiles {
  constructor(
    private readonly executor: Executor,
    private readonly protocols: ProtocolLibrary,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem `not-yours`
   * @throws Refusal `not-a-table`, `headings-not-known` (invalid), `directory-being-read`
   */
  async read(file: FileToRead, { asker, correlationId }: SentWith): Promise<DirectoryReport> {
    const rows = READ_IN_BY[heldBy(file.text)];
    const post = rows.map((row) => postThatMay(asker, row)).find((each) => each !== undefined);
    if (post === undefined) throw notYours(rows[0]!);
    const now = this.clock.now();
    const today = londonDate(now);
    const actor = actorFrom(asker, post);
    const mayPropose = asker.isProgram !== true && postThatMay(asker, 'role.propose') !== undefined;
    await this.caughtUp();
    const report = await importDirectory(file, {
      executor: this.executor,
      store: this.store,
      directory: this.directory,
      catchUp: () => this.caughtUp(),
      proposedBy: mayPropose ? asker.person : null,
      today,
      ownPosts: saysOn(await this.protocols.current(), today).posts,
      envelope: (commandId) => ({ commandId, actor, occurredAt: now, correlationId }),
    });
    await this.caughtUp();
    return report;
  }

  private async caughtUp(): Promise<void> {
    const head = await this.store.head();
    if (head !== undefined) await this.readModels.waitFor(head);
  }
}
