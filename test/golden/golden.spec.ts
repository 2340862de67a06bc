import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokenDecider } from '../../src/access/tokens/token.js';
import { viewLogDecider } from '../../src/access/view-log/views.js';
import { acknowledgementDecider } from '../../src/acknowledgements/acknowledgement.js';
import { MEETING_ACTS } from '../../src/challenge/meeting/acts/all-acts.js';
import { caseloadDecider } from '../../src/caseload/caseload.js';
import { challengeMeetingDecider } from '../../src/challenge/meeting/decide.js';
import { SERIES_ACTS } from '../../src/challenge/series/acts/all-acts.js';
import { meetingSeriesDecider } from '../../src/challenge/series/decide.js';
import { calendarDecider } from '../../src/calendar/council-days.js';
import { childDecider } from '../../src/directory/child.js';
import { coverDecider } from '../../src/directory/cover.js';
import { personDecider } from '../../src/directory/person.js';
import { postDecider } from '../../src/directory/post.js';
import { teamDecider } from '../../src/directory/team.js';
import { DISPUTE_ACTS } from '../../src/disputes/acts/all-acts.js';
import { disputeDecider } from '../../src/disputes/decide.js';
import { legalAdviceDecider } from '../../src/disputes/legal-advice/legal-advice.js';
import { EVENT_CATALOGUE, UPCASTERS, versionOf } from '../../src/event-catalogue.js';
import { beginningDecider } from '../../src/notices/beginning.js';
import { noticeDecider } from '../../src/notices/notice.js';
import { preferencesDecider } from '../../src/notices/preferences/preferences.js';
import { dipSampleDecider } from '../../src/reports/iro-service/sheet/dip-sample.js';
import { dueDatesDecider } from '../../src/reports/my-work/due-dates/due-dates.js';
import { disclosureDecider } from '../../src/reports/publishing/disclosure-log/disclosure.js';
import { publishedReportDecider } from '../../src/reports/publishing/published-report.js';
import type { Decider, DomainEvent, Recorded } from '../../src/platform/decider.js';
import type { EventMetadata, JsonObject } from '../../src/platform/event-store/event-store.js';
import { upcasting } from '../../src/platform/event-store/upcasting.js';
import { reviewDecider } from '../../src/reviews/review.js';
import { recommendationsDecider } from '../../src/reviews/recommendations/recommendations.js';
import { adoptionDecider } from '../../src/protocol/adoption.js';
import { councilDecider } from '../../src/roles/council.js';
import { proposalDecider } from '../../src/roles/proposal.js';
import { accountDecider } from '../../src/sign-in/accounts/account.js';
import { importDecider } from '../../src/register/import/register-import.js';
import { EXAMPLES } from './examples.js';

/**
 * An event as some version of this program wrote it. Until a release is announced a golden file is made anew in the commit that changes
 * its event; from the release on golden files are only ever added.
 */
interface Golden {
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: EventMetadata;
}

const FOLDER = import.meta.dirname;
/** Categories whose golden files lie with the acts that brought the events. */
const ACTS: { readonly [category: string]: { folder: string; acts: readonly { type: string; events: object }[] } } = {
  dispute: { folder: join(FOLDER, '../../src/disputes/acts'), acts: DISPUTE_ACTS },
  challengeMeeting: { folder: join(FOLDER, '../../src/challenge/meeting/acts'), acts: MEETING_ACTS },
  meetingSeries: { folder: join(FOLDER, '../../src/challenge/series/acts'), acts: SERIES_ACTS },
};
const folderOf = (category: string, type: string): string => {
  const beside = ACTS[category];
  if (beside === undefined) return join(FOLDER, category);
  return join(beside.folder, beside.acts.find(({ events }) => type in events)?.type ?? 'none', 'golden');
};
const golden = (category: string, type: string, version: number): Golden =>
  JSON.parse(readFileSync(join(folderOf(category, type), `${type}.v${version}.json`), 'utf8'));
const upcast = upcasting(UPCASTERS);

const everyType = Object.entries(EVENT_CATALOGUE).flatMap(([category, types]) =>
  Object.entries<number>(types).map(([type, version]) => ({ category, type, version })),
);
const everyVersion = everyType.flatMap(({ category, type, version }) =>
  Array.from({ length: version }, (_, index) => ({ category, type, version: index + 1, today: version })),
);

/** How each stream begins, so that every other event can be folded on top. */
const OPENING: { readonly [category: string]: readonly string[] } = {
  dispute: ['FormalDisputeRaised', 'AnswerDeadlineSet'],
  cover: ['CoverArranged'],
  legalAdvice: [],
  review: ['CheckBegun'],
  recommendations: ['RecommendationsSent'],
  viewLog: [],
  token: ['TokenCreated'],
  acknowledgement: ['PracticeAcknowledged'],
  team: ['TeamRegistered'],
  post: ['PostRegistered'],
  person: ['PersonRegistered'],
  child: ['ChildRegistered'],
  protocol: [],
  caseload: ['CaseloadHandOverBegun'],
  council: ['FirstAdministratorSet', 'SetUpLinkMade'],
  roleProposal: ['RoleProposed'],
  account: ['AccountMet'],
  calendar: [],
  import: ['ImportStarted'],
  notice: ['NoticeWritten'],
  outbox: [],
  noticePreferences: [],
  dueDates: ['DueDatesAddressMade'],
  dipSample: [],
  publishedReport: ['ReportDrafted'],
  disclosure: ['DisclosureEntered'],
  meetingSeries: ['MeetingSeriesStarted'],
  challengeMeeting: ['MeetingArranged', 'AgendaItemAdded'],
};
const BEGINS_A_STREAM = /^(InformalDisputeRaised|\w+Imported)$/;

type AnyDecider = Decider<unknown, unknown, DomainEvent, unknown>;
const DECIDERS = {
  dispute: disputeDecider,
  legalAdvice: legalAdviceDecider,
  cover: coverDecider,
  review: reviewDecider,
  recommendations: recommendationsDecider,
  viewLog: viewLogDecider,
  token: tokenDecider,
  acknowledgement: acknowledgementDecider,
  team: teamDecider,
  post: postDecider,
  person: personDecider,
  child: childDecider,
  protocol: adoptionDecider,
  caseload: caseloadDecider,
  council: councilDecider,
  roleProposal: proposalDecider,
  account: accountDecider,
  calendar: calendarDecider,
  import: importDecider,
  notice: noticeDecider,
  outbox: beginningDecider,
  noticePreferences: preferencesDecider,
  dueDates: dueDatesDecider,
  dipSample: dipSampleDecider,
  publishedReport: publishedReportDecider,
  disclosure: disclosureDecider,
  meetingSeries: meetingSeriesDecider,
  challengeMeeting: challengeMeetingDecider,
} as unknown as { readonly [category: string]: AnyDecider };

describe('Every event ever written', () => {
  it.each(everyVersion)('$category $type, version $version, has a golden file', ({ category, type, version }) => {
    expect(golden(category, type, version)).toMatchObject({ type, metadata: { schemaVersion: version } });
  });

  it.each(everyVersion)(
    '$category $type, version $version, is read in the shape of today',
    ({ category, type, version, today }) => {
      const read = upcast(golden(category, type, version));
      expect(read.metadata.schemaVersion).toBe(today);
      expect(read.data).toEqual(golden(category, type, today).data);
    },
  );

  it.each(everyType)(
    '$category $type: the golden file of today’s version is what the program writes today',
    ({ category, type, version }) => {
      expect(golden(category, type, version).data).toEqual(EXAMPLES[category]?.[type]);
    },
  );

  it.each(everyVersion.filter(({ category }) => DECIDERS[category] !== undefined))(
    '$category $type, version $version, can be folded',
    ({ category, type, version }) => {
      const { initial, evolve } = DECIDERS[category]!;
      const before = BEGINS_A_STREAM.test(type) ? [] : OPENING[category]!.filter((opening) => opening !== type);
      const story = [...before.map((opening) => golden(category, opening, 1)), golden(category, type, version)].map(
        upcast,
      );
      const state = story.reduce((folded, event) => evolve(folded, event as unknown as Recorded<DomainEvent>), initial);
      expect(state).not.toEqual(initial);
    },
  );

  it('is of a type the program may write, and no other is', () => {
    expect(everyType.map(({ type }) => versionOf(type))).toEqual(everyType.map(({ version }) => version));
    expect(() => versionOf('DisputeDeleted')).toThrow('does not know DisputeDeleted');
  });

  it('has no golden file that the catalogue does not know', () => {
    const known = everyVersion.map(({ category, type, version }) =>
      join(folderOf(category, type), `${type}.v${version}.json`),
    );
    const there = [FOLDER, ...Object.values(ACTS).map(({ folder }) => folder)].flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.name.endsWith('.json'))
        .map((entry) => join(entry.parentPath, entry.name)),
    );
    expect(there.sort()).toEqual(known.sort());
  });
});
