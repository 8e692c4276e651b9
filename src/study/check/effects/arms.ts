import { at, textOf } from '../../model/pick';
import type { YamlNode } from '../../tree/types';
import type { Condition, Outcome, Study } from '../../types';
import type { ContrastPlace } from './contrasts';

/** The two sides of a contrast, both of which exist. */
export interface Arms {
  readonly treatment: string;
  readonly control: string;
  readonly treatmentNode: YamlNode;
  /** Undefined where the control of the study is meant. */
  readonly controlNode: YamlNode | undefined;
  /** Of the name that the contrast has by default. */
  readonly prefix: string;
  /** Why an outcome cannot be compared between them. */
  readonly problemWith: (outcome: Outcome) => { readonly message: string; readonly help: string } | undefined;
}

/** The sides of a contrast; undefined, and added where nothing else says so, when there are not two. */
export function armsOf(place: ContrastPlace): Arms | undefined {
  const { node, path, study, problems } = place;
  const treatmentNode = at(node, 'treatment');
  const controlNode = at(node, 'control');
  const treatment = textOf(treatmentNode);
  if (treatment === undefined || !treatmentNode) return undefined;
  const factor = textOf(at(node, 'factor'));
  const attribute = textOf(at(node, 'attribute'));
  const standard = study.conditions.find((condition) => condition.control);
  const byDefault =
    factor === undefined ? standard?.id : standard?.levels.find((level) => level.factor === factor)?.level;
  const control = controlNode ? textOf(controlNode) : byDefault;
  if (control === undefined) {
    const uncertain = problems.yaml.hasBroken(['conditions']) || attribute !== undefined || controlNode;
    if (!uncertain && areNamed([treatment], factor, study)) {
      problems.add({
        code: 'study/missing-key',
        at: treatmentNode.span,
        path,
        message: 'The contrast does not say with what `treatment` is compared, and the study has no control.',
        help: 'Add `control:` with a name, or mark a condition with `control: true`.',
      });
    }
    return undefined;
  }
  const sides = { treatment, control, treatmentNode, controlNode };
  if (attribute !== undefined) {
    return {
      ...sides,
      prefix: `${attribute}:`,
      problemWith: (outcome) => attributeProblem(outcome, attribute),
    };
  }
  if (!areNamed([treatment, control], factor, study)) return undefined;
  if (factor === undefined) {
    const ids = [treatment, control];
    return { ...sides, prefix: '', problemWith: (outcome) => askedProblem(outcome, ids) };
  }
  const isAdditive = textOf(at(node, 'estimator')) === 'additive';
  return {
    ...sides,
    prefix: `${factor}:`,
    problemWith: (outcome) => levelProblem(outcome, factor, [treatment, control], isAdditive, study),
  };
}

function areNamed(names: readonly string[], factor: string | undefined, study: Study): boolean {
  const known =
    factor === undefined ? study.conditions : study.factors.find(({ id }) => id === factor)?.levels;
  return names.every((name) => known?.some(({ id }) => id === name));
}

type ProblemWith = ReturnType<Arms['problemWith']>;

function attributeProblem({ id, scale }: Outcome, attribute: string): ProblemWith {
  if (scale.type === 'choice' && scale.attributes.some((one) => one.id === attribute)) return undefined;
  return {
    message: `\`${id}\` has no attribute \`${attribute}\`.`,
    help: 'Name the outcome whose `choice` scale has it.',
  };
}

function askedProblem({ id, ask }: Outcome, conditions: readonly string[]): ProblemWith {
  const silent = conditions.find((condition) => !ask.includes(condition));
  if (silent === undefined) return undefined;
  return {
    message: `\`${id}\` is not asked in \`${silent}\`.`,
    help: 'Ask it there, or compare conditions in which it is asked.',
  };
}

/** By cells, two conditions must differ in the factor alone; in a model of main effects each level must be there. */
function levelProblem(
  { id, ask }: Outcome,
  factor: string,
  [treatment, control]: readonly [string, string],
  isAdditive: boolean,
  { conditions }: Study,
): ProblemWith {
  const asked = new Set(ask);
  const othersAt = (level: string): ReadonlySet<string> =>
    new Set(
      conditions
        .filter((one) => asked.has(one.id) && hasLevel(one, factor, level))
        .map(({ levels }) => others(levels, factor)),
    );
  const [treated, controls] = [othersAt(treatment), othersAt(control)];
  const empty = treated.size === 0 ? treatment : controls.size === 0 ? control : undefined;
  if (empty !== undefined) {
    return {
      message: `\`${id}\` is asked in no condition with the level \`${empty}\` of \`${factor}\`.`,
      help: 'Name a level that some condition has.',
    };
  }
  if (isAdditive || [...treated].some((cell) => controls.has(cell))) return undefined;
  return {
    message: `No two conditions differ in \`${factor}\` alone, from \`${control}\` to \`${treatment}\`.`,
    help: 'Compare other levels, or write `estimator: additive`.',
  };
}

function hasLevel({ levels }: Condition, factor: string, level: string): boolean {
  return levels.some((one) => one.factor === factor && one.level === level);
}

function others(levels: Condition['levels'], factor: string): string {
  const rest = levels.filter((one) => one.factor !== factor);
  return JSON.stringify(rest.map((one) => [one.factor, one.level]).sort());
}
