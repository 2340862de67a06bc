import { ACTED_AS, type ActedAs, type CouncilPost, isOutside, kindOfPost, POST_CODE } from './own-posts.js';
import { POST_KINDS, type PostKind } from './protocol.js';
import { isSameName } from './same-name.js';
import type { YamlBlock } from './yaml-block.js';

/** The posts that the council has besides those of the program; a file that says nothing has none. */
export const readPosts = (file: YamlBlock): CouncilPost[] => {
  const seen: SeenPost[] = POST_KINDS.map((code) => ({ code, title: code }));
  return file.blocks('posts', (block) => readPost(block, seen), { orNone: true }) ?? [];
};

type SeenPost = Pick<CouncilPost, 'code' | 'title'>;

/** A file of people gives a post by its code or its title, so no two posts share one. */
const readPost = (block: YamlBlock, seen: SeenPost[]): CouncilPost => {
  const code = block.code('code', POST_CODE, 'write it in small letters, digits and hyphens, as virtual-head');
  const title = block.name('title');
  const byCode = seen.find((other) => isSameName(other.code, code) || isSameName(other.title, code));
  const byTitle = seen.find((other) => isSameName(other.title, title) || isSameName(other.code, title));
  if (code !== '' && byCode !== undefined)
    block.cannotBe('code', 'there is a post of this code already; choose another');
  else if (title !== '' && byTitle !== undefined)
    block.cannotBe(
      'title',
      `the post ${byTitle.code} is called so, and a list of people could not tell them apart; choose another`,
    );
  seen.push({ code, title });
  const isOutsideOfIt = block.yesOrNo('outside', false);
  if (!isOutsideOfIt) return { code, title, actsAs: readActsAs(block) };
  if (block.has('acts-as'))
    block.cannotBe(
      'acts-as',
      'nobody signs in from a post outside of the council, so it acts as nothing; leave it out',
    );
  return { code, title, actsAs: null };
};

const readActsAs = (block: YamlBlock): ActedAs => {
  if (!block.has('acts-as')) {
    const example =
      'write for example `acts-as: head-of-service`, or `outside: yes` for a partner who does not sign in';
    block.problem(null, `acts-as is missing; ${example}`);
    return ACTED_AS[0];
  }
  // One of the program's own posts is not a slip of the pen.
  const other = POST_KINDS.find((kind) => block.says('acts-as', kind) && !ACTED_AS.some((acted) => acted === kind));
  if (other === undefined) return block.oneOf('acts-as', ACTED_AS);
  block.cannotBe(
    'acts-as',
    `a post of the council's own answers, and has no other part; allowed: ${ACTED_AS.join(', ')}`,
  );
  return ACTED_AS[0];
};

/** Reads the lists of posts in a file, which name those of the program and those of the council's own alike. */
export class PostLists {
  private readonly kinds: ReadonlyMap<string, PostKind>;

  constructor(own: readonly CouncilPost[]) {
    // A code that was refused still names its post, so that its lists are not refused for it again.
    const named = own.flatMap((post) =>
      [inSmallLetters(post.code), post.code, ...meantFor(post)].map((code) => [code, kindOfPost(post)] as const),
    );
    const known = POST_KINDS.map((kind) => [kind, kind] as const);
    this.kinds = new Map([...known, ...named, ...known]);
  }

  /** A list, or one post by itself. Without a fallback the key must be there and hold at least one. */
  listOf(block: YamlBlock, key: string, fallback?: readonly PostKind[]): readonly PostKind[] {
    return this.withoutOutside(block, key, this.read(block, key, fallback));
  }

  /** As {@link listOf}; `none` says that there is nobody. */
  listOrNone(block: YamlBlock, key: string): readonly PostKind[] {
    if (block.saysNone(key)) return [];
    if (block.isBare(key)) {
      block.cannotBe(key, 'name posts, say none, or leave the key out');
      return [];
    }
    return this.withoutOutside(block, key, this.read(block, key, [], [...this.kinds.keys(), 'none']));
  }

  /** Those who answer a stage: the only place where a post outside of the council can stand. */
  answering(block: YamlBlock, key: string): readonly PostKind[] {
    return this.read(block, key);
  }

  private read(
    block: YamlBlock,
    key: string,
    fallback?: readonly PostKind[],
    offered?: readonly string[],
  ): readonly PostKind[] {
    if (fallback !== undefined && !block.has(key)) return fallback;
    const written = block.listOf(key, [...this.kinds.keys()], undefined, offered, OR_OWN);
    return written.flatMap((each) => this.kinds.get(each) ?? []);
  }

  private withoutOutside(block: YamlBlock, key: string, posts: readonly PostKind[]): readonly PostKind[] {
    if (block.has(key) && posts.some(isOutside))
      block.cannotBe(key, 'a post outside of the council answers stages, and nothing else; name it in addressees');
    return posts;
  }
}

const OR_OWN = 'a post of the council that is not among them is first listed under posts';

/** A post with the code of one of the program's own was refused for that; the rules name it by the code that was meant. */
const meantFor = ({ code, title }: CouncilPost): readonly string[] =>
  POST_KINDS.some((kind) => isSameName(kind, code)) ? [inSmallLetters(title)] : [];

const inSmallLetters = (code: string): string =>
  code
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
