import { ProgressLocation, window } from 'vscode';
import type { Results } from '../../results/types';
import { folderOf } from '../../workspace/paths';
import type { EditorServices } from '../services';
import { showComparison } from './panel';

/** One side of a comparison. */
export interface Side {
  readonly name: string;
  readonly path: string;
  readonly results: Results;
  /** As the run process finds it: a path, or `REV:path`. */
  readonly reference: string;
}

/** Compares in the run process, since it resamples, and shows the view. */
export async function compareAndShow(services: EditorServices, a: Side, b: Side): Promise<void> {
  const root = folderOf(b.path);
  const compared = await window.withProgress(
    { location: ProgressLocation.Window, title: 'Vignette: comparing' },
    () => services.runProcess.ask({ type: 'compare', root, a: a.reference, b: b.reference }),
  );
  const { diff, ...comparison } = compared;
  const panel = showComparison(services, {
    kind: 'compare',
    study: b.results.evaluation.study,
    a: { name: a.name, results: a.results },
    b: { name: b.name, results: b.results },
    comparison,
    diff,
  });
  services.context.subscriptions.push(panel);
}
