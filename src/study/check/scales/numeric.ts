import { at, numberOf } from '../../model/pick';
import { readScale } from '../../model/readScale';
import { levelCount } from '../../scales';
import type { ScalePlace } from './scales';

/** Adds bounds that do not ascend, steps that miss them, and very many levels. */
export function checkNumeric(place: ScalePlace): void {
  const { node, path, problems } = place;
  const [min, max, step = 1] = ['min', 'max', 'step'].map((key) => numberOf(at(node, key)));
  checkTransform(place);
  if (step <= 0) return add(place, ['step'], 'The step is not above 0.', 'Write a step above 0.');
  if (min === undefined || max === undefined) return;
  if (max <= min) {
    return add(place, ['max'], `\`max\` (${max}) is not above \`min\` (${min}).`, 'Turn the bounds around.');
  }
  const steps = (max - min) / step;
  if (Math.abs(steps - Math.round(steps)) > 1e-6) {
    const key = node.byKey.has('step') ? 'step' : 'max';
    add(place, [key], `Steps of ${step} from ${min} do not reach ${max}.`, 'Change the step or a bound.');
  }
  const scale = readScale(node);
  const levels = (scale && levelCount(scale)) ?? 0;
  if (levels <= 101) return;
  const message = `The scale has ${levels.toLocaleString('en')} levels.`;
  problems.add({ code: 'scale/many-levels', at: at(node, 'type')?.span ?? node.span, path, message });
}

function checkTransform(place: ScalePlace): void {
  const transform = at(place.node, 'transform');
  const [from, to] = ['from', 'to'].map((key) => numberOf(at(transform, key)));
  if (from === undefined || to === undefined || to > from) return;
  const message = `\`to\` (${to}) is not above \`from\` (${from}).`;
  add(place, ['transform', 'to'], message, 'Turn the bounds around.');
}

function add(
  { node, path, problems }: ScalePlace,
  [key, inner]: readonly [string, string?],
  message: string,
  help: string,
): void {
  const outer = at(node, key);
  const written = inner === undefined ? outer : at(outer, inner);
  problems.add({
    code: 'scale/levels',
    at: (written ?? outer ?? node).span,
    path: [...path, key, ...(inner === undefined ? [] : [inner])],
    message,
    help,
  });
}
