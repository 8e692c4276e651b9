// Runs in the extension host of a real VS Code that has the packaged extension installed.
import Mocha from 'mocha';

/** Resolves when every test passed. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 60_000, reporter: 'spec' });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./activation.test');
  await import('./language.test');
  await import('./authoring.test');
  await import('./runs.test');
  await import('./steering.test');
  await import('./editorModel.test');
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
