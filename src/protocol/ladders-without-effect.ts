import { countedAs, laddersOf, type Rungs } from './ladder.js';
import { laddersNeverChosen } from './ladders-never-chosen.js';
import type { Protocol, ThemeInUse } from './protocol.js';
import type { Remark } from './remark.js';
import { themeGroupOf } from './themes.js';

/** Ladders on which nothing is raised, or nothing is ever formal, and themes that nothing is given. */
export const laddersWithoutEffect = (protocol: Protocol): Remark[] => [
  ...laddersOf(protocol).flatMap(neverFormal),
  ...laddersNeverChosen(protocol),
  ...themesOutOfUse(protocol),
  ...themesThatEnd(protocol),
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

/** A theme that is not on the council's own list is given to nothing. */
const themesOutOfUse = ({ ladders = [], themes, reviewStandards = [] }: Protocol): Remark[] => {
  const isUsed = (theme: string): boolean => themes.some((each) => isOf(each, theme));
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

/** A theme whose last day the council gives, and that a rule still names: nothing comes to the rule after that day. */
const themesThatEnd = ({ ladders = [], themes, reviewStandards = [] }: Protocol): Remark[] => {
  const lastDayOf = (theme: string): string | undefined => lastDay(themes.filter((each) => isOf(each, theme)));
  const disputes = themes.filter(({ code }) => !code.startsWith('PA-'));
  const last = lastDay(disputes);
  return [
    ...ladders.flatMap(({ code, for: by }) =>
      (by.themes ?? []).flatMap((theme) => {
        const day = lastDayOf(theme);
        return day === undefined
          ? []
          : [
              {
                where: `ladders[${code}].for.themes`,
                message: `The ladder ${code} is for ${theme}, which the list of themes ends on ${day}: nothing of it is raised after that day. Leave it out of the ladder, or leave its \`to\` out.`,
              },
            ];
      }),
    ),
    ...reviewStandards.flatMap(({ code, theme }, index) => {
      const day = lastDayOf(theme);
      return day === undefined
        ? []
        : [
            {
              where: `review-standards[${index}].theme`,
              message: `The standard ${code} has the theme ${theme}, which the list of themes ends on ${day}: no concern about it has that after that day. Give it another theme.`,
            },
          ];
    }),
    ...(last === undefined
      ? []
      : [
          {
            where: 'themes',
            message: `Each theme of disputes has a last day, so nothing can be raised after ${last}. Leave out the \`to\` of those still in use.`,
          },
        ]),
  ];
};

const isOf = ({ code }: ThemeInUse, theme: string): boolean => code === theme || themeGroupOf(code) === theme;

/** Of themes that all end the day on which the last of them does; undefined where one goes on, or there is none. */
const lastDay = (themes: readonly ThemeInUse[]): string | undefined => {
  const days = themes.flatMap(({ to }) => to ?? []);
  return days.length < themes.length ? undefined : days.sort().at(-1);
};
