import { specsOf } from '../../study/schema/help';
import type { Shape } from '../../study/schema/shape';

/** What is written behind a key, in the editor's snippet syntax. */
export interface Skeleton {
  readonly snippet: string;
  /** Nothing but one place to go on: what may stand there can be proposed at once. */
  readonly again: boolean;
}

/**
 * The beginning of a value: what must be there, with a place to go on for each part. Mappings and lists go on on the
 * next line, or in braces where they stand in braces.
 */
export function skeletonOf(shape: Shape, flow: boolean): Skeleton {
  const writing: Writing = { flow, stops: 0 };
  const body = write(shape, '  ', writing);
  const last = new RegExp(`\\$(?:${writing.stops}(?!\\d)|\\{${writing.stops}:([^}]*)\\})`);
  const snippet = body.replace(last, (_all, name: string | undefined) =>
    name === undefined ? '$0' : `\${0:${name}}`,
  );
  return { snippet, again: writing.stops === 1 && /\$0\}?$/.test(snippet) };
}

interface Writing {
  readonly flow: boolean;
  stops: number;
}

/** With the space or the line end before it. */
function write(shape: Shape, indent: string, writing: Writing): string {
  const { flow } = writing;
  switch (shape.kind) {
    case 'map': {
      const required = specsOf(shape).filter((key, i, all) => key.required && isFirst(key.name, i, all));
      const parts = required.map((key) => `${key.name}:${write(key.shape, `${indent}  `, writing)}`);
      return block(parts.length > 0 ? parts : [stop(writing)], indent, flow);
    }
    case 'dict': {
      const named = shape.keys === 'name' && !shape.keyOf;
      if (!named) return block([stop(writing)], indent, flow);
      writing.stops += 1;
      return block([`\${${writing.stops}:name}:${write(shape.value, `${indent}  `, writing)}`], indent, flow);
    }
    case 'list':
      if (flow || isScalar(shape.item)) return ` [${stop(writing)}]`;
      return `\n${indent}- ${write(shape.item, `${indent}  `, writing).trimStart()}`;
    case 'either':
      return shape.scalar || !shape.map ? ` ${stop(writing)}` : write(shape.map, indent, writing);
    default:
      return ` ${stop(writing)}`;
  }
}

function block(parts: readonly string[], indent: string, flow: boolean): string {
  return flow ? ` {${parts.join(', ')}}` : parts.map((part) => `\n${indent}${part}`).join('');
}

function stop(writing: Writing): string {
  writing.stops += 1;
  return `$${writing.stops}`;
}

function isScalar(shape: Shape): boolean {
  return !['map', 'dict', 'list', 'cases', 'either'].includes(shape.kind);
}

function isFirst(name: string, i: number, all: readonly { readonly name: string }[]): boolean {
  return all.findIndex((other) => other.name === name) === i;
}
