import { workspace, type Uri } from 'vscode';
import { headingText } from './headingText';
import { readStudy } from '../../study/read';

/** What a list of studies shows of each, read without opening it in the editor. */
export interface Heading {
  readonly id: string;
  readonly title: string;
}

/** A file that cannot be read, or is gone since it was listed, has neither; opening it says why. */
export async function readHeading(uri: Uri): Promise<Heading> {
  const text = await workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '',
  );
  const { id, title } = readStudy(headingText(text)).study;
  return { id, title };
}
