import { Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { DirectoryRoute } from '../directory-route.js';
import { OnDayQuery } from '../teams/teams.dto.js';
import { PostsDto } from './posts.dto.js';
import { ListPosts } from './posts.query.js';

@DirectoryRoute('posts')
export class PostsApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('directory.read')
  @OpensNothing('Posts of the council.')
  @Reads({ operationId: 'listPosts', summary: 'The posts and who holds them on a day' }, PostsDto)
  list(@Query() { on }: OnDayQuery): Promise<PostsDto> {
    return this.queries.execute(new ListPosts(on));
  }
}
