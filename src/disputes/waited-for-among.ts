/** Of posts that are asked, how it is known whether somebody holds one, and whether each of them must act. */
interface Among<Post> {
  readonly isHeld: (post: Post) => boolean;
  /** Each must act; else any one of them may. */
  readonly mustAll: boolean;
}

/**
 * Those that are waited for, of the posts that are asked. If any one may act, a post that nobody holds is left out as soon as somebody
 * holds another; if all must act, a vacant one is waited for like the others. If nobody holds any, all of them stay.
 */
export const waitedForAmong = <Post>(asked: readonly Post[], { isHeld, mustAll }: Among<Post>): readonly Post[] => {
  const held = asked.filter(isHeld);
  return mustAll || held.length === 0 ? asked : held;
};
