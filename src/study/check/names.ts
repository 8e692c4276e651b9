import { at, mapOf } from '../model/pick';
import type { YamlNode } from '../tree/types';
import type { YamlText } from '../yaml';
import { studyFacts, type Mention } from './facts';

export type { Mention } from './facts';

/** Every use of a name, by the schema; `matrix.item` is two of them; templates are not among them. */
export function mentionsOf({ root, text }: YamlText): readonly Mention[] {
  return studyFacts(root, text).mentions.flatMap(meaningsIn(root));
}

/** The factors and the fields of items that stand in templates. */
export function templateMentionsOf({ root, text }: YamlText): readonly Mention[] {
  return studyFacts(root, text).templates.flatMap(({ name, span, path }): readonly Mention[] => {
    if (/^(?:profile\.|item$)/.test(name)) return [];
    if (!name.startsWith('item.')) return [{ kind: 'factor', name, of: undefined, span, path }];
    const field = name.slice('item.'.length);
    const place = { start: span.start + 'item.'.length, end: span.end };
    return [{ kind: 'itemField', name: field, of: undefined, span: place, path }];
  });
}

/** What the names in one place mean: of `matrix.item` both, of an outcome that is a score the score. */
export function meaningsIn(root: YamlNode): (mention: Mention) => readonly Mention[] {
  const outcomes = at(root, 'outcomes');
  const scores = mapOf(at(root, 'scores'));
  const isMatrix = (name: string): boolean =>
    mapOf(at(at(at(outcomes, name), 'scale'), 'items')) !== undefined;
  return (mention) => {
    if (mention.kind !== 'outcome' || at(outcomes, mention.name) !== undefined) return [mention];
    const { name, span } = mention;
    if (mention.also?.includes('score') && scores?.byKey.has(name)) return [{ ...mention, kind: 'score' }];
    for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      const matrix = name.slice(0, dot);
      if (!isMatrix(matrix)) continue;
      const quote = span.end - span.start === name.length + 2 ? 1 : 0;
      const middle = span.start + quote + dot;
      return [
        { ...mention, name: matrix, also: ['matrix'], span: { start: span.start + quote, end: middle } },
        {
          ...mention,
          kind: 'matrixItem',
          name: name.slice(dot + 1),
          of: matrix,
          span: { start: middle + 1, end: span.end - quote },
        },
      ];
    }
    return [mention];
  };
}
