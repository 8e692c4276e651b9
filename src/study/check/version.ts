import { at } from '../model/pick';
import type { Problems } from '../problems';

const SUPPORTED = 1;

/**
 * Whether the file says that it is of a version after the one that this program reads; then this is added as its one
 * problem, since nothing else can be said of a format that is not known. In quotes it counts as well.
 */
export function isNewerVersion(problems: Problems): boolean {
  const node = at(problems.yaml.root, 'vignette');
  if (node?.kind !== 'scalar' || !/^[1-9]\d{0,8}(?:\.\d+)*$/.test(node.text)) return false;
  if (Number.parseInt(node.text, 10) <= SUPPORTED) return false;
  problems.add({
    code: 'study/version',
    at: node.span,
    path: ['vignette'],
    message: `The file is of version ${node.text} of the format; this program reads version ${SUPPORTED}.`,
    help: 'Install a newer version of Vignette; nothing else of the file was checked.',
  });
  return true;
}
