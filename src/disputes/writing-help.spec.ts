import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { helpWithAnswer, helpWithRaising } from './writing-help.js';

const helpWithDate = (by: string | null) =>
  helpWithAnswer([{ what: 'Book it', who: 'Team manager', by, measure: null }], Controls.today).map(({ code }) => code);
const helpWith = (more: Parameters<typeof Controls.raiseInformal>[0]) =>
  helpWithRaising(Controls.raiseInformal(more), { today: Controls.today }).map(({ code }) => code);

describe('Help with the writing', () => {
  it('has nothing to say about a clear dispute', () => {
    expect(helpWith({})).toEqual([]);
  });

  it.each(['ASAP', 'asap.', 'A.S.A.P.', 'As soon as possible', 'ongoing', 'On-going', 'urgently', 'immediately'])(
    'says that “%s” is not a date',
    (written) => expect(helpWithDate(written)).toEqual(['not-a-date-asap-or-ongoing']),
  );

  it.each(['at supervision', 'next week', '2022-02-30', '29/04/2022'])('asks for a day instead of “%s”', (written) =>
    expect(helpWithDate(written)).toEqual(['not-a-date']),
  );

  it.each([null, '', ' '])('asks for a date where there is none', (written) =>
    expect(helpWithDate(written)).toEqual(['action-without-date']),
  );

  it('asks for a name instead of “we”', () => {
    const by = Controls.today;
    const codes = (who: string) =>
      helpWithAnswer([{ what: 'Book it', who, by, measure: null }], by).map(({ code }) => code);
    expect([codes('us'), codes(' We '), codes('Meera')]).toEqual([['owner-without-name'], ['owner-without-name'], []]);
  });

  it('takes a date for a date', () => {
    expect(helpWithDate('2022-04-29')).toEqual([]);
  });

  it('asks for another day where it has passed', () => {
    expect(helpWithDate('2022-04-13')).toEqual(['day-has-passed']);
    expect(helpWithDate(Controls.today)).toEqual([]);
    const [wanted] = Controls.raiseInformal().actionsWanted;
    expect(helpWith({ actionsWanted: [{ ...wanted!, by: '2022-04-01' }] })).toEqual(['day-has-passed']);
  });

  it('asks for an owner, and points at the action', () => {
    const nobody = [
      { what: 'Book it', who: 'Team manager', by: '2022-04-29', measure: null },
      { what: 'Tell the child', who: ' ', by: '2022-04-29', measure: null },
    ];
    expect(helpWithAnswer(nobody, Controls.today)).toEqual([
      expect.objectContaining({ code: 'action-without-owner', pointer: '/actions/1/who' }),
    ]);
  });

  it('asks what it is like for the child', () => {
    expect(helpWith({ impactIfNothingChanges: ' ' })).toEqual(['no-impact-on-child']);
  });

  it('takes the initials of the children whom it is about for no riddle, and those of anybody else for one', () => {
    const concern = 'MD does not know where she will live, and JK does not either.';
    const about = (initials: string | null) =>
      helpWithRaising(Controls.raiseInformal({ concern }), {
        today: Controls.today,
        childrenToday: (children) =>
          ['MD', initials].map((each) => ({
            ...{ child: children[0]!, population: 'looked-after', isAdult: false, leftCareOn: null },
            initials: each,
          })),
      }).map(({ code }) => code);
    expect([about('JK'), about('J.K.'), about(null)]).toEqual([[], [], ['initials-unexplained']]);
  });

  it('asks for nothing to happen where the call has put it right', () => {
    const settledOnTheCall = { impact: ['plan-moving' as const], impactNote: null };
    expect(helpWith({ actionsWanted: [], settledOnTheCall })).toEqual([]);
  });

  it('asks what needs to happen', () => {
    expect(helpWith({ actionsWanted: [] })).toEqual(['no-action-asked']);
  });

  it('asks to write initials out, once', () => {
    expect(helpWith({ concern: 'There is no PEP.' })).toEqual(['initials-unexplained']);
    expect(helpWith({ concern: 'There is no personal education plan (PEP). The PEP is late.' })).toEqual([]);
    expect(helpWith({ concern: 'The IRO spoke to the GP.' })).toEqual([]);
  });

  it('never repeats what was typed', () => {
    const typed = 'Zanzibar';
    const messages = helpWithAnswer([{ what: typed, who: null, by: typed, measure: null }], Controls.today);
    expect(JSON.stringify(messages)).not.toContain(typed);
  });
});
