import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const page = readFileSync(join(root, 'docs/errors.md'), 'utf8');
const diagnostics = new Set(readdirSync(join(root, 'docs/diagnostics')));

describe('docs/errors.md', () => {
  it('names every error code of the source that has no page as a diagnostic', () => {
    expect([...codesInSource()].filter((code) => !isDocumented(code))).to.deep.equal([]);
  });

  it('names every code once, in alphabetical order', () => {
    const listed = codesOnPage();
    expect(listed).to.deep.equal([...new Set(listed)].sort());
  });

  it('names no code whose words are not in the source', () => {
    const source = sources().join('\n');
    const gone = codesOnPage().filter((code) => !source.includes(code) && !isComposed(code, source));
    expect(gone).to.deep.equal([]);
  });
});

function isDocumented(code: string): boolean {
  return page.includes(`\`${code}\``) || diagnostics.has(`${code.replace('/', '-')}.md`);
}

/** `usage/bad-value` may be written as its area in one place and its name in another. */
function isComposed(code: string, source: string): boolean {
  const [area, name = ''] = code.split('/');
  return (
    source.includes(`\`${area}/`) &&
    (source.includes(`'${name}'`) || source.includes(name.split('-')[1] ?? name))
  );
}

function codesOnPage(): readonly string[] {
  return [...page.matchAll(/^\| `([a-z]+\/[a-z-]+)`/gm)].map(([, code]) => code ?? '');
}

/** Literals after `code:`, and those that helpers of a whole area take as their first argument. */
function codesInSource(): ReadonlySet<string> {
  const texts = sources();
  const whole = texts.flatMap((text) =>
    [...text.matchAll(/(?:code: |transient\(\s*|final\(\s*)'([a-z]+\/[a-z-]+)'/g)].map(
      ([, code]) => code ?? '',
    ),
  );
  const composed = texts.flatMap((text) =>
    [...text.matchAll(/\b(usage|resultsError)\(\s*'([a-z-]+)'/g)].map(
      ([, helper, name]) => `${helper === 'usage' ? 'usage' : 'results'}/${name}`,
    ),
  );
  return new Set([...whole, ...composed]);
}

function sources(): readonly string[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, 'src', name), 'utf8'));
}
