// The steps of `npm test`: each runs a program, shows its output, and counts as one test or, for a test
// runner, as the tests that it reports.
import { runLines } from './proc.mjs';

const plain = (line) => line.replace(/\u001b\[[0-9;]*m/g, '');

function count(lines, word) {
  const found = lines.map((line) => new RegExp(`^\\s*(\\d+) ${word}\\b`).exec(plain(line))).filter(Boolean);
  return found.reduce((sum, match) => sum + Number(match[1]), 0);
}

export class Steps {
  passed = 0;
  failed = 0;
  skipped = 0;

  /** A program that is right or wrong: one test. */
  async check(name, command, args, options = {}) {
    const { status } = await this.#run(name, command, args, options);
    if (status === 0) this.passed += 1;
    else this.#fail(name, 1);
    return status === 0;
  }

  /** A test runner: as many tests as it says. One that ran none has failed. */
  async tests(name, command, args, options = {}) {
    const { status, lines } = await this.#run(name, command, args, options);
    const [passed, failed, skipped] = ['passing', 'failing', 'pending'].map((word) => count(lines, word));
    this.passed += passed;
    this.skipped += skipped;
    if (failed > 0) this.#fail(name, failed);
    else if (status !== 0 || passed === 0) this.#fail(`${name} (status ${status}, ${passed} tests)`, 1);
  }

  /** Work that must succeed for the rest to make sense. */
  async must(name, action) {
    this.#heading(name);
    try {
      await action();
    } catch (error) {
      this.#fail(`${name}: ${error.message}`, 1);
      this.finish();
    }
  }

  /** Prints the count as the last line and ends the process. */
  finish() {
    const skipped = this.skipped > 0 ? `, ${this.skipped} skipped` : '';
    console.log(`\n${this.passed} passed, ${this.failed} failed${skipped}`);
    process.exit(this.failed > 0 || this.passed === 0 ? 1 : 0);
  }

  async #run(name, command, args, options) {
    this.#heading(name);
    const started = Date.now();
    const result = await runLines(command, args, { onLine: (line) => console.log(line), ...options });
    console.log(`   ${((Date.now() - started) / 1000).toFixed(1)} s`);
    return result;
  }

  #heading(name) {
    console.log(`\n── ${name}`);
  }

  #fail(name, number) {
    this.failed += number;
    console.log(`FAILED: ${name}`);
  }
}
