import type { LocalDate } from '../calendar/calendar.js';
import type { Directory, Team } from './directory.js';
import { choicesInWords, postInWords } from './who-is-meant.js';

/** Things that people call by a name where a program gives an id. */
export const KINDS_OF_CALLED = ['person', 'team', 'post'] as const;
export type KindOfCalled = (typeof KINDS_OF_CALLED)[number];

/** Something of the directory that bears a name. */
export interface Called {
  readonly id: string;
  /** On the day asked for: a person who holds a post, a team that there is. A post always is, held or vacant. */
  readonly isInOffice: boolean;
}

/** All that bear a name, in office or not, in the order of their ids. Capitals, spaces and dashes do not matter. */
export const calledSo = (kind: KindOfCalled, written: string, directory: Directory, on: LocalDate): Called[] => {
  switch (kind) {
    case 'person':
      return directory.peopleNamed(written).map(({ personId }) => ({
        id: personId,
        isInOffice: directory.postsHeldBy(personId, on).length > 0,
      }));
    case 'team':
      return directory.teamsWritten(written).map(({ teamId, from, to }) => ({
        id: teamId,
        isInOffice: (from ?? on) <= on && on <= (to ?? on),
      }));
    case 'post':
      return directory.postsWritten(written, on).map(({ postId }) => ({ id: postId, isInOffice: true }));
  }
};

/** Whether the directory has it under this id. */
export const isAnId = (kind: KindOfCalled, written: string, directory: Directory, on: LocalDate): boolean => {
  switch (kind) {
    case 'person':
      return directory.person(written) !== undefined;
    case 'team':
      return directory.team(written, on) !== undefined;
    case 'post':
      return directory.post(written) !== undefined;
  }
};

/** Several of one name told apart, to choose from: ids, each with what it is besides its name. */
export const toldApart = (kind: KindOfCalled, ids: readonly string[], directory: Directory, on: LocalDate): string => {
  switch (kind) {
    case 'person':
      return choicesInWords(
        ids.flatMap((id) => directory.person(id) ?? []),
        directory,
        on,
      );
    case 'team':
      return ids
        .flatMap((id) => directory.team(id, on) ?? [])
        .map(teamInWords)
        .join(' or ');
    case 'post':
      return ids
        .flatMap((id) => directory.post(id) ?? [])
        .map((post) => `${post.postId} (${postInWords(post, directory, on)})`)
        .join(' or ');
  }
};

const teamInWords = ({ teamId, name, service, to }: Team): string =>
  `${teamId} (${[name, service, to === null ? null : `until ${to}`].filter((each) => each !== null).join(', ')})`;
