import { anyOfPosts } from '../../../protocol/posts-in-words.js';
import { addDays } from '../../../calendar/dates.js';
import { disputeAct, WORDS } from '../dispute-act.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { refuse } from '../../../platform/decider.js';
import { deadlineOf } from '../../time/clock.js';
import type { DisputeContext } from '../../context.js';
import { type DisputeState, type Matter, type Round } from '../../dispute.js';
import { adviceOnDay } from '../../writing-help.js';
import type { DisputeEvent } from '../../events.js';
import { mustAwaitAnswer, mustBeOpen, mustSay, notYours, postAnswering, protocolOf } from '../../rules.js';
import { answerDate } from '../../time/dates.js';
import { isLate, isPutOff } from '../../time/late.js';
import { latestExtension } from '../../time/latest-extension.js';

export interface AskForExtension {
  type: 'ask-for-extension';
  askedFor: LocalDate;
  reason: string;
}

/**
 * The manager asks for a later date, with a reason, before the one in force has passed. Nothing changes until it is granted.
 *
 * @throws Refusal `extensions-not-allowed`, `asking-not-yours`, `extension-already-asked`, `no-date-to-extend`, `already-late`,
 *   `not-later`, `extension-too-long`
 */
export const askForExtension = (act: AskForExtension, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  mustSay(act.reason, 'why more time is needed');
  mustAllowExtensions(matter, context);
  const round = mustAwaitAnswer(matter, context);
  mustBeAddressed(matter, round, context);
  mustNotBeAskedTwice(round);
  mustBeInTimeToAsk(round, matter, context);
  mustBeLater(round, act.askedFor);
  mustBeWithinTheMaximum(matter, round, act.askedFor, context);
  const { askedFor, reason } = act;
  return [{ type: 'ExtensionAsked', data: { askedFor, reason, ...adviceOnDay(askedFor, '/askedFor', context) } }];
};

const mustAllowExtensions = (matter: Matter, context: DisputeContext): void => {
  if (!protocolOf(matter, context).extensions.allowed) {
    refuse(
      'extensions-not-allowed',
      'The protocol gives no extensions. Answer with what is known, and say what is still open.',
    );
  }
};

const mustBeAddressed = (matter: Matter, round: Round, context: DisputeContext): void => {
  if (postAnswering(round, context) === null) {
    const who = anyOfPosts(round.addressee.posts, protocolOf(matter, context));
    notYours('asking-not-yours', `More time is for ${who} to ask for, who must answer. You can add a note.`);
  }
};

const mustNotBeAskedTwice = ({ extensionAsked }: Round): void => {
  if (extensionAsked)
    refuse('extension-already-asked', 'A later date has been asked for already. Wait until that is decided.');
};

/** Late stays late: once the moment has passed, no later date can make up for it. */
const mustBeInTimeToAsk = (round: Round, matter: Matter, { now }: DisputeContext): void => {
  if (isLate(answerDate(round, matter), now))
    refuse('already-late', 'The date has passed, and late stays late. Answer now.');
};

const mustBeLater = (round: Round, askedFor: LocalDate): void => {
  const { dueOn } = deadlineOf(round);
  if (dueOn === null) return refuse('no-date-to-extend', 'This stage has no date yet, so there is none to extend.');
  if (!isPutOff(dueOn, askedFor))
    refuse('not-later', `That is not after ${dueOn}, the date in force. Ask for a later one.`);
};

const mustBeWithinTheMaximum = (matter: Matter, round: Round, askedFor: LocalDate, context: DisputeContext): void => {
  const protocol = protocolOf(matter, context);
  const latest = latestExtension(deadlineOf(round), protocol, context.calendar);
  // A day on which nobody works is no later than the working day before it.
  if (latest === null || context.calendar.workingDaysBetween(latest, askedFor) <= 0) return;
  refuse(
    'extension-too-long',
    `The protocol extends by ${protocol.extensions.maximumWorkingDays} working days at most. Ask for ${latest} or an earlier day.`,
  );
};

export const askForExtensionAct = disputeAct({
  type: 'ask-for-extension',
  decide: askForExtension,
  route: 'ask-for-extension',
  sample: ({ today, dueOn }): AskForExtension => ({
    type: 'ask-for-extension',
    askedFor: addDays(dueOn ?? today, 1),
    reason: WORDS,
  }),
  events: {
    ExtensionAsked: {
      version: 1,
      sentence: ({ who, data, dated }) => `${who} asked for more time${dated('until', data.askedFor)}.`,
    },
  },
});
