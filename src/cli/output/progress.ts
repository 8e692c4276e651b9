import type { Report } from '../../app/services';
import { formatCount, formatNumber, formatSeconds, formatUsd } from '../../chart/numbers';
import type { Clock, RunProgress } from '../../simulate/ports';
import type { Sink } from '../command';

const barWidth = 24;
const linesEveryMs = 10_000;

/** Progress on standard error: one line that is written over on a terminal, else a line now and then. */
export interface Progress extends Report {
  /** A line of its own, above the progress. */
  readonly say: (line: string) => void;
  /** Takes the line away, so that something else can be written. */
  clear(): void;
}

export function progressOn(
  sink: Sink,
  clock: Clock,
  show: { readonly progress: boolean; readonly lines: boolean },
): Progress {
  let shown = false;
  let nextLineMs = clock.now() + linesEveryMs;
  const clear = (): void => {
    if (shown) sink.write('\r\u001B[2K');
    shown = false;
  };
  const say = (line: string): void => {
    if (!show.lines) return;
    clear();
    sink.write(`${line}\n`);
  };
  const update = (line: string): void => {
    if (!show.progress || !show.lines) return;
    if (sink.isTTY) {
      sink.write(`\r\u001B[2K${line}`);
      shown = true;
    } else if (clock.now() >= nextLineMs) {
      nextLineMs = clock.now() + linesEveryMs;
      sink.write(`${line}\n`);
    }
  };
  return {
    say,
    clear,
    started: ({ run, total }) => say(`Run ${run}: ${formatCount(total)} answers`),
    status: (text, share) => update(share === undefined ? text : `${bar(share)} ${text}`),
    progress: (progress) => update(progressLine(progress)),
  };
}

/** `█████░░░░ 120 of 388 · 2.3/s · 4 failed · $0.02 · ~2 min left` */
export function progressLine({
  total,
  answered,
  failed,
  cached,
  rate,
  usd,
  secondsLeft,
}: RunProgress): string {
  return [
    `${bar(total > 0 ? answered / total : 0)} ${formatCount(answered)} of ${formatCount(total)}`,
    ...(cached > 0 ? [`${formatCount(cached)} cached`] : []),
    ...(rate > 0 ? [`${formatNumber(rate, 1)}/s`] : []),
    ...(failed > 0 ? [`${formatCount(failed)} failed`] : []),
    ...(usd === undefined ? [] : [formatUsd(usd)]),
    ...(secondsLeft === undefined ? [] : [`${formatSeconds(secondsLeft)} left`]),
  ].join(' · ');
}

function bar(share: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * barWidth);
  return '█'.repeat(full) + '░'.repeat(barWidth - full);
}
