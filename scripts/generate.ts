// Writes the files that are generated from their one source: the JSON Schema, the pages of the diagnostics,
// the help of the command line and the table of settings. `npm run generate`; `-- --check` only compares.
import { mkdirSync, readFileSync, writeFileSync, existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

const check = process.argv.includes('--check');
const folder = join(__dirname, 'generate');

async function main(): Promise<void> {
  const stale: string[] = [];
  for (const name of readdirSync(folder).sort()) {
    const module = (await import(pathToFileURL(join(folder, name)).href)) as {
      generate(): readonly GeneratedFile[];
    };
    for (const { path, text } of module.generate()) {
      if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
      stale.push(path);
      if (check) continue;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }
  if (stale.length > 0) console.log(`${check ? 'Stale' : 'Written'}: ${stale.join(', ')}`);
  if (check && stale.length > 0) process.exit(1);
}

void main();
