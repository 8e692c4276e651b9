/** The last line of a text that is not blank, without space around it; '' where every line is blank. Never throws. */
export function lastLine(text: string): string {
  const trimmed = text.trimEnd();
  const end = Math.max(trimmed.lastIndexOf('\n'), trimmed.lastIndexOf('\r'));
  return trimmed.slice(end + 1).trim();
}
