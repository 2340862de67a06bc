import type { Protocol } from './protocol.js';
import type { Remark } from './remark.js';

/** Lists of themes without the one for what fits none of the others: it would be counted under a theme that it is not about. */
export const themesWithoutOther = ({ themes, kinds }: Protocol): Remark[] => {
  const listed = new Set(themes.map(({ code }) => code));
  return [
    { code: 'OTHER', of: 'disputes', isTaken: kinds.includes('concern') },
    { code: 'PA-OTHER', of: 'acknowledgements', isTaken: kinds.includes('good-practice') },
  ]
    .filter(({ code, isTaken }) => isTaken && !listed.has(code))
    .map(({ code, of }) => ({
      where: 'themes',
      message:
        `The themes of ${of} have no ${code}, so what fits none of them is put under another and counted there. ` +
        `Add ${code}, unless every one of them will fit a theme of the list.`,
      ifWritten: true,
    }));
};
