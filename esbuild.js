// Bundles the doors and the views. `node esbuild.js [--watch] [--production]`.
// Only the extension may import `vscode`; the command line and the run process are built with it *not*
// external, so that a stray import breaks the build. Browser bundles break on a stray `node:` import.
const { build, context } = require('esbuild');
const { statSync } = require('node:fs');

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

/** Bytes that a production bundle may have; raise one only with a reason in the commit. */
const budgets = {
  'dist/extension.js': 700_000,
  'dist/cli.js': 1_600_000,
  'dist/runner.js': 1_500_000,
  'dist/webview/results.js': 120_000,
  'dist/webview/compare.js': 120_000,
};

const shared = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
  legalComments: 'none',
};
// `import()` of a package that lives outside the bundle (the embedded engine) must stay an import.
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
const browser = {
  ...shared,
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  loader: { '.css': 'text' },
};

const bundles = [
  { ...node, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  { ...node, entryPoints: ['src/cli.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  { ...node, entryPoints: ['src/runner.ts'], outfile: 'dist/runner.js' },
  { ...browser, entryPoints: ['webview/results/main.ts'], outfile: 'dist/webview/results.js' },
  { ...browser, entryPoints: ['webview/compare/main.ts'], outfile: 'dist/webview/compare.js' },
];

async function main() {
  if (watch) {
    for (const bundle of bundles) await (await context(bundle)).watch();
    return;
  }
  await Promise.all(bundles.map((bundle) => build(bundle)));
  if (!production) return;
  const tooLarge = Object.entries(budgets).filter(([file, budget]) => statSync(file).size > budget);
  for (const [file, budget] of tooLarge)
    console.error(`${file} has ${statSync(file).size} bytes; its budget is ${budget}.`);
  if (tooLarge.length > 0) process.exit(1);
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
