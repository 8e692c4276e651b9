import { expect } from 'chai';
import { openJournal } from '../../../src/engine/journal';
import { fakeClock } from '../../fakes/fakeClock';
import { memoryFiles } from '../../fakes/memoryFiles';
import { anAnswerRecord } from './builders';
import { rejection } from '../../fakes/rejection';

const folder = '/project/.vignette/runs/r1';
const answers = `${folder}/answers.jsonl`;

describe('the journal of a run', () => {
  it('gives back what an earlier process appended', async () => {
    const files = memoryFiles();
    const clock = fakeClock({ auto: true });
    const first = await openJournal(files, folder, clock);
    await first.append(anAnswerRecord({ index: 3, code: 5 }));
    await first.close();
    const second = await openJournal(files, folder, clock);
    expect([...second.done.keys()]).to.deep.equal([3]);
    expect(second.done.get(3)).to.deep.equal(anAnswerRecord({ index: 3, code: 5 }));
    await second.close();
  });

  it('cuts off a last line that was not finished and keeps everything before it', async () => {
    const whole = `${JSON.stringify(anAnswerRecord({ index: 0, code: 2 }))}\n`;
    const files = memoryFiles({ [answers]: `${whole}{"index":1,"pers` });
    const journal = await openJournal(files, folder, fakeClock({ auto: true }));
    expect([...journal.done.keys()]).to.deep.equal([0]);
    expect(files.text(answers)).to.equal(whole);
    await journal.append(anAnswerRecord({ index: 1, code: 3 }));
    await journal.close();
    const again = await openJournal(files, folder, fakeClock({ auto: true }));
    expect([...again.done.keys()]).to.deep.equal([0, 1]);
  });

  it('counts the first of two lines for one answer', async () => {
    const lines = [2, 6].map((code) => JSON.stringify(anAnswerRecord({ index: 0, code })));
    const files = memoryFiles({ [answers]: `${lines.join('\n')}\n` });
    const journal = await openJournal(files, folder, fakeClock({ auto: true }));
    expect(journal.done.get(0)?.result).to.include({ kind: 'answer', code: 2 });
  });

  it('passes over lines that are no answers', async () => {
    const good = JSON.stringify(anAnswerRecord({ index: 4, code: 1 }));
    const files = memoryFiles({ [answers]: `garbage\n{"index":"x"}\n[]\n\n${good}\n` });
    const journal = await openJournal(files, folder, fakeClock({ auto: true }));
    expect([...journal.done.keys()]).to.deep.equal([4]);
  });

  it('writes a prompt once, also over two processes', async () => {
    const files = memoryFiles();
    const messages = [{ role: 'user' as const, content: 'How much?' }];
    for (let i = 0; i < 2; i++) {
      const journal = await openJournal(files, folder, fakeClock({ auto: true }));
      await journal.prompt('h1', messages);
      await journal.prompt('h1', messages);
      await journal.close();
    }
    expect(files.text(`${folder}/prompts.jsonl`)).to.equal(`${JSON.stringify({ hash: 'h1', messages })}\n`);
  });

  it('refuses a second writer', async () => {
    const files = memoryFiles();
    const journal = await openJournal(files, folder, fakeClock());
    const error = await rejection(openJournal(files, folder, fakeClock()));
    expect(error.code).to.equal('run/locked');
    await journal.close();
    await (await openJournal(files, folder, fakeClock())).close();
  });

  it('is on the disk no later than 250 ms after an answer was appended', async () => {
    const files = memoryFiles();
    const clock = fakeClock();
    const journal = await openJournal(files, folder, clock);
    await journal.append(anAnswerRecord({ index: 0, code: 1 }));
    await journal.append(anAnswerRecord({ index: 1, code: 1 }));
    await clock.advance(249);
    expect(files.syncs()).to.equal(0);
    await clock.advance(1);
    expect(files.syncs()).to.equal(1);
  });

  it('acknowledges nothing once the disk is full, even after room was made', async () => {
    const files = memoryFiles();
    const journal = await openJournal(files, folder, fakeClock({ auto: true }));
    await journal.append(anAnswerRecord({ index: 0, code: 1 }));
    files.failWrites('file/disk-full');
    expect((await rejection(journal.append(anAnswerRecord({ index: 1, code: 1 })))).code).to.equal(
      'file/disk-full',
    );
    files.failWrites(undefined);
    expect((await rejection(journal.append(anAnswerRecord({ index: 2, code: 1 })))).code).to.equal(
      'file/disk-full',
    );
    await journal.close();
  });

  it('cut off at any byte, holds the answers whose lines are whole and takes the others again', async () => {
    const records = [0, 1, 2].map((index) => anAnswerRecord({ index, code: index + 1 }));
    const lines = records.map((record) => `${JSON.stringify({ ...record, raw: 'vielleicht ü' })}\n`);
    const bytes = Buffer.from(lines.join(''));
    const ends = lines.map((_, i) => Buffer.byteLength(lines.slice(0, i + 1).join('')));
    for (let end = 0; end <= bytes.length; end += 1) {
      const files = memoryFiles({ [answers]: bytes.subarray(0, end) });
      const journal = await openJournal(files, folder, fakeClock({ auto: true }));
      const whole = [0, 1, 2].filter((index) => (ends[index] ?? 0) <= end);
      expect([...journal.done.keys()], `${end} bytes`).to.deep.equal(whole);
      for (const record of records) await journal.append(record);
      await journal.close();
      const again = await openJournal(files, folder, fakeClock({ auto: true }));
      expect([...again.done.keys()].sort(), `${end} bytes`).to.deep.equal([0, 1, 2]);
      await again.close();
    }
  });

  it('gives back how a task was presented, and passes over lines that say it in another shape', async () => {
    const record = {
      ...anAnswerRecord({ index: 0, code: 2 }),
      order: [2, 1],
      frame: 3,
      profiles: [['red'], ['blue']],
      shown: ['p1 gain choice '],
    };
    const wrong = [{ order: ['a'] }, { frame: -1 }, { profiles: [[1]] }, { shown: 'p1' }].map((part, i) =>
      JSON.stringify({ ...anAnswerRecord({ index: i + 1, code: 2 }), ...part }),
    );
    const files = memoryFiles({ [answers]: `${[JSON.stringify(record), ...wrong].join('\n')}\n` });
    const journal = await openJournal(files, folder, fakeClock({ auto: true }));
    expect([...journal.done.values()]).to.deep.equal([record]);
  });
});
