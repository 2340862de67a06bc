import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { by, givenAcknowledgement } from '../../test/support/given.js';
import type { AcknowledgementAct } from './acts.js';
import type { Acknowledged, AcknowledgementEvent, ImportedAcknowledgementFacts } from './events.js';

const give = (more: Partial<Acknowledged> = {}): AcknowledgementAct => ({
  type: 'give',
  reference: 'PA-7K4M-2QXH',
  acknowledged: { ...Controls.acknowledged, ...more },
});
const givenBy = (giver: string, giverRole: 'iro' | 'conference-chair' = 'iro'): AcknowledgementEvent => ({
  type: 'PracticeAcknowledged',
  data: {
    reference: 'PA-7K4M-2QXH',
    givenOn: Controls.today,
    giverRole,
    giver,
    protocolVersion: 1,
    acknowledged: Controls.acknowledged,
    adviceGiven: [],
  },
});
const byTheIro = Controls.context(Controls.iro);
const byTheWorker = Controls.context(Controls.socialWorker);

describe('Giving a practice acknowledgement', () => {
  it('records who did well, what they did, and the giver’s role on the day', () => {
    givenAcknowledgement().when(give(), byTheIro).then(givenBy('iro-rowe'));
    givenAcknowledgement()
      .when(give(), Controls.context(Controls.chair))
      .then(givenBy('chair-moss', 'conference-chair'));
  });

  it('is for the posts that the protocol names', () => {
    givenAcknowledgement().when(give(), Controls.context(Controls.teamManager)).thenRefuses('giving-not-yours');
    const protocol = Controls.protocol({
      acknowledgement: { givers: ['conference-chair'] },
    });
    givenAcknowledgement().when(give(), Controls.context(Controls.iro, { protocol })).thenRefuses('giving-not-yours');
  });

  it('entered by business support is the IRO’s', () => {
    const forTheIro = Controls.context({ ...Controls.businessSupport, actingFor: 'iro-rowe' });
    givenAcknowledgement().when(give(), forTheIro).then(givenBy('iro-rowe'));
    givenAcknowledgement().when(give(), Controls.context(Controls.businessSupport)).thenRefuses('giving-not-yours');
    const sentByTheIro = { ...forTheIro, businessSupportSends: false };
    givenAcknowledgement().when(give(), sentByTheIro).thenRefuses('sent-by-the-iro');
    givenAcknowledgement()
      .when(give(), { ...byTheIro, businessSupportSends: false })
      .then(givenBy('iro-rowe'));
  });

  it('thanks several people, partners by name, or a whole team', () => {
    const partner = { person: null, name: 'K. Osei', agency: 'Health' };
    for (const thanked of [{ people: [...Controls.acknowledged.people, partner] }, { people: [], wholeTeam: true }])
      givenAcknowledgement()
        .when(give(thanked), byTheIro)
        .thenAmong({ type: 'PracticeAcknowledged', data: expect.anything() as object });
  });

  it('thanks somebody', () => {
    givenAcknowledgement()
      .when(give({ people: [] }), byTheIro)
      .thenRefuses('nobody-thanked');
    givenAcknowledgement()
      .when(give({ people: [{ person: null, name: ' ', agency: 'Health' }] }), byTheIro)
      .thenRefuses('person-unnamed');
  });

  it('is about a child, with words, and a theme of its own list', () => {
    givenAcknowledgement()
      .when(give({ children: [] }), byTheIro)
      .thenRefuses('child-missing');
    givenAcknowledgement()
      .when(give({ whatTheyDid: '' }), byTheIro)
      .thenRefuses('words-missing');
    givenAcknowledgement()
      .when(give({ theme: 'DD-CARE' }), byTheIro)
      .thenRefuses('theme-not-in-use');
  });

  it('is not where the protocol takes only concerns', () => {
    const protocol = Controls.protocol({ kinds: ['concern'] });
    givenAcknowledgement()
      .when(give(), Controls.context(Controls.iro, { protocol }))
      .thenRefuses('no-acknowledgements-here');
  });

  it('asks, as advice, what difference it made', () => {
    const [event] = givenAcknowledgement()
      .when(give({ differenceForChild: null }), byTheIro)
      .events();
    expect(event).toMatchObject({ data: { adviceGiven: [{ code: 'no-difference-for-child' }] } });
  });

  it('needs words wherever there is a reason', () => {
    const acts: AcknowledgementAct[] = [
      { type: 'correct', acknowledged: Controls.acknowledged, reason: ' ' },
      { type: 'withdraw', reason: ' ' },
    ];
    for (const act of acts) givenAcknowledgement(givenBy('iro-rowe')).when(act, byTheIro).thenRefuses('words-missing');
  });

  it('happens once under a reference', () => {
    givenAcknowledgement(givenBy('iro-rowe')).when(give(), byTheIro).thenRefuses('already-given');
  });
});

describe('A practice acknowledgement that was given', () => {
  const correct: AcknowledgementAct = {
    type: 'correct',
    acknowledged: { ...Controls.acknowledged, theme: 'PA-PLAN' },
    reason: 'It was the planning above all.',
  };
  const corrected: AcknowledgementEvent = {
    type: 'AcknowledgementCorrected',
    data: { acknowledged: { ...Controls.acknowledged, theme: 'PA-PLAN' }, reason: 'It was the planning above all.' },
  };

  it('may be thanked for, by anybody who may see it', () => {
    givenAcknowledgement(givenBy('iro-rowe'))
      .when({ type: 'thank', text: 'That means a lot.' }, byTheWorker)
      .then({ type: 'AcknowledgementThanked', data: { text: 'That means a lot.' } });
    givenAcknowledgement(givenBy('iro-rowe'))
      .when({ type: 'thank', text: ' ' }, byTheWorker)
      .thenRefuses('words-missing');
    givenAcknowledgement().when({ type: 'thank', text: 'Thanks' }, byTheWorker).thenRefuses('not-given');
  });

  it('has the thanks of its readers until each takes their own back, with a reason', () => {
    const back: AcknowledgementAct = { type: 'take-thanks-back', reason: 'It was meant for another one.' };
    const takenBack: AcknowledgementEvent = { type: 'AcknowledgementThanksTakenBack', data: { reason: back.reason } };
    const thanked: AcknowledgementEvent = { type: 'AcknowledgementThanked', data: { text: 'That means a lot.' } };
    const thanks = givenAcknowledgement(givenBy('iro-rowe'), by(Controls.socialWorker, thanked));
    thanks.when(back, byTheWorker).then(takenBack);
    thanks.when({ ...back, reason: ' ' }, byTheWorker).thenRefuses('words-missing');
    for (const actor of [Controls.teamManager, Controls.iro, Controls.iroManager])
      thanks.when(back, Controls.context(actor)).thenRefuses('no-thanks-of-yours');
    givenAcknowledgement(givenBy('iro-rowe'), by(Controls.socialWorker, thanked), by(Controls.socialWorker, takenBack))
      .when(back, byTheWorker)
      .thenRefuses('no-thanks-of-yours');
  });

  it('is corrected by a new version, by whom the access table lets, and nobody who is thanked in it', () => {
    const [thanked] = Controls.acknowledged.people;
    const byTheThanked = Controls.context({ ...Controls.iro, person: thanked!.person! });
    givenAcknowledgement(givenBy('iro-rowe')).when(correct, byTheThanked).thenRefuses('own-work');
    givenAcknowledgement(givenBy('iro-rowe')).when(correct, Controls.context(Controls.iroManager)).then(corrected);
    const people = [{ person: Controls.iroManager.person, name: null, agency: null }];
    givenAcknowledgement(givenBy('iro-rowe'))
      .when({ type: 'correct', acknowledged: { people }, reason: 'She did.' }, Controls.context(Controls.iroManager))
      .thenRefuses('own-work');
    const forTheIro = Controls.context({ ...Controls.businessSupport, actingFor: 'iro-rowe' });
    givenAcknowledgement(givenBy('iro-rowe')).when(correct, byTheIro).then(corrected);
    givenAcknowledgement(givenBy('iro-rowe')).when(correct, forTheIro).then(corrected);
    expect(givenAcknowledgement(givenBy('iro-rowe'), corrected).state).toMatchObject({
      acknowledged: { theme: 'PA-PLAN' },
    });
  });

  describe('whose giver cannot change it any more', () => {
    const withdraw: AcknowledgementAct = { type: 'withdraw', reason: 'The wrong person' };
    const gone = { stillGives: (person: string) => person !== 'iro-rowe' };
    const byTheManager = Controls.context(Controls.iroManager);
    const moved: AcknowledgementEvent = {
      type: 'AcknowledgementMovedToChild',
      data: {
        from: { children: Controls.acknowledged.children, team: Controls.acknowledged.team },
        to: { children: ['1568441'], team: 'redditch' },
        reason: 'A slip of the pen.',
      },
    };

    it('is withdrawn by those who answer for the IRO service, and by nobody else', () => {
      givenAcknowledgement(givenBy('iro-rowe')).when(withdraw, byTheManager).thenRefuses('not-the-giver');
      expect(
        givenAcknowledgement(givenBy('iro-rowe'))
          .when(withdraw, { ...byTheManager, ...gone })
          .events(),
      ).toHaveLength(1);
      givenAcknowledgement(givenBy('iro-rowe'))
        .when(withdraw, { ...Controls.context(Controls.teamManager), ...gone })
        .thenRefuses('not-the-giver');
    });

    it('is so once it was moved to a child of another, too', () => {
      givenAcknowledgement(givenBy('iro-rowe'), moved)
        .when(withdraw, byTheManager)
        .then({ type: 'AcknowledgementWithdrawn', data: { reason: 'The wrong person' } });
    });

    it('may be changed by the IRO to whom it was handed over, while they are in office', () => {
      const handedOver: AcknowledgementEvent = {
        type: 'AcknowledgementHandedOver',
        data: { fromIro: 'iro-rowe', toIro: 'iro-vance', reason: 'She leaves.' },
      };
      const history = [givenBy('iro-rowe'), handedOver];
      givenAcknowledgement(...history)
        .when(withdraw, { ...byTheManager, ...gone })
        .thenRefuses('not-the-giver');
    });
  });

  it('never thanks the person who gives it', () => {
    const people = [...Controls.acknowledged.people, { person: 'iro-rowe', name: null, agency: null }];
    givenAcknowledgement().when(give({ people }), byTheIro).thenRefuses('own-work');
    givenAcknowledgement(givenBy('iro-rowe'))
      .when({ type: 'correct', acknowledged: { people }, reason: 'I helped.' }, byTheIro)
      .thenRefuses('own-work');
  });

  it('is withdrawn by its giver, with a reason', () => {
    const withdraw: AcknowledgementAct = { type: 'withdraw', reason: 'The wrong person' };
    const withdrawn: AcknowledgementEvent = { type: 'AcknowledgementWithdrawn', data: { reason: 'The wrong person' } };
    givenAcknowledgement(givenBy('iro-rowe')).when(withdraw, byTheIro).then(withdrawn);
    givenAcknowledgement(givenBy('iro-rowe')).when(withdraw, byTheWorker).thenRefuses('not-the-giver');
    givenAcknowledgement(givenBy('iro-rowe'), withdrawn).when(correct, byTheIro).thenRefuses('already-withdrawn');
    givenAcknowledgement(givenBy('iro-rowe'), withdrawn).when(withdraw, byTheIro).thenRefuses('already-withdrawn');
  });
});

describe('An acknowledgement of a council’s register', () => {
  const facts: ImportedAcknowledgementFacts = {
    children: ['1657920'],
    giver: 'iro-vance',
    team: 'wyre-forest',
    givenOn: '2022-04-05',
    theme: 'PA-DIRECT',
    whatTheyDid: 'Swift, well-planned move with family time kept.',
  };
  const row = {
    importId: 'import-1',
    reference: 'PA-0000-0001',
    ownReference: 'PA22/001',
    source: { file: 'acknowledgements-2022-23.csv', row: 3 },
    facts,
  };
  const imported: AcknowledgementEvent = { type: 'AcknowledgementImported', data: row };
  const withdrawn: AcknowledgementEvent = {
    type: 'ImportedAcknowledgementWithdrawn',
    data: { importId: 'import-1', reason: 'The wrong year' },
  };
  const byTheCommandLine = Controls.context(Controls.commandLine);

  it('comes with the facts of its row, and again only after its import was withdrawn', () => {
    const importRow: AcknowledgementAct = { type: 'import-row', ...row };
    givenAcknowledgement().when(importRow, byTheCommandLine).then(imported);
    givenAcknowledgement(imported).when(importRow, byTheCommandLine).thenRefuses('reference-taken');
    givenAcknowledgement(imported, withdrawn).when(importRow, byTheCommandLine).then(imported);
  });

  it('is corrected as a recorded act', () => {
    const mended = { ...facts, theme: 'PA-PLAN' };
    const correct: AcknowledgementAct = { type: 'correct-imported', facts: mended, reason: 'Misread' };
    givenAcknowledgement(by(Controls.commandLine, imported))
      .when(correct, byTheCommandLine)
      .then({ type: 'ImportedAcknowledgementCorrected', data: { facts: mended, reason: 'Misread' } });
    const corrected: AcknowledgementEvent = {
      type: 'ImportedAcknowledgementCorrected',
      data: { facts: mended, reason: 'Misread' },
    };
    expect(givenAcknowledgement(imported, corrected).state).toMatchObject({ status: 'imported', facts: mended });
    givenAcknowledgement(imported, corrected).when(correct, byTheCommandLine).thenNothing();
    givenAcknowledgement(givenBy('iro-rowe')).when(correct, byTheCommandLine).thenRefuses('not-imported');
  });

  it('goes with its import, and with no other', () => {
    const withdraw = (importId: string): AcknowledgementAct => ({
      type: 'withdraw-imported',
      importId,
      reason: 'The wrong year',
    });
    givenAcknowledgement(imported).when(withdraw('import-1'), byTheCommandLine).then(withdrawn);
    givenAcknowledgement(imported).when(withdraw('import-2'), byTheCommandLine).thenRefuses('another-import');
    givenAcknowledgement(givenBy('iro-rowe')).when(withdraw('import-1'), byTheCommandLine).thenRefuses('not-imported');
  });

  it('is not corrected or withdrawn without a reason', () => {
    const acts: AcknowledgementAct[] = [
      { type: 'correct-imported', facts, reason: ' ' },
      { type: 'withdraw-imported', importId: 'import-1', reason: ' ' },
    ];
    for (const act of acts) givenAcknowledgement(imported).when(act, byTheCommandLine).thenRefuses('words-missing');
  });

  it('is not changed like one that was given here', () => {
    givenAcknowledgement(imported)
      .when({ type: 'withdraw', reason: 'The wrong person' }, byTheIro)
      .thenRefuses('from-a-register');
  });
});
