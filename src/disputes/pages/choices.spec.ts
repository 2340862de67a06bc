import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../test/support/controls.js';
import { shipped } from '../../../test/support/shipped.js';
import type { Directory } from '../../directory/directory.js';
import { protocolBook } from '../../protocol/protocol-book.js';
import type { ThemeInUse } from '../../protocol/protocol.js';
import { PLAIN_WORDS } from '../../protocol/plain-words.js';
import { drawnForm } from '../../web/forms/drawn-form.js';
import type { Form } from '../../web/forms/form.js';
import { escalateForm } from '../acts/escalate/escalate.form.js';
import { formaliseForm } from '../acts/formalise/formalise.form.js';
import { RAISE_PAGES } from '../acts/raise/raise.form.js';
import { sendBackForm } from '../acts/send-back/send-back.form.js';
import type { DisputeDto } from '../read/dispute.dto.js';
import { type ChosenFrom, choicesFrom } from './choices.js';

const WORDS = { ...PLAIN_WORDS, said: (text: string): string => text, post: (kind: string): string => kind };

const NOBODY = { teams: () => [], postsHeld: () => [] } as unknown as Directory;

const atStage = (stage: number): DisputeDto =>
  ({
    rounds: [{ ladder: 'main', stage, protocolVersion: 1, answers: [], verdicts: [] }],
    ...{ raisedOn: '2026-11-02', allowedActs: [], children: [], actions: [], iroView: null },
  }) as never;

/** The choices in a council that adopted these protocols, one a year. */
const choicesUnder = (councils: readonly string[], dispute: ChosenFrom['dispute'] = null, beginsAt?: number) => {
  const versions = councils.map((council, at) => ({
    ...{ version: at + 1, from: `${2026 - councils.length + at + 1}-01-01`, protocol: shipped(council).protocol },
  }));
  const protocols = protocolBook(versions);
  return choicesFrom({ dispute, entries: [], directory: NOBODY, protocols, today: '2026-11-30', beginsAt });
};

const asks = (form: Form, council: string, dispute: ChosenFrom['dispute'] = null): boolean => {
  const choices = choicesUnder([council], dispute);
  return JSON.stringify(drawnForm(form, { typed: {}, errors: [], choices, words: WORDS })).includes(
    'Date of the meeting',
  );
};

describe('The date of a meeting', () => {
  it('is asked when a dispute is raised only where a meeting of the protocol decides', () => {
    for (const form of [RAISE_PAGES.at(-1)!, formaliseForm]) {
      expect(asks(form, 'house')).toBe(false);
      expect(asks(form, 'leicestershire')).toBe(true);
    }
  });

  it('is asked on the way up and down only where a meeting decides one of the stages that it can go to', () => {
    expect([1, 2, 3, 4].map((stage) => asks(escalateForm, 'leicestershire', atStage(stage)))).toEqual([
      ...[true, true, true, false],
    ]);
    expect([1, 2, 3, 4].map((stage) => asks(sendBackForm, 'leicestershire', atStage(stage)))).toEqual([
      ...[false, false, false, true],
    ]);
    expect(asks(escalateForm, 'house', atStage(1))).toBe(false);
    expect(asks(sendBackForm, 'house', atStage(3))).toBe(false);
  });
});

describe('A form that raises something', () => {
  const asksForMeeting = (beginsAt?: number): boolean => {
    const rules = choicesUnder(['leicestershire'], null, beginsAt);
    return rules['meeting-decides']!.length > 0;
  };

  it('asks for the day of a meeting where a meeting decides the stage at which it begins', () => {
    const { stages } = shipped('leicestershire').protocol;
    for (const { number, clock } of stages) expect(asksForMeeting(number)).toBe(clock.unit === 'meeting');
    expect(stages.map(({ clock }) => clock.unit === 'meeting')).toEqual(expect.arrayContaining([true, false]));
  });

  it('asks for it while nobody has said where it begins', () => {
    expect(asksForMeeting()).toBe(true);
  });
});

describe('A form about a dispute, after the council has adopted another protocol', () => {
  const after = choicesUnder(['house', 'leicestershire'], atStage(1));
  const namesOf = (council: string): string[] => shipped(council).protocol.stages.map(({ name }) => name);

  it('offers the stages above and below by the rules of today, by which it goes on', () => {
    expect(after['higher-stages']!.map(({ text }) => text)).toEqual(namesOf('leicestershire').slice(1));
    expect(after['meeting-decides-above']).toHaveLength(1);
    const before = choicesUnder(['leicestershire', 'house'], atStage(3));
    expect(before['stages']!.map(({ text }) => text)).toEqual(namesOf('house').slice(0, 2));
    expect(before['meeting-decides-above']).toEqual([]);
  });

  it('is raised formally alone where the rules of today have no informal stage', () => {
    const waysUnder = (council: string): string[] =>
      choicesUnder([council], null)['ways-to-raise']!.map(({ value }) => value);
    expect(waysUnder('house')).toEqual(['formal', 'informal']);
    expect(waysUnder('alerts-2017')).toEqual(['formal']);
    expect(choicesUnder(['alerts-2017'], null)['informal-stage']).toEqual([]);
  });

  it('continues formally what is informal by the rules of today', () => {
    const informal = choicesUnder(['house', 'leicestershire'], atStage(0));
    expect(informal['formal-stages']!.map(({ text }) => text)).toEqual(namesOf('leicestershire'));
    expect(informal['meeting-decides']).toHaveLength(1);
  });

  it('takes the themes of the protocol under which it was raised, as they were that day', () => {
    const { protocol } = shipped('house');
    const withThemes = (version: number, from: string, ...themes: ThemeInUse[]) => ({
      ...{ version, from, protocol: { ...protocol, themes } },
    });
    const health = { code: 'HEALTH', label: 'Health' };
    const endedSince = { code: 'EDUC', label: 'School', to: '2026-11-15' };
    const protocols = protocolBook([
      withThemes(1, '2026-01-01', health, endedSince),
      withThemes(2, '2026-11-20', { code: 'PLACE', label: 'Home' }),
    ]);
    const codesFor = (dispute: ChosenFrom['dispute']): string[] =>
      choicesFrom({ dispute, entries: [], directory: NOBODY, protocols, today: '2026-11-30' }).themes!.map(
        ({ value }) => value,
      );
    expect(codesFor(null)).toEqual(['PLACE']);
    // Raised on 2 November.
    expect(codesFor(atStage(1)).toSorted()).toEqual(['EDUC', 'HEALTH']);
  });
});

describe('The time to answer', () => {
  it('is asked on the way up only where it may be chosen for a stage above', () => {
    const stages = [Controls.stage(1, 'team-manager', { timing: { chosen: true } }), Controls.stage(2, 'director')];
    const choices = (stage: number) => {
      const protocols = protocolBook([{ version: 1, from: '2026-01-01', protocol: Controls.protocol({ stages }) }]);
      const dispute = atStage(stage);
      return choicesFrom({ dispute, entries: [], directory: NOBODY, protocols, today: '2026-11-30' });
    };
    expect(choices(1)['days-to-choose-above']).toEqual([]);
    expect(choices(0)['days-to-choose']).toHaveLength(1);
  });
});
