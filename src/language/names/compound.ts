import type { Span } from '../../study/tree/types';
import type { Contrast } from '../../study/types';
import type { Known } from './known';
import type { Name } from './types';

/** A name in a text that may hold several. */
export interface Piece extends Name {
  readonly within: Span;
}

/** A condition: by its own name, or made by crossing, then its levels. */
export function conditionPieces(text: string, known: Known, start = 0): readonly Piece[] {
  if (known.conditions.has(text) || known.crossed.length === 0) return [whole('condition', text, start)];
  return levelsIn(text, known.crossed, start) ?? [whole('condition', text, start)];
}

/** The levels whose keys, joined by dots in the order of the factors, are this text; a key may hold dots itself. */
function levelsIn(text: string, crossed: Known['crossed'], start: number): readonly Piece[] | undefined {
  const [first, ...rest] = crossed;
  if (!first) return undefined;
  for (const level of first.levels) {
    const piece = {
      kind: 'level',
      name: level,
      of: first.factor,
      within: { start, end: start + level.length },
    } as const;
    if (rest.length === 0) {
      if (text === level) return [piece];
      continue;
    }
    if (!text.startsWith(`${level}.`)) continue;
    const others = levelsIn(text.slice(level.length + 1), rest, start + level.length + 1);
    if (others) return [piece, ...others];
  }
  return undefined;
}

/** An outcome, an item of a matrix as `matrix.item`, or a score. */
export function outcomePieces(text: string, known: Known): readonly Piece[] {
  if (known.outcomes.has(text)) return [whole('outcome', text)];
  if (known.scores.has(text)) return [whole('score', text)];
  for (let dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
    const [matrix, item] = [text.slice(0, dot), text.slice(dot + 1)];
    if (!known.outcomes.get(matrix)?.has(item)) continue;
    return [
      whole('outcome', matrix),
      { kind: 'matrixItem', name: item, of: matrix, within: { start: dot + 1, end: text.length } },
    ];
  }
  return [whole('outcome', text)];
}

/** A contrast by its written id; else what its id is made of, `treatment-control`. */
export function contrastPieces(text: string, known: Known): readonly Piece[] {
  const found = known.contrastIds.has(text) ? undefined : known.contrasts.find(({ id }) => id === text);
  if (!found) return [whole('contrast', text)];
  const { of, treatment, control } = found;
  const over = overOf(of);
  const start = over && text.startsWith(`${over.name}:`) ? over.name.length + 1 : 0;
  if (!text.startsWith(`${treatment}-${control}`, start)) return [whole('contrast', text)];
  const piecesOf = (name: string, from: number): readonly Piece[] => {
    if (!over) return conditionPieces(name, known, from);
    const within = { start: from, end: from + name.length };
    return [{ kind: over.level, name, of: over.name, within }];
  };
  return [
    ...(over && start > 0 ? [whole(over.kind, over.name)] : []),
    ...piecesOf(treatment, start),
    ...piecesOf(control, start + treatment.length + 1),
  ];
}

interface Over {
  readonly kind: 'factor' | 'attribute';
  readonly level: 'level' | 'attributeLevel';
  readonly name: string;
}

/** Whose levels are compared; nothing where conditions are. */
function overOf(of: Contrast['of']): Over | undefined {
  if (of.kind === 'condition') return undefined;
  return of.kind === 'factor'
    ? { kind: 'factor', level: 'level', name: of.factor }
    : { kind: 'attribute', level: 'attributeLevel', name: of.attribute };
}

/** What stands in a template; nothing where no name of the study can be meant. */
export function templatePieces(text: string, known: Known): readonly Piece[] {
  const after = (prefix: string, kind: 'itemField' | 'profileName'): readonly Piece[] => [
    {
      kind,
      name: text.slice(prefix.length),
      of: undefined,
      within: { start: prefix.length, end: text.length },
    },
  ];
  if (text.startsWith('profile.')) return after('profile.', 'profileName');
  if (text.startsWith('item.')) return after('item.', 'itemField');
  if (text === 'item' || text === '') return [];
  return [whole(!known.factors.has(text) && known.attributes.has(text) ? 'attribute' : 'factor', text)];
}

function whole(kind: Piece['kind'], name: string, start = 0): Piece {
  return { kind, name, of: undefined, within: { start, end: start + name.length } };
}
