import { describe, expect, it } from '@jest/globals';
import { returnTo } from './return-to.js';

describe('the page to which somebody is led after signing in', () => {
  it.each(['/my-work', '/disputes/DRP-7K4M-2QXH?stage=1', '/'])('is the page they asked for: %s', (page) => {
    expect(returnTo(page)).toBe(page);
  });

  it.each([
    undefined,
    ['/my-work'],
    '',
    'my-work',
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    '/\t/elsewhere.example',
    '/my work',
    '/../api/v1/disputes',
    '/api/v1/disputes',
    '/health',
    '/sign-in?to=/sign-in',
    '/sign-out',
    `/${'x'.repeat(2_000)}`,
  ])('is the first page for %p', (written) => {
    expect(returnTo(written)).toBe('/');
  });
});
