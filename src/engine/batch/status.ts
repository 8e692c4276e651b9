import { VignetteError } from '../../util/errors';
import { isFields, type Fields } from '../../util/fields';
import { shown } from '../redact';
import type { BatchStatus } from './types';

const ends = new Set(['completed', 'failed', 'expired', 'cancelled']);
const safeId = /^[\w.-]{1,200}$/;

/**
 * What an endpoint says of a batch.
 * @throws VignetteError `batch/bad-reply` for what is no batch.
 */
export function statusOf(said: unknown, origin: string, secrets: readonly string[]): BatchStatus {
  const batch: Fields = isFields(said) ? said : {};
  const { id, status } = batch;
  if (typeof id !== 'string' || !safeId.test(id) || typeof status !== 'string') throw noBatch(origin);
  const counts = isFields(batch.request_counts) ? batch.request_counts : {};
  const files = [batch.output_file_id, batch.error_file_id];
  return {
    id,
    status: shown(status, secrets),
    ended: ends.has(status),
    counts: {
      total: countOf(counts.total),
      completed: countOf(counts.completed),
      failed: countOf(counts.failed),
    },
    files: files.filter((file): file is string => typeof file === 'string' && safeId.test(file)),
    problem: problemOf(batch.errors, secrets),
  };
}

function problemOf(errors: unknown, secrets: readonly string[]): string | null {
  const [first] = isFields(errors) && Array.isArray(errors.data) ? (errors.data as readonly unknown[]) : [];
  return isFields(first) && typeof first.message === 'string' ? shown(first.message, secrets) : null;
}

function countOf(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0;
}

function noBatch(origin: string): VignetteError {
  return new VignetteError({
    code: 'batch/bad-reply',
    message: `${origin} answered, but not with a batch.`,
    help: 'Check that `baseUrl` is that of an endpoint with files and batches.',
    audience: 'endpoint',
  });
}
