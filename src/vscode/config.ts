import { workspace, type Disposable, type Uri } from 'vscode';
import { settings, type OpenResults, type Setting } from './ids';

/** A setting's value, or its default where the file holds something else than it may. */
function read<T extends boolean | number | string>(setting: Setting<T>, scope?: Uri): T {
  const value = workspace.getConfiguration(undefined, scope).get<unknown>(setting.id);
  return fits(value, setting) ? value : setting.default;
}

function fits<T>(value: unknown, setting: Setting<T>): value is T {
  if (typeof value !== typeof setting.default) return false;
  if (setting.oneOf !== undefined) return setting.oneOf.includes(value as T);
  if (typeof value !== 'number') return true;
  return value >= (setting.minimum ?? -Infinity) && value <= (setting.maximum ?? Infinity);
}

/** The user's settings, read when asked for. */
export const config = {
  lenses: (): boolean => read<boolean>(settings.lenses),
  inlayHints: (): boolean => read<boolean>(settings.inlayHints),
  hoverCharts: (): boolean => read<boolean>(settings.hoverCharts),
  gutter: (): { readonly simulated: boolean; readonly stale: boolean; readonly failed: boolean } => ({
    simulated: read<boolean>(settings.gutterSimulated),
    stale: read<boolean>(settings.gutterStale),
    failed: read<boolean>(settings.gutterFailed),
  }),
  confirmAboveUsd: (): number => read<number>(settings.confirmAboveUsd),
  pilotRespondents: (study: Uri): number => read<number>(settings.pilotRespondents, study),
  /** Undefined: the limit adapts. */
  maxConcurrency: (): number | undefined => read<number>(settings.maxConcurrency) || undefined,
  openResults: (): OpenResults => read<OpenResults>(settings.openResults),
};

/** Calls `changed` after any setting of ours was changed. */
export function onConfigChange(changed: () => void): Disposable {
  return workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('vignette')) changed();
  });
}
