import { describe, expect, it } from '@jest/globals';
import type { NoticeDto } from './notices.dto.js';
import { presentEverybodysNotices } from './present-everybodys-notices.js';

const aNotice = (over: Partial<NoticeDto> = {}): NoticeDto => ({
  ...{ notice: 'N1', kind: 'raised', to: { id: 'tom', name: 'Tom' }, about: 'DRP-7K4M-2QXH', theirsToDo: true },
  ...{ how: 'at-once', subject: 'Care plan', text: 'Answer by Friday.', writtenAt: '2023-04-03T09:00:00.000Z' },
  ...{ standing: 'sent', settledAt: '2023-04-03T09:01:00.000Z', provider: 'smtp', failure: null, notNeeded: null },
  digest: null,
  ...over,
});

describe('notices to everybody on their page', () => {
  it('say whether each went, and nothing of what it says, not even of the reader’s own', () => {
    const page = presentEverybodysNotices({ items: [aNotice()] });
    expect(page).toMatchObject({ items: [{ person: 'tom', kind: 'theirs to do', how: 'by itself', came: 'sent' }] });
    expect(JSON.stringify(page)).not.toMatch(/Tom|DRP-|Care plan|Friday/);
  });

  it('count what did not go, with the reason', () => {
    const items = [
      aNotice({ standing: 'failed', failure: 'no-address' }),
      aNotice({ standing: 'waiting', how: 'in-digest', theirsToDo: false }),
      aNotice({ standing: 'not-needed', notNeeded: 'over' }),
    ];
    expect(presentEverybodysNotices({ items })).toMatchObject({
      ...{ failed: 1, waiting: 1 },
      items: [
        { came: 'not sent: no e-mail address is known', why: '' },
        { came: 'waits', how: 'in a digest', kind: 'for information' },
        { came: 'not sent', why: 'its need had gone' },
      ],
    });
  });
});
