import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { VignetteError } from '../../src/util/errors';

/** A case of a file in test/fixtures/vectors; its README states the conventions. */
export interface Case<Input = never> {
  readonly id: string;
  readonly kind: string;
  readonly input: Input;
  readonly expected: Record<string, unknown>;
  readonly tol: number;
  readonly tolFields?: Record<string, number | string>;
}

export function readCases(file: string): readonly Case[] {
  const text = readFileSync(join(__dirname, '../fixtures/vectors', file), 'utf8');
  return (JSON.parse(text) as { cases: readonly Case[] }).cases;
}

/** Runs `compute` on every case of a kind and compares every field; fails when their number is not `count`. */
export function reproduces<Input>(
  file: string,
  kind: string,
  count: number,
  compute: (input: Input) => Record<string, unknown>,
  options: { readonly leaveOut?: readonly string[] } = {},
): void {
  const cases = readCases(file).filter((each) => each.kind === kind);
  it(`has all ${count} cases of ${kind}`, () => expect(cases).to.have.length(count));
  for (const each of cases) {
    it(`${kind} ${each.id}`, () => {
      const { expected } = each;
      if (typeof expected['error'] === 'string') {
        expectRefusal(() => compute(each.input), expected['error']);
        return;
      }
      const got = compute(each.input);
      for (const [field, value] of Object.entries(expected)) {
        if (field === 'undefined' || (options.leaveOut ?? []).includes(field)) continue;
        expect(got, `${field} is computed`).to.have.property(field);
        expectNear(got[field], without(value, options.leaveOut ?? []), toleranceOf(each, field), field);
      }
      for (const [field, reason] of Object.entries(expected['undefined'] ?? {}))
        expect(got[field] ?? null, `${field}: ${String(reason)}`).to.equal(null);
    });
  }
}

/** A number passes when |got − expected| ≤ tol · max(1, |expected|). */
export function expectNear(got: unknown, expected: unknown, tolerance: number, field: string): void {
  if (expected === 'Infinity' || expected === '-Infinity') expect(got, field).to.equal(Number(expected));
  else if (typeof expected === 'number') {
    expect(got, field).to.be.a('number');
    const error = Math.abs((got as number) - expected);
    expect(error, `${field}: ${String(got)} for ${expected}`).to.be.at.most(
      tolerance * Math.max(1, Math.abs(expected)),
    );
  } else if (Array.isArray(expected)) {
    expect(got, field).to.have.length(expected.length);
    for (const [index, item] of expected.entries()) {
      expectNear((got as unknown[])[index], item, tolerance, `${field}[${index}]`);
    }
  } else if (typeof expected === 'object' && expected !== null) {
    for (const [key, item] of Object.entries(expected)) {
      expectNear((got as Record<string, unknown>)[key], item, tolerance, `${field}.${key}`);
    }
  } else {
    expect(got, field).to.equal(expected);
  }
}

/** The value without these fields, however deep they stand. */
function without(value: unknown, fields: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !fields.includes(key))
      .map(([key, item]) => [key, without(item, fields)]),
  );
}

function toleranceOf(each: Case, field: string): number {
  const own = each.tolFields?.[field];
  return typeof own === 'number' ? own : each.tol;
}

function expectRefusal(compute: () => unknown, code: string): void {
  try {
    compute();
  } catch (error) {
    expect(error).to.be.instanceOf(VignetteError);
    expect((error as VignetteError).code).to.equal(`stats/${code}`);
    return;
  }
  expect.fail(`${code} was not refused`);
}
