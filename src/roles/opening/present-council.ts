import type { Permission } from '../../access/access-table.js';
import { whoseItIs } from '../../access/access.js';
import { shortDay } from '../../calendar/in-words.js';
import { answersForInWords } from '../../directory/show/answers-for.js';
import type { CouncilView } from './council.query.js';
import type { SetUpDto, SetUpStep } from './set-up.dto.js';

/** The data from which the page of the council is made. */
export interface CouncilOfPage {
  readonly council: CouncilView;
  readonly setUp: SetUpDto;
  /** Whether a row of the access table lets the reader in. */
  readonly may: (permission: Permission) => boolean;
  readonly teamCalled: TeamCalled;
}

/** The name of a team today, by its id. */
export type TeamCalled = (team: string) => string;

interface Step {
  readonly label: string;
  readonly href: string;
  /** A person who is in one of these rows does the step. */
  readonly by: readonly Permission[];
}

const STEPS: Readonly<Record<SetUpStep, Step>> = {
  name: { label: 'Name of the council', href: '/council/name', by: ['council.name'] },
  words: { label: 'Words', href: '/protocol', by: ['protocol.adopt'] },
  calendar: { label: 'Calendar and closing days', href: '/calendar', by: ['calendar.set'] },
  teams: { label: 'Teams', href: '/directory/files', by: ['directory.write'] },
  posts: { label: 'People and posts', href: '/directory/files', by: ['directory.write', 'role.propose'] },
  'iro-manager': { label: 'Who opens the council', href: '/directory?show=posts', by: ['directory.write'] },
  children: { label: 'Children', href: '/directory/files', by: ['child.write'] },
  protocol: { label: 'Protocol', href: '/protocol', by: ['protocol.adopt'] },
  register: { label: 'Register', href: '/imports', by: ['import.read'] },
};

/** The settings of the council for itself, open or not. */
const SETTINGS: readonly { text: string; href: string; about: string; of: readonly Permission[] }[] = [
  { text: 'Name', href: '/council/name', about: 'at the top of every page', of: ['council.name'] },
  { text: 'Protocol', href: '/protocol', about: 'the ladder, its dates and every rule', of: ['protocol.read'] },
  { text: 'Directory', href: '/directory', about: 'teams, posts and people', of: ['directory.read'] },
  { text: 'Calendar', href: '/calendar', about: 'closing days and bank holidays', of: ['calendar.read'] },
  {
    text: 'Who gets which role',
    href: '/roles/proposals',
    about: 'posts, rules, teams and accounts that wait for a second person',
    of: ['role.read'],
  },
  { text: 'Accounts', href: '/accounts', about: 'whose they are', of: ['account.tie'] },
  { text: 'Tokens', href: '/tokens', about: 'by which programs ask', of: ['role.read'] },
  { text: 'Registers', href: '/imports', about: 'what was read in, and whether it is all there', of: ['import.read'] },
  {
    text: 'Notices to everybody',
    href: '/notices/everybody',
    about: 'whether they went, without what they say',
    of: ['notice.read-all'],
  },
  {
    text: 'Emergency access',
    href: '/emergency-access',
    about: 'who took it, and what they opened',
    of: ['emergency.read'],
  },
  { text: 'Health', href: '/health', about: 'of the program', of: ['role.read'] },
];

export const presentCouncil = ({ council, setUp, may, teamCalled }: CouncilOfPage): object => {
  const isOpen = council.standing === 'open';
  const mayOpen = may('council.open');
  // Whoever reads this page and may open the council has found a way to sign in.
  const isReady = setUp.steps.every(
    ({ step, isNeeded, isDone }) => isDone || !isNeeded || (mayOpen && step === 'iro-manager'),
  );
  return {
    title: isOpen ? 'The council' : 'Set up the council',
    isOpen,
    isReady,
    mayOpen,
    steps: isOpen
      ? []
      : setUp.steps.map(({ step, isDone, isNeeded, says }) => ({
          ...STEPS[step],
          says,
          isTheirs: STEPS[step].by.some(may),
          whose: isDone || STEPS[step].by.some(may) ? null : `It belongs to: ${whoseItIs(STEPS[step].by[0]!)}.`,
          state: isDone ? 'Done' : isNeeded ? 'To do' : 'Can wait',
          tag: isDone ? 'green' : isNeeded ? 'yellow' : 'grey',
        })),
    settings: SETTINGS.filter(({ of }) => of.some(may)),
    ...presentList(council, teamCalled),
  };
};

/** The list that the IRO manager reads and confirms: posts and rules that one person gave in the set-up, and the administrators. */
export const presentList = ({ posts, rules, digest, missing }: CouncilView, teamCalled: TeamCalled): object => ({
  posts: posts.map((post) => ({
    title: post.title,
    for: answersForInWords(post, teamCalled),
    name: post.name ?? post.person,
    from: post.from === null ? 'from the beginning' : `from ${shortDay(post.from)}`,
  })),
  rules: rules.map(({ title, version, from }) => ({ title, version, from: shortDay(from) })),
  digest,
  missing,
});
