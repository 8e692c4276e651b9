import { gutter } from './annotations/gutter';
import { hints } from './annotations/hints';
import { lenses } from './annotations/lenses';
import { compareRuns } from './compare/compareRuns';
import { compareWithCommit } from './compare/compareWithCommit';
import { codeActions } from './language/codeActions';
import { completion } from './language/completion';
import { diagnostics } from './language/diagnostics';
import { hover } from './language/hover';
import { rename } from './language/rename';
import { semanticTokens } from './language/semanticTokens';
import { structure } from './language/structure';
import { navigation } from './language/navigation';
import { outline } from './language/outline';
import { customEditor } from './results/customEditor';
import { resultsView } from './results/resultsView';
import { control } from './run/control';
import { doctor } from './run/doctor';
import { modelCommands } from './models/commands';
import { progress } from './run/progress';
import { prompt } from './run/prompt';
import { simulate } from './run/simulate';
import type { Contribution } from './services';
import { newStudy } from './trees/newStudy';
import { studiesTree } from './trees/studiesTree';

/** Everything that the extension adds to the editor. */
export const contributions: readonly Contribution[] = [
  doctor,
  diagnostics,
  completion,
  hover,
  lenses,
  hints,
  codeActions,
  outline,
  structure,
  navigation,
  rename,
  semanticTokens,
  gutter,
  simulate,
  control,
  progress,
  prompt,
  modelCommands,
  resultsView,
  customEditor,
  compareRuns,
  compareWithCommit,
  newStudy,
  studiesTree,
];
