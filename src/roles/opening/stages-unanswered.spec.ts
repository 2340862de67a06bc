import { describe, expect, it } from '@jest/globals';
import { readProtocol } from '../../protocol/read-protocol.js';
import { stagesUnanswered } from './stages-unanswered.js';

const { protocol } = readProtocol(
  `id: a
title: A
informal: { name: Informal, addressees: [social-worker, team-manager], clock: none }
stages:
  - { name: One, addressees: team-manager, clock: 5 working-days }
  - { name: Two, addressees: [service-manager, director], answered-by: all, clock: none }
  - { name: Three, addressees: chief-executive, clock: none, needs: report-only }
`,
  'a.yaml',
);

describe('the stages with nobody to answer', () => {
  it('are those that need an answer of any post, or of each, that nobody holds', () => {
    expect(stagesUnanswered(protocol, new Set())).toEqual(['Informal', 'One', 'Two']);
    expect(stagesUnanswered(protocol, new Set(['team-manager', 'director'] as const))).toEqual(['Two']);
    expect(stagesUnanswered(protocol, new Set(['team-manager', 'director', 'service-manager'] as const))).toEqual([]);
  });
});
