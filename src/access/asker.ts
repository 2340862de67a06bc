import type { Post } from '../directory/directory.js';
import type { Actor } from '../platform/event-store/event-store.js';
import type { ProgramRole, Relation } from './access-table.js';

/** The person who sends a request, and from which posts. */
export interface Asker {
  /** Id of the person who is signed in, or of the program. */
  readonly person: string;
  readonly name: string;
  /** Posts held today; the one chosen with `Footprint-Post`, where one was. Of a program, the one in whose place it stands. */
  readonly posts: readonly Post[];
  /** It holds no post of the directory, and acts for nobody. */
  readonly isProgram?: boolean;
  /** On whose behalf: a covering IRO, or business support entering what an IRO has said. */
  readonly actingFor?: string;
  /** The person who made the token that signed them in: a person id, or the command line. Nobody, where a session did. */
  readonly tokenMadeBy?: string;
  /** The people whom they cover today; nobody, where they say for whom they act. */
  readonly covers?: readonly string[];
}

/** The command line on the machine itself, which reads everything. It is no person and holds no post. */
export const THE_OPERATOR = 'the-operator';

/** The person who asks a query: somebody who sent a request, or the command line. */
export type AskedBy = Asker | typeof THE_OPERATOR;

/** Whether what may be seen is everything: said here once, so that no query leaves its check out. */
export const seesAll = (askedBy: AskedBy): askedBy is typeof THE_OPERATOR => askedBy === THE_OPERATOR;

/**
 * The reader of a record that only people named for it may read. The command line counts as nobody, for anybody may come to hold its output.
 */
export const somebodyAsking = (askedBy: AskedBy): Asker | null => (seesAll(askedBy) ? null : askedBy);

/** The people whose children and disputes count as the asker's own. */
export const ownerOf = (asker: Asker): string => asker.actingFor ?? asker.person;

/** The relation of the asker to a thing by those who hold it, or who are the IRO or chair of its children. */
export const relationsByOwner = (asker: Asker, owners: readonly (string | null | undefined)[]): Relation[] => [
  ...(owners.includes(ownerOf(asker)) ? (['own-child'] as const) : []),
  ...((asker.covers ?? []).some((covered) => owners.includes(covered)) ? (['covered-child'] as const) : []),
];

/** The id under which a program acts. */
export const personOfProgram = (program: string): string => `program:${program}`;

/** A program asks in the one role that its token gives it. Its id is never that of a person, nor of a part of Footprint itself. */
export const programAsking = (program: string, role: ProgramRole): Asker => ({
  person: personOfProgram(program),
  name: program,
  posts: [{ postId: `program:${program}`, kind: role, title: program, team: null, service: null }],
  isProgram: true,
});

/** The asker as an act is recorded with: always the person who did it, with whom they acted for beside it. */
export const actorFrom = (asker: Asker, post: Post): Actor => ({
  person: asker.person,
  post: asker.isProgram ? null : post.postId,
  role: post.kind,
  ...(post.team === null ? {} : { team: post.team }),
  ...(asker.actingFor === undefined ? {} : { actingFor: asker.actingFor }),
});
