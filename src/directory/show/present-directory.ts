import type { LocalDate } from '../../calendar/calendar.js';
import { dayInWords, shortDay } from '../../calendar/in-words.js';
import { answersForInWords } from './answers-for.js';
import type { ProposalDto } from '../../roles/proposals/proposals.dto.js';
import type { PeoplePageDto } from '../people/people.dto.js';
import type { ListedPost } from '../posts/posts.query.js';
import type { TeamDto } from '../teams/teams.dto.js';
import type { TeamOverTimeDto, TeamsOverTimeDto } from '../teams/team-history.dto.js';

const SHOWN = {
  teams: 'Teams',
  posts: 'Posts',
  vacancies: 'Vacancies',
  people: 'People',
  changes: 'Teams over time',
} as const;
export type Shown = keyof typeof SHOWN;

export const isShown = (written: unknown): written is Shown => typeof written === 'string' && written in SHOWN;

/** The data from which the page of the directory is made: only what is shown is read. */
export interface DirectoryOfPage {
  readonly show: Shown;
  readonly on: LocalDate;
  readonly today: LocalDate;
  /** The day as it was typed, and whether it is none. */
  readonly written: string;
  readonly isNoDay: boolean;
  /** Part of a name that was looked for. */
  readonly name: string;
  readonly teams: readonly TeamDto[];
  readonly posts: readonly ListedPost[];
  /** Those that wait for a second person, that somebody takes a post. */
  readonly proposed: readonly ProposalDto[];
  readonly people: PeoplePageDto;
  readonly changes: TeamsOverTimeDto;
  readonly called: (person: string) => string;
  readonly teamCalled: (team: string) => string;
  readonly mayWrite: boolean;
  readonly mayPropose: boolean;
  readonly mayReadIn: boolean;
}

/** The tables that are shown as on a day; people and the history of teams are of all time. */
const OF_A_DAY: readonly Shown[] = ['teams', 'posts', 'vacancies'];

export const presentDirectory = (page: DirectoryOfPage): object => {
  const { show, on, today, mayWrite, mayPropose, mayReadIn, name } = page;
  const suffix = on === today ? '' : `&on=${on}`;
  return {
    title: 'Directory',
    show,
    tabs: (Object.keys(SHOWN) as Shown[]).map((each) => ({
      text: SHOWN[each],
      href: `/directory?show=${each}${OF_A_DAY.includes(each) ? suffix : ''}`,
      active: each === show,
    })),
    isOfADay: OF_A_DAY.includes(show),
    day: page.isNoDay ? page.written : dayInWords(on),
    errors: page.isNoDay ? [{ text: NO_DAY, href: '#on' }] : [],
    dayError: page.isNoDay ? NO_DAY : undefined,
    name,
    ...{ mayWrite, mayPropose, mayReadIn },
    teams: page.teams.map((team) => teamRow(team)),
    posts: page.posts
      .filter(({ person }) => show !== 'vacancies' || person === null)
      .map((post) => postRow(post, page)),
    people: page.people.items.map((person) => ({
      name: person.name,
      email: person.email ?? 'none known',
      state: person.fromRegister ? 'from a register, to be completed' : '',
    })),
    areMore: page.people.next !== null,
    changes: page.changes.items.map(changeRow),
  };
};

const NO_DAY = 'Enter a day that exists, for example 1 4 2026';

const teamRow = ({ teamId, code, name, service, from, to }: TeamDto): object => ({
  ...{ teamId, code, name },
  service: service ?? 'none',
  from: from === null ? 'the beginning' : shortDay(from),
  to: to === null ? '' : shortDay(to),
});

const postRow = (post: ListedPost, { called, teamCalled, proposed }: DirectoryOfPage): object => ({
  postId: post.postId,
  title: post.title,
  for: forBeside(post.title, answersForInWords(post, teamCalled)),
  holder: post.person === null ? 'vacant' : called(post.person),
  isVacant: post.person === null,
  agreed: agreedInWords(post, called),
  proposed: proposed
    .filter((each) => each.post === post.postId)
    .map(({ proposal, person, lapsesOn }) => ({
      href: `/roles/proposals/${proposal}`,
      text: `${person?.name ?? 'Somebody'} is proposed`,
      more: `until ${shortDay(lapsesOn)}`,
    })),
});

/** A title that names what the post answers for has said it: beside “Team manager, Locality South” it is not said again. */
export const forBeside = (title: string, answersFor: string): string =>
  title.endsWith(`, ${answersFor}`) ? '' : answersFor;

const agreedInWords = ({ agreed, agreedBy }: ListedPost, called: (person: string) => string): string => {
  switch (agreed) {
    case 'second-person':
      return `two people${agreedBy === null ? '' : `, ${called(agreedBy)} agreed`}`;
    case 'set-up':
      return 'one person, in the set-up';
    case 'not-needed':
      return 'one person: no case is read from it';
    case null:
      return '';
  }
};

const changeRow = ({ code, names, services, from, to, tookOverFrom, takenOverBy }: TeamOverTimeDto): object => ({
  code,
  names: names.map((each) => (each.from === null ? each.name : `${each.name}, from ${shortDay(each.from)}`)),
  services: services.map(
    ({ service, from: since }) => `${service ?? 'no service'}${since === null ? '' : `, from ${shortDay(since)}`}`,
  ),
  from: from === null ? 'the beginning' : shortDay(from),
  to: to === null ? 'goes on' : shortDay(to),
  what: [...mergedFrom(tookOverFrom), ...splitInto(takenOverBy)],
});

const mergedFrom = (teams: readonly string[]): string[] =>
  teams.length === 0 ? [] : [`${teams.length > 1 ? 'merged from' : 'took over from'} ${teams.join(', ')}`];

const splitInto = (teams: readonly string[]): string[] =>
  teams.length === 0 ? [] : [`${teams.length > 1 ? 'split into' : 'went on as'} ${teams.join(', ')}`];
