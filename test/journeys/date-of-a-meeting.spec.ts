import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SeriesKeeper } from '../../src/challenge/series/series-keeper.js';
import { aConcern, Council } from './council.js';

interface DisputeBody {
  readonly rounds: { deadline: { dueOn: string | null } }[];
}
interface MeetingBody {
  readonly items: { itemId: string; dispute: string | null; status: string }[];
  readonly proposed: { dispute: string | null }[];
}
interface SeriesBody {
  readonly items: { series: string; next: { meeting: string; heldOn: string } | null }[];
}

const SERIES = {
  kind: 'challenge',
  name: 'Challenge meeting',
  recurrence: { week: 'second', weekday: 'wednesday' },
  startsAt: '14:00',
  posts: ['assistant-director', 'agency-decision-maker', 'iro-manager'],
  stages: ['4'],
  from: '2023-04-03',
};

/** A council whose stage 4 has the date of a challenge meeting; the first is on 12 April, the next ones on 10 May and 14 June. */
describe('The date that a stage has of a meeting', () => {
  let council: Council;
  let series: string;
  beforeEach(async () => {
    council = await Council.begin('leicestershire');
    series = (await council.done('Mona', '/challenge/series', SERIES)).reference;
  });
  afterEach(() => council.end());

  const next = async () => {
    const { body } = await council.get<SeriesBody>('Mona', '/challenge/series');
    return body.items.find((each) => each.series === series)!.next!;
  };
  const raised = async (over: object = {}): Promise<string> => {
    const concern = aConcern({ theme: 'PLACE', stage: 4, stageReason: 'She is at risk.', ...over });
    return (await council.done('Iris', '/disputes', concern)).reference;
  };
  const at = (meeting: string, act: string, body: object = {}) =>
    council.post('Mona', `/challenge/meetings/${meeting}/${act}`, body);
  const done = async (meeting: string, act: string, body: object = {}): Promise<void> => {
    const { status, body: said } = await at(meeting, act, body);
    expect([act, status, status === 200 ? null : said]).toEqual([act, 200, null]);
  };
  const read = async (meeting: string) =>
    (await council.get<MeetingBody>('Mona', `/challenge/meetings/${meeting}`)).body;
  const dueOn = async (dispute: string) =>
    (await council.get<DisputeBody>('Iris', `/disputes/${dispute}`)).body.rounds.at(-1)!.deadline.dueOn;
  const present = { present: [{ post: 'assistant-director', person: 'anton' }] };

  it('is not left behind: what waits for the meeting is not dropped, and the next meeting has what was put off', async () => {
    const dispute = await raised();
    const { meeting } = await next();
    await done(meeting, 'prepare');
    council.at('2023-04-12T13:30:00.000Z');
    await done(meeting, 'begin', present);
    const item = { itemId: 'I1', discussion: 'Nothing is to be said.' };
    expect(await at(meeting, 'decide-item', { ...item, decision: 'dropped' })).toMatchObject({
      status: 409,
      body: { code: 'case-waits-for-this', detail: expect.stringContaining('put it off') as unknown },
    });
    await done(meeting, 'decide-item', { ...item, decision: 'deferred' });
    await done(meeting, 'close');
    expect(await dueOn(dispute)).toBe('2023-05-10');
  });

  it('goes with a meeting that is moved or called off, also where the case is not on its agenda yet', async () => {
    const dispute = await raised();
    const { meeting } = await next();
    const first = await read(meeting);
    expect(first).toMatchObject({ items: [], proposed: [{ dispute }] });
    await done(meeting, 'move', { heldOn: '2023-04-13', reason: 'The assistant director is in court.' });
    expect(await dueOn(dispute)).toBe('2023-04-13');
    await done(meeting, 'cancel', { reason: 'Nobody can come.' });
    expect(await dueOn(dispute)).toBe('2023-05-10');
    expect(await read((await next()).meeting)).toMatchObject({ items: [], proposed: [{ dispute }] });
    council.at('2023-04-14T09:00:00.000Z');
    await council.caughtUp();
    const { body } = await council.get<{ entries: { what: string }[] }>('Iris', `/disputes/${dispute}/events`);
    expect(body.entries.map(({ what }) => what)).not.toContain('AnswerDeadlinePassed');
  });

  it('is that of the next meeting where its own is closed without it, and none where the series has no other', async () => {
    const { meeting } = await next();
    council.at('2023-04-12T12:00:00.000Z');
    const dispute = await raised();
    expect(await dueOn(dispute)).toBe('2023-04-12');
    council.at('2023-04-12T13:30:00.000Z');
    await done(meeting, 'begin', present);
    await done(meeting, 'close');
    expect(await dueOn(dispute)).toBe('2023-05-10');
    await council.done('Mona', `/challenge/series/${series}/end`, {
      lastOn: '2023-05-31',
      reason: 'It has done its work.',
    });
    await done((await next()).meeting, 'cancel', { reason: 'Nobody can come.' });
    expect(await dueOn(dispute)).toBeNull();
  });

  it('comes with the next meeting for a case that was taken off the agenda of the one before', async () => {
    const dispute = await raised();
    const { meeting } = await next();
    await done(meeting, 'prepare');
    await done(meeting, 'take-off-item', { itemId: 'I1', reason: 'The papers are not there.' });
    expect(await dueOn(dispute)).toBeNull();
    await council.app.get(SeriesKeeper).keepAhead('2023-04-11T09:00:00.000Z');
    expect(await dueOn(dispute)).toBeNull();
    council.at('2023-04-12T13:30:00.000Z');
    await done(meeting, 'begin', present);
    await done(meeting, 'close');
    expect(await dueOn(dispute)).toBe('2023-05-10');
  });

  it('comes with the first meeting of a series that is started after the case began to wait, and times its stage', async () => {
    const dispute = await raised({ stage: 3 });
    expect(await dueOn(dispute)).toBeNull();
    const terms = { ...SERIES, kind: 'pre-challenge', name: 'Tracking meeting' };
    await council.done('Mona', '/challenge/series', { ...terms, stages: ['5'] });
    expect(await dueOn(dispute)).toBeNull();
    await council.done('Mona', '/challenge/series', { ...terms, stages: ['3'] });
    expect(await dueOn(dispute)).toBe('2023-04-12');
  });

  it.each(['close', 'cancel'])(
    'leaves the agenda with a case that is withdrawn meanwhile: %s carries it nowhere',
    async (act) => {
      const dispute = await raised();
      const other = (
        await council.done('Ivan', '/disputes', aConcern({ children: ['C3'], stage: 4, stageReason: 'Risk.' }))
      ).reference;
      const { meeting } = await next();
      await done(meeting, 'prepare');
      await council.done('Iris', `/disputes/${dispute}/withdraw`, { reason: 'The plan is made.' });
      if (act === 'close') {
        council.at('2023-04-12T13:30:00.000Z');
        await done(meeting, 'begin', present);
      }
      await done(meeting, act, act === 'cancel' ? { reason: 'Nobody can come.' } : {});
      const items = (found: MeetingBody) => found.items.map((item) => [item.dispute, item.status]);
      expect(items(await read(meeting)).sort()).toEqual(
        [
          [dispute, 'taken-off'],
          [other, 'carried'],
        ].sort(),
      );
      expect(items(await read((await next()).meeting))).toEqual([[other, 'on-agenda']]);
    },
  );

  it('is dropped where it was settled in between', async () => {
    const dispute = await raised();
    const { meeting } = await next();
    await done(meeting, 'prepare');
    council.at('2023-04-12T13:30:00.000Z');
    await done(meeting, 'begin', present);
    await council.done('Iris', `/disputes/${dispute}/withdraw`, { reason: 'The plan is made.' });
    await done(meeting, 'decide-item', { itemId: 'I1', discussion: 'It is settled.', decision: 'dropped' });
  });
});
