import { describe, expect, it } from '@jest/globals';
import type { DisputeDto } from '../../read/dispute.dto.js';
import { outcomesThatFit } from './outcomes-that-fit.js';
import { resolveForm } from './resolve.form.js';

const dispute = ({ doneOn = [], said = [], iroView = null }: Partial<Record<string, unknown>>): DisputeDto =>
  ({
    actions: (doneOn as (string | null)[]).map((day) => ({ doneOn: day })),
    rounds: [{ verdicts: (said as string[]).map((verdict) => ({ verdict })) }],
    iroView,
  }) as unknown as DisputeDto;

describe('The outcomes that are offered where a dispute is resolved', () => {
  it('are resolved where nothing is left to do, and with actions for afterwards where something is', () => {
    expect(outcomesThatFit(dispute({ doneOn: ['2023-04-03'] }))).toEqual(['RES-FULL']);
    expect(outcomesThatFit(dispute({ doneOn: ['2023-04-03', null] }))).toEqual(['RES-ACT']);
  });

  it('are also in part where a judge, or the IRO, was satisfied in part', () => {
    expect(outcomesThatFit(dispute({ said: ['partly'] }))).toEqual(['RES-FULL', 'RES-PART']);
    expect(outcomesThatFit(dispute({ doneOn: [null], iroView: 'partly' }))).toEqual(['RES-ACT', 'RES-PART']);
  });

  it('has the only one chosen when the form is opened', () => {
    expect(resolveForm.begins!(dispute({ doneOn: [null] }))).toEqual({ outcome: 'RES-ACT' });
    expect(resolveForm.begins!(dispute({ said: ['partly'] }))).toEqual({});
  });
});
