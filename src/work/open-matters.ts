import type { Condition } from '../access/scope.js';
import { londonDate } from '../calendar/dates.js';
import type { Onlooker } from '../disputes/restriction.js';
import type { Reading } from '../reading/reading.js';
import { byNeed } from '../reports/open-disputes/need.js';
import { EVERYTHING } from '../reports/open-disputes/open-disputes.js';
import type { OpenDisputeKnown } from '../reports/open-disputes/open-dispute.js';
import type { Council } from './council.js';
import { asLeadersMay } from './for-leaders.js';
import type { Matter } from './matter.js';
import {
  mattersOfActions,
  mattersOfDates,
  mattersOfMistakenEndings,
  mattersOfReaders,
  mattersOfReferrals,
} from './matters-beside-the-ladder.js';
import { mattersOfChildren } from './matters-of-children.js';
import { mattersOfDisputes } from './matters-of-disputes.js';
import { mattersOfMeetings } from './matters-of-meetings.js';
import { mattersOfChecks, mattersOfRecommendations } from './matters-of-reviews.js';
import { mattersOfReports } from './matters-of-reports.js';
import { mattersOfRoles } from './matters-of-roles.js';
import { Office } from './office.js';

/**
 * Everything that is open in the council, and of whom in office it is asked: the one place where that is worked out. A person's list, the
 * command line, the notices and health ask it.
 *
 * An open matter is asked of its owners. If they have left, nobody holds their post, or they may not read it, it falls to the
 * next who can see to it, and in the end to the IRO manager; where nobody holds that post, to the head of quality assurance; where nobody
 * holds that either, every leader in office is told and health is red.
 */
export const openMatters = (reading: Reading): Matter[] => {
  const council = councilOf(reading);
  return onceEach([...mattersOfCases(council), ...mattersOfTheService(council)]);
};

export const councilOf = (
  reading: Reading,
  disputes: Condition = EVERYTHING,
  reader: Onlooker | null = null,
): Council => ({
  ...{ reading, disputes, reader },
  office: new Office(reading.directory, londonDate(reading.now)),
});

/** Of some disputes: what they ask themselves, and what was agreed or is awaited in them. */
export const mattersOfCases = (council: Council, open?: readonly OpenDisputeKnown[]): Matter[] =>
  onceEach(
    asLeadersMay(
      [
        ...mattersOfDisputes(council, open),
        ...mattersOfActions(council),
        ...mattersOfDates(council),
        ...mattersOfReferrals(council),
        ...mattersOfMistakenEndings(council),
        ...mattersOfReaders(council),
      ],
      council.office,
    ),
  );

/** Of everything else, which no restriction keeps from anybody. */
export const mattersOfTheService = (council: Council): Matter[] =>
  asLeadersMay(
    [
      ...mattersOfRecommendations(council),
      ...mattersOfChecks(council),
      ...mattersOfMeetings(council),
      ...mattersOfChildren(council),
      ...mattersOfRoles(council),
      ...mattersOfReports(council),
    ],
    council.office,
  );

/** Several matters of one dispute may fall to the same act: the most pressing one stays. */
const onceEach = (matters: readonly Matter[]): Matter[] => {
  const kept = new Map<string, Matter>();
  for (const matter of matters) {
    const key = [matter.shown.reference, matter.what, matter.actionId].join(' ');
    const other = kept.get(key);
    if (other === undefined || byNeed(neededOf(matter), neededOf(other)) < 0) kept.set(key, matter);
  }
  return [...kept.values()];
};

const neededOf = ({ due, waiting, shown: { reference, raisedOn, takenOn } }: Matter) => ({
  ...{ due, waiting, reference, raisedOn, takenOn },
});
