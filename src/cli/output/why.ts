import type { KeyDifference, WhyResult } from '../../app/explain/types';
import type { AnswerResult } from '../../simulate/types';
import type { Paint } from './paint';

/** One answer for a person: where it came from, what differs, what was asked and what came back. */
export function whyText(result: WhyResult, paint: Paint): string {
  const { condition, outcome, item, respondent, draw } = result;
  const cell = [condition, outcome, ...(item === null ? [] : [item])].join(' · ');
  return [
    paint('bold', `${respondent} · ${cell}${draw === 0 ? '' : ` · draw ${draw}`}`),
    result.why,
    ...(result.nearest?.differs ?? []).map((difference) => differenceText(difference)),
    ...keyLines(result, paint),
    ...shownLines(result),
    ...result.messages.map(({ role, content }) => `\n${paint('dim', `— ${role}`)}\n${content}`),
    ...answerLines(result, paint),
  ].join('\n');
}

function differenceText({ part, now, then, diff }: KeyDifference): string {
  return diff === undefined ? `  ${part}: ${then || 'as usual'} → ${now || 'as usual'}` : diff;
}

function keyLines({ key, otherDraws }: WhyResult, paint: Paint): readonly string[] {
  if (key === null) return [];
  const parameters = Object.entries(key.parameters).map(([name, value]) => `${name} ${value}`);
  return [
    paint('dim', `key ${key.hash}: ${key.cached ? 'in the cache now' : 'not in the cache now'}`),
    paint('dim', `  model ${key.model}`),
    paint('dim', `  ${parameters.join(', ')}`),
    paint('dim', `  prompt ${key.prompt}, draw ${key.draw}`),
    ...(otherDraws.length === 0 ? [] : [paint('dim', `  in the cache: draw ${otherDraws.join(', ')}`)]),
  ];
}

function shownLines({ order, frame, profiles, shown }: WhyResult): readonly string[] {
  return [
    ...(order === null ? [] : [`Options shown in the order ${order.join(', ')}.`]),
    ...(frame === 0 ? [] : [`Frame ${frame} of the instruction.`]),
    ...(profiles ?? []).map((levels, i) => `Alternative ${i + 1}: ${levels.join(', ')}`),
    ...(shown.length === 0 ? [] : [`Examples shown: ${shown.join('; ')}`]),
  ];
}

function answerLines({ result, raw, usage, ms, retries }: WhyResult, paint: Paint): readonly string[] {
  if (result === null) return [];
  const cost = usage === null ? '' : `${usage.in} tokens in, ${usage.out} out`;
  return [
    `\n${paint('dim', '— answer')}`,
    ...(raw === null ? [] : [raw]),
    resultText(result),
    paint('dim', [cost, `${ms ?? 0} ms`, `${retries ?? 0} retries`].join(', ')),
  ];
}

function resultText(result: AnswerResult): string {
  switch (result.kind) {
    case 'answer': {
      const shares = result.probabilities?.map((share) => share.toFixed(3)).join(' ');
      return `→ ${result.code}${shares === undefined ? '' : ` from the probabilities ${shares}`}`;
    }
    case 'several':
      return `→ ${result.parts.map(({ code, value }) => `${code}: ${value}`).join(', ')}`;
    case 'words':
      return `→ ${result.text}`;
    case 'failure':
      return `→ failed: ${result.reason}`;
  }
}
