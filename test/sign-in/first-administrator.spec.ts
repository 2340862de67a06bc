import { describe, expect, it } from '@jest/globals';
import { Browser } from './browser.js';
import { councilOfEntra } from './council-of-entra.js';

describe('an account that is nobody’s yet, while the council is set up', () => {
  it.each([
    [false, true],
    [true, false],
  ])('says how whoever sets it up ends the round, only until the council is open (%p)', async (isOpen, isSaid) => {
    const there = await councilOfEntra({ isOpen });
    try {
      const { status, html } = await there.signIn(new Browser(there.council.instances), 'stranger');
      expect(status).toBe(403);
      expect(html).toContain('Nobody has set up your account yet');
      expect(html.includes('footprint setup-link')).toBe(isSaid);
      expect(/say on the page Accounts that ACC-[\w-]+ is yours/.test(html)).toBe(isSaid);
    } finally {
      await there.end();
    }
  });
});
