import { ROOM_ON_A_PAGE } from './one-page.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Controls } from '../../../test/support/controls.js';
import { by, specify } from '../../../test/support/given.js';
import { Refusal } from '../../platform/decider.js';
import { PLAIN_WORDS } from '../../protocol/plain-words.js';
import { bytesOf, digestOf, type Edition } from './edition.js';
import type { FiguresFrozen, PartTakenOut, PublishedReportEvent, ReportDrafted } from './events.js';
import {
  type Hand,
  newestEdition,
  type PublishedReportAct,
  publishedReportDecider,
  type PublishedReportState,
  publishedReportStream,
} from './published-report.js';

const given = specify(publishedReportDecider);

const hand = (person: string): Hand => ({ person, isProgram: false });
/** They write, check and approve: three people. */
const [writer, checker, manager] = [Controls.iro, Controls.teamManager, Controls.iroManager];
const [writes, checks, approves] = [writer, checker, manager].map(({ person }) => hand(person)) as [Hand, Hand, Hand];

const drafted: ReportDrafted = {
  report: 'RPT-7K4M-2QXH',
  kind: 'annual',
  from: '2022-04-01',
  to: '2023-03-31',
  audience: 'public',
  threshold: 10,
  team: null,
};
const figures: Omit<FiguresFrozen, 'edition'> = {
  lastEvent: '6f1c9f5e-8c2b-5d0e-9a57-0f8d3f5b2a10',
  method: 'hidden',
  asAt: '2023-06-01T09:00:00.000Z',
  measures: [
    {
      ...{ code: 'disputes.formal', label: 'Formal disputes', value: 87, missing: null },
      ...{ unit: 'count', previous: null, change: null, changePercent: null },
      ...{ definition: 'Formal disputes raised in the year', note: null },
    },
  ],
  tables: [{ title: 'By quarter', columns: ['Q1', 'Q2'], rows: [{ label: 'North', cells: ['c', 12] }], notes: [] }],
  says: { words: PLAIN_WORDS, kept: [] },
  ...{ layout: [], leftOut: [], totalsAnyway: [], besides: [], disclosures: [], released: [] },
};

const draft: PublishedReportEvent = { type: 'ReportDrafted', data: drafted };
const frozen: PublishedReportEvent = { type: 'ReportFiguresFrozen', data: { edition: 1, ...figures } };
const written = (text: string, edition = 1): PublishedReportEvent => ({
  type: 'ReportSectionWritten',
  data: { edition, section: 'summary', text },
});
const entered = (shown: number | 'c', rounded?: number): PublishedReportEvent => ({
  type: 'ReportFigureEntered',
  data: {
    ...{ edition: 1, section: 'caseloads', label: 'Children for each IRO', partOf: null, shown },
    rounded: rounded ?? (shown === 'c' ? 10 : shown + 1),
    ...{ source: 'Workforce return', asAt: '2023-03-31', definition: 'Allocated on the last day' },
  },
});
const story: PublishedReportEvent = {
  type: 'ReportStoryWritten',
  data: {
    ...{ edition: 1, story: 'S1', kind: 'case', title: 'A plan that moved' },
    ...{ text: 'Life story work began.', signer: approves.person },
  },
};
const action = (number: string, edition = 1): PublishedReportEvent => ({
  type: 'ReportActionEntered',
  data: {
    ...{ edition, action: number, what: 'Halve the drift', holder: 'The service' },
    ...{ progress: 'under-way', sentence: 'Three teams began.', asAt: '2023-03-31' },
  },
});
const takenOut = (part: PartTakenOut, name: string, edition = 1): PublishedReportEvent => ({
  type: 'ReportPartTakenOut',
  data: { edition, part, name },
});
const ready = [draft, frozen, written('Fewer children wait.')];
const sha256 = digestAfter(...ready);
const files = [{ name: 'RPT-7K4M-2QXH-edition-1.pdf', sha256: 'a'.repeat(64) }];
const checked = by(checker, { type: 'ReportChecked', data: { edition: 1, sha256 } } as const);
const approved = by(manager, { type: 'ReportApproved', data: { edition: 1, sha256 } } as const);
const published: PublishedReportEvent = {
  type: 'ReportPublished',
  data: { edition: 1, sha256, files, on: '2023-10-04', address: 'https://council.example/iro-2023' },
};
const correction: PublishedReportEvent = {
  type: 'ReportCorrectionBegun',
  data: { edition: 2, reason: 'A register came late.' },
};

const draftGivenUp = (edition: number): PublishedReportEvent => ({
  type: 'ReportDraftGivenUp',
  data: { edition, reason: 'It is the wrong year.' },
});

function digestAfter(...events: PublishedReportEvent[]): string {
  const state = given(...events).state!;
  return digestOf(state.drafted, newestEdition(state));
}

const act = {
  draft: { type: 'draft', by: writes, ...drafted },
  freeze: { type: 'freeze-figures', by: writes, ...figures },
  write: { type: 'write-section', by: writes, section: 'summary', text: ' Fewer children wait. ' },
  check: { type: 'check', by: checks, sha256 },
  approve: { type: 'approve', by: approves, sha256 },
  publish: {
    ...{ type: 'publish', by: approves, drawnFrom: sha256, files },
    ...{ on: '2023-10-04', address: 'https://council.example/iro-2023' },
  },
  correct: { type: 'begin-correction', by: writes, reason: ' A register came late. ' },
  enter: {
    ...{
      type: 'enter-figure',
      by: writes,
      section: 'caseloads',
      label: 'Children for each IRO',
      value: 64,
      partOf: null,
    },
    ...{ source: 'Workforce return', asAt: '2023-03-31', definition: 'Allocated on the last day' },
  },
  story: {
    ...{ type: 'write-story', by: writes, story: null, kind: 'case', title: 'A plan that moved' },
    ...{ text: 'Life story work began.', signer: approves.person },
  },
  action: {
    ...{ type: 'enter-action', by: writes, action: null, what: ' Halve the drift ', holder: ' The service ' },
    ...{ progress: 'under-way', sentence: ' Three teams began. ', asAt: '2023-03-31' },
  },
  takeOut: { type: 'take-out', by: writes, part: 'figure', name: 'Children for each IRO' },
  signOff: { type: 'sign-off-story', by: approves, story: 'S1' },
  comment: { type: 'comment', by: approves, text: ' A name is old. ' },
  present: { type: 'present', by: approves, on: '2023-10-04', to: 'The board' },
  giveUp: { type: 'give-up', by: writes, reason: ' It is the wrong year. ' },
  withdraw: { type: 'withdraw', by: approves, reason: 'A child could be known.' },
} as const satisfies Record<string, PublishedReportAct>;

describe('A report', () => {
  it('has a stream of its own', () => expect(publishedReportStream('RPT-1')).toBe('publishedReport-RPT-1'));

  it('is drafted for a period and an audience', () => given().when(act.draft, null).then(draft));
  it.each([
    ['half-year', '2022-10-01', '2023-03-31'],
    ['quarter', '2022-07-01', '2022-09-30'],
    ['period', '2022-05-05', '2023-05-04'],
  ] as const)('is drafted for a %s', (kind, from, to) =>
    given()
      .when({ ...act.draft, kind, from, to }, null)
      .then({ type: 'ReportDrafted', data: { ...drafted, kind, from, to } }),
  );
  it('is about one team where it is the half-year of that team, and stays inside', () => {
    const its = { ...act.draft, kind: 'team-half-year', from: '2022-10-01', audience: 'inside' } as const;
    const team = { id: 'north', name: 'Safeguarding North' };
    given()
      .when({ ...its, team }, null)
      .then({
        type: 'ReportDrafted',
        data: { ...drafted, kind: 'team-half-year', from: '2022-10-01', audience: 'inside', team },
      });
    given().when(its, null).thenRefuses('team-missing');
    given()
      .when({ ...its, team, audience: 'public' }, null)
      .thenRefuses('team-stays-inside');
    given()
      .when({ ...act.draft, team }, null)
      .thenRefuses('no-team-in-kind');
    given()
      .when({ ...its, team, from: '2022-07-01' }, null)
      .thenRefuses('period-not-of-kind');
  });

  it('has no more in it than one page takes where it is a learning briefing', () => {
    const briefing = { ...draft, data: { ...drafted, kind: 'learning-briefing' as const } };
    const [most, more] = ['w'.repeat(ROOM_ON_A_PAGE - 150), 'w'.repeat(ROOM_ON_A_PAGE - 149)];
    given(briefing)
      .when({ ...act.write, text: most }, null)
      .then(written(most));
    given(briefing)
      .when({ ...act.write, text: more }, null)
      .thenRefuses('more-than-a-page');
    given(briefing, written(most)).when(act.story, null).thenRefuses('more-than-a-page');
    given(briefing).when(act.enter, null).thenRefuses('more-than-a-page');
    given(draft)
      .when({ ...act.write, text: more }, null)
      .then(written(more));
  });

  it('gets its figures, with the last event that they count', () => given(draft).when(act.freeze, null).then(frozen));
  it('gets its text section by section', () =>
    given(draft).when(act.write, null).then(written('Fewer children wait.')));
  it('is written no second time with the same words', () =>
    given(...ready)
      .when(act.write, null)
      .thenNothing());
  it('is checked by another person', () =>
    given(...ready)
      .when(act.check, null)
      .then(strip(checked)));
  it('is approved by somebody else than checked it', () =>
    given(...ready, checked)
      .when(act.approve, null)
      .then(strip(approved)));
  it('is published with the digest of all that it says', () =>
    given(...ready, checked, approved)
      .when(act.publish, null)
      .then(published));
  it('is corrected by a new edition, which begins with the words of the one before and no figures', () => {
    given(...ready, checked, approved, published)
      .when(act.correct, null)
      .then(correction);
    const { editions } = given(...ready, checked, approved, published, correction).state!;
    expect(editions[1]).toMatchObject({ edition: 2, figures: null, sections: { summary: 'Fewer children wait.' } });
  });
  it('is given up while it is a draft, and then nobody works on it', () => {
    const givenUp = draftGivenUp(1);
    given(draft).when(act.giveUp, null).then(givenUp);
    for (const each of [act.write, act.giveUp, act.correct])
      given(draft, givenUp).when(each, null).thenRefuses('draft-given-up');
  });

  it('stands as it was published once its correction is given up, and can be corrected again', () => {
    const before = [...ready, checked, approved, published, correction, draftGivenUp(2)];
    expect(newestEdition(given(...before).state!)).toMatchObject({ edition: 1, withdrawn: null });
    given(...before)
      .when(act.correct, null)
      .then({ type: 'ReportCorrectionBegun', data: { edition: 3, reason: 'A register came late.' } });
    given(...before)
      .when(act.giveUp, null)
      .thenRefuses('edition-published');
  });

  it('is withdrawn with a reason, also while a correction is written', () =>
    given(...ready, checked, approved, published, correction)
      .when(act.withdraw, null)
      .then({ type: 'ReportWithdrawn', data: { edition: 1, reason: 'A child could be known.' } }));
  it('is withdrawn once, and whoever means the draft that is written since hears what to do', () => {
    const withdrawn: PublishedReportEvent = {
      type: 'ReportWithdrawn',
      data: { edition: 1, reason: 'A child could be known.' },
    };
    const before = [...ready, checked, approved, published, withdrawn];
    const { state } = given(...before, correction);
    const again = () => publishedReportDecider.decide(act.withdraw, state, null);
    expect(again).toThrow(
      'Edition 1 is withdrawn already. If nobody is to work on edition 2 any more, give up the draft.',
    );
    given(...before)
      .when(act.withdraw, null)
      .thenRefuses('withdrawn-already');
  });
  it('needs no address where it stays inside', () => {
    const inside: PublishedReportEvent = {
      type: 'ReportDrafted',
      data: { ...drafted, audience: 'inside', threshold: 1 },
    };
    const digest = digestAfter(inside, frozen);
    const done = [inside, frozen, at(checker, 'ReportChecked', digest), at(manager, 'ReportApproved', digest)];
    given(...done)
      .when({ ...act.publish, drawnFrom: digest, address: null }, null)
      .then({ type: 'ReportPublished', data: { edition: 1, sha256: digest, files, on: '2023-10-04', address: null } });
  });

  it('gets figures that the log does not hold, of which a small one is hidden at once', () => {
    given(...ready)
      .when(act.enter, null)
      .then(entered(64));
    given(...ready)
      .when({ ...act.enter, value: 9 }, null)
      .then(entered('c'));
    given(...ready, entered(64))
      .when(act.enter, null)
      .thenNothing();
  });
  it('gets a story, which the person named signs off', () => {
    given(...ready)
      .when(act.story, null)
      .then(story);
    given(...ready, story)
      .when(act.signOff, null)
      .then({ type: 'ReportStorySignedOff', data: { edition: 1, story: 'S1' } });
  });
  it('is commented on, which takes no check away', () => {
    const comment: PublishedReportEvent = { type: 'ReportCommentedOn', data: { edition: 1, text: 'A name is old.' } };
    given(...ready, checked)
      .when(act.comment, null)
      .then(comment);
    given(...ready, checked, comment)
      .when(act.approve, null)
      .then(strip(approved));
  });
  it('comes before a board once it is approved', () =>
    given(...ready, checked, approved)
      .when(act.present, null)
      .then({ type: 'ReportPresented', data: { edition: 1, on: '2023-10-04', to: 'The board' } }));

  it('must be checked again after a change', () => {
    given(...ready, checked, approved, written('More.'))
      .when(act.publish, null)
      .thenRefuses('not-approved');
    given(...ready, checked, frozen)
      .when(act.approve, null)
      .thenRefuses('not-checked');
  });

  it.each<[string, readonly (PublishedReportEvent | typeof checked)[], PublishedReportAct]>([
    ['period-backwards', [], { ...act.draft, to: '2022-03-31' }],
    ['period-not-of-kind', [], { ...act.draft, to: '2023-03-30' }],
    ['period-not-of-kind', [], { ...act.draft, kind: 'half-year', to: '2022-09-29' }],
    ['period-not-of-kind', [], { ...act.draft, kind: 'quarter', to: '2022-09-30' }],
    ['not-found', [], act.freeze],
    ['a-person-publishes', ready, { ...act.check, by: { person: 'program:feed', isProgram: true } }],
    ['period-not-over', [draft], { ...act.freeze, asAt: '2023-03-31T22:59:59.999Z' }],
    ['no-figures', [draft], act.check],
    ['own-writing', ready, { ...act.check, by: writes }],
    ['changed-since', [...ready, written('More.')], act.check],
    ['story-not-signed-off', [...ready, story], act.check],
    ['signs-own-story', ready, { ...act.story, signer: writes.person }],
    ['no-such-story', ready, { ...act.story, story: 'S2' }],
    ['no-such-story', ready, act.signOff],
    ['signed-by-another', [...ready, story], { ...act.signOff, by: checks }],
    ['not-approved', [...ready, checked], act.present],
    ['words-missing', ready, { ...act.comment, text: ' ' }],
    ['words-missing', ready, { ...act.enter, source: ' ' }],
    ['not-checked', ready, act.approve],
    ['own-check', [...ready, checked], { ...act.approve, by: checks }],
    ['changed-since', [...ready, checked], { ...act.approve, sha256: 'another' }],
    ['not-approved', [...ready, checked], act.publish],
    ['address-missing', [...ready, checked, approved], { ...act.publish, address: ' ' }],
    ['before-approval', [...ready, checked, approved], { ...act.publish, on: '2022-04-13' }],
    ['before-approval', [...ready, checked, approved], { ...act.present, on: '2022-04-13' }],
    ['changed-since', [...ready, checked, approved], { ...act.publish, drawnFrom: 'another' }],
    ['edition-published', [...ready, checked, approved, published], act.write],
    ['edition-published', [...ready, checked, approved, published], act.freeze],
    ['edition-published', [...ready, checked, approved, published], act.publish],
    ['edition-open', ready, act.correct],
    ['words-missing', [...ready, checked, approved, published], { ...act.correct, reason: ' ' }],
    ['not-published', ready, act.withdraw],
    ['words-missing', [...ready, checked, approved, published], { ...act.withdraw, reason: '' }],
    ['words-missing', ready, { ...act.giveUp, reason: ' ' }],
  ])('is refused as %s', (code, history, refused) =>
    given(...(history as PublishedReportEvent[]))
      .when(refused, null)
      .thenRefuses(code),
  );
});

describe('A published report', () => {
  const hands = fc.constantFrom(writes, checks, approves);
  const acts = fc.array(
    fc.record({
      hand: hands,
      what: fc.constantFrom('freeze', 'write', 'check', 'approve', 'publish', 'correct', 'withdraw' as const),
      text: fc.constantFrom('One.', 'Two.'),
    }),
    { maxLength: 40 },
  );

  it('is the same byte for byte whatever is done afterwards, and has the digest that was recorded', () => {
    let editionsPublished = 0;
    fc.assert(
      fc.property(acts, (steps) => {
        const history: PublishedReportEvent[] = [draft];
        const bytes = new Map<number, string>();
        for (const { hand: who, what, text } of steps) {
          const before = given(...history).state!;
          const digest = digestOf(before.drafted, newestEdition(before));
          const sent = {
            ...act[what],
            by: who,
            ...(what === 'write' ? { text } : {}),
            sha256: digest,
            drawnFrom: digest,
          };
          const decided = decidedBy(before, sent as PublishedReportAct);
          history.push(...decided.map((event) => by({ ...writer, person: who.person }, event)));
          const after = given(...history).state!;
          for (const edition of after.editions) {
            if (edition.published === null) continue;
            const now = bytesOf(after.drafted, edition);
            expect(bytes.get(edition.edition) ?? now).toBe(now);
            expect(edition.published.sha256).toBe(digestOf(after.drafted, edition));
            expect(edition.writers).not.toContain(edition.checkedBy);
            bytes.set(edition.edition, now);
          }
        }
        editionsPublished += bytes.size;
      }),
      { numRuns: 300, seed: 18 },
    );
    expect(editionsPublished).toBeGreaterThan(0);
  });

  it('differs in its digest by anything that it says', () => {
    const state = given(...ready).state!;
    const edition = newestEdition(state);
    const others: Edition[] = [
      { ...edition, edition: 2 },
      { ...edition, reason: 'A register came late.' },
      { ...edition, figures: { ...figures, lastEvent: '6f1c9f5e-8c2b-5d0e-9a57-0f8d3f5b2a11' } },
      { ...edition, sections: { summary: 'Fewer children wait!' } },
    ];
    const digests = [edition, ...others].map((each) => digestOf(drafted, each));
    expect(new Set(digests).size).toBe(others.length + 1);
  });
});

function at(actor: typeof writer, type: 'ReportChecked' | 'ReportApproved', digest: string) {
  return by(actor, { type, data: { edition: 1, sha256: digest } } as PublishedReportEvent);
}

function strip({ type, data }: typeof checked | typeof approved): PublishedReportEvent {
  return { type, data } as PublishedReportEvent;
}

function decidedBy(state: PublishedReportState | null, sent: PublishedReportAct): PublishedReportEvent[] {
  try {
    return publishedReportDecider.decide(sent, state, null);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

describe('Last year’s actions', () => {
  it('are entered, each under a number of its own', () => {
    given(draft).when(act.action, null).then(action('A1'));
    given(draft, action('A1')).when(act.action, null).then(action('A2'));
  });
  it('are entered anew under the same number, and only where something is said otherwise', () => {
    given(draft, action('A1'))
      .when({ ...act.action, action: 'A1' }, null)
      .then();
    const done = { ...act.action, action: 'A1', progress: 'done' } as const;
    const data = { ...(action('A1').data as object), progress: 'done' };
    given(draft, action('A1'))
      .when(done, null)
      .then({ type: 'ReportActionEntered', data } as PublishedReportEvent);
    expect(
      given(draft, action('A1'), { type: 'ReportActionEntered', data } as PublishedReportEvent).state!.editions[0]!
        .actions,
    ).toHaveLength(1);
  });
  it('say what, who and why', () => {
    for (const missing of [{ what: ' ' }, { holder: ' ' }, { sentence: ' ' }])
      given(draft)
        .when({ ...act.action, ...missing }, null)
        .thenRefuses('words-missing');
  });
  it('have no number that was never given', () =>
    given(draft)
      .when({ ...act.action, action: 'A4' }, null)
      .thenRefuses('no-such-action'));
  it('have no room in a briefing of one page', () =>
    given({ type: 'ReportDrafted', data: { ...drafted, kind: 'learning-briefing' } })
      .when(act.action, null)
      .thenRefuses('more-than-a-page'));
  it('are in what a check and an approval name, and take both away', () => {
    expect(digestAfter(...ready, action('A1'))).not.toBe(sha256);
    given(...ready, checked, action('A1'))
      .when(act.approve, null)
      .thenRefuses('not-checked');
  });
  it('stand in a correction, and stay as they were in what was published', () => {
    const { editions } = given(...ready, action('A1'), checked, approved, published, correction).state!;
    expect(editions.map(({ actions }) => actions.length)).toEqual([1, 1]);
    given(...ready, action('A1'), checked, approved, published)
      .when(act.action, null)
      .thenRefuses('edition-published');
  });
});

describe('What was entered by mistake', () => {
  const part = (label: string, shown: number | 'c', partOf: string | null = 'All children'): PublishedReportEvent => {
    const { data } = entered(shown) as Extract<PublishedReportEvent, { type: 'ReportFigureEntered' }>;
    return { type: 'ReportFigureEntered', data: { ...data, label, partOf } };
  };
  const given111 = [part('All children', 111, null), part('North', 74), part('South', 34), part('West', 'c')];

  it.each([
    ['figure', 'Children for each IRO', entered(64)],
    ['story', 'S1', story],
    ['action', 'A1', action('A1')],
  ] as const)('is taken out: a %s', (kind, name, event) => {
    given(draft, event)
      .when({ ...act.takeOut, part: kind, name }, null)
      .then(takenOut(kind, name));
    const state = given(draft, event, takenOut(kind, name)).state!;
    expect(bytesOf(state.drafted, newestEdition(state))).toBe(
      bytesOf(state.drafted, newestEdition(given(draft).state!)),
    );
    given(draft, event, takenOut(kind, name))
      .when({ ...act.takeOut, part: kind, name }, null)
      .thenRefuses('no-such-part');
  });
  it('no more waits for somebody to sign it off', () =>
    given(...ready, story, takenOut('story', 'S1'))
      .when(act.check, null)
      .then({ type: 'ReportChecked', data: { edition: 1, sha256 } }));
  it('leaves its number to no other story or action', () => {
    const second = { ...act.story, title: 'Another' };
    expect(given(draft, story, takenOut('story', 'S1')).when(second, null).events()).toMatchObject([
      { data: { story: 'S2' } },
    ]);
    given(draft, action('A1'), takenOut('action', 'A1')).when(act.action, null).then(action('A2'));
  });
  it('is no whole that has parts still', () =>
    given(draft, ...given111)
      .when({ ...act.takeOut, name: 'All children' }, null)
      .thenRefuses('has-parts'));
  it('is no part beside which a published edition hides another: that one could be worked out', () => {
    const givenOut = [...ready, ...given111, checked, approved, published, correction];
    for (const name of ['South', 'West'])
      given(...givenOut)
        .when({ ...act.takeOut, name }, null)
        .thenRefuses('part-was-given-out');
    const alone = { ...act.enter, label: 'West', value: 3, partOf: null };
    given(...givenOut)
      .when(alone, null)
      .thenRefuses('part-was-given-out');
    given(draft, ...given111)
      .when({ ...act.takeOut, name: 'West' }, null)
      .then(takenOut('figure', 'West'));
  });
  it('stays in an edition that was published', () =>
    given(...ready, entered(64), checked, approved, published)
      .when(act.takeOut, null)
      .thenRefuses('edition-published'));
});
