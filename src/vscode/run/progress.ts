import {
  Disposable,
  ProgressLocation,
  StatusBarAlignment,
  ThemeColor,
  window,
  type StatusBarItem,
} from 'vscode';
import { counted, formatCount, formatSeconds, formatUsd } from '../../chart/numbers';
import { CommandId } from '../../language/commands';
import type { Contribution, EditorServices } from '../services';
import type { ActiveRun } from './runs';

/** The runs of the window in the status bar; a click stops, a second one forces. */
export const progress: Contribution = {
  name: 'progress',
  register: ({ runs }) => {
    const item = window.createStatusBarItem('vignette.run', StatusBarAlignment.Left, 10);
    item.name = 'Vignette Run';
    item.command = CommandId.stopRun;
    return Disposable.from(
      item,
      runs.onChange(() => draw(item, runs.foremost, runs.active.length - 1)),
    );
  },
};

function draw(item: StatusBarItem, run: ActiveRun | undefined, others: number): void {
  if (run === undefined) return item.hide();
  const now = [progressText(run), others > 0 ? counted(others, 'more run') : ''].filter(Boolean).join(' · ');
  const stopping = run.phase === 'stopping';
  item.text = stopping ? `$(debug-stop) Stopping, ${now} · click to force` : `$(sync~spin) ${now}`;
  item.tooltip = stopping
    ? `${run.title}: answers in flight are awaited. Click to stop at once; what was answered is kept.`
    : `${run.title}. Click to stop; answers in flight are awaited.`;
  item.accessibilityInformation = { label: `Vignette: ${run.title}, ${now}`, role: 'button' };
  item.backgroundColor = stopping ? new ThemeColor('statusBarItem.warningBackground') : undefined;
  item.show();
}

/** Where a run stands, in one line: answered, failures, rate, cost, time left. */
export function progressText(run: ActiveRun): string {
  const { progress: now } = run;
  if (now === undefined) return run.status;
  return [
    `${formatCount(now.answered)} of ${formatCount(now.total)}`,
    now.failed > 0 ? `${formatCount(now.failed)} failed` : '',
    `${now.rate.toFixed(1)}/s`,
    now.usd === undefined ? '' : formatUsd(now.usd),
    now.secondsLeft === undefined ? '' : `${formatSeconds(now.secondsLeft)} left`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Shows a notification until `work` ends; its Cancel stops the run of this study gracefully. */
export function withRunProgress<T>(
  { runs }: EditorServices,
  study: string,
  title: string,
  work: () => Promise<T>,
): Thenable<T> {
  return window.withProgress(
    { location: ProgressLocation.Notification, title: `Vignette: ${title}`, cancellable: true },
    async (report, token) => {
      let shown = 0;
      const show = (): void => {
        const run = runs.of(study);
        if (run === undefined) return;
        const share = run.progress ? run.progress.answered / Math.max(run.progress.total, 1) : 0;
        report.report({ message: progressText(run), increment: Math.max(share - shown, 0) * 100 });
        shown = Math.max(share, shown);
      };
      const ends = Disposable.from(
        runs.onChange(show),
        token.onCancellationRequested(() => runs.stop(study)),
      );
      try {
        return await work();
      } finally {
        ends.dispose();
      }
    },
  );
}
