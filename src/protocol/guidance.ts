import { workingDaysInTotal } from './ladder.js';
import type { Protocol, Stage } from './protocol.js';

/** IRO Handbook 6.2: all formal stages together take no more than 20 working days. */
export const HANDBOOK_TOTAL = 20;

/** Where a protocol departs from the IRO Handbook, chapter 6. Real ones do; each says what it means and is used all the same. */
export const warningsOf = (protocol: Protocol): string[] => [
  ...longLadder(protocol),
  ...highCap(protocol),
  ...protocol.stages.flatMap(timelessStage),
  ...everyStage(protocol).flatMap(judgesWhoMustAnswer),
  ...(protocol.populations.includes('looked-after') ? limitsOnTheIro(protocol) : []),
];

const longLadder = (protocol: Protocol): string[] => {
  const days = workingDaysInTotal(protocol);
  return days > HANDBOOK_TOTAL
    ? [
        `The formal stages take ${days} working days together; the Handbook (6.2) says no more than ${HANDBOOK_TOTAL}. ` +
          'Disputes that pass it will show a warning.',
      ]
    : [];
};

const highCap = ({ totalCap }: Protocol): string[] =>
  totalCap !== null && totalCap.amount <= HANDBOOK_TOTAL
    ? []
    : [
        `The Handbook (6.2) limits the formal stages to ${HANDBOOK_TOTAL} working days together; this protocol does not.`,
      ];

const barredStage = (stage: Stage): string[] => {
  const after = stage.entry.rule === 'after-all-earlier';
  if (!after && stage.entry.by.includes('iro')) return [];
  const bar = after ? 'may be entered only after all earlier stages' : 'may not be entered by the IRO';
  return [
    `${titled(stage)} ${bar}. The Handbook (6.2) lets the IRO bypass any stage: an IRO who gives a reason will be shown this ` +
      'and not stopped.',
  ];
};

const limitsOnTheIro = (protocol: Protocol): string[] => [
  ...iroCannotRaise(protocol),
  ...protocol.stages.flatMap(barredStage),
];

const timelessStage = (stage: Stage): string[] =>
  stage.clock.unit === 'none' && stage.needs === 'answer'
    ? [`${titled(stage)} has no timescale; the Handbook (6.2) asks for one at each level. It will show as “none set”.`]
    : [];

const everyStage = ({ informal, stages }: Protocol): readonly Stage[] =>
  informal === undefined ? stages : [informal, ...stages];

/** Nobody judges their own answer: without another judge the stage would be a dead end. */
const judgesWhoMustAnswer = (stage: Stage): string[] => {
  const both = [...new Set([...stage.judges, ...stage.escalationJudges])].filter((post) =>
    stage.addressees.includes(post),
  );
  if (both.length === 0) return [];
  const others = stage.judges.some((post) => !both.includes(post));
  return [
    `${titled(stage)} is answered by ${both.join(', ')} and judged by the same. Nobody judges their own answer: ` +
      (others ? 'the other judges alone do.' : 'the IRO judges it, and can record that no agreement was reached.'),
  ];
};

const iroCannotRaise = ({ raisers }: Protocol): string[] =>
  raisers.includes('iro')
    ? []
    : ['The IRO is not among those who raise; the Handbook (6.4) makes the IRO personally responsible for it.'];

const titled = (stage: Stage): string => `Stage ${stage.number} “${stage.name}”`;
