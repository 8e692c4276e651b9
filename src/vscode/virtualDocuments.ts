import { EventEmitter, Uri, ViewColumn, window, workspace, type Disposable } from 'vscode';

const scheme = 'vignette';

/** Read-only texts that are no files: the preview of a prompt, what the doctor found. */
export interface VirtualDocuments extends Disposable {
  show(name: string, text: string): Promise<void>;
}

export function createVirtualDocuments(): VirtualDocuments {
  const texts = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => texts.get(uri.path) ?? '',
  });
  const closed = workspace.onDidCloseTextDocument((document) => {
    if (document.uri.scheme === scheme) texts.delete(document.uri.path);
  });
  return {
    show: async (name, text) => {
      const uri = Uri.from({ scheme, path: `/${name}` });
      texts.set(uri.path, text);
      changed.fire(uri);
      const document = await workspace.openTextDocument(uri);
      await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true });
    },
    dispose: () => {
      provider.dispose();
      closed.dispose();
      changed.dispose();
    },
  };
}
