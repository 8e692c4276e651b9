import type { StudyDocument } from '../../study/document';
import { at } from '../../study/model/pick';
import type { Contrast } from '../../study/types';
import type { Path } from '../../util/range';
import { isPlain } from '../names/written';
import type { Refactoring } from '../types';
import { insertion } from './place';

/** More contrasts than this are not written out: nobody would go through them. */
const MOST = 100;

/** Writes the contrasts that are made by default under `contrasts`, so that some can be taken out and effects added. */
export function declareContrasts(document: StudyDocument, path: Path): readonly Refactoring[] {
  const { contrasts } = document.study;
  const { text, yaml } = document;
  const here = ['conditions', 'crossed', 'outcomes'].includes(String(path[0])) && path.length === 1;
  if (!here || at(yaml.root, 'contrasts') || yaml.root.kind !== 'map' || yaml.root.flow) return [];
  if (contrasts.length === 0 || contrasts.length > MOST) return [];
  const lines = contrasts.map((contrast) => `  - {${partsOf(contrast).join(', ')}}\n`).join('');
  const gap = text.endsWith('\n') ? '' : '\n';
  const edits = [insertion(text.length, `${gap}contrasts:\n${lines}`, document)];
  return [{ title: 'Write the default contrasts out', kind: 'refactor.rewrite', edits }];
}

function partsOf({ outcome, of, treatment, control, share }: Contrast): readonly string[] {
  return [
    `outcome: ${written(outcome)}`,
    ...(of.kind === 'factor' ? [`factor: ${written(of.factor)}`] : []),
    ...(of.kind === 'attribute' ? [`attribute: ${written(of.attribute)}`] : []),
    `treatment: ${written(treatment)}`,
    `control: ${written(control)}`,
    ...(share.length > 0 ? [`share: [${share.join(', ')}]`] : []),
  ];
}

function written(name: string): string {
  return isPlain(name) ? name : JSON.stringify(name);
}
