import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../access/dated/field.js';
import { Named } from '../../access/named/field.js';
import { Choice, Narrative, Text } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { type Population, POPULATIONS } from '../../protocol/protocol.js';
import { LEAVING_CARE, type LeavingCare } from '../events.js';
import type { GoesBy } from '../../access/goes-by.js';
import { AS_AT_SAYS } from '../../reading/as-at.dto.js';

const INITIALS = 20;

/** A child, by the council's own record number. */
@ApiSchema({ name: 'RegisterChild' })
export class RegisterChildDto {
  @Named('new-child', { description: 'The council’s record number.' })
  childId: string;

  @Text(INITIALS, { optional: true, description: 'Initials; never the name.' })
  initials?: string | null;

  @Dated('birth', { optional: true })
  bornOn?: string | null;

  @Choice(POPULATIONS)
  population: Population;
}

@ApiSchema({ name: 'CompleteChild' })
export class CompleteChildDto {
  @Text(INITIALS)
  initials: string;

  @Dated('birth', { optional: true })
  bornOn?: string | null;

  @Choice(POPULATIONS)
  population: Population;
}

/** To a team and an IRO from a day; what is left out stays as it was. Without a day: from today, and the first time from the beginning. */
@ApiSchema({ name: 'AllocateChild' })
export class AllocateChildDto {
  @Named('team-of-that-day', { optional: true, description: 'Null: none.' })
  team?: string | null;

  @Named('iro-from-that-day', { optional: true, description: 'Person id; null: none.' })
  iro?: string | null;

  @Dated('of-the-child', { optional: true })
  from?: string | null;
}

/** From a day; what is left out is nobody, or from today, and the first time from the beginning. */
@ApiSchema({ name: 'NameSocialWorker' })
export class NameSocialWorkerDto {
  @Named('social-worker', { optional: true, description: 'Null: nobody.' })
  socialWorker?: string | null;

  @Dated('of-the-child', { optional: true })
  from?: string | null;
}

export class ChildHistoryQuery extends PageQuery {
  @Dated('any-day', { optional: true, description: AS_AT_SAYS })
  asAt?: string;
}

export class ChildrenQuery extends PageQuery {
  @Named('any-team', { optional: true, description: 'Id of the team that has the child today.' })
  team?: string;

  @Named('any-person', { optional: true, description: 'Person id of the child’s IRO today.' })
  iro?: string;

  @Named('any-person', { optional: true, description: 'Person id of the child’s social worker today.' })
  socialWorker?: string;
}

@ApiSchema({ name: 'Child' })
export class ChildDto {
  /** Record number. */
  childId: string;
  initials: string | null;
  bornOn: string | null;
  population: string;
  /** Known only from a register's row; to be completed. */
  fromRegister: boolean;
  /** Team today. */
  team: string | null;
  /** Person id of the IRO today. */
  iro: string | null;
  /** Person id of the child’s own social worker today. */
  socialWorker: string | null;
}

/** One child, as their record stands. */
@ApiSchema({ name: 'ChildRecord' })
export class ChildRecordDto extends ChildDto {
  /** A dispute about the child is open, or a complaint that is linked to one, of those that you may see. */
  underAlert: boolean;
}

@ApiSchema({ name: 'LeaveCare' })
export class LeaveCareDto {
  @Dated('in-the-life', { description: 'The last day in care.' })
  on: string;

  @Choice(LEAVING_CARE)
  because: LeavingCare;
}

@ApiSchema({ name: 'ComeBackIntoCare' })
export class ComeBackIntoCareDto {
  @Dated('in-the-life', { description: 'The first day in care again.' })
  on: string;
}

@ApiSchema({ name: 'RecordDeath' })
export class RecordDeathDto {
  @Dated('death')
  on: string;
}

/** It was recorded of the wrong child, or the child lives. */
@ApiSchema({ name: 'TakeBackDeath' })
export class TakeBackDeathDto {
  @Narrative({ description: 'Why it is taken back.' })
  reason: string;
}

@ApiSchema({ name: 'ChildrenPage' })
export class ChildrenPageDto {
  items: ChildDto[];
  next: string | null;
}

@ApiSchema({ name: 'ChildHistoryEntry' })
export class ChildHistoryEntryDto {
  reference: string;
  /** `informal`, `formal`, `conversation`, `acknowledgement` or `review`. */
  kind: string;
  what: string;
  happenedOn: string;
  detail: string | null;
  /** The name of the stage to which it went up; null of everything else. */
  stageName: string | null;
  /** Code of the theme of the dispute; null of everything else. */
  theme: string | null;
  imported: boolean;
}

/** The events of a child, newest first. Codes only: the words stay in the record of each dispute. */
@ApiSchema({ name: 'ChildHistory' })
export class ChildHistoryDto {
  childId: string;
  items: ChildHistoryEntryDto[];
  next: string | null;
}

export const CHILDREN_GO_BY = {
  team: 'team',
  iro: 'iro',
  socialWorker: 'socialWorker',
} satisfies GoesBy<ChildrenQuery, ChildDto>;
