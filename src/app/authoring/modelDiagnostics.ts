import type { Estimate } from '../../simulate/estimate';
import { describe, type DiagnosticCode } from '../../study/diagnostics';
import type { StudyDocument } from '../../study/document';
import { baselineNames } from '../../study/strategies';
import type { StrategyName } from '../../study/types';
import type { Diagnostic, Fix } from '../../util/diagnostic';
import { nearest } from '../../util/nearest';
import type { Path, Range } from '../../util/range';
import type { ModelEntry, Project } from '../../workspace/types';
import { embeddedEntry, modelNames } from '../inputs/chooseModel';
import type { ModelDescription } from '../services';
import { budgetMessage } from './budget';
import { newProject } from './newProject';

/** What is known beside the text of a study: its project, and where they are known the endpoint and the size of a run. */
export interface RunFacts {
  readonly project: Pick<Project, 'file' | 'models' | 'budget'>;
  /** What the run asks where that is not what the study says. */
  readonly asked?: { readonly model: string; readonly strategy: StrategyName };
  /** The endpoint that the model resolves to. */
  readonly endpoint?: ModelDescription | undefined;
  readonly estimate?: Pick<Estimate, 'calls' | 'tokens' | 'usd'> | undefined;
}

const MODEL = ['simulate', 'model'];
const BASELINES: readonly string[] = baselineNames;
/** Where a budget that does not suffice is said: where its cause is written. */
const SIZE: readonly Path[] = [['simulate', 'respondents'], ['panel', 'size'], MODEL, ['simulate']];

/** What is wrong between a study and the models, keys and budget of its project. Says nothing of what is not known. */
export function modelDiagnostics(document: StudyDocument, facts: RunFacts): readonly Diagnostic[] {
  const { model, strategy } = facts.asked ?? document.study.simulate;
  const place = document.ranges(MODEL)?.value;
  const known = strategy === 'baseline' ? BASELINES : modelNames(facts.project);
  const unknown = facts.endpoint === undefined && !known.includes(model);
  if (unknown) return place === undefined ? [] : [unknownModel(place, model, known, facts)];
  if (strategy === 'baseline') return [];
  // A model that the study does not write is spoken of only where a run asks for it.
  const range = place ?? (facts.asked && firstLine(document));
  const at = range && { range, path: MODEL };
  const entry = entryOf(model, facts);
  return [
    at && keyProblem(facts, at),
    at && baseModel(facts, entry, strategy, at),
    at && demonstration(facts, entry, model, at),
    budgetProblem(document, facts),
  ].filter((one) => one !== undefined);
}

type Place = Pick<Diagnostic, 'range' | 'path'>;

function problem(code: DiagnosticCode, place: Place, message: string, help?: string): Diagnostic {
  const { severity, help: usual } = describe(code);
  return { code, severity, message, help: help ?? usual, fixes: [], ...place };
}

function unknownModel(range: Range, model: string, known: readonly string[], facts: RunFacts): Diagnostic {
  const { file } = facts.project;
  const close = nearest(model, known);
  const baseline = known === BASELINES;
  const fixes: readonly Fix[] = [
    ...(close === undefined ? [] : [{ title: `Change to ${close}`, edits: [{ range, newText: close }] }]),
    ...(file !== undefined || baseline ? [] : [newProject(model)]),
  ];
  const where = baseline
    ? 'among the baselines'
    : file === undefined
      ? 'here, and there is no vignette.yaml'
      : 'in vignette.yaml';
  const message = `There is no model called ${model} ${where}.`;
  const help = `Known here: ${known.join(', ')}.`;
  return { ...problem('model/unknown', { range, path: MODEL }, message, help), fixes };
}

/** The entry that a name stands for, as far as the project tells. */
function entryOf(model: string, { project }: RunFacts): ModelEntry | undefined {
  const named = project.models.find(({ name }) => name === model);
  return named ?? (model === 'embedded' ? embeddedEntry : undefined);
}

function keyProblem({ endpoint }: RunFacts, place: Place): Diagnostic | undefined {
  if (endpoint?.key !== 'untrusted') return undefined;
  const message = `The key in ${endpoint.keyEnv ?? ''} would go to ${endpoint.where.join(', ')}, which you have not approved.`;
  const help = `If that is right: vignette models trust ${endpoint.name}`;
  return problem('model/untrusted-key', place, message, help);
}

/** Names by which models that only continue a text are published. */
const BASE_NAME = /(?:^|[-_./])(?:base|pt|pretrained)(?:[-_./]|$)/i;

function baseModel(
  { endpoint }: RunFacts,
  entry: ModelEntry | undefined,
  strategy: StrategyName,
  place: Place,
): Diagnostic | undefined {
  const name = endpoint?.model ?? (entry?.kind === 'embedded' ? entry.file : entry?.model);
  if (strategy !== 'direct' || name === undefined || !BASE_NAME.test(name)) return undefined;
  const message = `${name} looks like a base model, which seldom answers with a bare number.`;
  return problem('model/base-model', place, message);
}

function demonstration(
  { endpoint }: RunFacts,
  entry: ModelEntry | undefined,
  model: string,
  place: Place,
): Diagnostic | undefined {
  if (!(endpoint ?? entry)?.demonstration) return undefined;
  const message = `${model} is a demonstration engine here: what it answers is no evidence about people.`;
  return problem('model/demonstration', place, message);
}

function budgetProblem(document: StudyDocument, { project, estimate }: RunFacts): Diagnostic | undefined {
  const message = estimate && budgetMessage(project.budget, estimate);
  if (message === undefined) return undefined;
  const path = SIZE.find((one) => document.ranges(one) !== undefined);
  const range = path && (path.length > 1 ? document.ranges(path)?.value : document.ranges(path)?.key);
  return problem('budget/exceeded', { range: range ?? firstLine(document), path: path ?? [] }, message);
}

function firstLine({ yaml }: StudyDocument): Range {
  return yaml.range({ start: 0, end: yaml.lines.text(0).length });
}
