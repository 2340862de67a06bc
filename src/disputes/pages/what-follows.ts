import { postInWords } from '../../access/access.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { dateInWords } from '../../calendar/in-words.js';
import type { Directory } from '../../directory/directory.js';
import { postsAnswering } from '../../directory/relations.js';
import type { DomainEvent } from '../../platform/decider.js';
import type { Addressee, DisputeEvent } from '../events.js';
import { eachTeamOf } from '../teams-asked.js';

/**
 * What follows from an act, said before it is sent: to whom it goes, and by when. It is read from the events that the act would give, so
 * that no date is worked out twice.
 */
export const whatFollows = (
  events: readonly DomainEvent[],
  children: readonly string[],
  directory: Directory,
  today: LocalDate,
): string[] =>
  (events as readonly DisputeEvent[]).flatMap((event): string[] => {
    switch (event.type) {
      case 'FormalDisputeRaised':
      case 'InformalDisputeRaised':
        return [`It goes to ${whoIn(event.data.addressee, children, directory, today)}.`];
      case 'DisputeEscalated':
        return [
          `It goes up to stage ${event.data.to.number}, ${event.data.to.name}: ${whoIn(event.data.addressee, children, directory, today)}.`,
        ];
      case 'SentBack':
        return [`It goes back to ${event.data.to.name}: ${whoIn(event.data.addressee, children, directory, today)}.`];
      case 'DisputeRedirected':
        return [
          `It goes to ${whoIn(event.data.to, children, directory, today)}.`,
          event.data.clock === 'restarts' ? 'The clock starts anew.' : 'The clock runs on: the date stays.',
        ];
      case 'AnswerDeadlineSet': {
        const { dueOn, firstDueOn, rule } = event.data;
        if (dueOn === null) return ['No date is set for an answer.'];
        const first =
          firstDueOn !== null && firstDueOn !== dueOn ? ` The first date was ${dateInWords(firstDueOn)}.` : '';
        return [`The answer is due by ${dateInWords(dueOn)}: ${rule}.${first}`];
      }
      case 'ReceiptDeadlineSet':
        return [`They say that it has reached them by ${dateInWords(event.data.dueOn)}.`];
      case 'TotalCapSet':
        return [`All stages together end by ${dateInWords(event.data.dueOn)}: ${event.data.rule}.`];
      case 'ActionAgreed':
        return [`An action is agreed: ${event.data.action.what}`];
      case 'DisputeHandedOver':
        return [`${directory.person(event.data.toIro)?.name ?? 'The other IRO'} holds it from now on.`];
      default:
        return [];
    }
  });

/** `Q. Barlow, team manager, Through Care 2`; of siblings with several teams those of each, who all must answer. */
const whoIn = (
  { person, ...addressee }: Addressee,
  children: readonly string[],
  directory: Directory,
  today: LocalDate,
): string => {
  if (person !== undefined) return directory.person(person)?.name ?? 'the person named to answer';
  const each = eachTeamOf(addressee).map((one) => whoOfTeam(one, children, directory, today));
  return each.length === 1 ? each[0]! : `${each.join('; and ')}. Each of these teams answers`;
};

const whoOfTeam = (
  { posts, team }: Addressee,
  children: readonly string[],
  directory: Directory,
  today: LocalDate,
): string => {
  const teamName = team === null ? undefined : directory.team(team, today)?.name;
  const asked = posts.map((kind) => {
    const names = postsAnswering(kind, team, children, directory, today).flatMap((post) =>
      post.person === null ? [] : (directory.person(post.person)?.name ?? []),
    );
    const post = [postInWords(kind).replace(/^the /, ''), ...(teamName === undefined ? [] : [teamName])].join(', ');
    return { names, post };
  });
  // Where several are asked, a post that nobody holds is not waited for.
  const held = asked.filter(({ names }) => names.length > 0);
  if (held.length === 0) return `${asked.map(({ post }) => post).join(' or ')}: nobody holds the post today`;
  return held.map(({ names, post }) => `${names.join(' or ')}, ${post}`).join('; or ');
};
