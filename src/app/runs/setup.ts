import type { HumanData } from '../../data/types';
import type { Setup } from '../../results/types';
import type { Calibration } from '../../simulate/calibrate/types';
import type { AnswerRecord, AnswerResult } from '../../simulate/types';
import { outcomeIn, renderStimulus } from '../../study/render';
import { optionLines } from '../../study/scales';
import type { Study } from '../../study/types';
import { sha256Hex } from '../../util/hash';
import type { RunManifest } from '../../workspace/types';
import { modifierTexts } from './modifiers';
import { contrastTexts, itemTexts, panelText, scoreTexts } from './setupTexts';

/** The part of a results file that says what was done; nothing in it depends on time or machine. */
export function setupOf(
  study: Study,
  manifest: RunManifest,
  human: HumanData | undefined,
  {
    records,
    calibration,
  }: { readonly records: readonly AnswerRecord[]; readonly calibration: Calibration | null },
): Setup {
  const { settings, model } = manifest;
  return {
    model,
    strategy: settings.strategy,
    seed: settings.seed,
    assign: settings.assign,
    respondents: settings.respondents ?? null,
    temperature: settings.temperature,
    modifiers: modifierTexts(settings),
    smallestEffect: study.smallestEffect,
    prompts: settings.prompts,
    conditions: conditionTexts(study).filter(({ id }) => includes(settings.conditions, id)),
    outcomes: outcomeTexts(study).filter(({ id }) => includes(settings.outcomes, id)),
    items: itemTexts({ ...study, items: study.items.filter(({ id }) => includes(settings.items, id)) }),
    panel: panelText(study, manifest.study.sampleHash),
    contrasts: contrastTexts(study, human?.weighted ?? false),
    scores: scoreTexts(study),
    calibration,
    hashes: { study: manifest.study.hash, data: human?.hash ?? null, answers: hashAnswers(records) },
  };
}

/** What people read in each condition, before anything about themselves is filled in. */
export function conditionTexts(study: Study): readonly { readonly id: string; readonly text: string }[] {
  return study.conditions.map(({ id }) => ({ id, text: renderStimulus(study, id) }));
}

/** Each question with its options, as the first condition that asks it shows it. */
export function outcomeTexts(study: Study): readonly { readonly id: string; readonly text: string }[] {
  return study.outcomes.map((outcome) => {
    const { question, scale } = outcomeIn(study, outcome.id, outcome.ask[0] ?? '');
    return { id: outcome.id, text: [question, optionLines(scale)].filter((text) => text !== '').join('\n') };
  });
}

/** SHA-256 of the answers in plan order; times, costs and where they came from do not count. */
function hashAnswers(records: readonly AnswerRecord[]): string {
  const lines = records.map(({ index, person, condition, outcome, item, draw, result }) => {
    const cell = item === null ? [condition, outcome] : [condition, outcome, item];
    return JSON.stringify(
      result.kind === 'answer'
        ? [index, person, ...cell, draw, result.code, result.probabilities ?? null]
        : [index, person, ...cell, draw, ...otherwise(result)],
    );
  });
  return sha256Hex(lines.join('\n'));
}

function otherwise(result: Exclude<AnswerResult, { kind: 'answer' }>): readonly unknown[] {
  if (result.kind === 'failure') return [result.reason, result.raw];
  if (result.kind === 'words') return [result.text];
  return [result.parts.map(({ code, value }) => [code, value])];
}

function includes(wanted: readonly string[], id: string): boolean {
  return wanted.length === 0 || wanted.includes(id);
}
