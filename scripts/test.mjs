// `npm test`: set-up, then types, lint, format, generated files, unit and golden tests, the package, the
// editor's host and the real editor in a real browser. The last line is "N passed, N failed".
// `-- --only unit` runs one tier.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installBrowser, installEditor, root } from './lib/editorInstall.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { Steps } from './lib/steps.mjs';

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const tiers = ['static', 'unit', 'editor', 'e2e'];
if (values.only && !tiers.includes(values.only)) {
  console.error(`There is no tier ${values.only}; there are ${tiers.join(', ')}.`);
  process.exit(2);
}
const wants = (tier) => !values.only || values.only === tier;
const steps = new Steps();
const say = (text) => console.log(text);
process.chdir(root);
process.env.FORCE_COLOR = '0';

const bin = (name, ...path) => join(root, 'node_modules', name, ...path);
const node = process.execPath;

await steps.must('Set-up', () => {
  ensureInstalled(say);
  if (!wants('editor') && !wants('e2e')) return;
  installEditor(say);
  process.env.VIGNETTE_BROWSER = installBrowser(say);
});

const built = await steps.check('Build, with byte budgets', node, ['esbuild.js', '--production']);

if (wants('static')) {
  await steps.check('Types, a world each', node, ['scripts/types.mjs']);
  await steps.check('Lint: rooms, cycles, habits', node, [bin('eslint', 'bin', 'eslint.js'), '.']);
  await steps.check('Format', node, [
    bin('prettier', 'bin', 'prettier.cjs'),
    '--check',
    '--log-level',
    'warn',
    '.',
  ]);
  await steps.check('Generated files are fresh', node, ['--import', 'tsx', 'scripts/generate.ts', '--check']);
}

const mocha = bin('mocha', 'bin', 'mocha.js');
if (wants('unit'))
  await steps.tests('Unit and golden tests', node, [
    mocha,
    'test/unit/**/*.test.ts',
    'test/golden/**/*.test.ts',
    'test/studies/**/*.test.ts',
  ]);

if (built && (wants('editor') || wants('e2e'))) {
  const { prepareModel } = await import('./lib/model.mjs');
  await steps.must('The small model for the tests', () => prepareModel(say));
  await steps.must('Package, and what is in it', async () => {
    const { packageExtension } = await import('./package.mjs');
    process.env.VIGNETTE_VSIX = packageExtension();
  });
  if (wants('editor')) {
    await steps.tests('The real model, in this process', node, [
      mocha,
      '--config',
      'test/e2e/mocharc.json',
      '--spec',
      'test/model/**/*.test.ts',
    ]);
    await steps.tests('Inside the editor’s extension host', node, ['scripts/testEditor.mjs']);
  }
  if (wants('e2e'))
    await steps.tests('The real editor in a real browser', node, [
      mocha,
      '--config',
      'test/e2e/mocharc.json',
      '--spec',
      'test/e2e/*.test.ts',
    ]);
}

steps.finish();
