import { Narrative } from '../../platform/http/fields.js';

/** Taken back. It stays counted as raised. */
export class WithdrawDto {
  @Narrative()
  reason: string;
}
