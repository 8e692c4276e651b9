/** The entries `id` and `title` of a study's text, so that a list need not read all of a large one. */
export function headingText(text: string): string {
  return [...text.matchAll(/^(?:id|title):.*(?:\r?\n[ \t]+.*)*/gm)].map(([entry]) => entry).join('\n');
}
