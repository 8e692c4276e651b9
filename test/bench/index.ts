// Runs every bench of this folder, or those named: `npm run bench -- throughput`.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Bench {
  /** Measures and gives the lines to print. */
  readonly bench: () => Promise<readonly string[]>;
}

async function main(wanted: readonly string[]): Promise<void> {
  const names = readdirSync(__dirname)
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length));
  for (const name of names.filter((each) => wanted.length === 0 || wanted.includes(each))) {
    console.log(name);
    const { bench } = (await import(pathToFileURL(join(__dirname, `${name}.ts`)).href)) as Bench;
    for (const line of await bench()) console.log(`  ${line}`);
  }
}

void main(process.argv.slice(2));
