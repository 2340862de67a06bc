import { notLeftBy } from '../../../projections/post-holders/post-holders.js';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { digestOf } from '../../platform/executor.js';
import { ProtocolLibrary } from '../../protocol/protocol-library.js';
import type { PostKind } from '../../protocol/protocol.js';
import { Readings } from '../../reading/readings.js';
import { CouncilStanding } from '../standing.js';

/** A post that somebody holds by the word of one person. */
export interface HeldBySetUp {
  readonly post: string;
  readonly kind: PostKind;
  readonly title: string;
  readonly team: string | null;
  readonly service: string | null;
  /** Person id, and name as the directory has it. */
  readonly person: string;
  readonly name: string | null;
  readonly from: LocalDate | null;
}

/** Rules that are in force by the word of one person. */
export interface RulesBySetUp {
  readonly version: number;
  readonly title: string;
  readonly from: LocalDate;
}

/** The list that the IRO manager reads and confirms: all that one person gave while the council was set up, and who administers it. */
export interface CouncilView {
  readonly standing: 'set-up' | 'open';
  readonly firstAdministrator: string | null;
  readonly posts: readonly HeldBySetUp[];
  readonly rules: readonly RulesBySetUp[];
  /** Sent back to confirm this very list. */
  readonly digest: string;
  /** The things that the council lacks before it can be opened, in words. */
  readonly missing: readonly string[];
}

/** Whether the council is open, and what one person gave in the set-up. No child is in it, so a person who may read it reads all of it. */
export class ReadCouncil extends Query<CouncilView> {}

/** Characters of base64url: 96 bits, short enough to be typed. */
const DIGEST_LENGTH = 16;

@QueryHandler(ReadCouncil)
export class ReadCouncilHandler implements IQueryHandler<ReadCouncil> {
  constructor(
    private readonly readings: Readings,
    private readonly protocols: ProtocolLibrary,
    private readonly standing: CouncilStanding,
  ) {}

  async execute(): Promise<CouncilView> {
    const { readModels, directory, now } = this.readings.withoutRules();
    const today = londonDate(now);
    const { isOpen, firstAdministrator, turnsTaken } = await this.standing.current();
    const posts = readModels.all<HeldBySetUp>(
      `SELECT posts.post, posts.kind, posts.title, posts.team, posts.service, held.person, people.name, held."from"
         FROM post_holders AS held JOIN posts ON posts.post = held.post LEFT JOIN people ON people.person = held.person
        WHERE (held.agreed_how = 'set-up' OR posts.kind = 'administrator') AND ${notLeftBy('held', ':today')}
        ORDER BY posts.kind, posts.post, held.number`,
      { today },
    );
    const versions = await this.protocols.versions();
    const rules = versions.map(({ version, from, fileSha256 }) => ({ version, from, fileSha256 }));
    const said = { posts, rules, turnsTaken };
    return {
      standing: isOpen ? 'open' : 'set-up',
      firstAdministrator,
      posts,
      rules: versions
        .filter(({ agreed }) => agreed.how === 'set-up')
        .map(({ version, from, protocol }) => ({ version, title: protocol.title, from })),
      digest: digestOf(said).slice(0, DIGEST_LENGTH),
      missing: [
        ...(directory.teams(today).length === 0 ? ['there is no team'] : []),
        ...(versions.some(({ from }) => from <= today) ? [] : ['no protocol is in force today']),
      ],
    };
  }
}
