import type { Path } from '../../../util/range';
import { at, entriesOf, mapOf, textOf } from '../../model/pick';
import type { Problems } from '../../problems';
import type { Span } from '../../tree/types';
import type { Study } from '../../types';

/** Adds what the shape of `respondents` and `conditions` cannot say: keys that need or exclude each other. */
export function checkCombinations(study: Study, problems: Problems): void {
  const { root } = problems.yaml;
  checkConditionSource(problems);
  checkWithout(study, problems);
  for (const { key, value } of entriesOf(at(root, 'conditions'))) {
    const pages = mapOf(value)?.byKey.get('pages');
    if (!pages || textOf(at(value, 'text')) === undefined) continue;
    both(pages.keySpan, ['conditions', key, 'pages'], '`text` and `pages` both say what is shown.', problems);
  }
  const respondents = at(root, 'respondents');
  const weight = mapOf(at(respondents, 'survey'))?.byKey.get('weight');
  if (weight && at(respondents, 'weight')) {
    const path = ['respondents', 'survey', 'weight'];
    both(weight.keySpan, path, 'The column of weights is named twice.', problems);
  }
}

function both(at: Span, path: Path, message: string, problems: Problems): void {
  problems.add({ code: 'study/type', at, path, message, help: 'Keep one of them.' });
}

function checkConditionSource(problems: Problems): void {
  const entry = mapOf(at(problems.yaml.root, 'respondents'))?.byKey.get('condition');
  const condition = mapOf(entry?.value);
  if (!entry || !condition) return;
  const path = ['respondents', 'condition'];
  const column = condition.byKey.get('column');
  if (column && condition.byKey.has('factors')) {
    both(column.keySpan, path, '`column` and `factors` both say how the condition is found.', problems);
  } else if (!column && !condition.byKey.has('factors') && !problems.yaml.isBroken(path)) {
    const message = '`condition` names no column.';
    const help = 'Write `column: NAME`, or `factors` with a column each.';
    problems.add({ code: 'study/missing-key', at: entry.keySpan, path, message, help });
  }
}

/** Columns of what the study does not have. */
function checkWithout({ outcomes }: Study, problems: Problems): void {
  const { yaml } = problems;
  const respondents = mapOf(at(yaml.root, 'respondents'));
  const item = respondents?.byKey.get('item');
  const conjoint = respondents?.byKey.get('conjoint');
  const add = (at: Span, key: string, message: string): void =>
    problems.add({
      code: 'study/type',
      at,
      path: ['respondents', key],
      message,
      help: 'Add them, or remove the key.',
    });
  if (item && at(yaml.root, 'items') === undefined) {
    add(item.keySpan, 'item', '`item` names a column, but the study has no `items`.');
  }
  const isRead = !yaml.hasBroken(['outcomes']) && outcomes.length === countOf(problems);
  if (conjoint && isRead && !outcomes.some(({ scale }) => scale.type === 'choice')) {
    add(conjoint.keySpan, 'conjoint', '`conjoint` names columns, but no outcome has a `choice` scale.');
  }
}

/** The outcomes that are written; of a matrix its items. */
function countOf({ yaml }: Problems): number {
  const counts = entriesOf(at(yaml.root, 'outcomes')).map(({ value }) => {
    const items = mapOf(at(at(value, 'scale'), 'items'));
    return items ? items.entries.length : 1;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}
