import { describe, expect, it } from '@jest/globals';
import { Meetings } from '../../test/support/meetings.js';
import { readModelsOf, rowsAfter } from '../../test/support/read-models.js';
import { challengeItems } from './challenge-items.js';
import { FROM_ITEMS, type ItemFilters, narrowedItems } from './challenge-items.queries.js';

const stream = 'challengeMeeting-CM-7Q2K-90HV';
const action = { actionId: 'A1', what: 'Count them', who: 'Head of service', by: '2022-06-01' };
const events = [
  Meetings.meetingArranged(),
  Meetings.itemAdded('I1', Meetings.aCase(), { because: ['repeated'] }),
  Meetings.itemAdded('I2', Meetings.aTheme(), { carriedFrom: { meeting: 'CM-0000-0000', itemId: 'I4', times: 2 } }),
  Meetings.itemAdded('I3', Meetings.aCase('DRP-0000-0000')),
  Meetings.itemAdded('I4', Meetings.aTheme('Another')),
  Meetings.begun(),
  { type: 'AgendaItemTakenOff', data: { itemId: 'I4', reason: 'Not for us.' } },
  Meetings.decided('I2', { iroView: null, actions: [action] }),
  Meetings.decided('I1', {
    decision: 'decided-not-accepted',
    iroView: { view: 'not', words: 'No.' },
    goesOnTo: 'cafcass',
    nextLookOn: '2022-06-08',
  }),
] as const;
const closed = {
  type: 'MeetingClosed',
  data: { carried: [{ itemId: 'I3', to: { meeting: 'CM-1T5B-XW3D', itemId: 'I1' } }] },
};

describe('the items of agendas', () => {
  it('are one row each, with what became of them', () => {
    expect(rowsAfter(challengeItems, { stream, events: [...events, closed] })).toMatchObject([
      {
        item_id: 'I1',
        dispute: 'DRP-7K4M-2QXH',
        theme: null,
        status: 'decided',
        because: ['repeated'],
        decision: 'decided-not-accepted',
        iro_view: 'not',
        goes_on_to: 'cafcass',
        next_look_on: '2022-06-08',
      },
      {
        item_id: 'I2',
        dispute: null,
        theme: 'LIFE',
        theme_group: 'LIFE',
        carried_from: 'CM-0000-0000',
        times_carried: 2,
        actions: [{ ...action, doneOn: null, recordedAt: null }],
      },
      { item_id: 'I3', status: 'carried', carried_to: 'CM-1T5B-XW3D' },
      { item_id: 'I4', status: 'taken-off', taken_off_because: 'Not for us.' },
    ]);
  });

  it('can be narrowed', async () => {
    const readModels = await readModelsOf({ stream, events: [...events] });
    const found = (filters: ItemFilters): string[] => {
      const { where, parameters } = narrowedItems(filters);
      const sql = `SELECT item.item_id ${FROM_ITEMS} WHERE ${['1', ...where].join(' AND ')} ORDER BY item.item_id`;
      return readModels.all<{ item_id: string }>(sql, parameters).map(({ item_id }) => item_id);
    };
    expect(found({})).toEqual(['I1', 'I2', 'I3', 'I4']);
    expect(found({ meeting: 'CM-7Q2K-90HV', series: 'MS-4NQ7-2W1R', meetingKind: 'challenge' })).toHaveLength(4);
    expect(found({ meeting: 'CM-0000-0000' })).toEqual([]);
    expect(found({ dispute: 'DRP-7K4M-2QXH' })).toEqual(['I1']);
    expect(found({ about: 'theme' })).toEqual(['I2', 'I4']);
    expect(found({ theme: 'LIFE', status: 'decided' })).toEqual(['I2']);
    expect(found({ decision: 'decided-not-accepted' })).toEqual(['I1']);
    expect(found({ heldFrom: '2022-05-12' })).toEqual([]);
    expect(found({ heldTo: '2022-05-11', status: 'on-agenda' })).toEqual(['I3']);
    expect(found({ actionsOutstanding: true })).toEqual(['I2']);
    expect(found({ child: '1568440' })).toEqual([]);
  });

  it('of a theme are done by the meeting’s own word', async () => {
    const done = { type: 'MeetingActionDone', data: { actionId: 'A1', evidence: 'Counted.', doneOn: '2022-05-11' } };
    const [, theme] = rowsAfter(challengeItems, { stream, events: [...events, done] });
    expect(theme!.actions).toEqual([{ ...action, doneOn: '2022-05-11', recordedAt: expect.any(String) as unknown }]);
  });
});
