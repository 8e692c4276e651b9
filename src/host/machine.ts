import type { Machine } from '../app/services';
import type { Files } from '../workspace/files';

export function thisMachine(files: Files): Machine {
  return {
    node: process.versions.node,
    writable: async (folder) => {
      const probe = `${folder}/.writable-${process.pid}`;
      try {
        await files.write(probe, '');
        await files.remove(probe);
        return true;
      } catch {
        // That it cannot be written is the answer.
        return false;
      }
    },
  };
}
