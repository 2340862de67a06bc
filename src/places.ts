import { isPartOfSetUp, type Permission, rowFor, rowOf } from './access/access-table.js';
import type { Post } from './directory/directory.js';
import { actsAs } from './protocol/own-posts.js';
import { type BuiltInPost, SENIOR_POSTS, SERVICE_POSTS } from './protocol/protocol.js';
import { SEARCHES } from './search/search.permits.js';
import type { Place } from './web/frame/shared.js';

/** A place of the navigation, and the kinds of post whose it is: everybody’s who reads cases unless it says. */
interface PlaceOf extends Place {
  readonly of?: readonly BuiltInPost[];
  /** It opens before the council is open, too. */
  readonly inSetUp?: true;
  /** Those of them who open it less often: for them it stands behind “More”, so that the others fit on one line. */
  readonly asideFor?: readonly BuiltInPost[];
}

/** Those who answer for the IRO service, and have the most places. */
const SERVICE: readonly BuiltInPost[] = SERVICE_POSTS;
const CHAIRS: readonly BuiltInPost[] = ['iro', 'conference-chair'];
const MANAGERS: readonly BuiltInPost[] = [
  'assistant-team-manager',
  'team-manager',
  'service-manager',
  'head-of-service',
  'executive-head',
];
const LEADERS: readonly BuiltInPost[] = SENIOR_POSTS;

/** Their work is to check reports now and then: they begin elsewhere. */
const CHECK_ALONE: readonly BuiltInPost[] = ['performance-analyst', 'information-governance'];

/** A place is theirs whom one of some rows of the access table lets in. */
const kindsThatMay = (...permissions: Permission[]): readonly BuiltInPost[] =>
  permissions.flatMap((permission) => Object.keys(rowOf(permission)) as BuiltInPost[]);

/**
 * Every place that there is, in the order of the navigation. A page that is a place is one line here; the first place of a post is its
 * home.
 */
const PLACES: readonly PlaceOf[] = [
  // The home of an inspector, who works on nothing.
  { text: 'Search', href: '/search', of: ['inspector'] },
  // The home of those who count.
  { text: 'Themes', href: '/themes', of: ['performance-analyst'] },
  // The home of those who administer, who read no case.
  { text: 'Council', href: '/council', of: ['administrator'], inSetUp: true },
  // The home of those who lead, and a place of everybody else who may open it.
  { text: 'Board', href: '/board', of: ['assistant-director', 'director'] },
  { text: 'My work', href: '/my-work', of: kindsThatMay('work.read').filter((kind) => !CHECK_ALONE.includes(kind)) },
  { text: 'My team', href: '/teams', of: MANAGERS },
  // IROs and chairs do not get the board: all that they would find on it is their own, and stands in their work.
  {
    text: 'Board',
    href: '/board',
    of: kindsThatMay('board.read').filter((kind) => !CHAIRS.includes(kind)),
    asideFor: ['business-support'],
  },
  { text: 'Who opened what', href: '/views', of: kindsThatMay('views.read') },
  { text: 'Emergency access', href: '/emergency-access', of: kindsThatMay('emergency.read') },
  { text: 'My work', href: '/my-work', of: CHECK_ALONE },
  { text: 'Children', href: '/children', of: kindsThatMay('child.read'), asideFor: [...SERVICE, ...MANAGERS] },
  {
    text: '{disputes}',
    href: '/disputes',
    of: kindsThatMay('dispute.read', 'dispute.read-outline', 'dispute.read-figures'),
  },
  {
    text: '{acknowledgements}',
    href: '/acknowledgements',
    of: kindsThatMay('acknowledgement.read', 'acknowledgement.read-outline', 'acknowledgement.read-figures'),
    asideFor: SERVICE,
  },
  { text: 'Themes', href: '/themes', of: kindsThatMay('figures.read'), asideFor: ['business-support'] },
  { text: 'IRO service', href: '/iro-service', of: kindsThatMay('figures.read-by-iro') },
  { text: 'Reports', href: '/reports', of: [...SERVICE, 'performance-analyst'] },
  {
    text: 'Published reports',
    href: '/published-reports',
    of: kindsThatMay('report.read'),
    asideFor: [...SERVICE, ...MANAGERS, ...LEADERS],
  },
  { text: 'Checks', href: '/reviews', of: kindsThatMay('review.read'), asideFor: [...SERVICE, ...CHAIRS] },
  {
    text: 'Recommendations',
    href: '/recommendations',
    of: kindsThatMay('recommendations.read'),
    asideFor: [...SERVICE, ...CHAIRS, ...MANAGERS, ...LEADERS, 'social-worker'],
  },
  { text: 'Meetings', href: '/challenge', of: [...LEADERS, ...kindsThatMay('challenge.arrange')] },
  // Those who arrange covers, and those who are covered.
  {
    text: 'Covers',
    href: '/covers',
    of: [...kindsThatMay('cover.arrange'), ...CHAIRS],
    inSetUp: true,
    asideFor: [...SERVICE, ...CHAIRS, 'business-support'],
  },
  {
    text: 'Roles',
    href: '/roles/proposals',
    of: kindsThatMay('role.read'),
    inSetUp: true,
    asideFor: [...SERVICE, ...LEADERS],
  },
  { text: 'Accounts', href: '/accounts', of: kindsThatMay('account.tie'), inSetUp: true },
  {
    text: 'Council',
    href: '/council',
    of: kindsThatMay('protocol.adopt'),
    inSetUp: true,
  },
  { text: 'Registers', href: '/imports', of: ['business-support', 'performance-analyst'], inSetUp: true },
  {
    text: 'Search',
    href: '/search',
    of: kindsThatMay(...SEARCHES).filter((kind) => kind !== 'inspector'),
    asideFor: [...SERVICE, ...CHAIRS, ...MANAGERS, ...LEADERS, 'business-support'],
  },
];

/**
 * The places of somebody, the home first. Until the council is open nobody is led to a page that is refused, and the checklist of its
 * setting up comes before all else.
 */
export const placesOf = (posts: readonly Pick<Post, 'kind'>[], isOpen: boolean): Place[] => {
  const kinds = posts.flatMap(({ kind }) => actsAs(kind) ?? []);
  const theirs = PLACES.filter(
    ({ of, inSetUp = false }) =>
      posts.length > 0 && (isOpen || inSetUp) && (of === undefined || kinds.some((kind) => of.includes(kind))),
  )
    .filter(({ href }, index, all) => all.findIndex((each) => each.href === href) === index)
    .map(({ text, href, of = [], asideFor = [] }) => {
      const theirOwn = kinds.filter((kind) => of.includes(kind));
      const isAside = isOpen && theirOwn.every((kind) => asideFor.includes(kind));
      return { text, href, ...(isAside ? { isAside } : {}) };
    });
  return isOpen ? theirs : theirs.sort((one, other) => Number(isChecklist(other)) - Number(isChecklist(one)));
};

/** Whether a page stands in the navigation of somebody with these posts, once the council is open. */
export const isPlaceOf = (href: string, posts: readonly Pick<Post, 'kind'>[]): boolean =>
  placesOf(posts, true).some((place) => place.href === href);

/** Pages that texts of other pages lead to, by the rows of the access table of which one opens them. */
const IN_TEXTS: Readonly<Record<string, readonly Permission[]>> = {
  '/search': SEARCHES,
  '/notices/how': ['notice.choose'],
  '/due-dates': ['work.follow'],
};

/** Those of the pages that texts lead to which somebody may open: a text offers nobody a link that is refused to them. */
export const pagesOffered = (posts: readonly Pick<Post, 'kind'>[], isOpen: boolean): string[] =>
  Object.entries(IN_TEXTS).flatMap(([href, permissions]) =>
    posts.some(({ kind }) =>
      permissions.some((each) => rowFor(each, kind) !== undefined && (isOpen || isPartOfSetUp(each))),
    )
      ? [href]
      : [],
  );

const isChecklist = ({ href }: Place): boolean => href === '/council';
