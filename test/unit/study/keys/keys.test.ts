import { expect } from 'chai';
import { bases, type BaseName } from './bases';
import { differences, isAt } from './differences';
import { see, type Observable } from './observe';
import { keyPaths } from './paths';
import { tables, type Change } from './table';

const before = new Map<string, Promise<string>>();

/** What is seen of an unchanged study, looked at once. */
function seenOf(base: BaseName, what: Observable): Promise<string> {
  const key = `${base} ${what}`;
  const known = before.get(key);
  if (known) return known;
  const seen = see(bases[base], what);
  before.set(key, seen);
  return seen;
}

async function expectToMatter(base: BaseName, [key, from, to, differs]: Change): Promise<void> {
  const { study, data } = bases[base];
  expect(study, `the study ${base} has what is changed`).to.contain(from);
  const changed = study.replace(from, () => to);
  const paths = differences(study, changed);
  expect(paths, 'something is changed').to.not.deep.equal([]);
  for (const path of paths) expect(isAt(path, key), `${path.join('.')} is part of ${key}`).to.equal(true);
  const after = await see({ study: changed, data }, differs);
  expect(after, `${differs} shows the change`).to.not.equal(await seenOf(base, differs));
  expect(after, 'the changed study can be looked at').to.not.equal('error study/invalid');
}

describe('every key of the study format', () => {
  const changes = tables.flatMap((table) => table.changes);

  it('has a change to it in the table', () => {
    const named = new Set(changes.map(([key]) => key));
    expect(keyPaths().filter((key) => !named.has(key))).to.deep.equal([]);
    expect([...named].filter((key) => !keyPaths().includes(key))).to.deep.equal([]);
  });

  it('shows somewhere else than in the model alone', () => {
    const shown = new Set(changes.filter(([, , , differs]) => differs !== 'kept').map(([key]) => key));
    expect(changes.map(([key]) => key).filter((key) => !shown.has(key))).to.deep.equal([]);
  });

  for (const { base, changes: own } of tables) {
    for (const change of own) {
      const [key, from, , differs] = change;
      it(`matters to ${differs}: ${key} in ${base}, at ${from.trim().slice(0, 40)}`, () =>
        expectToMatter(base, change));
    }
  }
});
