import { describe, expect, it } from '@jest/globals';
import { FIGURE_COLUMNS, readFiguresFile } from './read-figures-file.js';

const HEAD = FIGURE_COLUMNS.join(',');
const WORCESTERSHIRE =
  'Worcestershire,2022/23,Formal disputes,87,902,"IRO annual report, page 9",04/10/2023,Formal DRPs';

describe('A file of figures that other councils have published', () => {
  it('is read row by row, a figure by its name or its code', () => {
    const { rows, figures, refused } = readFiguresFile(
      `${HEAD}\n${WORCESTERSHIRE}\nLeicestershire,2020-21,disputes,"1,066",,Report,2021-09-01,QA alerts for concern\n`,
    );
    expect({ rows, refused }).toEqual({ rows: 2, refused: [] });
    expect(figures).toEqual([
      {
        ...{ council: 'Worcestershire', year: '2022/23', measure: 'formal', value: 87, children: 902 },
        ...{ source: 'IRO annual report, page 9', publishedOn: '2023-10-04', definition: 'Formal DRPs' },
      },
      {
        ...{ council: 'Leicestershire', year: '2020/21', measure: 'disputes', value: 1066, children: null },
        ...{ source: 'Report', publishedOn: '2021-09-01', definition: 'QA alerts for concern' },
      },
    ]);
  });

  it('names each cell that must be mended, as the spreadsheet counts its rows, and guesses nothing', () => {
    const { figures, refused } = readFiguresFile(
      `${HEAD}\n${WORCESTERSHIRE}\n,2022,Complaints,about 87,many,,31/02/2023,\n`,
    );
    expect(figures).toHaveLength(1);
    expect(refused.map(({ row, column, found }) => [row, column, found])).toEqual([
      [3, 'council', ''],
      [3, 'year', '2022'],
      [3, 'figure', 'Complaints'],
      [3, 'number', 'about 87'],
      [3, 'children', 'many'],
      [3, 'source', ''],
      [3, 'published on', '31/02/2023'],
      [3, 'definition', ''],
    ]);
    expect(refused[2]!.expected).toContain('“Formal disputes”');
  });

  it('says which columns it lacks, and which are not read', () => {
    expect(() => readFiguresFile('council,year,number\nWorcestershire,2022/23,87\n')).toThrow(
      'The file has no column “figure”, “source”, “published on”, “definition”.',
    );
    expect(readFiguresFile(`${HEAD},remark\n${WORCESTERSHIRE},fine\n`).ignoredColumns).toEqual(['remark']);
  });
});
