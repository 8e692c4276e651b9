import { checkDesign } from './check/design';
import { checkEffects } from './check/effects';
import { studyFacts } from './check/facts';
import { checkReferences } from './check/references';
import { checkScales } from './check/scales/scales';
import { checkTemplates } from './check/templates';
import { checkVariants } from './check/scales/variants';
import { isNewerVersion } from './check/version';
import { checkYaml } from './check/yaml';
import type { StudyDocument } from './document';
import { readStudyModel } from './model/readStudyModel';
import { problemsOf, type Problems } from './problems';
import { checkShape } from './schema/check';
import { isEmpty } from './schema/sentences';
import { studyShape } from './format/study';
import type { Study } from './types';
import { finished, type Steps } from '../util/steps';
import { yamlSteps, type YamlText } from './yaml';

/** A study file may have 5 MB of UTF-8; counted as UTF-16 units, each at least one byte. */
const STUDY_BYTES_LIMIT = 5_000_000;

/**
 * Reads a study file as far as it can be read. Never throws: what is wrong is in `diagnostics`. `before` is the same
 * file before an edit: what they share is not read again, and the result is the same.
 */
export function readStudy(text: string, before?: StudyDocument): StudyDocument {
  return finished(studySteps(text, before));
}

/** The same a little at a time, for texts whose reading would keep others waiting. */
export function* studySteps(text: string, before?: StudyDocument): Steps<StudyDocument> {
  const tooLarge = text.length > STUDY_BYTES_LIMIT;
  const yaml = yield* yamlSteps(tooLarge ? '' : text, before?.yaml);
  const problems = problemsOf(yaml);
  const study = readStudyModel(yaml.root);
  yield;
  if (tooLarge) {
    const message = `The file has more than ${STUDY_BYTES_LIMIT / 1e6} MB.`;
    problems.add({ code: 'study/limit', at: { start: 0, end: 0 }, path: [], message });
  } else if (!isNewerVersion(problems)) {
    checkYaml(problems);
    checkRoot(yaml, problems);
    yield;
    yield* checkMeaning(study, problems);
  }
  return {
    text,
    study,
    yaml,
    diagnostics: problems.all(),
    ranges: (path) => yaml.ranges(path),
    nodeAt: (position) => yaml.nodeAt(position),
  };
}

function checkRoot(yaml: YamlText, problems: Problems): void {
  const end = yaml.lines.offset({ line: 0, character: Number.MAX_SAFE_INTEGER });
  const at = { start: 0, end };
  if (!isEmpty(yaml.root)) return checkShape(yaml.root, studyShape, { path: [], at }, problems);
  if (yaml.isBroken([])) return;
  problems.add({
    code: 'study/missing-key',
    at,
    path: [],
    message: 'The file holds no study.',
    help: 'A study has at least `vignette`, `id`, `title` and `outcomes`.',
    fixes: [
      { title: 'Write the beginning of a study', replace: [{ at: { start: 0, end: 0 }, by: SMALLEST }] },
    ],
  });
}

const SMALLEST = `vignette: 1
id: my-study
title: My study
outcomes:
  choice:
    question: What would you choose?
    scale: {type: binary, options: {1: This, 2: That}}
`;

function* checkMeaning(study: Study, problems: Problems): Steps<void> {
  const facts = studyFacts(problems.yaml.root, problems.yaml.text);
  const checks = [
    () => checkReferences(study, facts, problems),
    () => checkTemplates(study, facts, problems),
    () => checkDesign(study, facts, problems),
    () => checkScales(problems),
    () => checkVariants(study, problems),
    () => checkEffects(study, problems),
  ];
  for (const check of checks) {
    yield;
    check();
  }
}
