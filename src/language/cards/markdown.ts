/** Text as a block of code: nothing in it is read as Markdown. */
export function literal(text: string): string {
  const shown = text.length > 1000 ? `${text.slice(0, 1000)}…` : text;
  return shown
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}

/** Text in a line of Markdown: nothing in it is read as Markdown. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#!|~]/g, '\\$&').replace(/\s+/g, ' ');
}

/** Text as code inside of a line of Markdown: with more backticks around it than it has. */
export function code(text: string): string {
  const plain = text.replace(/\s+/g, ' ');
  const fence = '`'.repeat(Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return fence.length === 1 ? `\`${plain}\`` : `${fence} ${plain} ${fence}`;
}
