import type { SourceDocument } from '../study/document';
import { at, itemsOf, textOf } from '../study/model/pick';
import type { Position } from '../util/range';
import { isStudy } from './format';
import { nameAt, namesIn, occurrencesOf } from './names/occurrences';
import type { Occurrence } from './names/types';
import type { Environment, Reference } from './types';

/** Where the name at `position` is given; of a model, in `vignette.yaml`. */
export function definition(
  document: SourceDocument,
  position: Position,
  environment?: Pick<Environment, 'modelPlaces'>,
): Reference | undefined {
  const name = nameAt(document, position);
  if (!name) return undefined;
  if (name.kind === 'model' && isStudy(document)) {
    const place = environment?.modelPlaces?.find((one) => one.name === name.name);
    return place && { uri: place.uri, range: place.range, path: ['models', place.name] };
  }
  const contrast = contrastWithout(name, document);
  if (contrast) return contrast;
  const found = occurrencesOf(name, document).find((one) => one.definition);
  return found && referenceOf(found, document);
}

/** Every place where the name at `position` stands, its definition first. */
export function references(document: SourceDocument, position: Position): readonly Reference[] {
  const name = nameAt(document, position);
  return name ? occurrencesOf(name, document).map((one) => referenceOf(one, document)) : [];
}

/** An expectation names a contrast: where it has no id of its own, the place where it is listed. */
function contrastWithout({ holder }: Occurrence, document: SourceDocument): Reference | undefined {
  const { path, text } = holder;
  if (path[0] !== 'expect' || path.at(-1) !== 'contrast') return undefined;
  const { known } = namesIn(document);
  const found = known.contrastIds.has(text) ? undefined : known.contrasts.find(({ id }) => id === text);
  const i = itemsOf(at(document.yaml.root, 'contrasts')).findIndex(
    (entry) =>
      textOf(at(entry, 'outcome')) === found?.outcome && textOf(at(entry, 'treatment')) === found?.treatment,
  );
  const range = document.ranges(['contrasts', i])?.value;
  return found && range && { range, path: ['contrasts', i] };
}

function referenceOf({ span, holder }: Occurrence, document: SourceDocument): Reference {
  return { range: document.yaml.range(span), path: holder.path };
}
