import { commands, window } from 'vscode';
import type { PromptResult } from '../../app/types';
import { CommandId } from '../../language/commands';
import { showError } from '../notify';
import type { Contribution, EditorServices } from '../services';
import { onDisk, pathOf } from '../workspaceFiles';
import { conditionOf, targetOf, type Target } from './target';

/** The exact text of one call, before anything is sent. */
export const prompt: Contribution = {
  name: 'prompt preview',
  register: (services) =>
    commands.registerCommand(CommandId.previewPrompt, (argument: unknown) => preview(services, argument)),
};

async function preview(services: EditorServices, argument: unknown): Promise<void> {
  try {
    const target = await targetOf(services, argument);
    if (target === undefined || !onDisk(target.uri)) return;
    const condition = await conditionOf(target);
    const outcome = condition === undefined ? undefined : await outcomeOf(target, condition);
    if (condition === undefined || outcome === undefined) return;
    const study = pathOf(target.uri);
    const shown = await services.runProcess.ask({ type: 'prompt', study, condition, outcome });
    const name = `${target.document.study.id}.${condition}.${outcome}.prompt.md`;
    await services.documents.show(name, promptText(shown));
  } catch (error) {
    await showError(services.log, 'Previewing the prompt', error);
  }
}

async function outcomeOf({ document, outcome }: Target, condition: string): Promise<string | undefined> {
  const asked = document.study.outcomes.filter(({ ask }) => ask.includes(condition));
  if (outcome !== undefined) return outcome;
  if (asked.length <= 1) return asked[0]?.id;
  const picked = await window.showQuickPick(
    asked.map(({ id, question }) => ({ label: id, detail: question })),
    { title: 'Which question?' },
  );
  return picked?.label;
}

function promptText(result: PromptResult): string {
  const heading = [
    `The exact text of one call. Nothing was sent.`,
    `Condition ${result.condition} · outcome ${result.outcome} · respondent ${result.respondent}`,
    `Model ${result.model} · strategy ${result.strategy}`,
  ];
  const messages = result.messages.map(({ role, content }) => `## ${role}\n\n${content}`);
  return `${[heading.join('\n'), ...messages].join('\n\n')}\n`;
}
