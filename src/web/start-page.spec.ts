import { describe, expect, it } from '@jest/globals';
import { startPage } from './start-page.js';

describe('the start page', () => {
  it('shows a command that reaches this very program', () => {
    expect(startPage(true, 'http://localhost:4000')).toContain(
      'curl -s http://localhost:4000/api/v1/demonstration/sign-in',
    );
  });

  it('says nothing of trying it out where the council is a real one', () => {
    expect(startPage(false, 'http://localhost:4000')).not.toContain('sign-in');
  });
});
