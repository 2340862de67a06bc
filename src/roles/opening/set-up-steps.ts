import type { LocalDate } from '../../calendar/calendar.js';
import { dayInWords, shortDay } from '../../calendar/in-words.js';
import type { SetUpStepDto } from './set-up.dto.js';

/** The record of a council that is being set up. */
export interface SetUpSoFar {
  /** What it is called; null while nobody has said so, on a page or in a setting. */
  readonly council: string | null;
  /** The protocol's word for a dispute; null before one is in force. */
  readonly dispute: string | null;
  readonly holidaysKnownTo: LocalDate;
  readonly closingDays: number;
  readonly teams: number;
  readonly postsHeld: number;
  /** Names of the stages of the protocol in force that need an answer from a post that nobody holds. */
  readonly unanswered: readonly string[];
  /** Name of who will open the council; null while nobody is IRO manager. */
  readonly iroManager: string | null;
  /** Whether they can sign in: the council’s own sign-in is connected, or a link was made for them. */
  readonly canSignIn: boolean;
  readonly children: number;
  readonly protocol: { readonly title: string; readonly from: LocalDate } | null;
  /** Registers that were read in and stand. */
  readonly registers: number;
}

/** The checklist: what is there, what is missing, and which of it the council needs before it can be opened. */
export const setUpSteps = (sofar: SetUpSoFar): SetUpStepDto[] => {
  const { council, dispute, closingDays, teams, postsHeld, iroManager, children, protocol, registers } = sofar;
  const step = (name: SetUpStepDto['step'], isDone: boolean, says: string, isNeeded = false): SetUpStepDto => ({
    ...{ step: name, isDone, isNeeded, says },
  });
  return [
    step('name', council !== null, council === null ? 'The council has no name yet.' : `${council}.`),
    step(
      'words',
      dispute !== null,
      dispute === null
        ? 'What the council calls things comes with its protocol.'
        : `By its protocol it says “${dispute}”.`,
    ),
    step('calendar', closingDays > 0, calendarInWords(sofar)),
    step('teams', teams > 0, teams === 0 ? 'There is no team.' : `${counted(teams, 'team')}.`, true),
    step('posts', postsHeld > 1, postsInWords(sofar), true),
    step('iro-manager', iroManager !== null && sofar.canSignIn, whoOpensIt(sofar), true),
    step(
      'children',
      children > 0,
      children === 0 ? 'No child is on record.' : `${counted(children, 'child', 'children')}.`,
    ),
    step(
      'protocol',
      protocol !== null,
      protocol === null ? 'No protocol is in force today.' : `${protocol.title}, from ${shortDay(protocol.from)}.`,
      true,
    ),
    step(
      'register',
      registers > 0,
      registers === 0 ? 'No register has been read in.' : `${counted(registers, 'register')} read in.`,
    ),
  ];
};

/** A council can open while a stage has nobody to answer it, and what is asked there falls to whoever is above: it is said before. */
const postsInWords = ({ postsHeld, unanswered }: SetUpSoFar): string =>
  [
    `${counted(postsHeld, 'post is', 'posts are')} held.`,
    ...(unanswered.length === 0
      ? []
      : [
          `Nobody holds a post that answers at ${unanswered.length === 1 ? 'this stage' : 'these stages'}: ${unanswered.join('; ')}.`,
        ]),
  ].join(' ');

const whoOpensIt = ({ iroManager, canSignIn }: SetUpSoFar): string => {
  if (iroManager === null) return 'Nobody is IRO manager, who opens the council.';
  return canSignIn
    ? `${iroManager} opens the council.`
    : `${iroManager} opens the council, and waits for a way to sign in: whoever runs the program connects the council’s own sign-in, or prints a link for them with this command: footprint setup-link --for '${iroManager}'`;
};

const calendarInWords = ({ holidaysKnownTo, closingDays }: SetUpSoFar): string =>
  [
    `Bank holidays are known to ${dayInWords(holidaysKnownTo)}.`,
    closingDays === 0
      ? 'No closing day of its own is entered: leave it so where there is none.'
      : `${counted(closingDays, 'closing day')} of its own.`,
  ].join(' ');

const counted = (count: number, one: string, several = `${one}s`): string => `${count} ${count === 1 ? one : several}`;
