import { describe, expect, it } from '@jest/globals';
import type { Asker } from '../../access/asker.js';
import type { PostKind } from '../../protocol/protocol.js';
import type { PublishedReportDto, ReportEditionDto } from './published-reports.dto.js';
import { actsOffered, presentPublishedReport } from './present-published-reports.js';

const somebody = (person: string, kind: PostKind): Asker => ({
  ...{ person, name: person },
  posts: [{ postId: `${person}-post`, kind, title: person, team: null, service: null }],
});
const manager = somebody('mona', 'iro-manager');
const analyst = somebody('percy', 'performance-analyst');
const guard = somebody('gina', 'information-governance');
const director = somebody('dora', 'director');

const WRITING = ['take-figures', 'write-section', 'enter-figure', 'write-story', 'enter-action', 'give-up'];

const report = (standing: string, ...writers: string[]): PublishedReportDto => {
  const edition: ReportEditionDto = {
    ...{ edition: 1, reason: null, standing, figures: null, sections: [], typedNumbers: [] },
    ...{ entered: [], stories: [], actions: [], comments: [], presented: null },
    writers: writers.map((id) => ({ id, name: id })),
    ...{ checkedBy: null, approvedBy: null, published: null, withdrawn: null, givenUp: null, sha256: '0'.repeat(64) },
  };
  return {
    ...{ report: 'RPT-7K4M-2QXH', title: 'Annual report', kind: 'annual', from: '2022-04-01', to: '2023-03-31' },
    ...{ audience: 'public', team: null, threshold: 10, revision: 0, editions: [edition] },
  };
};

describe('The page of a report', () => {
  it.each<[string, Asker, string[]]>([
    ['drafted', manager, WRITING],
    ['counted', manager, WRITING],
    ['counted', analyst, ['check', ...WRITING]],
    ['counted', guard, ['check']],
    ['checked', manager, ['approve', ...WRITING]],
    ['checked', guard, []],
    ['approved', manager, ['publish', 'present', ...WRITING]],
    ['published', manager, ['begin-correction', 'withdraw']],
    ['given-up', manager, []],
    ['published', analyst, ['begin-correction', 'enter-disclosure']],
    ['published', guard, ['enter-disclosure']],
    ['withdrawn', manager, ['begin-correction']],
    ['counted', director, ['comment']],
  ])('of one that is %s offers what is theirs to do', (standing, asker, acts) => {
    expect(actsOffered(report(standing, 'mona'), asker)).toEqual(acts);
  });

  it('offers the check to nobody who wrote in it', () => {
    expect(actsOffered(report('counted', 'mona', 'percy'), analyst)).toEqual(WRITING);
  });

  it('offers to withdraw what is published while its correction is written', () => {
    const { editions, ...rest } = report('published', 'mona');
    const corrected = { ...rest, editions: [...editions, { ...report('drafted', 'mona').editions[0]!, edition: 2 }] };
    expect(actsOffered(corrected, manager)).toEqual([...WRITING, 'withdraw']);
  });

  it('offers to take out what was entered, and no action of last year in a briefing of one page', () => {
    const { editions, ...rest } = report('drafted', 'mona');
    const by = { id: 'mona', name: 'Mona' };
    const action = {
      ...{ action: 'A1', what: 'Halve the drift', holder: 'The service', progress: 'done' as const },
      ...{ sentence: 'It is halved.', asAt: '2023-03-31', by },
    };
    const entered = { ...rest, editions: [{ ...editions[0]!, actions: [action] }] };
    expect(actsOffered(entered, manager)).toContain('take-out');
    expect(actsOffered({ ...entered, kind: 'learning-briefing' }, manager)).not.toContain('enter-action');
  });

  it('leads to sections that nobody wrote yet, for those who may', () => {
    const unwritten = (asker: Asker) =>
      (presentPublishedReport({ report: report('drafted', 'mona'), asker }) as { unwritten: object[] }).unwritten;
    expect(unwritten(manager)).toHaveLength(12);
    expect(unwritten(guard)).toEqual([]);
  });

  it('leads to no section in which a figure, a story or the actions of last year stand already', () => {
    const { editions, ...rest } = report('drafted', 'mona');
    const by = { id: 'dan', name: 'Dan' };
    const given = {
      ...{
        entered: [{ section: 'caseloads', asAt: '2023-03-31', by }],
        stories: [{ kind: 'case', writer: by, signer: by, isSignedOff: true }],
      },
      actions: [{ action: 'A1', asAt: '2023-03-31', by }],
    };
    const edition = { ...editions[0]!, ...given } as unknown as (typeof editions)[number];
    const { unwritten } = presentPublishedReport({ report: { ...rest, editions: [edition] }, asker: manager }) as {
      unwritten: { title: string }[];
    };
    const titles = unwritten.map(({ title }) => title);
    expect(titles).toHaveLength(9);
    for (const there of ['Caseloads', 'Disputes', 'Last year’s actions']) expect(titles).not.toContain(there);
  });
});
