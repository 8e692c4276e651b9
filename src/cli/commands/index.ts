import type { Command } from '../command';
import { batchCommand } from './batch';
import { cleanCommand } from './clean';
import { compareCommand } from './compare';
import { doctorCommand } from './doctor';
import { evaluateCommand } from './evaluate';
import { modelsCommand } from './models';
import { newCommand } from './new';
import { planCommand } from './plan';
import { promptCommand } from './prompt';
import { reportCommand } from './report';
import { resumeCommand } from './resume';
import { simulateCommand } from './simulate';
import { validateCommand } from './validate';
import { whyCommand } from './why';

/** The commands in the order of the help. */
export const commands: readonly Command[] = [
  newCommand,
  validateCommand,
  planCommand,
  promptCommand,
  simulateCommand,
  resumeCommand,
  batchCommand,
  evaluateCommand,
  whyCommand,
  compareCommand,
  reportCommand,
  modelsCommand,
  cleanCommand,
  doctorCommand,
];
