import { beforeAll, describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { dispute, protocolAdopted, readingAt } from '../../../../test/support/leaders.js';
import { givenMeeting, Meetings } from '../../../../test/support/meetings.js';
import { readModelsOf } from '../../../../test/support/read-models.js';
import type { DisputeEvent } from '../../../disputes/events.js';
import type { ReadModels } from '../../../platform/projections/projection.js';
import type { Meeting } from '../meeting.js';
import type { ItemExtent } from '../meeting-relations.js';
import { meetingView } from './meeting-view.js';
import { meetingText } from './read.text.js';
import { SAYS_NOTHING } from '../../../protocol/words-now.js';

const CASE = 'DRP-7K4M-2QXH';
const restricted: DisputeEvent = { type: 'DisputeRestricted', data: { readers: ['wynn'], reason: 'Family.' } };
const decided = givenMeeting(
  Meetings.meetingArranged(),
  Meetings.itemAdded('I1', Meetings.aCase(CASE), { note: 'Both sisters' }),
  Meetings.begun(),
  Meetings.decided('I1'),
).state as Meeting;

describe('A meeting that decided over a restricted record', () => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await readModelsOf(
      protocolAdopted(),
      dispute(CASE, ...Controls.disputeRaised({ reference: CASE }), restricted),
    );
  });
  const seenBy = (person: string | null, itemExtent: ItemExtent = 'all') => {
    const reader = person === null ? null : { person, posts: [] };
    const sight = { extent: 'full' as const, reader, extentOf: () => itemExtent };
    return meetingView(decided, 3, [], sight, { ...readingAt(models, Controls.afterDue), says: SAYS_NOTHING });
  };

  it('shows what was decided to those who may read the record', () => {
    for (const reader of ['iro-rowe', 'wynn'])
      expect(seenBy(reader).items[0]).toMatchObject({ note: 'Both sisters', decision: 'decided-accepted' });
  });

  it('shows in its minutes what was decided, and nothing of how the case stands', () => {
    const [item] = seenBy('wynn', 'minutes').items;
    expect(item).toMatchObject({ decision: 'decided-accepted', line: 'As this meeting decided.' });
    expect(seenBy('lane', 'minutes').items[0]).not.toHaveProperty('discussion');
    expect(seenBy('wynn', 'nothing').items).toEqual([]);
  });

  it('shows others, and the person who holds a paper, that something was on the agenda and no more, not even its reference', () => {
    for (const reader of ['lane', null]) {
      const view = seenBy(reader);
      expect(view.items[0]).toMatchObject({
        dispute: null,
        initials: [],
        decision: null,
        goesOnTo: null,
        nextLookOn: null,
      });
      expect(view.items[0]).not.toHaveProperty('note');
      expect(view.items[0]).not.toHaveProperty('discussion');
      expect(meetingText(view, SAYS_NOTHING)).toContain('Restricted: only the people on its list may read it.');
      expect(JSON.stringify(view) + meetingText(view, SAYS_NOTHING)).not.toContain(CASE);
    }
  });
});
