import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';
import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { type FormFields, formFrom, MOST_FIELDS } from './form-body.js';
import { Problem, problemOfStatus } from './problem.js';

/** A file that came in a form. */
export interface FileInForm {
  /** As the browser named it: nothing in it is believed. */
  readonly name: string;
  /** Nothing of a file that is too large. */
  readonly bytes: Buffer;
  readonly isTooLarge: boolean;
}

const MEGABYTE = 1024 * 1024;
/** Bytes of one file. */
export const LARGEST_FILE = 25 * MEGABYTE;
const MOST_FILES = 10;
/** Of a whole request. A longer one is not read to its end. */
const MOST_BYTES = 60 * MEGABYTE;
/** Of all fields together: as much as a form without files may hold. */
const MOST_BYTES_OF_FIELDS = 256 * 1024;
/** Requests with files that are read at the same time: each is in memory until it is kept. */
const MOST_AT_ONCE = 3;

declare module 'fastify' {
  interface FastifyContextConfig {
    takesFiles?: boolean;
  }
}

/** Says that a route also takes `multipart/form-data`. Every other answers 415 to it. */
export const TakesFiles =
  (takes = true): MethodDecorator =>
  (_target, _name, descriptor) => {
    const handler = descriptor.value as object;
    const said = (Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, handler) ?? {}) as object;
    if (takes) Reflect.defineMetadata(FASTIFY_ROUTE_CONFIG_METADATA, { ...said, takesFiles: true }, handler);
  };

const files = new WeakMap<FastifyRequest, readonly FileInForm[]>();

/** The files that came with a request, in their order. */
export const filesOf = (request: FastifyRequest): readonly FileInForm[] => files.get(request) ?? [];

let underWay = 0;

/**
 * Reads a form with files, in memory: nothing of it touches the disk before it is sealed.
 * @returns its fields, as a form without files is read
 * @throws Problem `unsupported-media-type`, `body-too-large`, `too-busy`, `malformed-request`
 */
export const readFormWithFiles = async (request: FastifyRequest, payload: Readable): Promise<object> => {
  if (request.routeOptions.config.takesFiles !== true) throw problemOfStatus(415);
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) throw tooMuch();
  if (underWay >= MOST_AT_ONCE) throw tooManyFiles();
  underWay += 1;
  try {
    const { fields, found } = await partsOf(request, payload);
    files.set(request, found);
    return formFrom(fields);
  } finally {
    underWay -= 1;
  }
};

interface Parts {
  readonly fields: FormFields;
  readonly found: readonly FileInForm[];
}

const partsOf = ({ headers }: FastifyRequest, payload: Readable): Promise<Parts> =>
  new Promise((done, fail) => {
    const busboy = reader(headers['content-type'] ?? '');
    const fields: [string, string][] = [];
    const found: FileInForm[] = [];
    let bytes = 0;
    let bytesOfFields = 0;
    const stop = (problem: unknown): void => {
      payload.unpipe(busboy);
      payload.removeAllListeners('data');
      fail(problem);
    };
    busboy.on('field', (name: string, value: string, isNameCut: boolean, isValueCut: boolean) => {
      bytesOfFields += name.length + value.length;
      const written = utf8(value);
      if (isNameCut || isValueCut || bytesOfFields > MOST_BYTES_OF_FIELDS) stop(tooMuch());
      else if (written === undefined) stop(unreadable('The form is not in UTF-8: encode it so and send it again.'));
      else fields.push([name, written]);
    });
    busboy.on('file', (_field: string, stream: BusboyFileStream, name: string | undefined) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => void (stream.truncated ? (chunks.length = 0) : chunks.push(chunk)));
      stream.on('limit', () => void (chunks.length = 0));
      stream.on('end', () => {
        const isTooLarge = stream.truncated;
        // A browser sends an empty part without a name for a box in which no file was chosen.
        if (!isTooLarge && chunks.length === 0 && (name ?? '') === '') return;
        found.push({ name: name ?? '', bytes: isTooLarge ? Buffer.alloc(0) : Buffer.concat(chunks), isTooLarge });
      });
    });
    for (const limit of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const)
      busboy.on(limit, () => stop(unreadable(`The form has more than ${MOST_FILES} files or ${MOST_FIELDS} fields.`)));
    busboy.on('error', () => stop(unreadable('The form cannot be read: send it as multipart/form-data.')));
    busboy.on('finish', () => done({ fields, found }));
    payload.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) stop(tooMuch());
    });
    // A client that goes away in the middle leaves its place to others.
    payload.on('error', () => stop(cutShort()));
    payload.on('close', () => void (payload.readableEnded || stop(cutShort())));
    payload.pipe(busboy);
  });

const reader = (contentType: string): BusboyInstance => {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      // Bytes that are not UTF-8 are seen, and not replaced.
      defCharset: 'latin1',
      limits: {
        ...{ fieldNameSize: 200, fieldSize: MOST_BYTES_OF_FIELDS, fields: MOST_FIELDS },
        ...{
          fileSize: LARGEST_FILE,
          files: MOST_FILES,
          parts: MOST_FIELDS + MOST_FILES,
          headerPairs: 20,
          headerSize: 8_192,
        },
      },
    });
  } catch {
    throw unreadable('The form cannot be read: its Content-Type must name its boundary.');
  }
};

/** The text of a part, of which each byte came as one character; undefined where it is not UTF-8. */
const utf8 = (latin1: string): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(latin1, 'latin1'));
  } catch {
    return undefined;
  }
};

const cutShort = (): Problem => unreadable('The form was cut short on its way: send it again.');

const unreadable = (detail: string): Problem => new Problem(400, 'malformed-request', detail);

const tooMuch = (): Problem =>
  new Problem(
    413,
    'body-too-large',
    'This is more than is taken at once: 25 MB a file, and 60 MB in all. Send fewer or smaller files, one after the other.',
  );

const tooManyFiles = (): Problem =>
  new Problem(503, 'too-busy', 'Other files are being taken in at this moment. Send it again in a few seconds.', {
    headers: { 'retry-after': '5' },
  });
