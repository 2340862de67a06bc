import { LARGEST_PAGE } from './paging.js';
import { Pattern } from './fields.js';

/** The parameters of every list. Numbers in an address are text. */
export class PageQuery {
  @Pattern(/^([1-9]|[1-9]\d|1\d\d|200)$/, `must be a whole number from 1 to ${LARGEST_PAGE}`, {
    optional: true,
    description: `Entries a page, from 1 to ${LARGEST_PAGE}; 50 unless told.`,
  })
  limit?: string;

  @Pattern(/^[\w-]{1,300}$/, 'is not one that a list gave: begin again without it', {
    optional: true,
    description: 'What the page before gave as `next`.',
  })
  cursor?: string;
}
