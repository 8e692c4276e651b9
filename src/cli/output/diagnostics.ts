import type { ValidateResult } from '../../app/types';
import type { Diagnostic } from '../../util/diagnostic';
import { wrap } from './columns';
import type { Paint } from './paint';

const colour = { error: 'red', warning: 'yellow', hint: 'dim' } as const;

/** Diagnostics as `file:line:column`, which terminals and editors make links of. */
export function diagnosticsText({ files, errors, warnings }: ValidateResult, paint: Paint): string {
  const lines = files.flatMap(({ path, diagnostics }) =>
    diagnostics.map((diagnostic) => diagnosticText(path, diagnostic, paint)),
  );
  const checked = files.map(({ path }) => path).join(', ');
  const counts = [counted(errors, 'error'), counted(warnings, 'warning')].join(', ');
  return [...lines, `${counts} in ${checked}`].join('\n');
}

function diagnosticText(
  path: string,
  { severity, code, message, help, range }: Diagnostic,
  paint: Paint,
): string {
  const place = `${path}:${range.start.line + 1}:${range.start.character + 1}`;
  return [
    `${paint('bold', place)} ${paint(colour[severity], severity)} ${code}`,
    wrap(message, 96, '  '),
    ...(help === '' ? [] : [paint('dim', wrap(help, 96, '  '))]),
  ].join('\n');
}

function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}
