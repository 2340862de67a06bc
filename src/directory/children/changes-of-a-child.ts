import { dayInWords } from '../../calendar/in-words.js';
import { londonDate } from '../../calendar/dates.js';
import type { SaidOf } from '../changes-since.js';
import type { ChildEvent } from '../events.js';
import type { Names } from '../names.js';

/** What somebody recorded of a child, for a person whose page of the child was open meanwhile. */
export const changesOfAChild: SaidOf = (event, who, names) => {
  const { type, data } = event as unknown as ChildEvent;
  const today = londonDate(event.metadata.occurredAt);
  switch (type) {
    case 'ChildRegistered':
      return `${who} put the child on record.`;
    case 'ChildDetailsCompleted':
      return `${who} completed what is known of the child.`;
    case 'ChildAllocated':
      return `${who} allocated the child: ${nameOf(data.team, (team) => names.team(team, today), 'no team')}, ${nameOf(data.iro, names.person, 'no IRO')}${data.from === null ? '' : `, from ${dayInWords(data.from)}`}.`;
    case 'SocialWorkerNamed':
      return `${who} named the child’s social worker: ${nameOf(data.socialWorker, names.person, 'nobody')}.`;
    case 'ChildLeftCare':
      return `${who} recorded that the child left care on ${dayInWords(data.on)}.`;
    case 'ChildCameBackIntoCare':
      return `${who} recorded that the child came back into care on ${dayInWords(data.on)}.`;
    case 'ChildDied':
      return `${who} recorded the child’s death.`;
    case 'ChildDeathTakenBack':
      return `${who} took back the record of a death.`;
  }
};

const nameOf = (id: string | null, shown: (id: string) => ReturnType<Names['person']>, none: string): string =>
  id === null ? none : (shown(id).name ?? id);
