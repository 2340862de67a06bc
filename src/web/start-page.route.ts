import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { OpenToAll } from '../access/permission.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/tokens.js';
import { startPage } from './start-page.js';

@ApiExcludeController()
@Controller()
export class StartPageRoute {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get()
  @OpenToAll()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
  page(@Req() { socket }: FastifyRequest): string {
    return startPage(this.config.demonstration, `http://localhost:${socket.localPort}`);
  }
}
