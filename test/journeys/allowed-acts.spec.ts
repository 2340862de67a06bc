import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import { aConcern, anAnswer, Council } from './council.js';

const reason = 'In words';
const impact = ['not-known'];
const LEFT_TO_OTHERS: Readonly<Record<string, object>> = {
  escalate: { reason },
  'record-stalemate': { reason, impact },
  'end-otherwise': { outcome: 'ENDED-CARE', reason, impact },
  withdraw: { reason },
  void: { because: 'raised-in-error', reason },
};

describe('the acts that a page offers', () => {
  let council: Council;
  let reference: string;
  const offered = async (person: string) =>
    (await council.get<DisputeDto>(person, `/disputes/${reference}`)).body.allowedActs;

  beforeAll(async () => {
    council = await Council.begin();
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
  });
  afterAll(() => council.end());

  it.each(['Tom', 'Sven', 'Mona', 'Quentin'])('none that the rules then refuse to %s', async (person) => {
    const acts = await offered(person);
    expect(acts).toContain('add-note');
    expect(acts.filter((act) => act in LEFT_TO_OTHERS)).toEqual([]);
    for (const [act, body] of Object.entries(LEFT_TO_OTHERS)) {
      expect((await council.post(person, `/disputes/${reference}/${act}`, body)).status).toBe(403);
    }
  });

  it('those of the IRO, who may end it, and of the manager who is asked', async () => {
    expect(await offered('Iris')).toEqual(
      expect.arrayContaining(['correct-theme', 'escalate', 'hand-over', 'link', 'void', 'withdraw']),
    );
    expect(await offered('Iris')).not.toContain('record-stalemate');
    // The child is in care.
    expect(await offered('Iris')).not.toContain('end-otherwise');
    expect(await offered('Iris')).not.toContain('continue-after-care');
    expect(await offered('Tom')).toEqual(
      expect.arrayContaining(['acknowledge-receipt', 'add-note', 'answer', 'ask-for-extension', 'redirect']),
    );
  });

  it('follow what has happened since', async () => {
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer());
    expect(await offered('Tom')).not.toContain('answer');
    expect(await offered('Iris')).toContain('judge');
    await council.done('Iris', `/disputes/${reference}/withdraw`, { reason });
    expect(await offered('Iris')).not.toContain('reopen');
  });
});
