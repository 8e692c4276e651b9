import { join } from 'node:path';
import { VignetteError } from '../../util/errors';
import list from './packages.generated.json';

/** A package as the registry publishes it, and where it lies below the engine's folder. */
export interface EnginePackage {
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** `sha512-` and the digest in base64. */
  readonly integrity: string;
  readonly bytes: number;
}

/** Everything the engine needs on one platform. */
export interface EngineRelease {
  readonly platform: string;
  readonly version: string;
  readonly packages: readonly EnginePackage[];
}

interface PackageList {
  readonly common: readonly EnginePackage[];
  readonly platforms: Readonly<
    Record<string, { readonly version: string; readonly own: readonly EnginePackage[] }>
  >;
}

/** The engine for this machine, or undefined where none is built. */
export function releaseFor(platform: NodeJS.Platform, arch: string): EngineRelease | undefined {
  const { common, platforms } = list as PackageList;
  const name = platformName(platform, arch);
  const own = platforms[name];
  if (own === undefined) return undefined;
  return { platform: name, version: own.version, packages: [...own.own, ...common] };
}

/** As `releaseFor`, for the machine this runs on. @throws VignetteError `engine/unsupported-platform`. */
export function releaseHere(): EngineRelease {
  const release = releaseFor(process.platform, process.arch);
  if (release !== undefined) return release;
  throw new VignetteError({
    code: 'engine/unsupported-platform',
    message: `The embedded engine is not built for ${process.platform} on ${process.arch}.`,
    help: 'Name a local OpenAI-compatible server in vignette.yaml instead, or use `--strategy baseline`.',
    audience: 'usage',
  });
}

/** The folder that holds `node_modules`; one a platform, as a home may be shared between machines. */
export function engineFolder(home: string, release: EngineRelease): string {
  return join(home, 'engine', `${release.version}-${release.platform}`);
}

/** The file to import. */
export function engineEntry(home: string, release: EngineRelease): string {
  return join(engineFolder(home, release), 'node_modules', 'node-llama-cpp', 'dist', 'index.js');
}

/** Apple silicon has one package, with Metal in it. */
function platformName(platform: NodeJS.Platform, arch: string): string {
  const system = { darwin: 'mac', win32: 'win' }[platform as string] ?? platform;
  const name = `${system}-${arch}`;
  return name === 'mac-arm64' ? 'mac-arm64-metal' : name;
}
