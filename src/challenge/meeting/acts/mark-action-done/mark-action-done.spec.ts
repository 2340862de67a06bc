import { describe, expect, it } from '@jest/globals';
import { SAYS_NOTHING } from '../../../../protocol/words-now.js';
import { readingAt } from '../../../../../test/support/leaders.js';
import { readModelsOf } from '../../../../../test/support/read-models.js';
import { by } from '../../../../../test/support/given.js';
import { Controls } from '../../../../../test/support/controls.js';
import type { Meeting } from '../../meeting.js';
import { meetingView } from '../../read/meeting-view.js';
import { givenMeeting, Meetings } from '../../../../../test/support/meetings.js';

const { aCase, aTheme, onTheDay } = Meetings;
const sitting = [
  Meetings.meetingArranged(),
  Meetings.itemAdded('I1', aCase()),
  Meetings.itemAdded('I2', aTheme()),
  Meetings.begun(),
] as const;
const action = { what: 'Allocate the assessment', who: 'Head of service', by: '2022-05-18' };

describe('Doing what a meeting agreed', () => {
  const overATheme = [
    ...sitting,
    Meetings.decided('I2', { iroView: null, actions: [{ actionId: 'A1', ...action }] }),
    Meetings.decided('I1', { actions: [{ actionId: 'A2', ...action }] }),
  ];
  const done = {
    type: 'mark-action-done' as const,
    actionId: 'A1',
    evidence: 'It is allocated.',
    doneOn: '2022-05-11',
  };

  it('is marked with evidence, once', () => {
    const { type: _type, ...data } = done;
    const marked = { type: 'MeetingActionDone' as const, data };
    givenMeeting(...overATheme)
      .when(done, onTheDay)
      .then(marked);
    givenMeeting(...overATheme, marked)
      .when(done, onTheDay)
      .thenRefuses('action-done-already');
    expect(givenMeeting(...overATheme, marked).state).toMatchObject({ actions: [{ doneOn: '2022-05-11' }, {}] });
  });

  it('is not after today, and is an action of this meeting', () => {
    givenMeeting(...overATheme)
      .when({ ...done, doneOn: '2022-05-12' }, onTheDay)
      .thenRefuses('date-in-future');
    givenMeeting(...overATheme)
      .when({ ...done, actionId: 'A9' }, onTheDay)
      .thenRefuses('no-such-action');
    givenMeeting(...overATheme)
      .when({ ...done, evidence: '' }, onTheDay)
      .thenRefuses('words-missing');
  });

  it('is late where it is recorded after its day, whatever day is said, and where its day is over', async () => {
    const { type: _type, ...data } = done;
    const marked = { type: 'MeetingActionDone' as const, data };
    const models = await readModelsOf();
    const lateIn = (events: Parameters<typeof givenMeeting>, now: string): (boolean | null | undefined)[] => {
      const sight = { extent: 'full' as const, reader: null, extentOf: () => 'all' as const };
      const { items } = meetingView(givenMeeting(...events).state as Meeting, 1, [], sight, {
        ...readingAt(models, now),
        says: SAYS_NOTHING,
      });
      return items.flatMap(({ actions = [] }) => actions.map(({ late }) => late));
    };
    const [onItsDay, dayAfter] = ['2022-05-18T20:00:00.000Z', '2022-05-19T08:00:00.000Z'];
    expect(lateIn([...overATheme], onItsDay)).toEqual([false]);
    expect(lateIn([...overATheme], dayAfter)).toEqual([true]);
    expect(lateIn([...overATheme, by(Controls.iroManager, marked, onItsDay)], dayAfter)).toEqual([false]);
    expect(lateIn([...overATheme, by(Controls.iroManager, marked, dayAfter)], dayAfter)).toEqual([true]);
    await models.close();
  });

  it('belongs to the dispute where it is about a case', () => {
    givenMeeting(...overATheme)
      .when({ ...done, actionId: 'A2' }, onTheDay)
      .thenRefuses('action-of-a-case');
  });
});
