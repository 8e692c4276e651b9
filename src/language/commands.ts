/** The commands of the editor. Their names are public: keybindings and other extensions call them. */
export const CommandId = {
  newStudy: 'vignette.newStudy',
  simulateStudy: 'vignette.simulateStudy',
  simulateCondition: 'vignette.simulateCondition',
  pilot: 'vignette.pilot',
  stopRun: 'vignette.stopRun',
  resumeRun: 'vignette.resumeRun',
  showResults: 'vignette.showResults',
  showDistributions: 'vignette.showDistributions',
  compareRuns: 'vignette.compareRuns',
  compareWithCommit: 'vignette.compareWithCommit',
  previewPrompt: 'vignette.previewPrompt',
  addModel: 'vignette.addModel',
  setKey: 'vignette.setKey',
  doctor: 'vignette.doctor',
  showLog: 'vignette.showLog',
} as const;

/** What a command is about: plain data, so that tests and keybindings can give it. */
export interface StudyTarget {
  /** URI of the study file. */
  readonly study: string;
  readonly condition?: string;
  readonly outcome?: string;
}
