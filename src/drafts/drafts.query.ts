import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Asker } from '../access/asker.js';
import { londonDate } from '../calendar/dates.js';
import type { Directory } from '../directory/directory.js';
import { type Names, namesFrom } from '../directory/names.js';
import type { Clock } from '../platform/clock/clock.js';
import { Versioned } from '../platform/http/written.dto.js';
import { CLOCK, DIRECTORY } from '../platform/tokens.js';
import { carried } from '../web/forms/drawn-form.js';
import { endsSoon, keptUntil } from './draft.js';
import { referenceIn } from './draft-access.js';
import { hrefOf } from './draft-href.js';
import { type DraftListed, Drafts } from './drafts.js';
import type { DraftDto, DraftListedDto, DraftsDto } from './drafts.dto.js';

/** The drafts that somebody has begun, and those that others let them read. */
export class ListDrafts extends Query<DraftsDto> {
  constructor(readonly asker: Asker) {
    super();
  }
}

/** One draft, with what was typed where it is still theirs. */
export class ReadDraft extends Query<Versioned<DraftDto>> {
  constructor(
    readonly id: string,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ListDrafts)
export class ListDraftsHandler implements IQueryHandler<ListDrafts> {
  constructor(
    private readonly drafts: Drafts,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ asker }: ListDrafts): Promise<DraftsDto> {
    const now = this.clock.now();
    const names = namesFrom(this.directory, londonDate(now));
    const all = await this.drafts.of(asker.person);
    return { items: all.map((each) => listed(each, asker.person, names, now)) };
  }
}

@QueryHandler(ReadDraft)
export class ReadDraftHandler implements IQueryHandler<ReadDraft> {
  constructor(
    private readonly drafts: Drafts,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ id, asker }: ReadDraft): Promise<Versioned<DraftDto>> {
    const now = this.clock.now();
    const names = namesFrom(this.directory, londonDate(now));
    const opened = await this.drafts.open(id, asker.person);
    const { draft, content, noLongerYours } = opened;
    const body = {
      ...listed(opened, asker.person, names, now),
      lines: (content?.lines ?? []).map(({ label, values }) => ({ label, values: [...values] })),
      fields: draft.writer === asker.person ? carried(content?.typed ?? {}) : [],
      cannotBeOpened: content === null && !noLongerYours,
      cannotBeSentNow: draft.writer === asker.person && !noLongerYours && !(await this.drafts.canBeSentNow(draft)),
    };
    return new Versioned(body, draft.revision);
  }
}

const listed = ({ draft, noLongerYours }: DraftListed, person: string, names: Names, now: string): DraftListedDto => {
  const { id, revision, form, writer, readers, passedOnBy, begunAt, savedAt } = draft;
  return {
    ...{ id, revision, act: form.act, reference: referenceIn(form), address: hrefOf(draft), begunAt, savedAt },
    writer: names.person(writer),
    isYours: writer === person,
    actingFor: form.actingFor === null || form.actingFor === writer ? null : names.person(form.actingFor),
    readers: writer === person ? readers.map((each) => names.person(each)) : [],
    passedOnBy: passedOnBy === null ? null : names.person(passedOnBy),
    keptUntil: keptUntil(draft),
    endsSoon: endsSoon(draft, now),
    noLongerYours,
  };
};
