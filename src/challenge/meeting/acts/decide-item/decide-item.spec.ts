import { describe, expect, it } from '@jest/globals';
import { givenMeeting, Meetings } from '../../../../../test/support/meetings.js';
import { type DecideItem, decisionsOpen } from './decide-item.js';

const { aCase, aTheme, onTheDay } = Meetings;
const decide = (more: Partial<DecideItem> = {}): DecideItem => ({
  type: 'decide-item',
  itemId: 'I1',
  discussion: 'The assessment has waited since February.',
  decision: 'decided-accepted',
  actions: [],
  iroView: { view: 'satisfied', words: 'This will do.' },
  goesOnTo: null,
  nextLookOn: null,
  ...more,
});
const arranged = [
  Meetings.meetingArranged(),
  Meetings.itemAdded('I1', aCase()),
  Meetings.itemAdded('I2', aTheme()),
] as const;
const sitting = [...arranged, Meetings.begun()];
const tracking = [
  Meetings.meetingArranged({ kind: 'pre-challenge' }),
  Meetings.itemAdded('I1', aCase()),
  Meetings.begun(),
];
const action = { what: 'Allocate the assessment', who: 'Head of service', by: '2022-05-18' };
const toDirector = { view: 'not' as const, words: 'She still has no date.' };

describe('Deciding an item', () => {
  it('accepted: only where the IRO has on record that they are satisfied', () => {
    givenMeeting(...sitting)
      .when(decide(), onTheDay)
      .then(Meetings.decided('I1'));
    givenMeeting(...sitting)
      .when(decide({ iroView: null }), onTheDay)
      .thenRefuses('iro-view-missing');
    givenMeeting(...sitting)
      .when(decide({ iroView: null, isOver: true }), onTheDay)
      .thenRefuses('case-has-ended');
    givenMeeting(...sitting)
      .when(decide({ iroView: toDirector }), onTheDay)
      .thenRefuses('iro-does-not-accept');
  });

  it.each(['director', 'chief-executive', 'cafcass'] as const)(
    'not accepted by the IRO: it goes on to %s',
    (goesOnTo) => {
      const decision = { decision: 'decided-not-accepted' as const, iroView: toDirector, goesOnTo };
      givenMeeting(...sitting)
        .when(decide(decision), onTheDay)
        .then(Meetings.decided('I1', decision));
    },
  );

  it('not accepted, where the IRO has said nothing yet: silence accepts nothing, and nobody speaks for the IRO', () => {
    const decision = { decision: 'decided-not-accepted' as const, iroView: null, goesOnTo: 'director' as const };
    givenMeeting(...sitting)
      .when(decide(decision), onTheDay)
      .then(Meetings.decided('I1', decision));
  });

  it('not accepted goes somewhere, and nothing else does', () => {
    const notAccepted = { decision: 'decided-not-accepted' as const, iroView: toDirector };
    givenMeeting(...sitting)
      .when(decide(notAccepted), onTheDay)
      .thenRefuses('goes-on-to-missing');
    givenMeeting(...sitting)
      .when(decide({ ...notAccepted, iroView: { view: 'satisfied', words: 'Good.' }, goesOnTo: 'director' }), onTheDay)
      .thenRefuses('iro-accepts');
    givenMeeting(...sitting)
      .when(decide({ decision: 'dropped', goesOnTo: 'director' }), onTheDay)
      .thenRefuses('goes-on-nowhere');
  });

  it('returned for more action first: with what, by whom and by when', () => {
    const returned = { decision: 'more-action-first' as const, iroView: null, nextLookOn: '2022-06-08' };
    givenMeeting(...sitting)
      .when(decide({ ...returned, actions: [action] }), onTheDay)
      .then(Meetings.decided('I1', { ...returned, actions: [{ actionId: 'A1', ...action }] }));
    givenMeeting(...sitting)
      .when(decide(returned), onTheDay)
      .thenRefuses('action-missing');
  });

  it('before the IRO has said anything: they are asked then, and nobody says it for them', () => {
    const silent = { decision: 'decided' as const, iroView: null };
    givenMeeting(...sitting)
      .when(decide(silent), onTheDay)
      .then(Meetings.decided('I1', silent));
    givenMeeting(...sitting)
      .when(decide({ decision: 'decided' }), onTheDay)
      .thenRefuses('iro-view-known');
  });

  it('of which the IRO has said nothing, whatever they said of the answer of an earlier stage', () => {
    const earlier = { ...toDirector, isOfAnEarlierStage: true };
    const asked = { decision: 'decided' as const, iroView: earlier };
    givenMeeting(...sitting)
      .when(decide(asked), onTheDay)
      .then(Meetings.decided('I1', { ...asked, iroView: toDirector }));
    const satisfied = { view: 'satisfied' as const, words: 'Good.', isOfAnEarlierStage: true };
    givenMeeting(...sitting)
      .when(decide({ decision: 'decided-accepted', iroView: satisfied }), onTheDay)
      .thenRefuses('iro-view-missing');
    givenMeeting(...sitting)
      .when(decide({ decision: 'decided-accepted', iroView: earlier }), onTheDay)
      .thenRefuses('iro-does-not-accept');
  });

  it('put off or dropped where the case stands still after a death, and nothing else', () => {
    for (const decision of ['decided', 'more-action-first'] as const)
      givenMeeting(...sitting)
        .when(decide({ decision, iroView: null, actions: [action], standsStill: true }), onTheDay)
        .thenRefuses('case-stands-still');
    const putOff = { decision: 'deferred' as const, iroView: null };
    givenMeeting(...sitting)
      .when(decide({ ...putOff, standsStill: true }), onTheDay)
      .then(Meetings.decided('I1', putOff));
    expect(decisionsOpen('challenge', { iroView: null, standsStill: true }, true)).toEqual(['deferred', 'dropped']);
  });

  it('dropped only where its stage does not wait for this meeting', () => {
    const dropped = { decision: 'dropped' as const, iroView: null };
    givenMeeting(...sitting)
      .when(decide({ ...dropped, waitsForThis: true }), onTheDay)
      .thenRefuses('case-waits-for-this');
    for (const looked of [{ waitsForThis: false }, { waitsForThis: true, standsStill: true }])
      givenMeeting(...sitting)
        .when(decide({ ...dropped, ...looked }), onTheDay)
        .then(Meetings.decided('I1', dropped));
    const putOff = { decision: 'deferred' as const, iroView: null };
    givenMeeting(...sitting)
      .when(decide({ ...putOff, waitsForThis: true }), onTheDay)
      .then(Meetings.decided('I1', putOff));
    for (const kind of ['challenge', 'pre-challenge'] as const) {
      expect(decisionsOpen(kind, { iroView: null, waitsForThis: true }, true)).not.toContain('dropped');
      expect(decisionsOpen(kind, { iroView: null, waitsForThis: true }, true)).toContain('deferred');
    }
  });

  it('leaves open what the view of the IRO on record does not rule out', () => {
    const open = (iroView: DecideItem['iroView'], isCase = true) =>
      decisionsOpen('challenge', { iroView }, isCase).filter((each) => each.startsWith('decided'));
    expect(open(null)).toEqual(['decided', 'decided-not-accepted']);
    expect(open(toDirector)).toEqual(['decided-not-accepted']);
    expect(open({ view: 'satisfied', words: 'Good.' })).toEqual(['decided-accepted']);
    expect(open({ ...toDirector, isOfAnEarlierStage: true })).toEqual(['decided', 'decided-not-accepted']);
    expect(open(null, false)).toEqual(['decided', 'decided-accepted', 'decided-not-accepted']);
  });

  it('put off by a single meeting only until a day, since it has no next one', () => {
    const single = [Meetings.meetingArranged({ series: null }), Meetings.itemAdded('I1', aCase()), Meetings.begun()];
    const putOff = { decision: 'deferred' as const, iroView: null };
    givenMeeting(...single)
      .when(decide(putOff), onTheDay)
      .thenRefuses('next-look-missing');
    givenMeeting(...single)
      .when(decide({ ...putOff, nextLookOn: '2022-06-08' }), onTheDay)
      .then(Meetings.decided('I1', { ...putOff, nextLookOn: '2022-06-08' }));
  });

  it.each(['deferred', 'dropped'] as const)('%s: said, and nothing more asked', (decision) => {
    const said = { decision, iroView: null };
    givenMeeting(...sitting)
      .when(decide(said), onTheDay)
      .then(Meetings.decided('I1', said));
  });

  it('the tracking meeting takes up and does not decide; the challenge meeting decides and does not take up', () => {
    const takenUp = { decision: 'take-it-up' as const, iroView: null };
    givenMeeting(...tracking)
      .when(decide(takenUp), onTheDay)
      .then(Meetings.decided('I1', takenUp));
    givenMeeting(...tracking)
      .when(decide(), onTheDay)
      .thenRefuses('not-for-this-meeting');
    givenMeeting(...sitting)
      .when(decide(takenUp), onTheDay)
      .thenRefuses('not-for-this-meeting');
  });

  it('a theme with no child is decided without an IRO, or against one', () => {
    givenMeeting(...sitting)
      .when(decide({ itemId: 'I2', iroView: null }), onTheDay)
      .then(Meetings.decided('I2', { iroView: null }));
    givenMeeting(...sitting)
      .when(decide({ itemId: 'I2', decision: 'decided-not-accepted', iroView: toDirector }), onTheDay)
      .then(Meetings.decided('I2', { decision: 'decided-not-accepted', iroView: toDirector }));
  });

  it('happens once, in a meeting that sits, to an item that is on it', () => {
    givenMeeting(...sitting, Meetings.decided('I1'))
      .when(decide(), onTheDay)
      .thenRefuses('item-decided');
    givenMeeting(...arranged)
      .when(decide(), onTheDay)
      .thenRefuses('meeting-not-begun');
    givenMeeting(...sitting)
      .when(decide({ itemId: 'I7' }), onTheDay)
      .thenRefuses('no-such-item');
  });

  it('numbers actions through the meeting, and looks again after today', () => {
    const first = Meetings.decided('I2', { iroView: null, actions: [{ actionId: 'A1', ...action }] });
    givenMeeting(...sitting, first)
      .when(decide({ actions: [action, action] }), onTheDay)
      .then(
        Meetings.decided('I1', {
          actions: [
            { actionId: 'A2', ...action },
            { actionId: 'A3', ...action },
          ],
        }),
      );
    givenMeeting(...sitting)
      .when(decide({ nextLookOn: '2022-05-11' }), onTheDay)
      .thenRefuses('next-look-too-early');
    givenMeeting(...sitting)
      .when(decide({ discussion: ' ' }), onTheDay)
      .thenRefuses('words-missing');
  });
});
