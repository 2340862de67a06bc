import { allStages, laddersOf, placeOfStage, type Rungs } from './ladder.js';
import { actsAs } from './own-posts.js';
import type { BuiltInPost, Protocol, Stage } from './protocol.js';
import { postsNamed, type Remark, stageTitled } from './remark.js';

/** Remarks on what a stage says without effect at its place in the ladder, and on a ladder that leads down. */
export const stagesWithoutEffect = (protocol: Protocol): Remark[] => [
  ...laddersOf(protocol).flatMap((ladder) => [
    ...silenceBelowNothing(ladder),
    ...leadsDown(ladder, protocol),
    ...answeredNowhere(ladder),
  ]),
  ...allStages(protocol).flatMap((stage) => copiesForTheIro(stage, protocol)),
];

/** Nothing is sent up from the last stage, and what is informal is continued by a person who says why. */
const silenceBelowNothing = ({ informal, stages }: Rungs): Remark[] =>
  [informal, stages.at(-1)].flatMap((stage) =>
    stage === undefined
      ? []
      : [
          {
            where: `${placeOfStage(stage)}.silence-is-not-accepted`,
            message: `${stageTitled(stage)} is ${stage.number === 0 ? 'informal' : 'the last'}, and nothing is sent up from it, so its silence-is-not-accepted does nothing. Leave it out.`,
            ifWritten: true,
          },
        ],
  );

/** Those who answer, from the nearest to the child to the head of the council. Posts that are not in it are neither above nor below another. */
export const FROM_BELOW: readonly (readonly BuiltInPost[])[] = [
  ['social-worker'],
  ['assistant-team-manager'],
  ['team-manager'],
  ['service-manager'],
  ['head-of-service'],
  ['executive-head'],
  ['assistant-director', 'agency-decision-maker'],
  ['director'],
  ['chief-executive'],
];

/** The place of each post that answers a stage; none for posts that stand nowhere. */
const ranksOf = ({ addressees }: Stage): number[] =>
  addressees
    .map((post) => FROM_BELOW.findIndex((level) => level.some((each) => each === actsAs(post))))
    .filter((rank) => rank >= 0);

/** A stage whose highest post stands below the highest of the stage before it; of the informal one, below each of its posts. */
const leadsDown = ({ informal, stages }: Rungs, protocol: Protocol): Remark[] =>
  stages.flatMap((stage, index) => {
    const here = ranksOf(stage);
    const below = stages.slice(0, index).findLast((each) => ranksOf(each).length > 0) ?? informal;
    const before = below === undefined ? [] : ranksOf(below);
    if (below === undefined || here.length === 0 || before.length === 0) return [];
    const least = below.number === 0 ? Math.min(...before) : Math.max(...before);
    if (Math.max(...here) >= least) return [];
    const higher = below.addressees.filter(
      (_, at) => ranksOf({ ...below, addressees: [below.addressees[at]!] })[0]! > Math.max(...here),
    );
    return [
      {
        where: `${placeOfStage(stage)}.addressees`,
        message:
          `${stageTitled(stage)} is ${stage.needs === 'report-only' ? 'reported to' : 'answered by'} ${postsNamed(stage.addressees, protocol)}, who stands below ` +
          `${postsNamed(higher, protocol)} of ${below.number === 0 ? 'the informal stage' : `stage ${below.number}`}: it leads down. Check the order of the stages.`,
      },
    ];
  });

/** A dispute that is only reported is answered and judged by nobody, and ends as the IRO says. */
const answeredNowhere = ({ code, name, stages }: Rungs): Remark[] =>
  stages.length === 0 || stages.some(({ needs }) => needs !== 'report-only')
    ? []
    : [
        {
          where: name === null ? 'stages' : `ladders[${code}].stages`,
          message: `Each formal stage${name === null ? '' : ` of the ladder ${code}`} only reports, so nobody ever has to answer what is raised there. Leave \`needs: report-only\` out of the stage that answers.`,
        },
      ];

const copiesForTheIro = (stage: Stage, protocol: Protocol): Remark[] =>
  (
    [
      ['copy-to', stage.copyTo],
      ['notify-only', stage.notifyOnly],
    ] as const
  ).flatMap(([key, posts]) =>
    posts.includes('iro') && protocol.populations.includes('looked-after')
      ? [
          {
            where: `${placeOfStage(stage)}.${key}`,
            message: `${stageTitled(stage)} names iro in ${key}, and the IRO holds it and is told of all that happens to it. Leave it out of ${key}.`,
          },
        ]
      : [],
  );
