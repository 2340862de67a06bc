import { Controller, Get, Header, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenToAll } from '../access/permission.js';
import type { Config } from '../platform/config/config.js';
import { Document } from '../platform/http/document.js';
import { CONFIG } from '../platform/tokens.js';
import { startPage } from './start-page.js';

@ApiExcludeController()
@Controller()
export class StartPageRoute {
  private document: Document | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get()
  @OpenToAll()
  @Header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
  page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    // The port is known when the first request comes in by it, and stays.
    const address = `http://localhost:${request.socket.localPort}`;
    this.document ??= new Document('text/html; charset=utf-8', () => startPage(this.config.demonstration, address));
    this.document.send(request, reply);
  }
}
