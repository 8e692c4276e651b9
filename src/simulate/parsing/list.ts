import type { AnswerResult } from '../types';
import { bareReply } from './failure';

const integer = /^-?(?:0|[1-9]\d*)$/;
const amount = /^(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** The integers of a reply that is a list of them with commas between; undefined for anything else. */
export function codesIn(raw: string): readonly number[] | undefined {
  return listOf(raw, integer);
}

/** The amounts, whole or with a decimal point, of a reply that is a list of them; undefined for anything else. */
export function amountsIn(raw: string): readonly number[] | undefined {
  return listOf(raw, amount);
}

function listOf(raw: string, form: RegExp): readonly number[] | undefined {
  const pieces = bareReply(raw)
    .split(',')
    .map((piece) => piece.trim());
  return pieces.every((piece) => form.test(piece)) ? pieces.map((piece) => Number(piece) + 0) : undefined;
}

/** "Don't know" stands for the whole answer, as in human answers. */
export function dontKnowAnswer(code: number): AnswerResult {
  return { kind: 'several', parts: [{ code, value: 1 }] };
}
