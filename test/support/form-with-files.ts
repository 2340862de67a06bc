/** A file as a browser sends it. */
export interface FileOfForm {
  /** Name of the box in which it was chosen. */
  readonly box: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** A form with files, as a browser sends it (`multipart/form-data`, RFC 7578). */
export const formWith = (
  fields: readonly (readonly [name: string, value: string])[],
  files: readonly FileOfForm[],
): { readonly payload: Buffer; readonly headers: Record<string, string> } => {
  const boundary = '----FormOfATest7MA4YWxkTrZu0gW';
  const parts = [
    ...fields.map(([name, value]) => part(`name="${name}"`, Buffer.from(value))),
    ...files.map(({ box, name, bytes }) =>
      part(`name="${box}"; filename="${name.replace(/"/g, '%22')}"\r\nContent-Type: application/octet-stream`, bytes),
    ),
  ];
  const between = Buffer.from(`--${boundary}\r\n`);
  return {
    payload: Buffer.concat([...parts.flatMap((each) => [between, each]), Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
};

const part = (about: string, bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`Content-Disposition: form-data; ${about}\r\n\r\n`), bytes, Buffer.from('\r\n')]);
