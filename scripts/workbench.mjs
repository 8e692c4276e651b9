// `npm run workbench [-- --port 8080]`: a real VS Code in the browser, with the extension and the examples
// open, for anyone without VS Code at hand. Ends with Ctrl+C; what is written stays in .cache/workbench.
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installEditor, root } from './lib/editorInstall.mjs';
import { freePort, startEditor } from './lib/editorServer.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { packageExtension } from './package.mjs';

const { values } = parseArgs({ options: { port: { type: 'string' } } });
const say = (text) => console.log(text);

ensureInstalled(say);
installEditor(say);
say('Packaging the extension …');
const vsix = packageExtension();
const folder = join(root, '.cache', 'workbench');
const examples = join(folder, 'examples');
mkdirSync(folder, { recursive: true });
if (!existsSync(examples)) cpSync(join(root, 'examples'), examples, { recursive: true });
const home =
  process.env.VIGNETTE_HOME ??
  join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'vignette');
const port = values.port ? Number(values.port) : await freePort();
const editor = await startEditor({
  folder,
  port,
  vsix,
  settings: { 'workbench.colorTheme': 'Default Dark Modern' },
  environment: { VIGNETTE_HOME: home },
});
say(`\nVS Code with Vignette is at  ${editor.url}/?folder=${encodeURIComponent(examples)}`);
say(
  'The studies there are copies of examples/. Open asian-disease.study.yaml and click "Simulate condition". Ctrl+C ends it.',
);
process.on('SIGINT', () => void editor.stop().then(() => process.exit(0)));
process.on('SIGTERM', () => void editor.stop().then(() => process.exit(0)));
