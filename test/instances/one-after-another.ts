import { addDays } from '../../src/calendar/dates.js';
import type { Chance } from '../../src/demonstration/chance.js';
import { derivedId } from '../../src/platform/ids.js';
import { isCutOff } from '../faults/client.js';
import { aConcernOf } from '../journeys/council.js';
import { today } from '../support/today.js';

interface Answered {
  readonly status: number;
  readonly body: { readonly reference: string; readonly revision: number; readonly code?: string };
}

/**
 * Two people who act in turn on one dispute, each time at another instance, and each as soon as the other was answered. Neither sends
 * the position of the other's write: what the other did must count all the same. Every act is lawful, and says with `If-Match` which
 * revision was read; every page that is read must show the revision that was acknowledged before it was asked for.
 */
export class OneAfterAnother {
  /** Acts that were refused. */
  readonly refused: string[] = [];
  /** Pages that showed less than had been acknowledged. */
  readonly stale: string[] = [];
  acts = 0;
  pages = 0;
  private commands = 0;

  constructor(
    private readonly name: string,
    private readonly address: string,
    private readonly tokenOf: (person: string) => string,
    private readonly chance: Chance,
    private readonly answered: () => void,
  ) {}

  async work(ended: () => boolean): Promise<void> {
    while (!ended()) await this.once(ended);
  }

  private async once(ended: () => boolean): Promise<void> {
    const raised = await this.act('Iris', '/disputes', aConcernOf(today()));
    if (raised === undefined) return;
    const { reference } = raised.body;
    let { revision } = raised.body;
    for (const [person, act, body] of ACTS) {
      if (ended()) return;
      const reading = this.read(this.chance.oneOf(['Iris', 'Tom']), reference, revision);
      const done = await this.act(person, `/disputes/${reference}/${act}`, body, revision);
      await reading;
      if (done === undefined) return;
      revision = done.body.revision;
    }
  }

  private async act(person: string, url: string, body: object, read?: number): Promise<Answered | undefined> {
    const id = `${this.name}-${this.commands++}`;
    const done = await this.untilAnswered(person, url, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        'idempotency-key': derivedId(this.address, id),
        ...(read === undefined ? {} : { 'if-match': `"${read}"` }),
      },
    });
    this.acts++;
    if (done.status < 300) return done;
    this.refused.push(`${person} ${url}: ${done.status} ${done.body.code}`);
    return undefined;
  }

  private async read(person: string, reference: string, acknowledged: number): Promise<void> {
    const { status, body } = await this.untilAnswered(person, `/disputes/${reference}`, {});
    this.pages++;
    if (status !== 200 || body.revision < acknowledged) {
      this.stale.push(`${reference} at ${acknowledged}: ${status}, ${body.revision}`);
    }
  }

  /** A request that is not answered, or is answered 503, is sent again. */
  private async untilAnswered(person: string, url: string, init: RequestInit): Promise<Answered> {
    for (;;) {
      try {
        const headers = { ...(init.headers as object), authorization: `Bearer ${this.tokenOf(person)}` };
        const response = await fetch(`${this.address}/api/v1${url}`, { ...init, headers });
        const body = (await response.json()) as Answered['body'];
        if (response.status === 503) continue;
        this.answered();
        return { status: response.status, body };
      } catch (error) {
        if (!isCutOff(error)) throw error;
      }
    }
  }
}

const ACTS: readonly [person: string, act: string, body: object][] = [
  ['Iris', 'chase', { how: 'By telephone.' }],
  [
    'Tom',
    'answer',
    {
      ...{ agreement: 'partly', reasons: 'There is no placement yet.' },
      actions: [{ what: 'Take the plan to panel.', who: 'Tom', by: addDays(today(), 14) }],
    },
  ],
  ['Iris', 'judge', { verdict: 'satisfied', reason: 'This will do.' }],
  ['Tom', 'mark-action-done', { actionId: 'A1', evidence: 'Seen.', doneOn: today() }],
];
