// Runs the benches of this folder, or those named: `npm run bench -- throughput`; long ones only when named. Each is bundled first, as
// what users run is: modules that are loaded one by one are slower.
import { build } from 'esbuild';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Files of this folder that are no benches. */
const OTHERS = ['index.ts', 'largeStudy.ts'];

/** Benches of many minutes. */
const LONG = ['scale'];

interface Bench {
  /** Measures and gives the lines to print. */
  readonly bench: () => Promise<readonly string[]>;
}

async function bundled(name: string): Promise<Bench> {
  const outfile = join(process.cwd(), '.cache', 'bench', `${name}.cjs`);
  await build({
    entryPoints: [join(__dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  return (await import(pathToFileURL(outfile).href)) as Bench;
}

async function main(wanted: readonly string[]): Promise<void> {
  const names = readdirSync(__dirname)
    .filter((file) => file.endsWith('.ts') && !OTHERS.includes(file))
    .map((file) => file.slice(0, -'.ts'.length));
  for (const name of names.filter((each) =>
    wanted.length === 0 ? !LONG.includes(each) : wanted.includes(each),
  )) {
    console.log(name);
    const { bench } = await bundled(name);
    for (const line of await bench()) console.log(`  ${line}`);
  }
}

void main(process.argv.slice(2));
