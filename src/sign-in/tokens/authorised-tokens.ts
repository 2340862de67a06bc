import { Inject, Injectable } from '@nestjs/common';
import { notYours, postThatMay } from '../../access/access.js';
import { isProgramRole, type ProgramRole } from '../../access/access-table.js';
import { actorFrom } from '../../access/asker.js';
import { isCaseRole } from '../../access/case-roles.js';
import type { SentWith } from '../../access/sent.js';
import type { TokenHolder } from '../../access/tokens/events.js';
import { makeToken, type TokenMade } from '../../access/tokens/make-token.js';
import { type TokenAct, tokenDecider, tokenStream } from '../../access/tokens/token.js';
import type { Directory } from '../../directory/directory.js';
import type { Clock } from '../../platform/clock/clock.js';
import { refuse } from '../../platform/decider.js';
import type { EventStore } from '../../platform/event-store/event-store.js';
import { type Envelope, Executor } from '../../platform/executor.js';
import { envelopeOf } from '../../platform/http/envelope.js';
import { WrittenDto } from '../../platform/http/written.dto.js';
import { EVENT_STORE } from '../../platform/store-tokens.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import type { MakeTokenDto } from './token.dto.js';

/**
 * Makes and withdraws tokens for somebody who signed in. It makes none by which anybody gets what the maker could not give by themselves:
 * their own, and those of programs in roles from which no case is read (docs/decisions/0014, 0023).
 */
@Injectable()
export class AuthorisedTokens {
  constructor(
    private readonly executor: Executor,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem `not-yours`
   * @throws Refusal those of a token, `token-name-missing`, `token-names-a-person`, `token-of-a-case-role`
   */
  async make(asked: MakeTokenDto, sent: SentWith): Promise<{ readonly made: TokenMade; readonly written: WrittenDto }> {
    const holder: TokenHolder =
      asked.whose === 'mine'
        ? { kind: 'person', person: sent.asker.person }
        : { kind: 'program', program: this.programIn(asked), role: roleIn(asked) };
    const { executor, store } = this;
    const made = await makeToken({ holder, days: asked.days }, { executor, store }, this.envelope(sent));
    return { made, written: new WrittenDto(made.token, made.execution) };
  }

  /**
   * It opens nothing from the next request on.
   * @throws Problem `not-yours`
   * @throws Refusal `no-such-token`
   */
  async withdraw(token: string, reason: string, sent: SentWith): Promise<WrittenDto> {
    const act: TokenAct = { type: 'withdraw', reason, at: this.clock.now() };
    const envelope = this.envelope(sent, { token, reason });
    return new WrittenDto(token, await this.executor.execute(tokenStream(token), tokenDecider, act, null, envelope));
  }

  private envelope(sent: SentWith, asSent?: object): Envelope {
    const post = postThatMay(sent.asker, 'account.tie');
    if (post === undefined) throw notYours('account.tie');
    return envelopeOf(sent, actorFrom(sent.asker, post), this.clock.now(), asSent);
  }

  private programIn({ program }: MakeTokenDto): string {
    if (program == null)
      return refuse('token-name-missing', 'Enter what the program is called.', { pointer: '/program' });
    if (this.directory.person(program) !== undefined || this.directory.peopleNamed(program).length > 0)
      return refuse('token-names-a-person', 'This is somebody’s name. Call the program otherwise.', {
        pointer: '/program',
      });
    return program;
  }
}

const roleIn = ({ role }: MakeTokenDto): ProgramRole => {
  if (role == null || !isProgramRole(role))
    return refuse('token-role-missing', 'Select in which role the program asks.', { pointer: '/role' });
  if (isCaseRole(role))
    return refuse(
      'token-of-a-case-role',
      'From this role children’s records are read, so no one person gives it. Whoever runs the program makes this token on its command line.',
      { pointer: '/role' },
    );
  return role;
};
