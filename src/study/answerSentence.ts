import { numberPhrases, type NumberPhrases } from './answer/numbers';
import { severalPhrases, type SeveralPhrases } from './answer/several';
import type { MultiselectScale, NumericScale, RankScale, Scale, TextScale } from './types';

/**
 * The sentence that tells a respondent how to answer, made from the scale: the codes one by one where they are few or
 * have gaps, their range otherwise; several numbers with commas between. In English for a language that is none of en,
 * de, es, fr, it, pt, nl.
 */
export function answerSentence(scale: Scale, language: string): string {
  const numbers = wordsIn(numberPhrases, language);
  const main = mainSentence(scale, numbers, wordsIn(severalPhrases, language));
  const dontKnow = 'dontKnow' in scale ? scale.dontKnow : undefined;
  return dontKnow ? `${main} ${numbers.dontKnow(String(dontKnow.code), dontKnow.label ?? '–')}` : main;
}

/** `language` is any text of a file: only what the table itself has counts. */
function wordsIn<T>(table: Readonly<Record<string, T>> & { readonly en: T }, language: string): T {
  return (Object.hasOwn(table, language) ? table[language] : undefined) ?? table.en;
}

function mainSentence(scale: Scale, numbers: NumberPhrases, several: SeveralPhrases): string {
  switch (scale.type) {
    case 'numeric':
      return numeric(scale, numbers);
    case 'multiselect':
      return multiselect(scale, several);
    case 'rank':
      return rank(scale, several);
    case 'allocate':
      return several.allocate(String(scale.total));
    case 'choice':
      return codes(
        Array.from({ length: scale.alternatives }, (_, i) => i + 1),
        numbers,
      );
    case 'text':
      return ownWords(scale, several);
    default:
      return codes(
        scale.options.map(({ code }) => code),
        numbers,
      );
  }
}

function codes(all: readonly number[], say: NumberPhrases): string {
  const first = all[0] ?? 0;
  const run = all.length > 3 && all.every((code, i) => code === first + i);
  if (run) return say.range(String(first), String(all.at(-1)));
  return say.codes(`${all.slice(0, -1).join(', ')} ${say.or} ${all.at(-1)}`);
}

function numeric(scale: NumericScale, say: NumberPhrases): string {
  const { min, max, step } = scale;
  const whole = Number.isInteger(step) && Number.isInteger(min ?? 0);
  const unit = scale.unit === undefined ? '' : ` (${scale.unit})`;
  if (min !== undefined && max !== undefined) return say.bounds(whole, unit, String(min), String(max));
  if (min !== undefined) return say.atLeast(whole, unit, String(min));
  if (max !== undefined) return say.atMost(whole, unit, String(max));
  return say.number(whole, unit);
}

function multiselect({ options, min, max }: MultiselectScale, say: SeveralPhrases): string {
  if (min === 0) {
    return [say.all, ...(max < options.length ? [say.atMost(max)] : []), say.none].join(' ');
  }
  if (min === max) return `${say.all} ${say.exactly(min)}`;
  return `${say.all} ${max < options.length ? say.between(min, max) : say.atLeast(min)}`;
}

function rank({ options, top }: RankScale, say: SeveralPhrases): string {
  return top < options.length ? say.rankTop(top) : say.rankAll;
}

function ownWords({ maxWords }: TextScale, say: SeveralPhrases): string {
  return maxWords === undefined ? say.text : `${say.text} ${say.maxWords(maxWords)}`;
}
