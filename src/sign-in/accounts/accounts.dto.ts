import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Named } from '../../access/named/field.js';
import { Narrative } from '../../platform/http/fields.js';

@ApiSchema({ name: 'TieAccount' })
export class TieAccountDto {
  @Named('person-of-any-time')
  person: string;
}

@ApiSchema({ name: 'UntieAccount' })
export class UntieAccountDto {
  @Narrative({ description: 'Why; no child’s details.' })
  reason: string;
}

@ApiSchema({ name: 'AccountPerson' })
export class AccountPersonDto {
  id: string;
  name: string | null;
}

@ApiSchema({ name: 'Account' })
export class AccountDto {
  /** `ACC-7K4M-2QXH`. */
  account: string;
  /** Its name at the identity provider when it first came to sign in. */
  userName: string | null;
  email: string | null;
  @ApiProperty({ type: String, format: 'date-time' })
  metAt: string;
  /** The person whom it signs in; null while that is nobody. */
  @ApiProperty({ type: AccountPersonDto, nullable: true })
  person: AccountPersonDto | null;
  /**
   * People of the directory whose e-mail address is the account’s user name or address. It is a proposal for a person who ties the account: an
   * address can have belonged to somebody else before. Names are never compared.
   */
  mayBe: AccountPersonDto[];
}

@ApiSchema({ name: 'Accounts' })
export class AccountsDto {
  /** Those that sign nobody in first, then the newest. */
  items: AccountDto[];
}
