import { Pattern } from '../../platform/http/fields.js';

export class DocumentQuery {
  @Pattern(/^[\w-]{43}$/, 'must be the id of a document, as the dispute shows it', {
    description: 'Id of a document that the dispute shows.',
  })
  id: string;
}
