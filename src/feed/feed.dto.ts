import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Name, Pattern } from '../platform/http/fields.js';
import { FEED_PAGE, LARGEST_FEED_PAGE } from './feed-page.js';

export class FeedPageQuery {
  @Name({ optional: true, description: 'Where the page before said that the next begins.' })
  after?: string;

  @Pattern(/^([1-9]\d{0,3}|10000)$/, `must be a number from 1 to ${LARGEST_FEED_PAGE}`, {
    optional: true,
    description: `Rows a page, from 1 to ${LARGEST_FEED_PAGE}; ${FEED_PAGE} unless told.`,
  })
  limit?: string;
}

@ApiSchema({ name: 'FeedField' })
export class FeedFieldDto {
  name: string;
  /** `text`, `number`, `yes-no`, `day`, `list`, `pseudonym` or `pseudonyms`. */
  type: string;
  meaning: string;
}

@ApiSchema({ name: 'FeedTable' })
export class FeedTableDto {
  name: string;
  /** The meaning of one row. */
  rowIs: string;
  fields: FeedFieldDto[];
}

@ApiSchema({ name: 'Feed' })
export class FeedDto {
  tables: FeedTableDto[];
}

@ApiSchema({ name: 'FeedPage' })
export class FeedPageDto {
  /** The moment at which it was read. */
  asAt: string;
  /** The fields are those of the table. */
  @ApiProperty({ type: [Object] })
  rows: object[];
  /** Send it as `after` for the next page; null on the last. */
  next: string | null;
}
