import type { AcknowledgementAct } from '../acknowledgements/acts.js';
import type { Acknowledged } from '../acknowledgements/events.js';
import { addDays, instantInLondon } from '../calendar/dates.js';
import type { Actor } from '../platform/event-store/event-store.js';
import { derivedId, referenceFor } from '../platform/ids.js';
import type { ScriptedAct, Setting } from './setting.js';
import { PRAISE } from './stories.js';

const DAYS = 730;

/** Somebody did well, an IRO says so, and some of them say thank you. @param daysAgo a day of the two years unless told */
export const acknowledgementStory = (
  { chance, cast, today, calendar }: Setting,
  number: number,
  daysAgo = chance.number(0, DAYS),
): ScriptedAct[] => {
  const child = chance.oneOf(cast.children);
  const praise = chance.oneOf(PRAISE);
  const commandId = derivedId('demonstration', 'acknowledgement', number);
  const reference = referenceFor('PA', commandId);
  const date = addDays(today, -daysAgo);
  const day = calendar.isWorkingDay(date) ? date : calendar.addWorkingDays(date, 1).day;
  const said = (
    after: number,
    act: AcknowledgementAct,
    actor: Actor,
    id = derivedId(commandId, act.type),
  ): ScriptedAct => ({
    at: instantInLondon(calendar.addWorkingDays(day, after).day, 9, chance.number(after, 400)),
    stream: `acknowledgement-${reference}`,
    commandId: id,
    actor,
    act: { aggregate: 'acknowledgement', act },
  });
  const acknowledged: Acknowledged = {
    children: [child.childId],
    team: child.team,
    people: [{ person: cast.personId(chance.oneOf(cast.workers(child.team))), name: null, agency: null }],
    wholeTeam: false,
    theme: praise.theme,
    whatTheyDid: praise.whatTheyDid,
    differenceForChild: praise.difference,
  };
  const giver = cast.iro(child.iro);
  const given = said(0, { type: 'give', reference, acknowledged }, giver, commandId);
  const text = 'Thank you. I read it out in our team meeting.';
  if (chance.happens(30)) return [given, said(2, { type: 'thank', text }, cast.holder('team-manager', child.team))];
  if (chance.happens(3)) return [given, said(1, { type: 'withdraw', reason: 'I named the wrong worker.' }, giver)];
  return [given];
};
