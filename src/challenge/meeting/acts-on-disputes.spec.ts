import { describe, expect, it } from '@jest/globals';
import { by } from '../../../test/support/given.js';
import { Controls } from '../../../test/support/controls.js';
import { Meetings } from '../../../test/support/meetings.js';
import type { RecordedEvent } from '../../platform/event-store/event-store.js';
import type { ChallengeMeetingEvent } from '../events.js';
import { actsOnDisputes } from './acts-on-disputes.js';

const recorded = (...events: ChallengeMeetingEvent[]): RecordedEvent[] =>
  events.map((event, index) => ({ ...by(Controls.iroManager, event), id: `event-${index}` }) as never);
const moved: ChallengeMeetingEvent = {
  type: 'MeetingMoved',
  data: {
    from: { heldOn: '2022-05-11', startsAt: '14:00' },
    to: { heldOn: '2022-05-13', startsAt: '14:00' },
    reason: 'Court.',
  },
};
const history = recorded(
  Meetings.meetingArranged({ stages: ['4'] }),
  Meetings.itemAdded('I1', Meetings.aCase()),
  Meetings.itemAdded('I2', Meetings.aTheme()),
  moved,
  Meetings.begun(),
  Meetings.decided('I1', { actions: [{ actionId: 'A1', what: 'Do it', who: 'Hana', by: '2022-06-01' }] }),
  Meetings.decided('I2'),
);

describe('The entries that a meeting writes into the disputes on its agenda', () => {
  const acts = actsOnDisputes(history);
  const { posts } = Meetings.arranged;

  it('is that they stand on it, on which day, and what it decided; of a theme, nothing', () => {
    expect(acts.map(({ dispute, act }) => [dispute, act])).toEqual([
      [
        'DRP-7K4M-2QXH',
        { type: 'table-for-challenge', meeting: 'CM-7Q2K-90HV', heldOn: '2022-05-11', posts, times: ['4'] },
      ],
      [
        'DRP-7K4M-2QXH',
        { type: 'table-for-challenge', meeting: 'CM-7Q2K-90HV', heldOn: '2022-05-13', posts, times: ['4'] },
      ],
      [
        'DRP-7K4M-2QXH',
        {
          type: 'record-challenge-decision',
          meeting: 'CM-7Q2K-90HV',
          heldOn: '2022-05-13',
          decision: 'decided-accepted',
          discussion: 'The assessment has waited since February.',
          actions: [{ what: 'Do it', who: 'Hana', by: '2022-06-01', measure: null }],
          iroView: 'satisfied',
          iroWords: 'This will do.',
          nextLookOn: null,
          times: ['4'],
        },
      ],
    ]);
  });

  it('is that they stand on it no more, where an item is taken off', () => {
    const takenOff: ChallengeMeetingEvent = { type: 'AgendaItemTakenOff', data: { itemId: 'I1', reason: 'Settled.' } };
    const { dispute, act } = actsOnDisputes([...history.slice(0, 3), ...recorded(takenOff)]).at(-1)!;
    expect([dispute, act]).toEqual(['DRP-7K4M-2QXH', { type: 'take-off-agenda', meeting: 'CM-7Q2K-90HV' }]);
  });

  it('is the same command each time it is sent, and another for each event', () => {
    expect(actsOnDisputes(history)).toEqual(acts);
    expect(actsOnDisputes(history.slice(0, 3))).toEqual(acts.slice(0, 1));
    expect(new Set(acts.map(({ envelope }) => envelope.commandId)).size).toBe(acts.length);
  });

  it('names who wrote it down, and speaks for no post', () => {
    expect(acts[0]!.envelope).toMatchObject({
      actor: { person: 'manager-lane', post: null, role: null },
      causationId: 'event-1',
      occurredAt: Controls.now,
    });
  });
});
