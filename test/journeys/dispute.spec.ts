import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChildHistoryDto } from '../../src/directory/children/children.dto.js';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import type { DisputesPageDto } from '../../src/disputes/list/list.dto.js';
import { aConcern, anAnswer, Council } from './council.js';

describe('a dispute, from raising to its end', () => {
  let council: Council;
  let reference: string;
  const act = (person: string, name: string, body: object) =>
    council.done(person, `/disputes/${reference}/${name}`, body);
  const read = async (person = 'Iris') => (await council.get<DisputeDto>(person, `/disputes/${reference}`)).body;

  beforeAll(async () => {
    council = await Council.begin();
  });
  afterAll(() => council.end());

  it('is raised by the IRO of the child, for the team and IRO of the child’s allocation', async () => {
    const raised = await council.done('Iris', '/disputes', aConcern());
    reference = raised.reference;
    expect(reference).toMatch(/^DRP-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(raised.advice).toEqual([]);

    const dispute = await read();
    expect(dispute).toMatchObject({
      kind: 'formal',
      status: 'open',
      team: { id: 'north', name: 'Locality North' },
      heldBy: { id: 'iris', name: 'Iris' },
      children: [{ id: 'C1', initials: 'C1' }],
      theme: { code: 'DD-PERM', group: 'DD' },
      stageReached: 1,
    });
    expect(dispute.waitingFor).toMatchObject({ what: 'answer', roles: ['team-manager', 'assistant-team-manager'] });
    expect(dispute.rounds[0]!.deadline).toMatchObject({ startedOn: '2023-04-03', overdue: false });
    expect(dispute.allowedActs).toContain('escalate');
    expect(dispute.allowedActs).not.toContain('answer');
    expect((await read('Tom')).allowedActs).toContain('answer');
  });

  it('is answered by the manager of the team, and judged by the IRO', async () => {
    await act('Tom', 'answer', anAnswer({ agreement: 'partly' }));
    expect((await read()).waitingFor).toMatchObject({ what: 'judgement', roles: ['iro'] });
    await act('Iris', 'judge', { verdict: 'partly', reason: 'There is still no date for panel.' });
    expect((await read()).waitingFor).toMatchObject({ what: 'decision' });
  });

  it('climbs to the next stage with a clock of its own', async () => {
    await act('Iris', 'escalate', { reason: 'She cannot wait for another review.' });
    const dispute = await read();
    expect(dispute.stageReached).toBe(2);
    expect(dispute.rounds.map(({ stage }) => stage)).toEqual([1, 2]);
    const { items } = (await council.get<ChildHistoryDto>('Iris', '/children/C1/history')).body;
    expect(items.find(({ what }) => what === 'escalated')).toMatchObject({ detail: '2', stageName: 'Service manager' });
    expect(items.filter(({ what }) => what !== 'escalated').every(({ stageName }) => stageName === null)).toBe(true);
    expect(dispute.rounds[0]!.answers[0]).toMatchObject({
      agreement: 'partly',
      late: false,
      answeredBy: { id: 'tom' },
    });
  });

  it('is answered again, accepted, done and resolved', async () => {
    const second = (await read()).rounds[1]!;
    const answerer = second.addressedTo.includes('service-manager') ? 'Sven' : 'Hana';
    await act(answerer, 'answer', anAnswer({ reasons: 'Panel is on 21 April.' }));
    await act('Iris', 'judge', { verdict: 'satisfied', reason: 'There is a date and a person.' });
    await act('Tom', 'mark-action-done', { actionId: 'A1', evidence: 'Panel minutes.', doneOn: '2023-04-03' });
    await act('Iris', 'resolve', { outcome: 'RES-FULL', impact: ['plan-moving'] });
    expect(await read()).toMatchObject({
      status: 'ended',
      waitingFor: null,
      ending: { how: 'resolved', outcome: 'RES-FULL', impact: ['plan-moving'], iroDissents: false },
    });
  });

  it('keeps everything that happened, in order, with who did it and from which post', async () => {
    const { body } = await council.get<{ entries: { what: string; by: { person: { id: string }; role: string } }[] }>(
      'Iris',
      `/disputes/${reference}/events`,
    );
    expect(body.entries.map(({ what }) => what)).toEqual([
      'FormalDisputeRaised',
      'AnswerDeadlineSet',
      'TotalCapSet',
      'AnswerGiven',
      'AnswerRejected',
      'DisputeEscalated',
      'AnswerDeadlineSet',
      'AnswerGiven',
      'AnswerAccepted',
      'ActionAgreed',
      'ActionDone',
      'DisputeResolved',
    ]);
    expect(body.entries[3]!.by).toMatchObject({ person: { id: 'tom' }, role: 'team-manager' });
  });

  it('stands in the list of everybody who may see it', async () => {
    for (const person of ['Iris', 'Mona', 'Tom', 'Sven']) {
      const { body } = await council.get<DisputesPageDto>(person, '/disputes?status=resolved');
      expect(body.items.map((item) => item.reference)).toEqual([reference]);
    }
    const { body } = await council.get<DisputesPageDto>('Tess', '/disputes');
    expect(body.items).toEqual([]);
  });

  it('can be looked up as people write its reference', async () => {
    const written = reference.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
    expect((await council.get('Iris', `/disputes/${encodeURIComponent(written)}`)).status).toBe(200);
  });
});
