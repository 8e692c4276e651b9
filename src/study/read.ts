import { checkYaml } from './check/yaml';
import type { StudyDocument } from './document';
import { readStudyModel } from './model/readStudyModel';
import { problemsOf, type Problems } from './problems';
import { checkShape } from './schema/check';
import { studyShape } from './schema/study';
import { readYaml, type YamlText } from './yaml';

/** A study file may have 5 MB of UTF-8; counted as UTF-16 units, each at least one byte. */
export const STUDY_BYTES_LIMIT = 5_000_000;

/** Reads a study file as far as it can be read. Never throws: what is wrong is in `diagnostics`. */
export function readStudy(text: string): StudyDocument {
  const tooLarge = text.length > STUDY_BYTES_LIMIT;
  const yaml = readYaml(tooLarge ? '' : text);
  const problems = problemsOf(yaml);
  const study = readStudyModel(yaml.root);
  if (tooLarge) {
    const message = `The file has more than ${STUDY_BYTES_LIMIT / 1e6} MB.`;
    problems.add({ code: 'study/limit', at: { start: 0, end: 0 }, path: [], message });
  } else {
    checkYaml(problems);
    checkRoot(yaml, problems);
  }
  return {
    text,
    study,
    diagnostics: problems.all(),
    ranges: (path) => yaml.ranges(path),
    nodeAt: (position) => yaml.nodeAt(position),
  };
}

function checkRoot(yaml: YamlText, problems: Problems): void {
  const end = yaml.lines.offset({ line: 0, character: Number.MAX_SAFE_INTEGER });
  checkShape(yaml.root, studyShape, { path: [], at: { start: 0, end } }, problems);
}
