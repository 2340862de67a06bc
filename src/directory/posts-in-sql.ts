import { heldOn } from '../../projections/post-holders/post-holders.js';

/**
 * Whether a person held a post of a team on a day.
 * @param person the parameter or column that holds the person's id; `team` and `day` likewise
 */
export const heldPostOf = (person: string, team: string, day: string): string => heldPostIn(person, team, day);

/**
 * Whether a person held a post of any of several teams on a day.
 * @param teams what stands between the brackets of `IN`: the teams, or a query for them
 */
export const heldPostIn = (person: string, teams: string, day: string): string => `EXISTS (
  SELECT 1 FROM post_holders AS held JOIN posts ON posts.post = held.post
  WHERE held.person = ${person} AND posts.team IN (${teams}) AND ${heldOn('held', day)})`;
