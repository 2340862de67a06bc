import tseslint from 'typescript-eslint';
import prettier from 'eslint-config-prettier';

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

export default tseslint.config(
  { ignores: ['dist', '.tools', 'coverage', 'node_modules', '.data'] },
  ...tseslint.configs.recommended,
  prettier,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
    },
  },
  {
    files: ['src/**/*.ts', 'projections/**/*.ts'],
    ignores: ['src/platform/**', '**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...impure, ...compares] },
  },
  {
    files: ['src/disputes/time/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...impure] },
  },
);
