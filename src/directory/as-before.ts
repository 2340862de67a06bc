import { answersForTeams, type Directory, type HeldPost, type Post, type Team } from './directory.js';

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

/** The same directory in which a team belongs to this service, or to none, on every day. */
export const withTeamInService = (directory: Directory, team: string, service: string | null): Directory => {
  const moved = (each: Team): Team => (each.teamId === team ? { ...each, service } : each);
  return {
    ...directory,
    team: (teamId, on) => {
      const found = directory.team(teamId, on);
      return found && moved(found);
    },
    teams: (on) => directory.teams(on).map(moved),
    postsFor: (kind, asked, on) => {
      if (asked !== team) return directory.postsFor(kind, asked, on);
      const posts = directory.postsWithScope(on).filter((post) => post.kind === kind);
      const held = directory.postsHeld(kind, on);
      const holdersOf = (of: readonly Post[]): HeldPost[] =>
        of.flatMap((post) => {
          const holders = held.filter(({ postId }) => postId === post.postId);
          return holders.length > 0 ? holders : [{ ...post, person: null }];
        });
      const own = posts.filter((post) => post.team === team);
      if (own.length > 0) return holdersOf(own);
      const ofService = service === null ? [] : posts.filter((post) => post.team === null && post.service === service);
      if (ofService.length > 0 || answersForTeams(kind)) return holdersOf(ofService);
      return holdersOf(posts.filter((post) => post.team === null && post.service === null));
    },
  };
};
