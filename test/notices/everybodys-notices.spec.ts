import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NoticesDto } from '../../src/notices/read/notices.dto.js';
import { aConcern, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';

describe('everybody’s notices, for those who see to it that they go', () => {
  let council: Council;
  let reference: string;
  beforeAll(async () => {
    council = await Council.begin('house', { notices: new Postbox() });
    ({ reference } = await council.done('Iris', '/disputes', aConcern()));
    await council.done('Iris', `/disputes/${reference}/restrict`, {
      ...{ readers: ['Sven'], answeredBy: 'Sven', reason: 'Somebody of the team is family.' },
    });
    await council.caughtUp();
  });
  afterAll(() => council.end());

  it('say to whom each goes and whether it went, and nothing of what it is about', async () => {
    const { body, text } = await council.get<NoticesDto & Record<string, unknown>>('Adam', '/notices');
    const svens = body.items.filter(({ to }) => to.id === 'sven');
    expect(svens.length).toBeGreaterThan(0);
    for (const notice of svens)
      expect(notice).toMatchObject({
        ...{ about: null, subject: 'A notice to somebody else', to: { name: null } },
        text: 'What it says is for the person whom it tells.',
      });
    expect(text).not.toMatch(/DRP-|disputes/);
  });

  it('are word for word their own', async () => {
    const { body } = await council.get<NoticesDto & Record<string, unknown>>('Sven', '/notices');
    expect(body.items.map(({ about }) => about)).toContain(reference);
  });
});
