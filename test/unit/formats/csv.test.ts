import { expect } from 'chai';
import { csvTable } from '../../../src/formats/csv';
import type { VignetteError } from '../../../src/util/errors';

/** A stream that hands out `size` bytes at a time. */
function inPieces(content: string | Uint8Array, size = 1_000_000): () => AsyncIterable<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
  };
}

async function rowsOf(
  content: string,
  options: { delimiter?: string } = {},
  size?: number,
): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const row of (await csvTable(inPieces(content, size), options)).rows()) rows.push(row);
  return rows;
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no error',
    (error: VignetteError) => error.code,
  );
}

describe('reading a CSV file', () => {
  it('gives the header as columns and every row as text', async () => {
    const table = await csvTable(inPieces('id,arm\n01,gain\n02,loss\n'));
    expect(table.columns).to.deep.equal(['id', 'arm']);
    expect(await rowsOf('id,arm\n01,gain\n02,loss\n')).to.deep.equal([
      ['01', 'gain'],
      ['02', 'loss'],
    ]);
  });

  it('is the same for every cut of the bytes, quotes, umlauts and line ends included', async () => {
    const text = '\uFEFFid,note\r\n1,"a ""quoted"", größe"\r\n2,"two\r\nlines"\r\n3,last';
    const expected = [
      ['1', 'a "quoted", größe'],
      ['2', 'two\nlines'],
      ['3', 'last'],
    ];
    for (let size = 1; size <= 12; size += 1) expect(await rowsOf(text, {}, size)).to.deep.equal(expected);
  });

  it('drops the byte order mark from the first column', async () => {
    expect((await csvTable(inPieces('\uFEFFid\n1\n'))).columns).to.deep.equal(['id']);
  });

  it('finds semicolons and tabs by the header, and takes a given delimiter', async () => {
    expect(await rowsOf('id;arm\n1;a,b\n')).to.deep.equal([['1', 'a,b']]);
    expect(await rowsOf('id\tarm\n1\ta\n')).to.deep.equal([['1', 'a']]);
    expect(await rowsOf('id,x;arm\n1,y;a\n', { delimiter: ';' })).to.deep.equal([['1,y', 'a']]);
  });

  it('skips blank lines', async () => {
    expect(await rowsOf('\nid,arm\n\n1,a\n   \n2,b\n\n')).to.have.length(2);
  });

  it('names the row that has too few or too many cells', async () => {
    const work = rowsOf('id,arm\n1,a\n2\n');
    expect(await codeOf(work)).to.equal('data/ragged-row');
    await work.catch((error: VignetteError) =>
      expect(error.message).to.equal('Row 2 of the data has 1 cells; the header has 2.'),
    );
  });

  it('refuses bytes that are not UTF-8', async () => {
    const latin1 = new Uint8Array([105, 100, 10, 103, 114, 246, 223, 101, 10]);
    const table = csvTable(inPieces(latin1));
    expect(await codeOf(table.then((found) => found.rows()[Symbol.asyncIterator]().next()))).to.equal(
      'data/encoding',
    );
  });

  it('refuses a quote that is never closed', async () => {
    expect(await codeOf(rowsOf('id,arm\n1,"a\n2,b\n'))).to.equal('data/quotes');
  });

  it('refuses an empty file and a repeated column name', async () => {
    expect(await codeOf(csvTable(inPieces('')))).to.equal('data/empty');
    expect(await codeOf(csvTable(inPieces('\n \n')))).to.equal('data/empty');
    expect(await codeOf(csvTable(inPieces('id,id\n1,2\n')))).to.equal('data/duplicate-column');
  });

  it('reads a header of a hundred thousand columns in about a second', async () => {
    const header = Array.from({ length: 100_000 }, (_, i) => `c${i}`);
    expect((await csvTable(inPieces(`${header.join()}\n`))).columns).to.have.length(100_000);
    expect(await codeOf(csvTable(inPieces(`${header.join()},c5\n`)))).to.equal('data/duplicate-column');
  }).timeout(5000);

  it('stops when it is cancelled', async () => {
    const table = await csvTable(inPieces('id\n1\n'));
    const reading = table.rows(AbortSignal.abort())[Symbol.asyncIterator]().next();
    expect(await codeOf(reading)).to.equal('run/cancelled');
  });
});
