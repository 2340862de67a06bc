import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

const DESCRIPTION = `Disputes and practice acknowledgements of Independent Reviewing Officers.

Sign in, then send the token as \`Authorization: Bearer …\`. A write may carry an \`Idempotency-Key\` (the id of the command: sent
again it has one effect and the same answer) and an \`If-Match\` with the ETag of what was read. It answers with a position; a read
that is given it (\`Footprint-Position\`, or \`?position=\`) waits up to a second for that write. Whatever goes wrong is answered as a
problem (RFC 9457) with a stable code.`;

/** Describes every route of the program, at `/api/v1/openapi.json`, with a page to read and try it at `/api`. */
export const serveOpenApi = (app: INestApplication): void => {
  SwaggerModule.setup('api', app, () => openApiOf(app), {
    jsonDocumentUrl: 'api/v1/openapi.json',
    yamlDocumentUrl: 'api/v1/openapi.yaml',
    customSiteTitle: 'Footprint API',
  });
};

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
        description: 'A token made on the command line, or that of a session of the demonstration.',
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
