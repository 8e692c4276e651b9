// `npm start`: on a fresh clone, gets what is missing, simulates a bundled study on the small model that runs
// inside Vignette, and says what came of it and where it lies. Needs Node and npm; asks nothing.
import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cli, ensureBuilt } from './lib/build.mjs';
import { root } from './lib/editorInstall.mjs';
import { ensureInstalled } from './lib/install.mjs';

const study = join('examples', 'asian-disease', 'asian-disease.study.yaml');
const page = join('examples', 'report.html');
const say = (text) => console.log(text);
const title = (text) => say(`\n── ${text}`);

process.chdir(root);

try {
  ensureInstalled(say);
  ensureBuilt(say);
  const begun = Date.now();
  title('The small model that runs inside Vignette');
  const ready = vignette(['models', 'get', 'embedded'], { mayFail: true });
  title(ready ? `Simulating ${study}` : `Without a model: the uniform baseline on ${study}`);
  if (!ready)
    say(
      'The model could not be had (see above for how to get it), so this shows the baseline: every option\n' +
        'equally likely, no model asked. It is what a model has to beat.\n',
    );
  // Every core that nobody uses: two threads on a busy machine are slower than one.
  process.env.VIGNETTE_THREADS ??= String(await idleCores());
  const how = ready ? ['--model', 'embedded'] : ['--strategy', 'baseline'];
  const run = JSON.parse(vignette(['simulate', study, ...how, '--json'], { capture: true }));
  say(
    `${run.answers} answers in ${run.seconds.toFixed(0)} s (${run.cached} of them from the cache), free of charge.`,
  );
  title(ready ? 'Predicted against observed' : 'Baseline against observed');
  vignette(['evaluate', run.dir]);
  if (ready)
    say(
      '\nThis is a demonstration engine, not evidence: a model of 135 million parameters exercises the software.',
    );
  vignette(['report', run.dir, '--out', page], { quiet: true });
  title(`Done in ${Math.round((Date.now() - begun) / 1000)} s`);
  say(
    [
      `Results file   ${relative(root, run.results)}`,
      `HTML report    ${page}`,
      '',
      'See it in VS Code:',
      '  npm run workbench            a real VS Code in your browser, nothing to install',
      '  npm run package              makes a .vsix; then: code --install-extension vignette-*.vsix',
      `                               open the folder examples and in it ${relative('examples', study)}`,
    ].join('\n'),
  );
} catch (error) {
  console.error(`\n${error.message}`);
  process.exit(error.status ?? 1);
}

/** How many cores were idle during half a second; at least one. */
async function idleCores() {
  const before = cpus();
  await pause(500);
  const busy = cpus().reduce((sum, { times }, place) => {
    const spent = (kind) => times[kind] - before[place].times[kind];
    const all = Object.keys(times).reduce((total, kind) => total + spent(kind), 0);
    return sum + (all === 0 ? 0 : 1 - spent('idle') / all);
  }, 0);
  return Math.max(1, availableParallelism() - Math.round(busy));
}

/** Runs one command of the command line. A refusal ends `npm start`, unless it `mayFail`; Ctrl+C always does. */
function vignette(args, { mayFail = false, capture = false, quiet = false } = {}) {
  const stdout = capture ? 'pipe' : quiet ? 'ignore' : 'inherit';
  const done = spawnSync(process.execPath, [cli, ...args], {
    stdio: ['inherit', stdout, 'inherit'],
    encoding: 'utf8',
  });
  const status = done.status ?? 130;
  if (status === 0) return capture ? done.stdout : true;
  if (mayFail && status !== 130) return false;
  if (capture && done.stdout) process.stderr.write(done.stdout);
  throw Object.assign(new Error(`vignette ${args[0]} ended with status ${status}.`), { status });
}
