// A real VS Code (code-server) on a loopback port with the packaged extension installed.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { editorNode, serverEntry } from './editorInstall.mjs';
import { runQuiet } from './proc.mjs';

/**
 * A port that is free now.
 * @returns {Promise<number>}
 */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

const quietSettings = {
  'workbench.startupEditor': 'none',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'remote.autoForwardPorts': false,
  'editor.minimap.enabled': false,
};

/** The environment less what an editor around us would leak into the one we start. */
function cleanEnvironment(home, extra) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|CODE_SERVER)/.test(name));
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    ...extra,
  };
}

/**
 * Starts the server. `folder` holds everything it writes.
 * @returns {Promise<{url: string, port: number, stop: () => Promise<void>}>}
 */
export async function startEditor({
  folder,
  port,
  vsix,
  others = [],
  settings = {},
  environment = {},
  trustAll = true,
  smokeTestDriver = false,
}) {
  const user = join(folder, 'user-data');
  const extensions = join(folder, 'extensions');
  const config = join(folder, 'config.yaml');
  mkdirSync(join(user, 'User'), { recursive: true });
  writeFileSync(config, 'auth: none\n');
  writeFileSync(
    join(user, 'User', 'settings.json'),
    JSON.stringify({ ...quietSettings, ...settings }, null, 2),
  );
  const env = cleanEnvironment(folder, environment);
  const common = [serverEntry, '--config', config, '--user-data-dir', user, '--extensions-dir', extensions];
  for (const each of [vsix, ...others])
    runQuiet(editorNode(), [...common, '--install-extension', each, '--force'], { env });
  const flags = [
    '--auth',
    'none',
    '--bind-addr',
    `127.0.0.1:${port}`,
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
    '--disable-proxy',
    '--ignore-last-opened',
  ];
  if (trustAll) flags.push('--disable-workspace-trust');
  if (smokeTestDriver) flags.push('--vscode-option', 'enable-smoke-test-driver');
  const child = spawn(editorNode(), [...common, ...flags], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output = (output + text).slice(-20_000)));
  await ready(`http://127.0.0.1:${port}/healthz`, child, () => output);
  return { url: `http://127.0.0.1:${port}`, port, output: () => output, stop: () => stopGroup(child) };
}

async function ready(url, child, output) {
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    if (child.exitCode !== null) throw new Error(`The editor ended at once.\n${output()}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The editor did not answer within a minute.\n${output()}`);
}

/** Ends the server with its extension hosts and watchers: they are one process group. */
function stopGroup(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('close', () => resolve());
    const send = (signal) => {
      try {
        process.kill(-child.pid, signal);
      } catch {
        // The group is gone already.
      }
    };
    send('SIGTERM');
    setTimeout(() => send('SIGKILL'), 3000).unref();
  });
}
