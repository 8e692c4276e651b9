import { describe, diagnosticCodes, type DiagnosticCode } from '../../src/study/diagnostics';
import type { GeneratedFile } from '../generate';

const FOLDER = 'docs/diagnostics';

/** One page a code, and the index. */
export function generate(): readonly GeneratedFile[] {
  return [
    { path: `${FOLDER}/README.md`, text: index() },
    ...diagnosticCodes.map((code) => ({ path: `${FOLDER}/${fileOf(code)}`, text: page(code) })),
  ];
}

function fileOf(code: DiagnosticCode): string {
  return `${code.replace('/', '-')}.md`;
}

function page(code: DiagnosticCode): string {
  const { severity, title, explanation, help } = describe(code);
  return (
    [
      `# ${title}`,
      `\`${code}\` · ${severity}`,
      explanation,
      `**What to do.** ${help}`,
      '[All diagnostics](README.md)',
    ].join('\n\n') + '\n'
  );
}

function index(): string {
  const rows = diagnosticCodes.map((code) => {
    const { severity, title } = describe(code);
    return `| [\`${code}\`](${fileOf(code)}) | ${severity} | ${title} |`;
  });
  return (
    [
      '# Diagnostics',
      'Errors: the study cannot be simulated or scored as it is written. Warnings: probably a mistake. Hints: better practice.',
      ['| code | severity | |', '| --- | --- | --- |', ...rows].join('\n'),
    ].join('\n\n') + '\n'
  );
}
