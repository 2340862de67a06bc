import { allStages, laddersOf, placeOfStage, stagesOf } from './ladder.js';
import type { Population, PostKind, Protocol, Stage } from './protocol.js';
import { type Remark, stageTitled } from './remark.js';

const CHAIR: PostKind = 'conference-chair';

/**
 * A conference chair acts for a child under a child protection plan as the IRO does for a looked-after child, where the chair is among
 * those who raise. Without such children, or with a chair who does not raise, the rules that name one come to nothing.
 */
export const chairsWithoutChildren = (protocol: Protocol): Remark[] => [
  ...chairsOfNobody(protocol),
  ...childrenWithoutChair(protocol),
];

const chairsOfNobody = (protocol: Protocol): Remark[] =>
  namingPosts(protocol).flatMap(({ what, where, posts, populations, ifWritten }) =>
    !posts.includes(CHAIR) || populations.includes('child-protection')
      ? []
      : [
          {
            where,
            message:
              `${what} names the conference-chair, who does for a child under a child protection plan what the IRO does for a looked-after ` +
              `child, and this is for ${populations.join(' and ')} alone. Add child-protection to populations, or name the IRO.`,
            ...(ifWritten && { ifWritten }),
          },
        ],
  );

interface NamingPosts {
  readonly what: string;
  readonly where: string;
  readonly posts: readonly PostKind[];
  /** Children that the rule can be about. */
  readonly populations: readonly Population[];
  /** Left out it has the posts of another rule, of which this is said. */
  readonly ifWritten?: true;
}

/** The rules that name posts of the IRO service, each with the children it is for. */
const namingPosts = (protocol: Protocol): NamingPosts[] => {
  const { populations, raisers, ladders = [], extensions, pauses } = protocol;
  const ofLadder = (code: string): readonly Population[] =>
    ladders.find((each) => each.code === code)?.for.populations ?? populations;
  return [
    { what: 'The rule raisers', where: 'raisers', posts: raisers, populations },
    { what: 'The rule extensions', where: 'extensions.granted-by', posts: extensions.grantedBy, populations },
    { what: 'The rule pauses', where: 'pauses.by', posts: pauses.by, populations },
    ...ladders.map(({ code, for: by }) => ({
      what: `The ladder ${code}`,
      where: `ladders[${code}].for.raisers`,
      posts: by.raisers ?? [],
      populations: ofLadder(code),
    })),
    ...laddersOf(protocol).flatMap((ladder) =>
      stagesOf(ladder).flatMap((stage) => ofStage(stage, ofLadder(ladder.code))),
    ),
  ];
};

const ofStage = (stage: Stage, populations: readonly Population[]): NamingPosts[] => {
  const naming = (key: string, posts: readonly PostKind[], ifWritten?: true): NamingPosts => ({
    ...{ what: `${stageTitled(stage)} in ${key}`, where: `${placeOfStage(stage)}.${key}`, posts, populations },
    ...(ifWritten && { ifWritten }),
  });
  return [
    naming('sent-by', stage.sentBy, true),
    naming('judges', stage.judges),
    naming('escalation-judges', stage.escalationJudges, true),
    naming('escalated-by', stage.escalatedBy),
    naming('entry.by', stage.entry.by, true),
  ];
};

const childrenWithoutChair = (protocol: Protocol): Remark[] => {
  const { populations, raisers, ladders = [] } = protocol;
  const raising = [
    ...raisers,
    ...ladders.flatMap((ladder) => ladder.for.raisers ?? []),
    ...allStages(protocol).flatMap(({ sentBy }) => sentBy),
  ];
  return !populations.includes('child-protection') || raising.includes(CHAIR)
    ? []
    : [
        {
          where: 'raisers',
          orElse: 'populations',
          message:
            'The protocol is for children under a child protection plan, and no conference-chair is among those who raise, so the chair of ' +
            'such a child raises nothing. Add conference-chair to raisers, or leave child-protection out of populations.',
        },
      ];
};
