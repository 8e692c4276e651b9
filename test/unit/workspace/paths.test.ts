import { expect } from 'chai';
import { foldersUp, folderOf, isInside, relativeTo, resolvePath } from '../../../src/workspace/paths';

describe('paths as text', () => {
  it('resolves a relative path, with dots, from a base', () => {
    expect(resolvePath('/project/studies', '../data/./a.csv')).to.equal('/project/data/a.csv');
    expect(resolvePath('/project', '/etc/hosts')).to.equal('/etc/hosts');
    expect(resolvePath('/project', '../../../..')).to.equal('/');
  });
  it('knows Windows drives and their backslashes', () => {
    expect(resolvePath('/project', 'C:\\studies\\a.csv')).to.equal('C:/studies/a.csv');
    expect(folderOf('C:/a.csv')).to.equal('C:/');
  });
  it('lists the folders above, nearest first', () => {
    expect(foldersUp('/a/b')).to.deep.equal(['/a/b', '/a', '/']);
  });
  it('is not inside a folder whose name only begins alike', () => {
    expect(isInside('/project/a', '/project/ab/c')).to.equal(false);
    expect(isInside('/project/a', '/project/a/c')).to.equal(true);
    expect(isInside('/', '/x')).to.equal(true);
  });
  it('writes a path as seen from a folder', () => {
    expect(relativeTo('/project', '/project/a/b')).to.equal('a/b');
    expect(relativeTo('/project', '/else/b')).to.equal('/else/b');
  });
});
