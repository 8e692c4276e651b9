import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { slashes } from './nodeFiles';

/** The folder of the templates: beside dist/ where the program is bundled, beside src/ where it is not. */
export function templatesFolder(): string {
  const places = [join(__dirname, '..'), join(__dirname, '..', '..')];
  const root = places.find((place) => existsSync(join(place, 'syntaxes', 'templates'))) ?? '';
  return slashes(join(root, 'syntaxes', 'templates'));
}
