// `npm run test:peer`: our client against a real OpenAI-compatible server with a real small model. Where the
// server cannot be built or the model cannot be had, it says so and skips.
import { join } from 'node:path';
import { root } from './lib/editorInstall.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { llamaServer, missingTool } from './lib/llamaServer.mjs';
import { useTestHome } from './lib/model.mjs';
import { Steps } from './lib/steps.mjs';

const say = (text) => console.log(text);
process.chdir(root);
process.env.FORCE_COLOR = '0';

function skip(reason) {
  say(`\nSKIPPED: ${reason}.\n0 passed, 0 failed, 1 skipped`);
  process.exit(0);
}

const steps = new Steps();
await steps.must('Set-up', () => ensureInstalled(say));
const reason = missingTool();
if (reason !== undefined) skip(reason);
try {
  process.env.VIGNETTE_PEER_SERVER = llamaServer(say);
} catch (error) {
  skip(`llama-server could not be built: ${error.message.split('\n').slice(0, 3).join(' ')}`);
}
useTestHome();
const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
const config = ['--config', 'test/peer/mocharc.json', '--spec', 'test/peer/**/*.test.ts'];
await steps.tests('A real llama-server', process.execPath, [mocha, ...config]);
steps.finish();
