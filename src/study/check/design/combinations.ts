import { at, mapOf, textOf } from '../../model/pick';
import type { Problems } from '../../problems';

/** Adds what the shape of `respondents` and `conditions` cannot say: keys that need or exclude each other. */
export function checkCombinations(problems: Problems): void {
  const { root } = problems.yaml;
  const condition = at(at(root, 'respondents'), 'condition');
  const path = ['respondents', 'condition'];
  if (condition?.kind === 'map') {
    const column = condition.byKey.get('column');
    const factors = condition.byKey.get('factors');
    if (column && factors) {
      const message = '`column` and `factors` both say how the condition is found.';
      problems.add({ code: 'study/type', at: column.keySpan, path, message, help: 'Keep one of them.' });
    } else if (!column && !factors && !problems.yaml.isBroken(path)) {
      const message = '`condition` names no column.';
      const help = 'Write `column: NAME`, or `factors` with a column each.';
      problems.add({ code: 'study/missing-key', at: keyOf(root) ?? condition.span, path, message, help });
    }
  }
  for (const { key, value } of mapOf(at(root, 'conditions'))?.entries ?? []) {
    const pages = mapOf(value)?.byKey.get('pages');
    if (!pages || textOf(at(value, 'text')) === undefined) continue;
    const message = '`text` and `pages` both say what is shown.';
    const help = 'Keep one of them.';
    problems.add({
      code: 'study/type',
      at: pages.keySpan,
      path: ['conditions', key, 'pages'],
      message,
      help,
    });
  }
}

function keyOf(root: Problems['yaml']['root']): { start: number; end: number } | undefined {
  return mapOf(at(root, 'respondents'))?.byKey.get('condition')?.keySpan;
}
