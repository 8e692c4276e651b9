/** Paths as plain text with forward slashes; `C:/x` is absolute too. Nothing here looks at a disk. */

export function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:[/\\]/.test(path);
}

/** `path` seen from `base`, with `.` and `..` resolved. Backslashes of Windows paths become slashes. */
export function resolvePath(base: string, path: string): string {
  const drive = /^[A-Za-z]:\\|^\\\\/.test(path);
  const slashed = drive ? path.replaceAll('\\', '/') : path;
  return normalise(isAbsolute(slashed) ? slashed : `${base}/${slashed}`);
}

export function folderOf(path: string): string {
  const at = path.lastIndexOf('/');
  if (at < 0) return '.';
  if (at === 0) return '/';
  return /^[A-Za-z]:$/.test(path.slice(0, at)) ? path.slice(0, at + 1) : path.slice(0, at);
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether `path` is `folder` or lies below it. Both are resolved paths. */
export function isInside(folder: string, path: string): boolean {
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  return path === folder || path.startsWith(start);
}

/** `path` as it is written inside `folder`; unchanged where it is not below it. */
export function relativeTo(folder: string, path: string): string {
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  if (path === folder) return '.';
  return path.startsWith(start) ? path.slice(start.length) : path;
}

/** The folder and those above it, nearest first. */
export function foldersUp(folder: string): readonly string[] {
  const above = folderOf(folder);
  return above === folder || above === '.' ? [folder] : [folder, ...foldersUp(above)];
}

function normalise(path: string): string {
  const root = /^(?:[A-Za-z]:)?\//.exec(path)?.[0] ?? '';
  const kept: string[] = [];
  for (const part of path.slice(root.length).split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') kept.pop();
    else kept.push(part);
  }
  return `${root}${kept.join('/')}`;
}
