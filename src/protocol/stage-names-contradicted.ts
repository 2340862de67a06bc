import { allStages, laddersOf, placeOfStage, type Rungs } from './ladder.js';
import { actsAs, kindOfPost } from './own-posts.js';
import { POST_KINDS, type PostKind, type Protocol, type Stage } from './protocol.js';
import { postsNamed, type Remark, stageTitled } from './remark.js';
import { isSameName } from './same-name.js';

/** Remarks on stages that were most likely copied from another: the name says one thing, and the number or the post that answers another. */
export const stageNamesContradicted = (protocol: Protocol): Remark[] => [
  ...allStages(protocol).flatMap((stage) => [
    ...numberOfAnother(stage, protocol),
    ...calledAsAnotherPost(stage, protocol),
  ]),
  ...laddersOf(protocol).flatMap((ladder) => answeredByTheSame(ladder, protocol)),
];

/** The number of a stage stands beside its name, so two numbers stand there. */
const numberOfAnother = (stage: Stage, { words, ladders = [] }: Protocol): Remark[] => {
  const own = ladders.find(({ code }) => code === stage.ladder)?.words?.stage ?? words.stage;
  const [word = '', number = ''] = /^(.+?)\s+(\d+)\b/u.exec(stage.name)?.slice(1) ?? [];
  const isCounted = ['stage', 'level', 'step', 'tier', own].some((each) => isSameName(each, word));
  if (!isCounted || Number(number) === stage.number) return [];
  const place = stage.number === 0 ? 'the informal stage' : `stage ${stage.number}`;
  return [
    {
      where: `${placeOfStage(stage)}.name`,
      message: `${stageTitled(stage)} has the number ${number} in its name, and is ${place}: people read both beside each other. Leave the number out of the name.`,
    },
  ];
};

/** A name that is the title of a post says who answers, whatever is written below it. */
const calledAsAnotherPost = (stage: Stage, protocol: Protocol): Remark[] => {
  const called = postCalled(stage.name, protocol);
  const isAmong = called === undefined || stage.addressees.some((post) => post === called || actsAs(post) === called);
  return isAmong
    ? []
    : [
        {
          where: `${placeOfStage(stage)}.addressees`,
          message: `${stageTitled(stage)} has the name of a post, and is ${received(stage)} ${postsNamed(stage.addressees, protocol)}. Check who it goes to.`,
        },
      ];
};

const postCalled = (name: string, { posts = [] }: Protocol): PostKind | undefined =>
  POST_KINDS.find((kind) => isSameName(kind, name)) ??
  posts.filter(({ title, code }) => isSameName(title, name) || isSameName(code, name)).map(kindOfPost)[0];

const received = ({ needs }: Stage): string => (needs === 'report-only' ? 'reported to' : 'answered by');

/** A post that has answered is asked the same again. A meeting or a report between the same people is another thing. */
const answeredByTheSame = ({ stages }: Rungs, protocol: Protocol): Remark[] =>
  stages.flatMap((stage, index) => {
    const below = stages[index - 1];
    if (below === undefined || below.needs !== 'answer' || stage.needs !== 'answer') return [];
    return namesOf(below) !== namesOf(stage)
      ? []
      : [
          {
            where: `${placeOfStage(stage)}.addressees`,
            message: `${stageTitled(stage)} is answered by ${postsNamed(stage.addressees, protocol)}, as stage ${below.number} is, so it goes up to those who have answered. Check who answers it.`,
          },
        ];
  });

const namesOf = ({ addressees }: Stage): string => [...addressees].sort().join(' ');
