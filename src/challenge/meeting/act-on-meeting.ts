import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Envelope, type Execution, Executor } from '../../platform/executor.js';
import { contextOf } from '../context.js';
import type { MeetingAct } from './acts/all-acts.js';
import { challengeMeetingDecider } from './decide.js';
import { type MeetingState, meetingStream } from './meeting.js';

/** Every act on a meeting, whoever or whatever sends it. */
export class ActOnMeeting extends Command<Execution<MeetingState>> {
  constructor(
    readonly meeting: string,
    readonly act: MeetingAct,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(ActOnMeeting)
export class ActOnMeetingHandler implements ICommandHandler<ActOnMeeting> {
  constructor(private readonly executor: Executor) {}

  execute({ meeting, act, envelope }: ActOnMeeting): Promise<Execution<MeetingState>> {
    return this.executor.execute(meetingStream(meeting), challengeMeetingDecider, act, contextOf(envelope), envelope);
  }
}
