import { VignetteError } from '../../src/util/errors';

/** The error a promise ends with; anything but a VignetteError fails the test. */
export async function rejection(promise: Promise<unknown>): Promise<VignetteError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof VignetteError) return error;
    throw error;
  }
  throw new Error('It was expected to fail and did not.');
}
