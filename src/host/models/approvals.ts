import type { Approvals } from '../../app/services';
import { VignetteError } from '../../util/errors';
import type { Files } from '../../workspace/files';

/** Key variables whose host everybody knows. */
const builtIn: Readonly<Record<string, readonly string[]>> = {
  OPENAI_API_KEY: ['https://api.openai.com'],
  ANTHROPIC_API_KEY: ['https://api.anthropic.com'],
  GEMINI_API_KEY: ['https://generativelanguage.googleapis.com'],
  MISTRAL_API_KEY: ['https://api.mistral.ai'],
  GROQ_API_KEY: ['https://api.groq.com'],
  OPENROUTER_API_KEY: ['https://openrouter.ai'],
  TOGETHER_API_KEY: ['https://api.together.xyz'],
  DEEPSEEK_API_KEY: ['https://api.deepseek.com'],
};

interface Stored {
  readonly keys: readonly { readonly keyEnv: string; readonly origin: string }[];
  readonly profiles: readonly { readonly study: string; readonly origin: string }[];
}

/** The user's decisions in `approvals.json` of the user's own folder. */
export function fileApprovals(files: Files, storage: string): Approvals {
  const path = `${storage}/approvals.json`;
  const change = async (next: (stored: Stored) => Stored): Promise<void> => {
    const stored = await readStored(files, path);
    await files.write(path, `${JSON.stringify(next(stored), undefined, 2)}\n`);
  };
  return {
    keyAllowed: async (keyEnv, origin) => {
      if (Object.hasOwn(builtIn, keyEnv) && builtIn[keyEnv]?.includes(origin)) return true;
      const { keys } = await readStored(files, path);
      return keys.some((key) => key.keyEnv === keyEnv && key.origin === origin);
    },
    allowKey: (keyEnv, origin) =>
      change((stored) => ({
        ...stored,
        keys: [
          ...stored.keys.filter((key) => !(key.keyEnv === keyEnv && key.origin === origin)),
          { keyEnv, origin },
        ],
      })),
    profilesAllowed: async (study, origin) => {
      const { profiles } = await readStored(files, path);
      return profiles.some((entry) => entry.study === study && entry.origin === origin);
    },
    allowProfiles: (study, origin) =>
      change((stored) => ({
        ...stored,
        profiles: [
          ...stored.profiles.filter((entry) => !(entry.study === study && entry.origin === origin)),
          { study, origin },
        ],
      })),
  };
}

/** A file that cannot be read approves nothing, and is not written over. */
async function readStored(files: Files, path: string): Promise<Stored> {
  if ((await files.stat(path)) === undefined) return { keys: [], profiles: [] };
  try {
    const found = JSON.parse(new TextDecoder().decode(await files.read(path))) as Partial<Stored> | null;
    return {
      keys: pairs(found?.keys, 'keyEnv') as Stored['keys'],
      profiles: pairs(found?.profiles, 'study') as Stored['profiles'],
    };
  } catch (cause) {
    throw new VignetteError({
      code: 'approvals/unreadable',
      message: `${path} cannot be read.`,
      help: 'Mend it or delete it; you will be asked again.',
      audience: 'usage',
      cause,
    });
  }
}

function pairs(found: unknown, key: string): readonly unknown[] {
  if (!Array.isArray(found)) return [];
  return found.filter(
    (entry: unknown) =>
      typeof entry === 'object' &&
      entry !== null &&
      typeof (entry as Record<string, unknown>)[key] === 'string' &&
      typeof (entry as Record<string, unknown>)['origin'] === 'string',
  );
}
