import { describe, expect, it } from '@jest/globals';
import { postThatMay } from '../access/access.js';
import { relationsThatMay } from '../access/access-table.js';
import { isCaseRole } from '../access/case-roles.js';
import { checkedProtocol } from '../roles/checked-protocol.js';
import { walkInWords } from '../roles/walk-in-words.js';
import { givesMore } from '../roles/what-a-protocol-gives.js';
import { actsAs, isPostKind } from './own-posts.js';
import type { PostKind } from './protocol.js';
import { ProtocolInvalid, readProtocol } from './read-protocol.js';

const VIRTUAL_HEAD: PostKind = 'head-of-service:virtual-head';

const file = (posts: string, stage = 'addressees: virtual-head'): string =>
  `id: own\ntitle: Own\nposts:\n${posts}stages:\n  - { name: One, ${stage}, clock: 5 working-days }\n`;
const HEAD = '  - { code: virtual-head, title: Virtual school head, acts-as: head-of-service }\n';
const NURSE = '  - { code: health-partner, title: Designated nurse, outside: yes }\n';

const problemsIn = (text: string): string[] => {
  try {
    readProtocol(text, 'rules.yaml');
    return [];
  } catch (error) {
    if (error instanceof ProtocolInvalid) return error.problems.map(({ line, message }) => `${line}: ${message}`);
    throw error;
  }
};

describe('A post of the council’s own', () => {
  it('is named by its code, and is no post of the kind that it acts as', () => {
    const { protocol } = readProtocol(file(HEAD), 'rules.yaml');
    expect(protocol.stages[0]!.addressees).toEqual([VIRTUAL_HEAD]);
    expect(actsAs(VIRTUAL_HEAD)).toBe('head-of-service');
  });

  it('is granted by the access table what that kind is, no less and no more', () => {
    expect(relationsThatMay('dispute.answer', VIRTUAL_HEAD)).toEqual(
      relationsThatMay('dispute.answer', 'head-of-service'),
    );
    expect(relationsThatMay('dispute.restrict', VIRTUAL_HEAD)).toEqual([]);
    expect(isCaseRole(VIRTUAL_HEAD)).toBe(true);
    const post = { postId: 'p', kind: VIRTUAL_HEAD, title: 'Virtual school head', team: null, service: 'Localities' };
    const asker = { person: 'vera', name: 'Vera', posts: [post] };
    expect(postThatMay(asker, 'dispute.answer', () => ['addressee'])).toBe(post);
    expect(postThatMay(asker, 'dispute.answer', () => ['own-team'])).toBeUndefined();
  });

  it('needs a second person where rules name it that did not before, and where it acts as something else', () => {
    const { protocol } = readProtocol(file(HEAD), 'rules.yaml');
    const otherwise = readProtocol(file(HEAD.replace('head-of-service', 'director')), 'rules.yaml').protocol;
    expect(givesMore(protocol, undefined)).toContain('stage 1: answered by head-of-service:virtual-head');
    expect(givesMore(protocol, protocol)).toEqual([]);
    expect(givesMore(otherwise, protocol)).toContain('stage 1: answered by director:virtual-head');
  });

  it('is walked by its title, and one outside with who enters its answer', () => {
    const walked = (yaml: string): string => walkInWords(readProtocol(yaml, 'rules.yaml').protocol).join('\n');
    expect(walked(file(HEAD))).toContain('answered by Virtual school head;');
    expect(walked(file(NURSE, 'addressees: health-partner'))).toContain(
      'answered by Designated nurse (entered for them by the IRO service);',
    );
    expect(checkedProtocol(file(NURSE, 'addressees: health-partner'), 'rules.yaml').warnings).toEqual([]);
  });

  it('that no rule names is said to be named by none', () => {
    expect(checkedProtocol(file(HEAD + NURSE), 'rules.yaml').remarks).toEqual([
      { line: 5, message: 'No rule names the post health-partner, so nothing ever comes to it.' },
    ]);
  });

  it.each([
    ['without what it acts as', '  - { code: virtual-head, title: Head }\n', /^4: acts-as is missing/],
    ['that acts as an IRO', HEAD.replace('head-of-service', 'iro'), /^4: acts-as is 'iro'; /],
    [
      'of the program',
      HEAD.replace('virtual-head,', 'iro,'),
      /^4: code is 'iro'; there is a post of this code already/,
    ],
    ['that is there twice', HEAD + HEAD, /^5: code is 'virtual-head'; there is a post of this code already/],
    [
      'with capitals',
      HEAD.replace('virtual-head,', 'Virtual Head,'),
      /^4: code is 'Virtual Head'; write it in small letters/,
    ],
    [
      'with the title of one of the program',
      HEAD.replace('Virtual school head', 'Head of service'),
      /^4: title is 'Head of service'; the post head-of-service is called so/,
    ],
    [
      'with the title of another',
      HEAD + HEAD.replace('virtual-head,', 'other-head,').replace('Virtual school', 'virtual School'),
      /^5: title is 'virtual School head'; the post virtual-head is called so/,
    ],
    [
      'outside that acts as something',
      NURSE.replace('outside', 'acts-as: director, outside'),
      /^4: acts-as is 'director'; nobody signs in from a post outside/,
    ],
  ])('%s is refused', (_, posts, message) => {
    expect(problemsIn(file(posts, 'addressees: director'))).toEqual([expect.stringMatching(message)]);
  });

  it('outside judges nothing and is sent no copies', () => {
    for (const key of ['judges', 'copy-to', 'notify-only', 'escalated-by', 'sent-by'])
      expect(problemsIn(file(NURSE, `addressees: director, ${key}: health-partner`))).toEqual([
        expect.stringMatching(`${key} is 'health-partner'; a post outside of the council answers stages`),
      ]);
  });

  it('misspelt is guessed, as one of the program is', () => {
    expect(problemsIn(file(HEAD, 'addressees: virtual-haed'))).toEqual([
      expect.stringMatching(/did you mean 'virtual-head'/),
    ]);
  });

  it('is known from other words by its form', () => {
    expect([VIRTUAL_HEAD, 'outside:nurse', 'iro'].map(isPostKind)).toEqual([true, true, true]);
    expect(['iro:x', 'head-of-service:', 'head-of-service:A b', 'director:a:b', 'x', null].map(isPostKind)).toEqual(
      Array(6).fill(false),
    );
  });
});
