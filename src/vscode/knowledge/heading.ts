import { workspace, type Uri } from 'vscode';
import { headingText } from './headingText';
import { readStudy } from '../../study/read';

/** What a list of studies shows of each, read without opening it in the editor. */
export interface Heading {
  readonly id: string;
  readonly title: string;
}

export async function readHeading(uri: Uri): Promise<Heading> {
  const { id, title } = readStudy(
    headingText(new TextDecoder().decode(await workspace.fs.readFile(uri))),
  ).study;
  return { id, title };
}
