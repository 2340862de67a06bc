import { shortDay } from '../../calendar/in-words.js';
import type { ProtocolVersionDto } from '../read/protocols.dto.js';
import { ladderDrawing } from './ladder-drawing.js';
import type { ProtocolShown } from './protocol-shown.js';

/** The data from which the page of the rules is made. */
export interface ProtocolOfPage {
  /** Null where no rules are in force and no version was asked for. */
  readonly shown: ProtocolShown | null;
  /** The version that is shown. */
  readonly version: number | null;
  readonly inForce: number | null;
  readonly versions: readonly ProtocolVersionDto[];
  readonly mayAdopt: boolean;
  /** Whether proposals of rules wait for a second person. */
  readonly waiting: readonly { readonly proposal: string; readonly title: string; readonly from: string | null }[];
}

export const presentProtocol = ({ shown, version, inForce, versions, mayAdopt, waiting }: ProtocolOfPage): object => {
  const about = versions.find((each) => each.version === version);
  return {
    title: 'Protocol',
    mayAdopt,
    standing: standingOf(version, inForce, about?.from),
    protocol: shown === null ? null : presentShown(shown),
    warnings: about?.warnings ?? [],
    waiting: waiting.map((each) => ({ ...each, from: each.from === null ? '' : shortDay(each.from) })),
    versions: versions.map((each) => ({
      ...{ version: each.version, title: each.title, from: shortDay(each.from) },
      state: each.version === inForce ? 'in force today' : '',
      href: each.version === version ? null : `/protocol?version=${each.version}`,
      file: `/protocol/file?version=${each.version}`,
    })),
  };
};

const standingOf = (version: number | null, inForce: number | null, from: string | undefined): string => {
  if (version === null || from === undefined) return 'No protocol is in force.';
  const state = version === inForce ? ', in force today' : ', not in force today';
  return `Version ${version}, from ${shortDay(from)}${state}`;
};

/** A protocol as the parts of its page draw it. */
export const presentShown = ({ title, source, days, ladders, rules, walk }: ProtocolShown): object => ({
  title,
  source,
  days: days.map((day) => shortDay(day)),
  ladders: ladders.map(({ code, name, stages, together }) => ({
    ...{ code, name, together },
    drawing: ladderDrawing(stages),
    stages: stages.map(({ name: stage, level, answeredBy, clock, due }) => ({
      ...{ name: level === null ? stage : `${stage} (${level})`, answeredBy, clock },
      due: due.map(({ dueOn }) => (dueOn === null ? 'no date' : shortDay(dueOn))),
    })),
  })),
  rules: rules.map(({ says }) => says),
  walk,
});
