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
    rules: { 'no-restricted-syntax': ['error', ...impure] },
  },
);
