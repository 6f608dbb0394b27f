import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * The rooms of src/, innermost first. A room may import from itself and from the rooms listed for it;
 * everything else is a lint error. Changing this table is a design decision: see docs/architecture.md.
 */
const ROOMS = {
  schema: [],
  domain: ['schema'],
  rules: ['schema', 'domain'],
  outputs: ['schema', 'domain', 'i18n'],
  i18n: ['schema', 'domain'],
  files: ['schema', 'domain', 'rules'],
  data: ['schema', 'domain', 'rules', 'files', 'i18n', 'outputs'],
  integrations: ['schema', 'domain', 'rules', 'files', 'outputs', 'i18n', 'cli'],
  cli: ['schema', 'domain', 'rules', 'outputs', 'files', 'i18n'],
  client: ['domain'],
  form: ['schema', 'domain', 'rules', 'client'],
  components: ['schema', 'domain', 'data', 'i18n', 'client', 'form', 'outputs'],
  layouts: ['schema', 'domain', 'data', 'i18n', 'client', 'outputs', 'components', 'styles'],
  pages: ['schema', 'domain', 'data', 'i18n', 'client', 'outputs', 'components', 'layouts', 'styles'],
};

const rooms = Object.keys(ROOMS);

/** One zone a room: every other room that it may not import from. */
const zones = rooms.map((room) => ({
  target: `./src/${room}`,
  from: rooms.filter((other) => other !== room && !ROOMS[room].includes(other)).map((other) => `./src/${other}`),
  message: `src/${room} may import only from: ${[room, ...ROOMS[room]].join(', ')} (eslint.config.js, ROOMS).`,
}));

/** Modules that would tie the pure rooms to a framework, a platform or the page. */
const IMPURE = {
  patterns: [{ regex: '^(?:astro|node:)', message: 'This room is pure TypeScript: no astro:*, no node:*.' }],
};

export default defineConfig(
  { ignores: ['dist/', '.astro/', 'node_modules/', 'tests/.tmp/', 'tests/fixtures/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  {
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.astro', '.js', '.mjs'] })],
      'import-x/extensions': ['.ts', '.js', '.mjs', '.astro'],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'No barrels: export names one by one.' },
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-control-regex': 'off',
    },
  },
  { files: ['src/**/*.ts'], rules: { 'import-x/no-cycle': 'error' } },
  {
    files: ['src/{schema,domain,rules,outputs,i18n}/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', IMPURE] },
  },
  {
    files: ['src/{cli,files,client,form,components,layouts,pages,integrations}/**/*.{ts,astro}'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^astro:content', message: 'Only src/data reads astro:content.' }] },
      ],
    },
  },
);
