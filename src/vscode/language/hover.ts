import { Hover, languages, MarkdownString } from 'vscode';
import { hover as hoverOf } from '../../language/hover';
import { config } from '../config';
import { ourLanguages } from '../ids';
import type { Contribution } from '../services';
import { editorRange, plainPosition } from './convert';

/** What a key means and what a name stands for, and on a condition or an outcome with results its chart. */
export const hover: Contribution = {
  name: 'hover',
  register: ({ sources, knowledge }) =>
    languages.registerHoverProvider(ourLanguages, {
      provideHover: (document, position) => {
        const known = knowledge.of(document);
        const environment = config.hoverCharts() ? known : { ...known, results: undefined };
        const source = sources.read(document);
        const found = hoverOf(source, plainPosition(position), environment, document.uri.toString());
        if (found === undefined) return undefined;
        const text = new MarkdownString(found.markdown);
        text.isTrusted = { enabledCommands: found.commands };
        return new Hover(text, editorRange(found.range));
      },
    }),
};
