import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { ChildAddresses } from './children/child-addresses.js';

/**
 * Puts the record number of a child in the place of what the address of a page has instead, before anything looks at what the address
 * names: everything after it then asks as the API does, and the log of who opened what names the child.
 */
@Injectable()
export class ChildInAddress implements NestInterceptor {
  constructor(private readonly addresses: ChildAddresses) {}

  /** @throws Problem `not-found` for what is the address of no child */
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const { routeOptions, params } = context.switchToHttp().getRequest<FastifyRequest>();
    const named = params as { address?: string; id?: string };
    const isWritten = named.address !== undefined && named.id === undefined;
    // A request that is carried out once more, because it was refused, holds the record number already.
    if (routeOptions.url?.startsWith('/children/:address') === true && isWritten) {
      named.id = this.addresses.childAt(named.address!);
      named.address = named.id;
    }
    return next.handle();
  }
}
