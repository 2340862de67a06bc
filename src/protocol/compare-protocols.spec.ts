import { describe, expect, it } from '@jest/globals';
import { compareProtocols, keyForPeople } from './compare-protocols.js';
import { readProtocol } from './read-protocol.js';

const TOP = 'id: small\ntitle: Small\nstages:\n  - { name: First, addressees: team-manager, clock: 5 working-days }\n';
const read = (more: string) => readProtocol(TOP + more, 'rules.yaml').protocol;

describe('the changes that a protocol would make', () => {
  it('says of a block that one of them has not what that one says of the whole block', () => {
    const [plain, timed] = [read(''), read('recommendations: { clock: 5 working-days }\n')];
    const none = 'Recommendations of a review: not sent for agreement, no clock';
    const rules = [
      ['recommendations.answered-by', 'Recommendations of a review are answered by: team manager'],
      ['recommendations.clock', 'Silence about them means agreed after: 5 working days'],
    ];
    expect(compareProtocols(plain, timed)).toEqual(rules.map(([key, after]) => ({ key, before: none, after })));
    expect(compareProtocols(timed, plain)).toEqual(rules.map(([key, before]) => ({ key, before, after: none })));
    expect(compareProtocols(timed, timed)).toEqual([]);
  });

  it('says of a limit that is taken away that there is none', () => {
    const changed = compareProtocols(read(''), read('total-cap: none\n'));
    expect(changed.map(({ key, after }) => [key, after])).toEqual(
      ['amount', 'rule', 'stages'].map((key) => [`total-cap.${key}`, 'Limit over the stages together: none set']),
    );
  });

  it.each([
    ['stages[0].clock', 'stage 1, clock'],
    ['ladders[drift].stages[1].name', 'ladder drift, stage 2, name'],
    ['informal.clock', 'informal.clock'],
    ['total-cap.stages', 'total-cap.stages'],
  ])('counts the stages of %s as people do', (key, said) => {
    expect(keyForPeople(key)).toBe(said);
  });
});
