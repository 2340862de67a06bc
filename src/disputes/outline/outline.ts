import { boardRowOf } from '../../reports/escalations/escalations.query.js';
import type { BoardRowDto } from '../../reports/escalations/escalations.dto.js';
import type { OpenDispute } from '../../reports/open-disputes/open-dispute.js';
import type { DisputeDto, RoundDto } from '../read/dispute.dto.js';
import type { OutlineDto, StageOutlinedDto } from './outline.dto.js';

type Recorded = Pick<
  DisputeDto,
  'reference' | 'kind' | 'status' | 'theme' | 'team' | 'raisedOn' | 'heldBy' | 'children' | 'rounds' | 'ending'
>;

/** The standing of a dispute: the parts of the record that hold no written text, and the children only for a reader who may open it. */
export const outlineOf = (
  { reference, kind, status, theme, team, raisedOn, heldBy, children = [], rounds, ending }: Recorded,
  open: OpenDispute | undefined,
  mayOpen: boolean,
  request: 'may-ask' | 'asked' | null,
): OutlineDto => ({
  ...{ reference, kind, status, theme, team, raisedOn, heldBy, mayOpen, request },
  children: mayOpen ? children : [],
  childCount: children.length,
  stages: rounds.map(stageOf),
  now: open === undefined ? null : (boardRowOf(open, mayOpen) as unknown as BoardRowDto),
  ending: ending && {
    how: ending.how,
    outcome: ending.outcome,
    endedOn: ending.endedOn,
    impact: ending.impact,
  },
});

const stageOf = ({ stage, stageName, deadline, answers }: RoundDto): StageOutlinedDto => ({
  stage,
  name: stageName,
  beganOn: deadline?.startedOn ?? null,
  firstDueOn: deadline?.firstDueOn ?? null,
  dueOn: deadline?.dueOn ?? null,
  answeredOn: answers.at(-1)?.answeredOn ?? null,
  late: deadline?.overdue === true || answers.some(({ late }) => late),
});
