import type { Decider } from '../platform/decider.js';
import type {
  DigestWritten,
  NoticeDelayed,
  NoticeEvent,
  NoticeFailed,
  NoticeNotNeeded,
  NoticeSent,
  NoticeWritten,
} from './events.js';

export type NoticeAct =
  | ({ type: 'write' } & NoticeWritten)
  | ({ type: 'write-digest' } & DigestWritten)
  | ({ type: 'mark-sent' } & NoticeSent)
  | ({ type: 'mark-delayed' } & NoticeDelayed)
  | ({ type: 'mark-failed' } & NoticeFailed)
  | ({ type: 'mark-not-needed' } & NoticeNotNeeded);

export interface NoticeState {
  readonly status: 'not-written' | 'waiting' | 'sent' | 'failed' | 'not-needed';
  /** It is on record that the recipient's mailbox took nothing. */
  readonly isDelayed?: boolean;
}

export const noticeStream = (id: string): string => `notice-${id}`;

/** One notice: written once, and then sent, failed or let go once. Doing any of it again does nothing. */
export const noticeDecider: Decider<NoticeState, NoticeAct, NoticeEvent, null> = {
  initial: { status: 'not-written' },

  evolve(state, event) {
    switch (event.type) {
      case 'NoticeWritten':
      case 'DigestWritten':
        return { status: 'waiting' };
      case 'NoticeDelayed':
        return { ...state, isDelayed: true };
      case 'NoticeSent':
        return { status: 'sent' };
      case 'NoticeFailed':
        return { status: 'failed' };
      case 'NoticeNotNeeded':
        return { status: 'not-needed' };
      default:
        return state;
    }
  },

  decide({ type, ...data }, { status, isDelayed = false }) {
    switch (type) {
      case 'write':
        return status === 'not-written' ? [{ type: 'NoticeWritten', data: data as NoticeWritten }] : [];
      case 'write-digest':
        return status === 'not-written' ? [{ type: 'DigestWritten', data: data as DigestWritten }] : [];
      case 'mark-sent':
        return status === 'waiting' ? [{ type: 'NoticeSent', data: data as NoticeSent }] : [];
      case 'mark-delayed':
        return status === 'waiting' && !isDelayed ? [{ type: 'NoticeDelayed', data: data as NoticeDelayed }] : [];
      case 'mark-failed':
        return status === 'waiting' ? [{ type: 'NoticeFailed', data: data as NoticeFailed }] : [];
      case 'mark-not-needed':
        return status === 'waiting' ? [{ type: 'NoticeNotNeeded', data: data as NoticeNotNeeded }] : [];
    }
  },
};
