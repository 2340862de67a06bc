import { workingDaysInTotal } from './ladder.js';
import type { Protocol, Stage } from './protocol.js';

/** IRO Handbook 6.2: all formal stages together take no more than 20 working days. */
export const HANDBOOK_TOTAL = 20;

/** Where a protocol departs from the IRO Handbook, chapter 6. Real ones do; each says what it means and is used all the same. */
export const warningsOf = (protocol: Protocol): string[] => [
  ...longLadder(protocol),
  ...highCap(protocol),
  ...protocol.stages.flatMap(timelessStage),
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

const iroCannotRaise = ({ raisers }: Protocol): string[] =>
  raisers.includes('iro')
    ? []
    : ['The IRO is not among those who raise; the Handbook (6.4) makes the IRO personally responsible for it.'];

const titled = (stage: Stage): string => `Stage ${stage.number} “${stage.name}”`;
