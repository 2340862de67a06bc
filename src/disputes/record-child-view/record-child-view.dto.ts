import { ChildViewDto } from '../raise/raise.dto.js';

/** What the child says, and what the child was told and offered. */
export class RecordChildViewDto extends ChildViewDto {}
