import { describe, expect, it } from '@jest/globals';
import { CHILDREN, COVERS, MY_WORK, PEOPLE, TEAMS, whereItLeads, whereItLeadsFor } from './where-it-leads.js';

describe('a notice leads', () => {
  it.each([
    ['DRP-7K4M-2QXH', '/disputes/DRP-7K4M-2QXH'],
    ['PA-7K4M-2QXH', '/acknowledgements/PA-7K4M-2QXH'],
    ['CM-7K4M-2QXH', '/challenge/meetings/CM-7K4M-2QXH'],
    ['PRP-7K4M-2QXH', '/roles/proposals/PRP-7K4M-2QXH'],
    ['ACC-7K4M-2QXH', '/accounts/ACC-7K4M-2QXH'],
    ['RPT-7K4M-2QXH', '/published-reports/RPT-7K4M-2QXH'],
    ['CLH-7K4M-2QXH', '/my-work'],
    [MY_WORK, '/my-work'],
    [COVERS, '/covers'],
    [CHILDREN, '/children'],
    [TEAMS, '/teams'],
    [PEOPLE, '/directory?show=people'],
  ])('of %s to %s', (about, path) => {
    expect(whereItLeads(about)).toBe(path);
  });
});

describe('a notice on a page leads', () => {
  const nobodyMay = (): boolean => false;

  it.each(['PRP-7K4M-2QXH', 'ACC-7K4M-2QXH', 'TOK-7K4M-2QXH'])('of %s only those who may open it', (about) => {
    expect(whereItLeadsFor(about, 'role-proposed', nobodyMay)).toBe(null);
    expect(whereItLeadsFor(about, 'role-proposed', (each) => each === 'role.read')).toBe(whereItLeads(about));
  });

  it('of emergency access to who took it, for those who look after that, and to the record for everybody else', () => {
    expect(whereItLeadsFor('DRP-7K4M-2QXH', 'emergency-access', (each) => each === 'emergency.read')).toBe(
      '/emergency-access',
    );
    expect(whereItLeadsFor('DRP-7K4M-2QXH', 'emergency-access', nobodyMay)).toBe('/disputes/DRP-7K4M-2QXH');
  });
});
