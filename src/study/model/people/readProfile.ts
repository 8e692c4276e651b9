import { profileFields } from '../../profileFields';
import type { YamlNode } from '../../tree/types';
import type { ProfileField } from '../../types';
import { at, entriesOf, itemsOf, oneOf, textOf } from '../pick';

/** What becomes the persona, in the order of the file. */
export function readProfile(node: YamlNode | undefined): readonly ProfileField[] {
  return itemsOf(node).flatMap((entry) => readProfileField(entry) ?? []);
}

/** The label is the file's, else the field's own, else the name of the column. */
function readProfileField(node: YamlNode): ProfileField | undefined {
  const column = textOf(at(node, 'column'));
  if (column === undefined) return undefined;
  const known = profileFields.find(({ id }) => id === textOf(at(node, 'field')));
  return {
    column,
    field: known?.id,
    label: textOf(at(node, 'label')) ?? known?.label ?? column,
    values: entriesOf(at(node, 'values')).flatMap(({ key, value }) => {
      const label = textOf(value);
      return label === undefined ? [] : [{ data: key, label }];
    }),
    measured: oneOf(at(node, 'measured'), ['pre', 'post']),
  };
}
