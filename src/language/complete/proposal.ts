import { isPlain } from '../names/written';
import type { Completion } from '../types';
import type { Place } from './place';

/** A completion before it has a place in the text and in the list. */
export type Proposal = Pick<Completion, 'label' | 'kind' | 'insert'> & {
  readonly detail?: string;
  readonly documentation?: string;
  readonly snippet?: true;
  readonly again?: true;
};

/** In the order given. */
export function inPlace(proposals: readonly Proposal[], place: Place): readonly Completion[] {
  return proposals.map(({ label, kind, insert, detail, documentation, snippet, again }, i) => ({
    label,
    kind,
    insert,
    snippet: snippet ?? false,
    again: again ?? false,
    detail,
    documentation,
    range: place.range,
    sort: String(i).padStart(4, '0'),
  }));
}

const TAKEN = /^(?:yes|no|on|off|true|false)$/i;

/** Text as YAML reads it back, quoted where it must be; nothing is added inside of quotes. */
export function scalar(text: string, { quoted }: Pick<Place, 'quoted'>): string {
  if (quoted) return text;
  return isPlain(text) && !TAKEN.test(text) ? text : JSON.stringify(text);
}
