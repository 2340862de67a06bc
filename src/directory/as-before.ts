import type { Directory, HeldPost } from './directory.js';

/** The same directory in which a child has this social worker on every day: for telling who is asked by that, and who is not any more. */
export const withSocialWorker = (directory: Directory, child: string, socialWorker: string | null): Directory => ({
  ...directory,
  child: (childId, on) => {
    const found = directory.child(childId, on);
    return found === undefined || childId !== child ? found : { ...found, socialWorker };
  },
});

/** The same directory in which a person does not hold a post. */
export const withoutHolder = (
  directory: Directory,
  { person, post }: { readonly person: string; readonly post: string },
): Directory => {
  const isIt = (each: HeldPost): boolean => each.postId === post && each.person === person;
  return {
    ...directory,
    postsHeldBy: (personId, on) =>
      directory.postsHeldBy(personId, on).filter(({ postId }) => personId !== person || postId !== post),
    postsFor: (...asked) => directory.postsFor(...asked).map((each) => (isIt(each) ? { ...each, person: null } : each)),
    postsHeld: (...asked) => directory.postsHeld(...asked).filter((each) => !isIt(each)),
    everyPostHeld: (on) => directory.everyPostHeld(on).filter((each) => !isIt(each)),
  };
};
