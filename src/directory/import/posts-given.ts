import { excludeEachOther, isCaseRole } from '../../access/case-roles.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { Refusal } from '../../platform/decider.js';
import { IN_SET_UP, NOT_NEEDED } from '../../roles/agreed.js';
import type { Agreed, PostProposed, TeamChangeProposed } from '../../roles/events.js';
import { mustBeAbleToHold } from '../../roles/may-hold.js';
import type { Directory } from '../directory.js';
import type { PostRegistered } from '../events.js';

/** Somebody in a post, from a day (null: throughout). */
export interface Holding {
  readonly person: string;
  readonly from: LocalDate | null;
  /** The last day; null while it goes on. */
  readonly to: LocalDate | null;
}

/** The posts that a file may give, and by whose word. */
export interface Giving {
  readonly directory: Directory;
  readonly today: LocalDate;
  /** Once the council is open, a post from which cases are read waits for a second person. */
  readonly isOpen: boolean;
  /** Id of the person who reads the file in and may propose; null where nobody is named. */
  readonly proposedBy: string | null;
}

/** The part of a row to which another person must agree: that somebody takes a post, or that a team changes. */
export type ToPropose = PostProposed | TeamChangeProposed;

export const NEEDS_A_PROPOSER =
  'something to which a second person agrees: read it in with --as and an administrator or IRO manager';

interface Given {
  readonly agreed: Agreed;
  readonly instead?: ToPropose;
  /** The reason why the row cannot be taken, as what was expected in its cell. */
  readonly refusal?: string;
}

/** The posts that one file gives, row after row: nobody gets one that the rules of roles do not let them have. */
export class PostsGiven {
  private readonly holdings = new Map<string, (Holding & { readonly post: PostRegistered })[]>();

  constructor(private readonly giving: Giving) {}

  give(post: PostRegistered, holding: Holding): Given {
    const refusal = this.whyNotTheirOwn(post, holding) ?? this.whyNotHeld(post, holding);
    if (refusal !== undefined) return { agreed: NOT_NEEDED, refusal };
    this.holdings.set(holding.person, [...(this.holdings.get(holding.person) ?? []), { ...holding, post }]);
    if (!isCaseRole(post.kind)) return { agreed: NOT_NEEDED };
    return this.giving.isOpen ? this.propose(post, holding) : { agreed: IN_SET_UP };
  }

  private propose({ postId, kind, title, team, service }: PostRegistered, { person, from, to }: Holding): Given {
    const { proposedBy } = this.giving;
    const instead: ToPropose = { kind: 'post', post: postId, postKind: kind, title, team, service, person, from };
    if (this.isHeld(postId, person)) return { agreed: NOT_NEEDED, instead };
    if (proposedBy === null) return refused(NEEDS_A_PROPOSER);
    if (to !== null)
      return refused('a post without a last day: it waits for a second person, and is left once it is held');
    return { agreed: NOT_NEEDED, instead };
  }

  private whyNotTheirOwn({ postId }: PostRegistered, { person, to }: Holding): string | undefined {
    const isOver = to !== null && to < this.giving.today;
    return person === this.giving.proposedBy && !isOver && !this.isHeld(postId, person)
      ? 'somebody else than the person who reads the file in: nobody gives themselves a post'
      : undefined;
  }

  private isHeld(postId: string, person: string): boolean {
    const { directory, today } = this.giving;
    return directory.postsHeldFrom(person, today).some((held) => held.postId === postId);
  }

  private whyNotHeld({ kind }: PostRegistered, { person, from, to }: Holding): string | undefined {
    const { directory, today } = this.giving;
    if (to !== null && to < today) return undefined;
    const other = (this.holdings.get(person) ?? []).find(
      (held) => excludeEachOther(kind, held.post.kind) && overlap(held, { from, to }),
    );
    if (other !== undefined) return `a post that goes with “${other.post.title}”: an administrator reads no cases`;
    try {
      mustBeAbleToHold(person, kind, from, directory, today);
    } catch (error) {
      if (error instanceof Refusal) return error.message;
      throw error;
    }
    return undefined;
  }
}

const refused = (refusal: string): Given => ({ agreed: NOT_NEEDED, refusal });

const overlap = (one: Pick<Holding, 'from' | 'to'>, other: Pick<Holding, 'from' | 'to'>): boolean =>
  (one.to === null || other.from === null || other.from <= one.to) &&
  (other.to === null || one.from === null || one.from <= other.to);
