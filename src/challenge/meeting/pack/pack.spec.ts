import { describe, expect, it } from '@jest/globals';
import { givenMeeting, Meetings } from '../../../../test/support/meetings.js';
import type { AskedAndAnswered } from '../../../disputes/pages/asked-and-answered.js';
import type { CaseShown } from '../../agenda/case-line.js';
import type { Meeting } from '../meeting.js';
import { type CasesShown, packOf } from './pack.js';
import { packAsHtml } from './pack-html.js';
import { packAsMarkdown } from './pack-markdown.js';
import type { Recipient } from './sheets.js';
import { SAYS_NOTHING } from '../../../protocol/words-now.js';

const shown: CaseShown = {
  dispute: 'DRP-7K4M-2QXH',
  initials: ['A.B.'],
  theme: 'DD-CARE',
  stage: 4,
  status: 'open',
  line: 'Raised 2022-02-01; at stage 4; due 2022-05-11',
};
const meeting = givenMeeting(
  Meetings.meetingArranged(),
  Meetings.itemAdded('I1', Meetings.aCase(), { because: ['repeated'], note: '<b>Both</b> sisters\n# and more' }),
  Meetings.itemAdded('I2', Meetings.aTheme()),
  Meetings.itemAdded('I3', Meetings.aTheme('Taken off')),
  { type: 'AgendaItemTakenOff', data: { itemId: 'I3', reason: 'Not for us.' } },
  Meetings.begun(),
  Meetings.decided('I2', {
    decision: 'more-action-first',
    iroView: null,
    actions: [{ actionId: 'A1', what: 'Count them', who: 'Head of service', by: '2022-06-01' }],
  }),
).state as Meeting;
const written: AskedAndAnswered = {
  raised: {
    concern: 'There is no plan.',
    ifNothingChanges: null,
    wanted: [{ what: 'Agree the plan', who: 'Tom', by: 'Wednesday 1 June 2022', answered: 'Declined: no panel' }],
  },
  answers: [
    { agreement: 'Disagrees', by: 'Tom', on: '2022-02-08', reasons: 'No panel sits.', actions: [], evidence: null },
  ],
  agreed: [],
  verdicts: [{ post: 'iro', verdict: 'not satisfied', reason: 'Panels sit each week.' }],
};
const cases: CasesShown = { caseOf: () => shown, written: { I1: written } };
const anna: Recipient = { name: 'Anna, Assistant director', mayRead: () => true };
const tom: Recipient = { name: 'Tom, Team manager', mayRead: ({ about }) => about.kind === 'theme' };
const pack = packOf(meeting, cases, '2022-05-10', SAYS_NOTHING, [anna]);

describe('The papers of a meeting', () => {
  it('say what, why and how far, with room for what is not decided', () => {
    expect(pack.facts).toContainEqual(['Day', 'Wednesday 11 May 2022, 2:00pm']);
    expect(pack.items).toHaveLength(2);
    expect(pack.items[0]).toMatchObject({
      heading: '1. DRP-7K4M-2QXH (A.B.)',
      lines: [
        ['In one line', shown.line],
        ['Why here', 'The same child and group of themes, again within six months'],
        ['Note', '<b>Both</b> sisters\n# and more'],
        ['What is wrong', 'There is no plan.'],
        ['What was asked for', 'Agree the plan, Tom, by Wednesday 1 June 2022: Declined: no panel'],
        ['What was answered', 'Disagrees, Tom, 8 February 2022: No panel sits.'],
        ['Is that enough?', 'Not satisfied: Panels sit each week.'],
      ],
      blanks: expect.arrayContaining(['Decision']) as unknown,
    });
    expect(pack.items[1]).toMatchObject({ blanks: [] });
    expect(pack.items[1]!.lines).toContainEqual(['Action A1', 'Count them: Head of service, by 1 June 2022']);
  });

  it('hold in one pack what every recipient may read, and the rest on separate sheets named on the front', () => {
    const papers = packOf(meeting, cases, '2022-05-10', SAYS_NOTHING, [anna, tom]);
    expect(papers.facts).toContainEqual(['For', 'Anna, Assistant director; Tom, Team manager']);
    expect(papers.facts).toContainEqual(['Separate sheet', 'item 1: for Anna, Assistant director alone']);
    expect(papers.items.map(({ heading }) => heading.slice(0, 2))).toEqual(['2.']);
    expect(papers.sheets).toMatchObject([
      { title: expect.stringContaining('for Anna, Assistant director alone') as unknown, items: [pack.items[0]] },
    ]);
    const inFront = packAsHtml(papers).split('class="sheet"')[0];
    expect(inFront).not.toContain('A.B.');
    expect(packAsMarkdown(papers).split('\n---\n')[0]).not.toContain('A.B.');
  });

  it('are sorted by who people are, and not by what they are called', () => {
    const named = (mayRead: Recipient['mayRead']): Recipient => ({ name: 'J. Smith, Team manager', mayRead });
    const [one, other] = [
      named(({ about }) => about.kind === 'theme'),
      named(({ about }) => about.kind !== 'theme'),
    ] as const;
    const papers = packOf(meeting, cases, '2022-05-10', SAYS_NOTHING, [one, other]);
    expect(papers.items).toEqual([]);
    expect(papers.sheets.map(({ items }) => items.map(({ heading }) => heading.slice(0, 2)))).toEqual([['1.'], ['2.']]);
  });

  it('are marked on the front and on each sheet, which are handed out apart', () => {
    const papers = packOf(meeting, cases, '2022-05-10', SAYS_NOTHING, [anna, tom]);
    const onHtml = packAsHtml(papers);
    const [, body] = onHtml.split('</head>');
    for (const printed of [body!, packAsMarkdown(papers)])
      expect(printed.match(/OFFICIAL-SENSITIVE/g)).toHaveLength(1 + papers.sheets.length);
    // The margin of every sheet of paper says it too: a front or an item may take several.
    expect(onHtml).toMatch(/@page\{[^@]*@top-center\{content:'OFFICIAL-SENSITIVE'/);
  });

  it('begin each answer of theirs with a capital letter', () => {
    const { items, sheets } = packOf(meeting, cases, '2022-05-10', SAYS_NOTHING, [anna, tom]);
    for (const { lines } of [...items, ...sheets.flatMap((sheet) => sheet.items)])
      for (const [name, text] of lines.filter(([line]) => line === 'Decision' || line === 'Why here'))
        expect([name, text]).toEqual([name, expect.stringMatching(/^[A-Z]/)]);
    expect(JSON.stringify(items)).toContain('Decision');
  });

  it('leave out what none of those named may read, and say so', () => {
    const papers = packOf(meeting, cases, '2022-05-10', SAYS_NOTHING, [tom]);
    expect(papers.sheets).toEqual([]);
    expect(papers.facts).toContainEqual(['Not here', expect.stringMatching(/^item 1: none of those named/) as unknown]);
    expect(JSON.stringify(papers)).not.toContain('A.B.');
  });

  it('are kept by the person who prints them where nobody holds a seat', () => {
    const papers = packOf(meeting, cases, '2022-05-10', SAYS_NOTHING, []);
    expect(papers.facts).toContainEqual(['For', 'whoever prints them: nobody holds a seat in it']);
    expect(papers.items).toHaveLength(2);
  });

  it('say why nothing that was written stands in them, where not everybody who gets the item may read it', () => {
    const unread = packOf(meeting, { ...cases, written: { I1: null } }, '2022-05-10', SAYS_NOTHING, [anna]);
    expect(unread.items[0]!.lines.at(-1)).toMatchObject(['What was written', expect.stringMatching(/^not here/)]);
    expect(JSON.stringify(unread)).not.toContain('There is no plan');
  });

  it('show of a restricted record only that it is left out', () => {
    const hidden = packOf(
      meeting,
      { ...cases, caseOf: () => ({ ...shown, dispute: null, initials: [], status: null, line: 'Restricted.' }) },
      '2022-05-10',
      SAYS_NOTHING,
      [anna],
    );
    expect(hidden.facts).toContainEqual(['Not here', expect.stringMatching(/^item 1: /) as unknown]);
    expect(JSON.stringify(hidden)).not.toMatch(/sisters|DRP-/);
  });

  it('take nothing that was written for a mark of their own', () => {
    expect(packAsHtml(pack)).toContain('&#60;b&#62;Both&#60;/b&#62; sisters');
    expect(packAsHtml(pack)).not.toContain('<b>');
    expect(packAsMarkdown(pack)).toContain('\\<b\\>Both\\</b\\> sisters \\# and more');
  });

  it('say so where there is nothing', () => {
    const empty = packOf({ ...meeting, items: [] }, cases, '2022-05-10', SAYS_NOTHING, [anna]);
    expect(packAsHtml(empty)).toContain('Nothing is on the agenda.');
    expect(packAsMarkdown(empty)).toContain('Nothing is on the agenda.');
  });
});
