// Appends answers to a journal and names each on stdout once it is acknowledged, until it is killed.
import { openJournal } from '../../../src/engine/journal';
import { nodeFiles } from '../../../src/host/nodeFiles';
import { systemClock } from '../../../src/host/systemClock';
import { anAnswerRecord } from './builders';

async function main(folder: string): Promise<void> {
  const journal = await openJournal(nodeFiles, folder, systemClock);
  for (let index = journal.done.size; ; index += 8) {
    const batch = Array.from({ length: 8 }, (_, i) =>
      anAnswerRecord({ index: index + i, code: 1 + (i % 7) }),
    );
    await Promise.all(
      batch.map(async (record) => {
        await journal.append(record);
        process.stdout.write(`${record.index}\n`);
      }),
    );
  }
}

void main(process.argv[2] ?? '');
