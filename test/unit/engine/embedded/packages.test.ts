import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { engineEntry, releaseFor } from '../../../../src/engine/embedded/packages';

const machines = [
  ['linux', 'x64', 'linux-x64'],
  ['linux', 'arm64', 'linux-arm64'],
  ['darwin', 'arm64', 'mac-arm64-metal'],
  ['darwin', 'x64', 'mac-x64'],
  ['win32', 'x64', 'win-x64'],
  ['win32', 'arm64', 'win-arm64'],
] as const;

describe('the packages of the embedded engine', () => {
  for (const [platform, arch, name] of machines)
    it(`has the engine and its binaries in one version for ${name}`, () => {
      const release = releaseFor(platform, arch);
      const own = release?.packages.filter((item) => item.name.includes('node-llama-cpp')) ?? [];
      expect(own.map((item) => item.name)).to.deep.equal(['node-llama-cpp', `@node-llama-cpp/${name}`]);
      expect(new Set(own.map((item) => item.version))).to.deep.equal(new Set([release?.version]));
    });

  it('knows no engine for other machines', () => {
    expect(releaseFor('freebsd', 'x64')).to.equal(undefined);
  });

  it('pins every package by SHA-512 and size, and names no host', () => {
    const packages = machines.flatMap(([platform, arch]) => releaseFor(platform, arch)?.packages ?? []);
    for (const { integrity, bytes } of packages) {
      expect(Buffer.from(integrity.replace('sha512-', ''), 'base64')).to.have.length(64);
      expect(bytes).to.be.greaterThan(500);
    }
    expect(readFileSync('src/engine/embedded/packages.generated.json', 'utf8')).not.to.contain('://');
  });

  it('lies in a folder of its version and platform', () => {
    const release = releaseFor('linux', 'x64');
    expect(release && engineEntry('/home', release)).to.match(
      /^\/home\/engine\/[\d.]+-linux-x64\/node_modules\/node-llama-cpp\/dist\/index\.js$/,
    );
  });
});
