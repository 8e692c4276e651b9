import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Files } from './files';

/** SHA-256 of a file of any size, read in pieces. */
export async function hashFile(files: Files, path: string, signal?: AbortSignal): Promise<string> {
  const hash = sha256.create();
  for await (const piece of files.stream(path, signal)) hash.update(piece);
  return bytesToHex(hash.digest());
}
