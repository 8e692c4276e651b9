import { hash } from 'node:crypto';

/** SHA-256 of this machine; of half a surrogate pair that of its replacement character, as the portable one has it. */
export function nodeSha256(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex');
}
