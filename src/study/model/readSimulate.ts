import {
  mostDraws,
  mostExamples,
  mostFrames,
  ordersNames,
  plainFewShot,
  plainGroup,
  plainModifiers,
  strategyNames,
} from '../strategies';
import type { YamlNode } from '../tree/types';
import type { FewShot, GroupAsking, Modifiers, PersonaSelection, SimulateDefaults } from '../types';
import { at, booleanOf, integerOf, numberOf, oneOf, textOf, textsOf } from './pick';

/** People of a panel saw nothing in the data, so that they are asked everything unless the file says otherwise. */
export function readSimulate(root: YamlNode, panel: boolean): SimulateDefaults {
  const node = at(root, 'simulate');
  const standard = at(root, 'respondents') && !panel ? 'data' : 'all';
  const temperature = numberOf(at(node, 'temperature'));
  return {
    model: textOf(at(node, 'model')) ?? 'local',
    strategy: oneOf(at(node, 'strategy'), strategyNames) ?? 'direct',
    respondents: within(at(node, 'respondents'), Infinity),
    assign: oneOf(at(node, 'assign'), ['data', 'all']) ?? standard,
    seed: integerOf(at(node, 'seed')) ?? 1,
    temperature: temperature !== undefined && temperature >= 0 && temperature <= 2 ? temperature : undefined,
    ...readModifiers(node),
    fewShot: readFewShot(at(node, 'fewShot')),
    group: readGroup(at(node, 'group')),
  };
}

function readModifiers(node: YamlNode | undefined): Modifiers {
  const { draws, orders, frames, person, randomised, calibrate } = plainModifiers;
  return {
    draws: within(at(node, 'draws'), mostDraws) ?? draws,
    orders: oneOf(at(node, 'orders'), ordersNames) ?? orders,
    frames: within(at(node, 'frames'), mostFrames) ?? frames,
    person: ([1, 2, 3] as const).find((voice) => voice === integerOf(at(node, 'person'))) ?? person,
    persona: readPersona(at(node, 'persona')),
    randomised: booleanOf(at(node, 'randomised')) ?? randomised,
    calibrate: oneOf(at(node, 'calibrate'), ['none', 'temperature', 'shrinkage']) ?? calibrate,
  };
}

function readPersona(node: YamlNode | undefined): PersonaSelection {
  const kind = oneOf(node, ['full', 'demographics', 'none']);
  if (kind !== undefined) return { kind };
  for (const selection of ['only', 'without'] as const) {
    const fields = textsOf(at(node, selection));
    if (fields.length > 0) return { kind: selection, fields };
  }
  return plainModifiers.persona;
}

function readFewShot(node: YamlNode | undefined): FewShot {
  return {
    k: within(at(node, 'k'), mostExamples) ?? plainFewShot.k,
    similarity: oneOf(at(node, 'similarity'), ['bm25', 'embeddings']) ?? plainFewShot.similarity,
    by: textsOf(at(node, 'by')),
  };
}

function readGroup(node: YamlNode | undefined): GroupAsking {
  const strategies = ['direct', 'reason', 'verbalize', 'logprob', 'marginal'] as const;
  return {
    by: textsOf(at(node, 'by')),
    strategy: oneOf(at(node, 'strategy'), strategies) ?? plainGroup.strategy,
  };
}

/** A whole number from 1 to `most`. */
function within(node: YamlNode | undefined, most: number): number | undefined {
  const value = integerOf(node);
  return value !== undefined && value >= 1 && value <= most ? value : undefined;
}
