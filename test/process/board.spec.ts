import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { awaitedOnRow } from '../../projections/escalation-board/awaited.js';
import { dueAsOf } from '../../projections/escalation-board/due.js';
import { type DisputeRow, disputeRegister } from '../../projections/dispute-register/dispute-register.js';
import { currentRound, isOverdue } from '../../src/disputes/dispute.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { waitingFor } from '../../src/disputes/waiting-for.js';
import type { RecordedEvent } from '../../src/platform/event-store/event-store.js';
import { stageOf } from '../../src/protocol/ladder.js';
import { protocolBook } from '../../src/protocol/protocol-book.js';
import { Controls } from '../support/controls.js';
import { shipped } from '../support/shipped.js';
import { history, live } from './histories.js';

/*
 * What the board reads from its row of the register is what the process knows from the whole history: who must act, for what, by
 * when, and whether it is late. A failing run prints its seed and the shortest history that shows the fault.
 */

const HISTORIES = 400;

const folded = (rows: readonly DisputeRow[], event: DisputeEvent, occurredAt: string): readonly DisputeRow[] => {
  const stream = 'dispute-DRP-7K4M-2QXH';
  const recorded = { ...event, stream, revision: 0, metadata: { occurredAt, actor: Controls.iro } };
  return disputeRegister.when[event.type]?.(rows, recorded as unknown as RecordedEvent) ?? rows;
};

describe.each(['house', 'alerts-2017', 'barnet', 'leicestershire', 'worcestershire'])('Under %s', (name) => {
  const protocols = protocolBook([{ version: 1, from: '2020-01-01', protocol: shipped(name).protocol }]);

  it('the row of the register says who must act, by when, and what is late, as the history does', () => {
    const seen = { answer: 0, judgement: 0, decision: 0, closing: 0, late: 0 };
    fc.assert(
      fc.property(history, (steps) => {
        let rows: readonly DisputeRow[] = [];
        live(steps, protocols, ({ after, events, context }) => {
          rows = events.reduce((so, event) => folded(so, event, context.now), rows);
          if (after.status !== 'open') return;
          const row = rows[0]!;
          const expected = waitingFor(after, protocols)!;
          const stage = stageOf(protocols.version(row.protocol_version!).protocol, row.current_stage);
          const { what, roles } = awaitedOnRow(row, stage);
          expect({ what, roles }).toEqual({ what: expected.what, roles: expected.roles });
          seen[what]++;
          if (what !== 'answer') return;
          expect(row.due_on).toBe(expected.dueOn);
          expect(row.addressed_team).toBe(expected.team);
          const { late } = dueAsOf({ dueOn: row.due_on, dueAt: row.due_at }, context.now, Controls.calendar);
          expect(late && row.paused_on === null).toBe(isOverdue(currentRound(after.matter), context.now));
          if (late) seen.late++;
        });
      }),
      { numRuns: HISTORIES },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
  });
});
