// Type-checks each world with its own library and types. `npm run types`.
import { spawnSync } from 'node:child_process';

const worlds = ['pure', 'node', 'webview'].map((world) => `tsconfig.${world}.json`).concat('tsconfig.json');
let failed = false;
for (const project of worlds) {
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project], {
    stdio: 'inherit',
  });
  if (status !== 0) failed = true;
}
process.exit(failed ? 1 : 0);
