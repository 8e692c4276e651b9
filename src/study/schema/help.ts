import type { Path } from '../../util/range';
import { projectShape } from '../format/project';
import { describeShape } from './sentences';
import type { KeySpec, Shape } from './shape';
import { studyShape } from '../format/study';

export interface KeyHelp {
  readonly title: string;
  readonly markdown: string;
}

/** What the format says about the key at a path of a study; undefined where it has none. */
export function keyHelp(path: Path): KeyHelp | undefined {
  return helpAt(studyShape, path);
}

/** The same for a path of `vignette.yaml`. */
export function projectKeyHelp(path: Path): KeyHelp | undefined {
  return helpAt(projectShape, path);
}

function helpAt(shape: Shape, path: Path): KeyHelp | undefined {
  const last = path.at(-1);
  if (typeof last !== 'string') return undefined;
  for (const parent of shapesAt(shape, path.slice(0, -1))) {
    if (parent.kind === 'dict') {
      return { title: last, markdown: `${parent.keyHelp}\n\nValue: ${describeShape(parent.value)}.` };
    }
    const spec = specsOf(parent).find(({ name }) => name === last);
    if (spec) return { title: spec.name, markdown: markdownOf(spec) };
  }
  return undefined;
}

/** What a key means, whether it must be there, and what may stand at it. */
export function markdownOf(spec: KeySpec): string {
  const lines = [spec.help];
  lines.push(`${spec.required ? 'Required. ' : ''}Value: ${describeShape(spec.shape)}.`);
  if (spec.notYet) lines.push(`*Read and checked; not ${spec.notYet} by this version yet.*`);
  const values = spec.shape.kind === 'choice' ? spec.shape.values : [];
  const list = values.map(({ value, help }) => `- \`${value}\`: ${help}`);
  if (list.length > 0) lines.push(list.join('\n'));
  return lines.join('\n\n');
}

/** Every shape that a node at a path can have, whatever kind of node is written on the way. */
export function shapesAt(shape: Shape, path: Path): readonly Shape[] {
  const shapes = alternatives(shape);
  const [step, ...rest] = path;
  if (step === undefined) return shapes;
  return shapes.flatMap((candidate) => {
    const next = childShape(candidate, step);
    return next.flatMap((child) => shapesAt(child, rest));
  });
}

function alternatives(shape: Shape): readonly Shape[] {
  if (shape.kind !== 'either') return [shape];
  return [shape.scalar, shape.list, shape.map].flatMap((one) => (one ? alternatives(one) : []));
}

function childShape(shape: Shape, step: string | number): readonly Shape[] {
  if (shape.kind === 'list') return typeof step === 'number' ? [shape.item] : [];
  if (shape.kind === 'dict') return [shape.value];
  return specsOf(shape)
    .filter(({ name }) => name === step)
    .map((spec) => spec.shape);
}

/** All keys that a map of this shape may have, in every case. */
export function specsOf(shape: Shape): readonly KeySpec[] {
  if (shape.kind === 'map') return [...shape.keys, ...(shape.when ?? []).flatMap(({ keys }) => keys)];
  if (shape.kind !== 'cases') return [];
  const choice: Shape = { kind: 'choice', values: shape.cases };
  return [
    { name: shape.tag, help: shape.tagHelp, shape: choice, required: true },
    ...shape.cases.flatMap(({ keys }) => keys),
  ];
}
