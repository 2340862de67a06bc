// Lets a plain node run the benchmarks as they are written, against the program as it was built: what they import from src/ and
// projections/ is taken from dist/, and what they import from each other or from the tests' support is TypeScript.
import { registerHooks } from 'node:module';

const root = new URL('../../', import.meta.url).href;
const isOwn = (url) => url.startsWith(`${root}bench/`) || url.startsWith(`${root}test/`);

registerHooks({
  resolve(specifier, context, next) {
    const importer = context.parentURL ?? '';
    if (!specifier.startsWith('.') || !isOwn(importer)) return next(specifier, context);
    const wanted = new URL(specifier, importer).href;
    return next(
      isOwn(wanted)
        ? wanted.replace(/\.js$/, '.ts')
        : wanted.replace(new RegExp(`^${root}(src|projections)/`), `${root}dist/$1/`),
      context,
    );
  },
});
