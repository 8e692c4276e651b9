import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const encoder = new TextEncoder();

/** SHA-256 of UTF-8 text or bytes, as 64 hexadecimal digits. */
export function sha256Hex(content: string | Uint8Array): string {
  return bytesToHex(sha256(typeof content === 'string' ? encoder.encode(content) : content));
}

/** SHA-256 of several parts, kept apart by their lengths so that ('ab','c') and ('a','bc') differ. */
export function hashParts(parts: readonly (string | number)[]): string {
  return sha256Hex(parts.map((part) => `${String(part).length}:${part}`).join(''));
}
