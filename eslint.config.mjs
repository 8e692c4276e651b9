import importX from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import tseslint from 'typescript-eslint';

/**
 * The rooms of `src` and the rooms each may import from. Arrows go down only; the doors
 * (extension.ts, cli.ts, runner.ts) are imported by nobody. See docs/architecture.md.
 */
const rooms = {
  util: [],
  stats: ['util'],
  study: ['util'],
  formats: ['util'],
  data: ['formats', 'study', 'stats', 'util'],
  simulate: ['data', 'study', 'stats', 'util'],
  evaluate: ['simulate', 'data', 'study', 'stats', 'util'],
  results: ['evaluate', 'study', 'stats', 'util'],
  chart: ['results', 'stats', 'util'],
  report: ['chart', 'results', 'study', 'util'],
  language: ['chart', 'results', 'data', 'study', 'util'],
  workspace: ['results', 'evaluate', 'simulate', 'data', 'study', 'util'],
  engine: ['workspace', 'simulate', 'study', 'util'],
  app: [
    'engine',
    'workspace',
    'language',
    'report',
    'results',
    'evaluate',
    'simulate',
    'data',
    'formats',
    'study',
    'stats',
    'util',
  ],
  protocol: ['app', 'data', 'simulate', 'results', 'util'],
  host: ['app', 'engine', 'workspace', 'simulate', 'formats', 'data', 'study', 'protocol', 'util'],
  cli: ['app', 'chart', 'host', 'results', 'simulate', 'util'],
  vscode: [
    'app',
    'chart',
    'host',
    'language',
    'protocol',
    'results',
    'simulate',
    'study',
    'data',
    'workspace',
    'util',
  ],
};

/** Rooms that know nothing of Node, the DOM or the editor. */
const pure = [
  'util',
  'stats',
  'study',
  'formats',
  'data',
  'simulate',
  'evaluate',
  'results',
  'chart',
  'report',
  'language',
  'app',
  'protocol',
];

const roomZones = Object.entries(rooms).map(([room, allowed]) => ({
  target: `./src/${room}`,
  from: './src',
  except: [room, ...allowed].map((name) => `./${name}`),
  message: `src/${room} may import only from: ${allowed.join(', ') || 'nothing'}.`,
}));

const webviewZones = [
  {
    target: './webview',
    from: './src',
    except: ['./protocol', './chart', './results', './util'],
    message: 'The webview may import only protocol, chart, results and util.',
  },
  { target: './src', from: './webview', message: 'src never imports browser code.' },
  { target: './src', from: './test', message: 'src never imports tests.' },
];

const impureGlobals = [
  'process',
  'Buffer',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'window',
  'document',
  'console',
  'performance',
  'crypto',
  '__dirname',
  'require',
];

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'dist',
      'out',
      'coverage',
      '.cache',
      '**/*.json',
      'test/e2e/node_modules',
      '**/*.d.ts',
    ],
  },
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './tsconfig.webview.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({ project: ['./tsconfig.json', './tsconfig.webview.json'] }),
      ],
    },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': ['error', { zones: [...roomZones, ...webviewZones] }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
    },
  },
  {
    files: pure.map((room) => `src/${room}/**/*.ts`),
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['vscode', 'node:*', 'fs', 'path', 'os', 'child_process'],
              message: 'A pure room takes what it needs of the world as an interface.',
            },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        ...impureGlobals.map((name) => ({
          name,
          message: 'A pure room takes what it needs of the world as an interface.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Use util/rng.' },
        { object: 'Date', property: 'now', message: 'Take a clock.' },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/vscode/**', 'src/extension.ts', ...pure.map((room) => `src/${room}/**`)],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['vscode'], message: 'Only src/vscode knows the editor.' }] },
      ],
    },
  },
  {
    files: ['test/**/*.ts', 'scripts/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      // Fakes answer at once behind interfaces that promise.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { project: null, projectService: false } },
    rules: {
      'no-console': 'off',
      'import-x/no-default-export': 'off',
      'import-x/no-cycle': 'off',
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
      'max-lines-per-function': 'off',
    },
  },
);
