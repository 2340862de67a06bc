import { ACTED_AS, type CouncilPost, isOutside, kindOfPost, POST_CODE } from './own-posts.js';
import { POST_KINDS, type PostKind } from './protocol.js';
import type { YamlBlock } from './yaml-block.js';

/** The posts that the council has besides those of the program; a file that says nothing has none. */
export const readPosts = (file: YamlBlock): CouncilPost[] => {
  const seen = new Set<string>(POST_KINDS);
  return file.blocks('posts', (block) => readPost(block, seen)) ?? [];
};

const readPost = (block: YamlBlock, seen: Set<string>): CouncilPost => {
  const code = block.text('code');
  if (code !== '' && !POST_CODE.test(code))
    block.cannotBe('code', 'write it in small letters, digits and hyphens, as virtual-head');
  else if (seen.has(code)) block.cannotBe('code', 'there is a post of this code already; choose another');
  seen.add(code);
  const title = block.text('title');
  const isOutsideOfIt = block.yesOrNo('outside', false);
  if (!isOutsideOfIt) return { code, title, actsAs: block.oneOf('acts-as', ACTED_AS) };
  if (block.has('acts-as'))
    block.cannotBe(
      'acts-as',
      'nobody signs in from a post outside of the council, so it acts as nothing; leave it out',
    );
  return { code, title, actsAs: null };
};

/** Reads the lists of posts in a file, which name those of the program and those of the council's own alike. */
export class PostLists {
  private readonly kinds: ReadonlyMap<string, PostKind>;

  constructor(own: readonly CouncilPost[]) {
    this.kinds = new Map([
      ...POST_KINDS.map((kind) => [kind, kind] as const),
      ...own.map((post) => [post.code, kindOfPost(post)] as const),
    ]);
  }

  /** A list, or one post by itself. Without a fallback the key must be there and hold at least one. */
  listOf(block: YamlBlock, key: string, fallback?: readonly PostKind[]): readonly PostKind[] {
    return this.withoutOutside(block, key, this.read(block, key, fallback));
  }

  /** As {@link listOf}; `none` says that there is nobody. */
  listOrNone(block: YamlBlock, key: string): readonly PostKind[] {
    return block.says(key, 'none') ? [] : this.listOf(block, key, []);
  }

  /** Those who answer a stage: the only place where a post outside of the council can stand. */
  answering(block: YamlBlock, key: string): readonly PostKind[] {
    return this.read(block, key);
  }

  private read(block: YamlBlock, key: string, fallback?: readonly PostKind[]): readonly PostKind[] {
    if (fallback !== undefined && !block.has(key)) return fallback;
    return block.listOf(key, [...this.kinds.keys()]).flatMap((written) => this.kinds.get(written) ?? []);
  }

  private withoutOutside(block: YamlBlock, key: string, posts: readonly PostKind[]): readonly PostKind[] {
    if (block.has(key) && posts.some(isOutside))
      block.cannotBe(key, 'a post outside of the council answers stages, and nothing else; name it in addressees');
    return posts;
  }
}
