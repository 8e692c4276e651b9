import { at, itemsOf, numberOf } from '../../model/pick';
import type { ContrastPlace } from './contrasts';

/** Half the width of a 95 % interval in standard errors. */
const HALF_WIDTH = 1.96;
/** Published numbers are rounded, and intervals are from several distributions: only more than this is a contradiction. */
const MOST_RATIO = 1.5;

/** Adds an interval that is turned around, that misses its estimate, or that the standard error does not fit. */
export function checkPublished({ node, path, problems }: ContrastPlace): void {
  const published = at(node, 'published');
  const ci = at(published, 'ci');
  const [lowNode, highNode] = itemsOf(ci);
  const [low, high] = [numberOf(lowNode), numberOf(highNode)];
  const estimate = numberOf(at(published, 'estimate'));
  const se = at(published, 'se');
  const standardError = numberOf(se);
  if (!ci || !lowNode || !highNode || low === undefined || high === undefined) return;
  const below = [...path, 'published'];
  const { text } = problems.yaml;
  if (low > high) {
    const [first, second] = [lowNode, highNode].map(({ span }) => text.slice(span.start, span.end));
    problems.add({
      code: 'contrasts/published',
      at: ci.span,
      path: [...below, 'ci'],
      message: `The interval ends at ${high}, below its beginning at ${low}.`,
      help: 'Turn the bounds around.',
      fixes: [
        {
          title: 'Turn the bounds around',
          replace: [
            { at: lowNode.span, by: second ?? '' },
            { at: highNode.span, by: first ?? '' },
          ],
        },
      ],
    });
  } else if (estimate !== undefined && (estimate < low || estimate > high)) {
    const message = `The estimate ${estimate} is outside of its interval, ${low} to ${high}.`;
    problems.add({ code: 'contrasts/published', at: ci.span, path: [...below, 'ci'], message });
  } else if (se && standardError !== undefined && standardError > 0) {
    const ratio = (high - low) / 2 / HALF_WIDTH / standardError;
    if (ratio <= MOST_RATIO && ratio >= 1 / MOST_RATIO) return;
    const fitting = ((high - low) / 2 / HALF_WIDTH).toPrecision(2);
    const message = `The interval ${low} to ${high} would go with a standard error of about ${Number(fitting)}.`;
    problems.add({ code: 'contrasts/published', at: se.span, path: [...below, 'se'], message });
  }
}
