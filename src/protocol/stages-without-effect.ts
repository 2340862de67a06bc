import { allStages, laddersOf, placeOfStage, type Rungs } from './ladder.js';
import { actsAs } from './own-posts.js';
import type { BuiltInPost, Protocol, Stage } from './protocol.js';
import { postsNamed, type Remark, stageTitled } from './remark.js';

/** What a stage says that nothing comes of where it stands in its ladder, and a ladder that leads down. */
export const stagesWithoutEffect = (protocol: Protocol): Remark[] => [
  ...laddersOf(protocol).flatMap((ladder) => [...silenceBelowNothing(ladder), ...leadsDown(ladder, protocol)]),
  ...allStages(protocol).flatMap((stage) => copiesForTheIro(stage, protocol)),
];

/** Nothing is sent up from the last stage, and what is informal is carried on by a person who says why. */
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

/** From the nearest to the child to the head of the council. Posts that are not in it are neither above nor below another. */
const FROM_BELOW: readonly BuiltInPost[] = [
  'social-worker',
  'assistant-team-manager',
  'team-manager',
  'service-manager',
  'head-of-service',
  'assistant-director',
  'director',
  'chief-executive',
];

const ranksOf = ({ addressees }: Stage): number[] => addressees.map((post) => FROM_BELOW.indexOf(actsAs(post)!));

/** Somebody who answers above others is never told what to do by all of those who answered below them. */
const leadsDown = ({ stages }: Rungs, protocol: Protocol): Remark[] =>
  stages.flatMap((stage, index) => {
    const below = stages[index - 1];
    if (below === undefined) return [];
    const [here, before] = [ranksOf(stage), ranksOf(below)];
    if ([...here, ...before].includes(-1) || Math.max(...here) >= Math.min(...before)) return [];
    return [
      {
        where: `${placeOfStage(stage)}.addressees`,
        message:
          `${stageTitled(stage)} is answered by ${postsNamed(stage.addressees, protocol)}, who stands below ${postsNamed(below.addressees, protocol)} ` +
          `of stage ${below.number}: it leads down. Check the order of the stages.`,
      },
    ];
  });

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
