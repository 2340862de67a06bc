import { countedAs, laddersOf, type Rungs } from './ladder.js';
import type { PostKind, Protocol } from './protocol.js';
import type { Remark } from './remark.js';
import { themeGroupOf } from './themes.js';

/** Ladders on which nothing is raised, or nothing is ever formal, and themes that nothing is given. */
export const laddersWithoutEffect = (protocol: Protocol): Remark[] => [
  ...laddersOf(protocol).flatMap(neverFormal),
  ...mainNeverChosen(protocol),
  ...themesOutOfUse(protocol),
];

const neverFormal = ({ code, name, stages }: Rungs): Remark[] =>
  stages.some((stage) => countedAs(stage) === 'formal')
    ? []
    : [
        {
          where: name === null ? 'stages' : `ladders[${code}].stages`,
          message:
            `No stage${name === null ? '' : ` of the ladder ${code}`} counts as formal, so nothing there is ever counted as formal and no limit ` +
            'over the stages runs. Leave counts-as out of the stage from which it is formal.',
        },
      ];

/** Where another ladder is for all that is raised about children. */
const mainNeverChosen = ({ ladders = [], levels = [], populations, raisers, stages, informal }: Protocol): Remark[] => {
  const raising: readonly PostKind[] = [
    ...raisers,
    ...[...(informal ? [informal] : []), ...stages].flatMap(({ sentBy }) => sentBy),
  ];
  const taking = ladders.find(
    ({ for: by }) =>
      by.about === 'child' &&
      by.themes === undefined &&
      levels.every(({ code }) => by.levels?.includes(code) ?? true) &&
      populations.every((population) => by.populations?.includes(population) ?? true) &&
      raising.every((post) => by.raisers?.includes(post) ?? true),
  );
  return taking === undefined
    ? []
    : [
        {
          where: `ladders[${taking.code}].for`,
          message:
            `The ladder ${taking.code} is for everything that is raised, so nothing goes up the main one (\`informal\` and \`stages\`). ` +
            'Say for which it is not, or make it the main one.',
        },
      ];
};

/** A theme that is not on the council's own list is given to nothing. */
const themesOutOfUse = ({ ladders = [], themes, reviewStandards = [] }: Protocol): Remark[] => {
  const isUsed = (theme: string): boolean => themes.some(({ code }) => code === theme || themeGroupOf(code) === theme);
  return [
    ...ladders.flatMap(({ code, for: by }) => {
      const unused = by.themes?.filter((theme) => !isUsed(theme)) ?? [];
      return unused.length === 0
        ? []
        : [
            {
              where: `ladders[${code}].for.themes`,
              message: `The ladder ${code} is for ${unused.join(', ')}, which the list of themes leaves out, so nothing of it is raised. Add it to themes.`,
            },
          ];
    }),
    ...reviewStandards.flatMap(({ code, theme }, index) =>
      isUsed(theme)
        ? []
        : [
            {
              where: `review-standards[${index}].theme`,
              message: `The standard ${code} has the theme ${theme}, which the list of themes leaves out, so no concern about it has that. Add it to themes.`,
            },
          ],
    ),
  ];
};
