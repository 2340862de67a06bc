import { choicesOffered, standsFor } from '../access/named/by-name.js';
import type { LocalDate } from '../calendar/calendar.js';
import { calledSo } from '../directory/called.js';
import type { Directory, Person } from '../directory/directory.js';
import { CommandFailed } from './terminal.js';

/**
 * The one person whom an id on the command line stands for, or a name that one alone who is in office bears.
 * @throws CommandFailed where it is nobody, or there is a choice
 */
export const personMeant = (written: string, directory: Directory, today: LocalDate, option: string): Person => {
  const byId = directory.person(written);
  if (byId !== undefined) return byId;
  const meant = standsFor(calledSo('person', written, directory, today));
  switch (meant.is) {
    case 'one':
      return directory.person(meant.id)!;
    case 'to-choose':
      throw new CommandFailed(`What ${option} names ${choicesOffered('person', meant, directory, today)}.`);
    case 'none':
      throw new CommandFailed(
        `Nobody in the directory has the name or number given with ${option}. Import them and their post first.`,
      );
  }
};
