// Makes what browsers load: dist/assets/<hash>/, a folder named by the hash of all that is in it. A page already open asks for the folder
// that it was drawn with; so within one build an older folder is not kept, and a release keeps the one before beside it for a day.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import * as sass from 'sass';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const packageFolder = (name) => dirname(require.resolve(`${name}/package.json`));
const govuk = join(packageFolder('govuk-frontend'), 'dist', 'govuk');
const moj = join(packageFolder('@ministryofjustice/frontend'), 'moj');
const own = join(root, 'src', 'web', 'assets');

const styles = sass.compile(join(own, 'app.scss'), {
  loadPaths: [root],
  style: 'compressed',
  quietDeps: true,
  logger: sass.Logger.silent,
}).css;

const files = new Map([
  ['app.css', Buffer.from(styles)],
  ['app.js', readFileSync(join(own, 'app.js'))],
  ['copy.js', readFileSync(join(own, 'copy.js'))],
  ['print.js', readFileSync(join(own, 'print.js'))],
  ['drafts.js', readFileSync(join(own, 'drafts.js'))],
  ['news.js', readFileSync(join(own, 'news.js'))],
  ['progress.js', readFileSync(join(own, 'progress.js'))],
  ['more.js', readFileSync(join(own, 'more.js'))],
  ['meeting.js', readFileSync(join(own, 'meeting.js'))],
  ['govuk.js', readFileSync(join(govuk, 'govuk-frontend.min.js'))],
  ['moj.js', readFileSync(join(moj, 'moj-frontend.min.js'))],
  ['icon.svg', readFileSync(join(own, 'icon.svg'))],
]);
for (const [, name] of styles.matchAll(/url\("?\.\/images\/([\w.-]+)"?\)/g))
  files.set(`images/${name}`, readFileSync(join(moj, 'assets', 'images', name)));

const hash = createHash('sha256');
for (const name of [...files.keys()].sort()) hash.update(name).update(files.get(name));
const id = hash.digest('base64url').slice(0, 12);

const assets = join(root, 'dist', 'assets');
rmSync(assets, { recursive: true, force: true });
for (const [name, bytes] of files) {
  const path = join(assets, id, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  if (brotli.length >= bytes.length) continue;
  writeFileSync(`${path}.br`, brotli);
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}
writeFileSync(join(assets, 'current.json'), JSON.stringify({ id }));
