import { describe, expect, it } from '@jest/globals';
import { CHILDREN, COVERS, MY_WORK, PEOPLE, TEAMS, whereItLeads } from './where-it-leads.js';

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
