import { ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import { CommandId } from '../../language/commands';
import { ItemKind, ViewId } from '../ids';

/** An entry of the tree: plain data, so that it is what the commands of its menu get. */
export type Node =
  | { readonly kind: 'study'; readonly study: string; readonly title: string; readonly path: string }
  | { readonly kind: 'results'; readonly file: string; readonly name: string; readonly detail: string }
  | {
      readonly kind: 'incompleteRun';
      readonly run: string;
      readonly name: string;
      readonly why: string;
      readonly study: string;
    }
  | { readonly kind: 'models' }
  | { readonly kind: 'model'; readonly name: string; readonly detail: string; readonly origin: string };

export function treeItem(node: Node): TreeItem {
  const item = bareItem(node);
  if (node.kind !== 'models') item.contextValue = ItemKind[node.kind];
  return item;
}

function bareItem(node: Node): TreeItem {
  switch (node.kind) {
    case 'study':
      return described(node.title, node.path, 'beaker', TreeItemCollapsibleState.Collapsed, {
        command: 'vscode.open',
        title: 'Open',
        arguments: [Uri.parse(node.study)],
      });
    case 'results':
      return described(node.name, node.detail, 'graph', TreeItemCollapsibleState.None, {
        command: 'vscode.openWith',
        title: 'Open',
        arguments: [Uri.parse(node.file), ViewId.results],
      });
    case 'incompleteRun':
      return described(node.name, node.why, 'debug-pause', TreeItemCollapsibleState.None, {
        command: CommandId.resumeRun,
        title: 'Resume',
        arguments: [{ run: node.run }],
      });
    case 'models':
      return described('Models', '', 'server', TreeItemCollapsibleState.Collapsed, undefined);
    case 'model':
      return described(node.name, node.detail, 'hubot', TreeItemCollapsibleState.None, undefined);
  }
}

function described(
  label: string,
  description: string,
  icon: string,
  state: TreeItemCollapsibleState,
  command: TreeItem['command'],
): TreeItem {
  const item = new TreeItem(label, state);
  item.description = description;
  item.tooltip = description === '' ? label : `${label}: ${description}`;
  item.iconPath = new ThemeIcon(icon);
  if (command !== undefined) item.command = command;
  return item;
}
