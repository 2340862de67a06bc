import { describe, expect, it } from '@jest/globals';
import { givenMeeting, Meetings } from '../../../../test/support/meetings.js';
import type { CaseShown } from '../../agenda/case-line.js';
import type { Meeting } from '../meeting.js';
import { packOf } from './pack.js';
import { packAsHtml } from './pack-html.js';
import { packAsMarkdown } from './pack-markdown.js';
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
const pack = packOf(meeting, () => shown, '2022-05-10', SAYS_NOTHING);

describe('The papers of a meeting', () => {
  it('say what, why and how far, with room for what is not decided', () => {
    expect(pack.facts).toContainEqual(['Day', 'Wednesday 11 May 2022, 14:00']);
    expect(pack.items).toHaveLength(2);
    expect(pack.items[0]).toMatchObject({
      heading: 'I1. DRP-7K4M-2QXH (A.B.)',
      lines: [
        ['In one line', shown.line],
        ['Why here', 'the same child and group of themes, again within six months'],
        ['Note', '<b>Both</b> sisters\n# and more'],
      ],
      blanks: expect.arrayContaining(['Decision']) as unknown,
    });
    expect(pack.items[1]).toMatchObject({ blanks: [] });
    expect(pack.items[1]!.lines).toContainEqual(['Action A1', 'Count them: Head of service, by 1 June 2022']);
  });

  it('show of a restricted record no more than its reference', () => {
    const hidden = packOf(
      meeting,
      () => ({ ...shown, initials: [], status: null, line: 'Restricted.' }),
      '2022-05-10',
      SAYS_NOTHING,
    );
    expect(hidden.items[0]).toMatchObject({ heading: 'I1. DRP-7K4M-2QXH' });
    expect(JSON.stringify(hidden)).not.toContain('sisters');
  });

  it('take nothing that was written for a mark of their own', () => {
    expect(packAsHtml(pack)).toContain('&#60;b&#62;Both&#60;/b&#62; sisters');
    expect(packAsHtml(pack)).not.toContain('<b>');
    expect(packAsMarkdown(pack)).toContain('\\<b\\>Both\\</b\\> sisters \\# and more');
  });

  it('say so where there is nothing', () => {
    const empty = packOf({ ...meeting, items: [] }, () => shown, '2022-05-10', SAYS_NOTHING);
    expect(packAsHtml(empty)).toContain('Nothing is on the agenda.');
    expect(packAsMarkdown(empty)).toContain('Nothing is on the agenda.');
  });
});
