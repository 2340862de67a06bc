/*
 * Fastify looks for the name of a plugin that has none among all modules that are loaded. Under jest each look takes longer than the rest
 * of the registration, at every start of the program in a test: so a function without a name of its own has this one.
 */
Object.defineProperty(Function.prototype, Symbol.for('fastify.display-name'), {
  value: 'a plugin without a name',
  writable: true,
  configurable: true,
});
