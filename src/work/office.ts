import { postsThatCount } from '../access/case-roles.js';
import type { Asker } from '../access/asker.js';
import type { LocalDate } from '../calendar/calendar.js';
import { type Directory, mayBeCovered, type Post } from '../directory/directory.js';
import { postsAnswering } from '../directory/relations.js';
import { remembered } from '../directory/remembered.js';
import { answersForTheService } from '../disputes/restriction.js';
import { seatOfHolder } from '../disputes/seat-of-holder.js';
import { type PostKind, SENIOR_POSTS } from '../protocol/protocol.js';

/** Somebody in office who can be asked, from a post that they hold today. */
export interface InOffice {
  readonly person: string;
  /** The post from which they act; null where they are asked as a person, whatever they hold. */
  readonly post: Post | null;
  /** If it is asked of an IRO's seat: the IRO whose it is, who is the person or is covered by them. Else null. */
  readonly owner: string | null;
}

/** The last to be asked, where nobody else is in office for a matter. */
export interface LastResort {
  readonly asked: readonly InOffice[];
  /** Nobody holds the post of IRO manager or of head of quality assurance: every leader in office is told, and health is red. */
  readonly isWithoutService: boolean;
}

/** The last resort, in this order: the first kind of post that somebody holds. */
export const LAST_RESORT: readonly PostKind[] = ['iro-manager', 'head-of-qa'];

/** Told where nobody holds a post of the last resort, so that they fill one. */
export const LEADERS: readonly PostKind[] = ['qa-service-manager', ...SENIOR_POSTS];

/**
 * The people in office on a day. A person is in office who holds a post that counts: somebody who runs the system reads no case, whatever
 * else they hold. It remembers what it has looked up, so it is made anew for each reading.
 */
export class Office {
  readonly directory: Directory;

  constructor(
    directory: Directory,
    readonly on: LocalDate,
  ) {
    this.directory = remembered(directory);
  }

  /** Asks for the children of many cases at once: each of them would be asked for one by one as their cases are looked at. */
  lookUp(children: readonly string[]): void {
    this.directory.children(children, this.on);
  }

  postsOf(person: string): readonly Post[] {
    return postsThatCount(this.directory.postsHeldBy(person, this.on));
  }

  isIn(person: string): boolean {
    return this.postsOf(person).length > 0;
  }

  /** As they would ask for something themselves, from all their posts. */
  asker(person: string): Asker {
    return { person, name: '', posts: this.postsOf(person), covers: this.directory.coveredBy(person, this.on) };
  }

  /** Holders of the posts of a kind that answer for a team; of social workers, those of the children. */
  holders(kind: PostKind, team: string | null, children: readonly string[] = []): InOffice[] {
    return this.inOffice(postsAnswering(kind, team, children, this.directory, this.on));
  }

  /**
   * A person who sits in the IRO's seat of a dispute or a child: who holds it, if they hold a post from which that is done, and who covers for
   * them. Nobody, where they have left it.
   */
  iro(holder: string | null): InOffice[] {
    if (holder === null) return [];
    const seat = seatOfHolder(this.postsOf(holder));
    if (seat === undefined) return [];
    const cover = mayBeCovered(seat) ? this.directory.coverFor(holder, this.on) : undefined;
    return [
      { person: holder, post: seat, owner: holder },
      ...(cover === undefined ? [] : this.postsOf(cover).filter(mayBeCovered).slice(0, 1)).map((post) => ({
        ...{ person: cover!, post, owner: holder },
      })),
    ];
  }

  /** Those of some people who answer for the IRO service. */
  ofTheService(people: readonly string[]): InOffice[] {
    return people.flatMap((person) =>
      this.postsOf(person)
        .filter((post) => answersForTheService({ posts: [post] }))
        .slice(0, 1)
        .map((post) => ({ person, post, owner: null })),
    );
  }

  /** For a team the post that answers for it, where there are several of that kind. */
  lastResort(team: string | null): LastResort {
    for (const kind of LAST_RESORT) {
      const nearest = this.holders(kind, team);
      const asked = nearest.length > 0 ? nearest : this.anywhere(kind);
      if (asked.length > 0) return { asked, isWithoutService: false };
    }
    return { asked: LEADERS.flatMap((kind) => this.anywhere(kind)), isWithoutService: true };
  }

  /**
   * The last to be asked about one record. Of a restricted one those on its list who answer for the IRO service; where none of them is in
   * office, the last resort decides without reading it.
   */
  lastFor({
    restrictedTo,
    team,
  }: {
    readonly restrictedTo: readonly string[] | null;
    readonly team: string;
  }): InOffice[] {
    const listed = this.ofTheService(restrictedTo ?? []);
    return listed.length > 0 ? listed : [...this.lastResort(team).asked];
  }

  /** Everybody who holds a post of a kind, wherever it answers. */
  anywhere(kind: PostKind): InOffice[] {
    return this.inOffice(this.directory.postsHeld(kind, this.on));
  }

  private inOffice(held: readonly (Post & { readonly person: string | null })[]): InOffice[] {
    return held.flatMap(({ person, ...post }) =>
      person !== null && this.postsOf(person).some(({ postId }) => postId === post.postId)
        ? [{ person, post, owner: null }]
        : [],
    );
  }
}
