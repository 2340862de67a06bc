import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { stringify } from 'yaml';
import { Document } from './document.js';

const DESCRIPTION = `Disputes and practice acknowledgements of Independent Reviewing Officers.

Sign in, then send the token as \`Authorization: Bearer …\`. A write may carry an \`Idempotency-Key\` (the id of the command: sent
again it has one effect and the same answer) and an \`If-Match\` with the ETag of what was read. It answers with a position; a read
that is given it (\`Footprint-Position\`, or \`?position=\`) waits up to a second for that write. Whatever goes wrong is answered as a
problem (RFC 9457) with a stable code.

What you may not know of is answered as if it were not there: with 404 where the address names it, whatever else is in the request; and
where a body names it with the same 400 as what does not fit and what nothing has. Each such field says what it may name. A field that
is left out of a change stays as it was, and null empties it.`;

/** Written beside the program by the build; not there where the program runs as it is written. */
const built = (ending: 'json' | 'yaml'): string => join(import.meta.dirname, '..', '..', '..', `openapi.${ending}`);

/**
 * Describes every route of the program, at `/api/v1/openapi.json`, with a page to read and try it at `/api`. Nobody need sign in for
 * that, and it is the same for every council: the build writes it down, so that no start spends its time on it. The page is made by Nest
 * itself, and what Nest would write anew at each request by us.
 */
export const serveOpenApi = (app: NestFastifyApplication): void => {
  let described: OpenAPIObject | undefined;
  const description = (): OpenAPIObject =>
    (described ??= existsSync(built('json'))
      ? (JSON.parse(readFileSync(built('json'), 'utf8')) as OpenAPIObject)
      : openApiOf(app));
  SwaggerModule.setup('api', app, description, { raw: false, customSiteTitle: 'Footprint API' });
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const isBuilt = existsSync(built('json'));
  const serve = (path: string, document: Document): void => {
    fastify.get(path, (request, reply) => document.send(request, reply));
    // The first who asks would wait until what the build wrote is read. From its sources it takes seconds to make, and most tests never ask.
    if (isBuilt) fastify.addHook('onListen', async () => void document.ready());
  };
  const text = (ending: 'json' | 'yaml', make: (description: OpenAPIObject) => string): string =>
    existsSync(built(ending)) ? readFileSync(built(ending), 'utf8') : make(description());
  serve('/api/v1/openapi.json', new Document('application/json', () => text('json', inJson)));
  serve('/api/v1/openapi.yaml', new Document('text/yaml', () => text('yaml', inYaml)));
};

/** Part of the build: writes the description of the API beside the program that was built. */
export const writeOpenApi = (app: INestApplication): void => {
  const description = openApiOf(app);
  writeFileSync(built('json'), inJson(description));
  writeFileSync(built('yaml'), inYaml(description));
};

const inJson = (description: OpenAPIObject): string => JSON.stringify(description);

/** JSON first: what is undefined in the description is no part of it. */
const inYaml = (description: OpenAPIObject): string =>
  stringify(JSON.parse(inJson(description)), { aliasDuplicateObjects: false });

export const openApiOf = (app: INestApplication): OpenAPIObject => {
  const document = SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setTitle('Footprint')
      .setDescription(DESCRIPTION)
      .setVersion('1')
      .setOpenAPIVersion('3.0.3')
      .addServer('/')
      .addBearerAuth({
        type: 'http',
        scheme: 'bearer',
        description: 'A token that was made for a person or a program, or that of a session of the demonstration.',
      })
      .addTag('Disputes', 'Informal and formal, from raising to a stated end.')
      .addTag('Acknowledgements', 'A record that somebody did well.')
      .addTag('Directory', 'Teams, posts, people and children over time.')
      .addTag('Protocol', 'The council’s rules as data.')
      .addTag('Figures', 'Themes and the annual report; every number opens its cases.')
      .addTag('Demonstration', 'Signing in to a council that does not exist.')
      .addTag('Health', 'Whether the program runs and is up to date.')
      .build(),
  );
  return document;
};
