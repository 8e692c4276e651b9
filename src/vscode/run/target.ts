import { Uri, window, workspace } from 'vscode';
import type { StudyTarget } from '../../language/commands';
import type { StudyDocument } from '../../study/document';
import { LanguageId } from '../ids';
import type { EditorServices } from '../services';
import { findStudies, shownPath } from '../workspaceFiles';

/** What a command is about; its study is open and read. */
export interface Target {
  readonly uri: Uri;
  readonly document: StudyDocument;
  readonly condition: string | undefined;
  readonly outcome: string | undefined;
}

/**
 * The target that a command was called with: plain data, a file of the explorer, else the place of the cursor,
 * else what the user picks. Undefined when there is none, or the user picked nothing.
 */
export async function targetOf(services: EditorServices, argument: unknown): Promise<Target | undefined> {
  const given = argument instanceof Uri ? { study: argument.toString() } : asStudyTarget(argument);
  const here = given === undefined ? atCursor(services) : undefined;
  if (here !== undefined) return here;
  const uri = given === undefined ? await pickStudy() : Uri.parse(given.study, true);
  if (uri === undefined) return undefined;
  const document = services.studies.read(await workspace.openTextDocument(uri));
  return { uri, document, condition: given?.condition, outcome: given?.outcome };
}

/** Arguments come from keybindings, links and other extensions: only what fits is taken. */
export function asStudyTarget(argument: unknown): StudyTarget | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { study, condition, outcome } = argument as Record<string, unknown>;
  if (typeof study !== 'string' || !study.includes(':')) return undefined;
  return {
    study,
    ...(typeof condition === 'string' ? { condition } : {}),
    ...(typeof outcome === 'string' ? { outcome } : {}),
  };
}

function atCursor(services: EditorServices): Target | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== LanguageId.study) return undefined;
  const document = services.studies.read(editor.document);
  const path = document.nodeAt(editor.selection.active)?.path ?? [];
  const id = typeof path[1] === 'string' ? path[1] : undefined;
  return {
    uri: editor.document.uri,
    document,
    condition: path[0] === 'conditions' ? id : undefined,
    outcome: path[0] === 'outcomes' ? id : undefined,
  };
}

async function pickStudy(): Promise<Uri | undefined> {
  const studies = await findStudies();
  if (studies.length <= 1) return studies[0];
  const picked = await window.showQuickPick(
    studies.map((uri) => ({ label: shownPath(uri), uri })),
    { title: 'Which study?', placeHolder: 'A study of this workspace' },
  );
  return picked?.uri;
}

/** The condition of a target, or the one that the user picks. */
export async function conditionOf(target: Target): Promise<string | undefined> {
  const { conditions } = target.document.study;
  if (target.condition !== undefined) return target.condition;
  if (conditions.length <= 1) return conditions[0]?.id;
  const picked = await window.showQuickPick(
    conditions.map(({ id, label }) => ({ label: id, description: label === id ? '' : label })),
    { title: 'Which condition?' },
  );
  return picked?.label;
}
