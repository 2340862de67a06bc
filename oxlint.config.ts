import { defineConfig } from 'oxlint';

// Domain code reaches the clock, ids and chance only through ports (docs/decisions/0001-pure-in-the-middle.md).
const impure = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the time from the Clock port.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take the time from the Clock port.' },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Chance comes in through a port.',
  },
  { selector: "CallExpression[callee.name='randomUUID']", message: 'Take ids from the command or the Ids port.' },
];

// Whether something is late is decided in src/disputes/time/late.ts alone (docs/decisions/0019-one-room-for-time.md).
const DUE = '/^((first_?)?due_?(on|at)|next_?look_?on|by)$/i';
const COMPARISON = "BinaryExpression[operator=/^[<>]=?$/]:not([right.type='Literal'])";
const DUE_IN_SQL =
  '/((due_(on|at)|next_look_on|"by") *[<>])|([<>]=? *([a-z]+[.])?((first_)?due_(on|at)|next_look_on|"by"))/';
const compares = [
  `${COMPARISON} > Identifier[name=${DUE}]`,
  `${COMPARISON} > MemberExpression[property.name=${DUE}]`,
  `${COMPARISON} > TSNonNullExpression > Identifier[name=${DUE}]`,
  `${COMPARISON} > TSNonNullExpression > MemberExpression[property.name=${DUE}]`,
  `${COMPARISON} > CallExpression > Identifier.arguments[name=${DUE}]`,
  `${COMPARISON} > CallExpression > MemberExpression.arguments[property.name=${DUE}]`,
  `TemplateElement[value.raw=${DUE_IN_SQL}]`,
  `Literal[value=${DUE_IN_SQL}]`,
].map((selector) => ({
  selector,
  message:
    'Ask src/disputes/time/late.ts, or late-in-sql.ts for a query: they alone compare a due date with a moment or a day.',
}));

export default defineConfig({
  plugins: ['eslint', 'typescript'],
  // What oxlint has no rule of its own for: ESLint's rule, by the plugin of oxlint's own makers.
  jsPlugins: [{ name: 'eslint-js', specifier: 'oxlint-plugin-eslint' }],
  ignorePatterns: ['dist', '.tools', 'coverage', '.data'],
  categories: { correctness: 'error' },
  rules: {
    // What people paste holds control characters, and some patterns look for them.
    'no-control-regex': 'off',
    'no-array-constructor': 'error',
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    'no-var': 'error',
    'prefer-const': 'error',
    'prefer-rest-params': 'error',
    'prefer-spread': 'error',
    'typescript/ban-ts-comment': 'error',
    'typescript/no-empty-object-type': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-namespace': 'error',
    'typescript/no-require-imports': 'error',
    'typescript/no-unnecessary-type-constraint': 'error',
    'typescript/no-unsafe-function-type': 'error',
  },
  overrides: [
    {
      files: ['src/**/*.ts', 'projections/**/*.ts'],
      excludeFiles: ['src/platform/**', 'src/disputes/time/**', '**/*.spec.ts'],
      rules: { 'eslint-js/no-restricted-syntax': ['error', ...impure, ...compares] },
    },
    {
      files: ['src/disputes/time/**/*.ts'],
      excludeFiles: ['**/*.spec.ts'],
      rules: { 'eslint-js/no-restricted-syntax': ['error', ...impure] },
    },
  ],
});
