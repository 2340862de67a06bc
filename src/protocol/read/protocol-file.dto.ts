import { Pattern } from '../../platform/http/fields.js';

export class ProtocolFileQuery {
  @Pattern(/^[1-9]\d{0,5}$/, 'must be the number of a version', { description: 'Number of the version.' })
  version: string;
}
