import type { LocalDate } from '../calendar/calendar.js';
import type { Directory, Post, PostWithScope, Team } from './directory.js';
import { actsAs } from '../protocol/own-posts.js';
import { postKindWritten } from './import/posts.js';

/*
 * People act on names: they address, seat and hand over by them. So no team and no post gets a name that can be taken for another's.
 */

/** A name as the eye reads it: without accents, capitals, spaces and punctuation, and with one sign for those that look alike. */
export const lookOf = (written: string): string =>
  written
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}|]+/gu, '')
    .replace(/[1il|]/g, 'l')
    .replace(/[0o]/g, 'o');

/**
 * The team that has such a name, id, code or spelling already; undefined where none has. Of a team that has ended, its names are free.
 *
 * @param except the team that is to bear it
 */
export const teamLookingLike = (
  written: string,
  except: string,
  directory: Directory,
  today: LocalDate,
): Team | undefined => {
  const look = lookOf(written);
  return directory
    .teamsWithSpellings()
    .filter(({ team }) => team.teamId !== except)
    .find(({ team, spellings }) => {
      const isOver = team.to !== null && team.to < today;
      const taken = isOver ? [team.teamId, team.code] : [team.teamId, team.code, ...spellings];
      return taken.some((each) => lookOf(each) === look);
    })?.team;
};

/**
 * The reason why a post cannot have a title, as the end of a sentence about it; undefined if it can. Several posts of one kind share a title:
 * those of the IROs, and those of the managers, whom their teams and services tell apart.
 *
 * @param scope name of the team or the service for which it answers; null for the whole council
 */
export const whyNotTitled = (
  post: Post,
  scope: string | null,
  directory: Directory,
  on: LocalDate,
): string | undefined => {
  const otherKind = postKindWritten(post.title);
  // The kind as which a post of the council's own acts may have the same name.
  if (otherKind !== undefined && otherKind !== post.kind && otherKind !== actsAs(post.kind))
    return `is what another kind of post is called: ${otherKind}. Write a title that tells them apart`;
  const own = { ...post, scope };
  const taken = directory.postsWithScope(on).find((other) => other.postId !== post.postId && isAlike(own, other));
  return taken && `can be taken for the post ${taken.postId} (${taken.title}): write a title that tells them apart`;
};

const isAlike = (own: PostWithScope, other: PostWithScope): boolean => {
  const isSameKind = own.kind === other.kind;
  if (isSameKind && own.team === other.team && own.service === other.service) return false;
  const shared = looksOf(own).filter((look) => [lookOf(other.postId), ...looksOf(other)].includes(look));
  // The title alone, where both have it, says neither the one nor the other.
  return shared.some((look) => !isSameKind || look !== lookOf(own.title) || look !== lookOf(other.title));
};

const looksOf = ({ title, scope }: PostWithScope): string[] =>
  scope === null ? [lookOf(title)] : [lookOf(title), lookOf(`${title} ${scope}`)];
