import type { LocalDate } from '../../src/calendar/calendar.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import type { ProtocolEvent } from '../../src/protocol/events.js';
import { countedAs, laddersOf, stagesOf } from '../../src/protocol/ladder.js';
import type { CountsAs, PostKind, Stage } from '../../src/protocol/protocol.js';
import { seatsOf } from '../../src/disputes/seats.js';
import { escalatingJudges, settlingJudges } from '../../src/disputes/time/standing.js';
import { idOf } from '../folding.js';

/**
 * One row for each stage of each version of the protocol. A dispute's row says under which version its stage began; who judges
 * there, and whether one answer is enough, is looked up here.
 */
export type ProtocolStageRow = {
  readonly council: string;
  readonly version: number;
  /** `main`, or the code of another ladder. */
  readonly ladder: string;
  /** Null of the main ladder. */
  readonly ladder_name: string | null;
  /** 0 for the informal stage of its ladder. */
  readonly stage: number;
  readonly counts_as: CountsAs;
  readonly in_force_from: LocalDate;
  readonly name: string;
  readonly answered_by: Stage['answeredBy'];
  readonly needs: Stage['needs'];
  /** The council keeps disputes and practice acknowledgements on one form. */
  readonly one_form: boolean;
  readonly addressees: readonly PostKind[];
  /** The seats from which it is settled, found not to be, and sent up, as the process itself reads the rules. */
  readonly judges: readonly PostKind[];
  readonly escalation_judges: readonly PostKind[];
  readonly escalated_by: readonly PostKind[];
};

export const protocolStages: Projection<ProtocolStageRow> = {
  name: 'protocol_stages',
  version: 4,
  categories: ['protocol'],
  columns: {
    council: 'text',
    version: 'integer',
    ladder: 'text',
    ladder_name: 'text',
    stage: 'integer',
    counts_as: 'text',
    in_force_from: 'text',
    name: 'text',
    answered_by: 'text',
    needs: 'text',
    one_form: 'boolean',
    addressees: 'json',
    judges: 'json',
    escalation_judges: 'json',
    escalated_by: 'json',
  },
  key: ['council', 'version', 'ladder', 'stage'],
  partitionBy: idOf,
  when: handlers<ProtocolEvent, ProtocolStageRow>({
    ProtocolAdopted: (rows, event) => {
      const { version, from, protocol } = event.data;
      const rungs = laddersOf(protocol).flatMap((ladder) => stagesOf(ladder).map((stage) => ({ ladder, stage })));
      return [
        ...rows,
        ...rungs.map(({ ladder, stage }) => ({
          council: idOf(event),
          version,
          ladder: ladder.code,
          ladder_name: ladder.name,
          stage: stage.number,
          counts_as: countedAs(stage),
          in_force_from: from,
          name: stage.name,
          answered_by: stage.answeredBy,
          needs: stage.needs,
          one_form: protocol.oneForm === true,
          addressees: stage.addressees,
          judges: settlingJudges(stage),
          escalation_judges: escalatingJudges(stage),
          escalated_by: seatsOf(stage.escalatedBy),
        })),
      ];
    },
  }),
};
