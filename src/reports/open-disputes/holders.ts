import type { LocalDate } from '../../calendar/calendar.js';
import type { Post } from '../../directory/directory.js';
import { postsAnswering } from '../../directory/relations.js';
import { seatOfHolder } from '../../disputes/seat-of-holder.js';
import { codeOfPost, isOutside, titleOfPost } from '../../protocol/own-posts.js';
import type { PostKind, Protocol } from '../../protocol/protocol.js';
import type { Reading } from '../../reading/reading.js';
import type { Named, OpenDispute, PostAwaited } from './open-dispute.js';
import type { OpenRow } from './open-row.js';

type Children = OpenDispute['children'];

const SEATS_OF_IROS: readonly PostKind[] = ['iro', 'conference-chair'];

/** The holders of the posts that an open dispute waits for. The directory is asked only once for each. */
export class Holders {
  private readonly posts = new Map<string, readonly PostAwaited[]>();
  private readonly seats = new Map<string, PostAwaited>();
  private readonly teams = new Map<string, Named>();
  private readonly people = new Map<string, Named>();

  constructor(
    private readonly reading: Reading,
    private readonly today: LocalDate,
  ) {}

  /** A post that this council does not have is left out where another stands beside it. */
  holdersOf(
    kinds: readonly PostKind[],
    row: OpenRow,
    children: Children,
    team: string | null = row.addressed_team,
  ): readonly PostAwaited[] {
    const all = kinds.flatMap((kind) => this.postsOf(kind, team ?? row.team, row, children));
    const there = all.filter(({ post }) => post !== null);
    return there.length === 0 ? all : there;
  }

  private postsOf(kind: PostKind, team: string, row: OpenRow, children: Children): readonly PostAwaited[] {
    if (kind === 'iro') return [this.seatOf(row.held_by)];
    if (kind === 'social-worker') return this.workersOf(children, team);
    // A person who answers from outside of the council is asked, and waited for, by the IRO.
    if (isOutside(kind)) return [this.seatOf(row.held_by)];
    return remembered(this.posts, `${kind} ${team}`, () => {
      const posts = this.reading.directory.postsFor(kind, team, this.today);
      if (posts.length === 0)
        return [vacancy(kind, team, this.reading.protocols.version(row.protocol_version!).protocol)];
      return posts.map((post) => this.held(post, post.person));
    });
  }

  /** Those of the children, and nobody else of their team. */
  private workersOf(children: Children, team: string): readonly PostAwaited[] {
    const ids = children.map(({ id }) => id);
    return remembered(this.posts, `workers ${ids.join(' ')} ${team}`, () => {
      const posts = postsAnswering('social-worker', team, ids, this.reading.directory, this.today);
      if (posts.length === 0) return [vacancy('social-worker', team)];
      return posts.map((post) => this.held(post, post.person));
    });
  }

  /** The seat of the IRO is that of the person who holds the dispute. Nobody acts from it who has left the post for it. */
  private seatOf(heldBy: string | null): PostAwaited {
    return remembered(this.seats, heldBy ?? '', () => {
      const posts = heldBy === null ? [] : this.reading.directory.postsHeldBy(heldBy, this.today);
      const post = seatOfHolder(posts);
      return post === undefined ? vacancy('iro', null) : this.held(post, heldBy);
    });
  }

  /** Named to answer in place of those whom a restriction keeps out. */
  alone(person: string): PostAwaited {
    const post = this.reading.directory
      .postsHeldBy(person, this.today)
      .find(({ kind }) => !SEATS_OF_IROS.includes(kind));
    return post === undefined
      ? { ...vacancy('team-manager', null), person: this.person(person) }
      : this.held(post, person);
  }

  private held({ kind, postId, title, team }: Post, person: string | null): PostAwaited {
    return { kind, post: postId, title, team, person: person === null ? null : this.person(person) };
  }

  person(id: string): Named {
    return remembered(this.people, id, () => ({ id, name: this.reading.directory.person(id)?.name ?? null }));
  }

  team(id: string): Named {
    return remembered(this.teams, id, () => ({ id, name: this.reading.directory.team(id, this.today)?.name ?? null }));
  }
}

/** @param rules of its stage, by which a post of the council's own is called; none where it is a post of the program's own */
const vacancy = (kind: PostKind, team: string | null, rules?: Protocol): PostAwaited => ({
  kind,
  post: null,
  title: titleOfPost(kind, rules?.posts) ?? codeOfPost(kind).replaceAll('-', ' '),
  team,
  person: null,
});

const remembered = <Value>(known: Map<string, Value>, key: string, find: () => Value): Value => {
  const value = known.get(key) ?? find();
  known.set(key, value);
  return value;
};
