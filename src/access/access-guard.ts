import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { notFound } from '../platform/http/problem.js';
import { wasAdmitted } from './asking.js';

/**
 * The gate has settled who asks and who may before the body was read. This decides nothing: it turns away what did not come through
 * the gate, which is a route that names no row of the access table.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (wasAdmitted(context.switchToHttp().getRequest<FastifyRequest>())) return true;
    throw notFound();
  }
}
