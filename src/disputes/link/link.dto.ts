import { LinkDto } from '../raise/raise.dto.js';

/** What it belongs with. */
export class LinkDisputeDto extends LinkDto {}
