import type { Directory } from '../../directory/directory.js';
import type { AcknowledgementField, DisputeFact } from '../mapping/fields.js';
import type { AcknowledgementRow, DisputeRow } from './rows-of-record.js';

/** The names that stand in a register for the ids in the log. */
export interface Names {
  team(teamId: string): string;
  person(personId: string | null): string;
}

/**
 * Names as they are today: a team by its present name, which its directory entry knows under every earlier one; a person by their id
 * where others bear their name, and a team by its id where its name means another team by now.
 */
export const namesFrom = (directory: Directory, today: string): Names => {
  const remembered = new Map<string, string>();
  const once = (id: string, name: () => string | undefined): string => {
    if (!remembered.has(id)) remembered.set(id, name() ?? id);
    return remembered.get(id)!;
  };
  return {
    team: (teamId) => once(teamId, () => nameOfTeam(teamId, directory, today)),
    person: (personId) => (personId === null ? '' : once(personId, () => nameAlone(personId, directory))),
  };
};

/** Its name where reading takes that for this very team. */
const nameOfTeam = (teamId: string, directory: Directory, today: string): string | undefined => {
  const name = directory.team(teamId, today)?.name;
  return name !== undefined && directory.teamWritten(name)?.teamId === teamId ? name : undefined;
};

const nameAlone = (personId: string, directory: Directory): string | undefined => {
  const name = directory.person(personId)?.name;
  return name === undefined || directory.peopleNamed(name).length > 1 ? undefined : name;
};

/** The cells of one dispute, by field; dates as 2021-05-13, everything else as Footprint's own codes. */
export const disputeCells = (
  { ownReference, facts }: Pick<DisputeRow, 'ownReference' | 'facts'>,
  names: Names,
): Record<DisputeFact, string> => ({
  reference: ownReference,
  child: facts.children.join('; '),
  iro: names.person(facts.iro),
  team: names.team(facts.team),
  manager: facts.teamManager ?? '',
  kind: facts.kind,
  'date raised': facts.raisedOn,
  theme: facts.theme,
  concern: facts.concern ?? '',
  'spoke first': yesOrNo(facts.spokeFirst),
  due: facts.dueOn ?? '',
  answered: facts.answeredOn ?? '',
  answer: facts.agreement ?? '',
  stage: String(facts.stageReached),
  'challenge meeting': yesOrNo(facts.challengeMeeting),
  outcome: facts.outcome ?? '',
  'outcome words': facts.outcomeWords ?? '',
  'date resolved': facts.resolvedOn ?? '',
  impact: facts.impact ?? '',
  'impact words': facts.impactWords ?? '',
});

export const acknowledgementCells = (
  { ownReference, facts }: Pick<AcknowledgementRow, 'ownReference' | 'facts'>,
  names: Names,
): Record<AcknowledgementField, string> => ({
  reference: ownReference,
  date: facts.givenOn,
  child: facts.children.join('; '),
  giver: names.person(facts.giver),
  team: names.team(facts.team),
  theme: facts.theme,
  'what was good': facts.whatTheyDid ?? '',
});

const yesOrNo = (fact: boolean | null): string => {
  if (fact === null) return '';
  return fact ? 'yes' : 'no';
};
