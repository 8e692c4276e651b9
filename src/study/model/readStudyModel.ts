import type { YamlNode } from '../tree/types';
import type { Study } from '../types';
import { isCrossed, readFactors } from './crossing';
import { at, defined, entriesOf, integerOf, numberOf, oneOf, textOf, textsOf } from './pick';
import { readConditions } from './readConditions';
import { readContrasts } from './contrasts/readContrasts';
import { readExpectations, readScores } from './contrasts/readScores';
import { readItems } from './readItems';
import { readOutcomes, readScales } from './readOutcomes';
import { readPanel } from './people/readPanel';
import { readRespondents } from './people/readRespondents';
import { readSimulate } from './readSimulate';

/** The model of all that can be read; what is wrong is left out or replaced by its default. */
export function readStudyModel(root: YamlNode): Study {
  const factors = readFactors(root);
  const conditions = readConditions(root, factors);
  const ids = conditions.map(({ id }) => id);
  const known = new Set(ids);
  const outcomes = readOutcomes(root, readScales(root), ids);
  const crossed = isCrossed(root);
  const panel = readPanel(root);
  const id = textOf(at(root, 'id')) || 'study';
  const study: Omit<Study, 'contrasts'> = {
    version: 1,
    id,
    title: textOf(at(root, 'title')) ?? id,
    source: readSource(at(root, 'source')),
    population: textOf(at(root, 'population')),
    fielded: readFielded(at(root, 'fielded')),
    assignment: readAssignment(at(root, 'assignment'), known),
    language: textOf(at(root, 'language')) ?? 'en',
    design: oneOf(at(root, 'design'), ['between', 'within', 'mixed']) ?? 'between',
    intro: textOf(at(root, 'intro')) ?? '',
    factors,
    conditions,
    crossed,
    items: readItems(root, known),
    outcomes,
    respondents: readRespondents(root, outcomes),
    panel,
    smallestEffect: numberOf(at(root, 'smallestEffect')) ?? 2,
    scores: readScores(root, outcomes),
    expectations: readExpectations(root, outcomes),
    simulate: readSimulate(root, panel !== undefined),
  };
  return withContrasts(study, () => readContrasts(root, { conditions, crossed, factors, outcomes }));
}

/** Contrasts are made when they are first asked for: by default they are as many as conditions times outcomes. */
function withContrasts(study: Omit<Study, 'contrasts'>, read: () => Study['contrasts']): Study {
  let contrasts: Study['contrasts'] | undefined;
  return Object.defineProperty(study as Study, 'contrasts', {
    enumerable: true,
    get: () => (contrasts ??= read()),
  });
}

function readSource(node: YamlNode | undefined): Study['source'] {
  if (node === undefined) return undefined;
  return defined({
    citation: textOf(at(node, 'citation')),
    url: textOf(at(node, 'url')),
    licence: textOf(at(node, 'licence')),
    year: integerOf(at(node, 'year')),
  });
}

function readFielded(node: YamlNode | undefined): Study['fielded'] {
  if (node === undefined) return undefined;
  return defined({
    from: textOf(at(node, 'from')),
    to: textOf(at(node, 'to')),
    country: textOf(at(node, 'country')),
    mode: textOf(at(node, 'mode')),
  });
}

function readAssignment(node: YamlNode | undefined, conditions: ReadonlySet<string>): Study['assignment'] {
  return {
    unit: textOf(at(node, 'unit')) ?? 'respondent',
    probabilities: entriesOf(at(node, 'probabilities')).flatMap(({ key, value }) => {
      const share = numberOf(value);
      return share === undefined || !conditions.has(key) ? [] : [{ condition: key, share }];
    }),
    blocks: textsOf(at(node, 'blocks')),
  };
}
