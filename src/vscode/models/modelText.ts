const entry =
  '  ${1:name}: {baseUrl: "${2:https://api.openai.com/v1}", model: ${3:gpt-4o}, keyEnv: ${4:OPENAI_API_KEY}}\n';

/** Where in a project file the form of a model goes, and its text as a snippet. */
export function projectEntry(projectText: string): { readonly line: number; readonly text: string } {
  const lines = projectText.split(/\r?\n/);
  const models = lines.findIndex((line) => /^models:\s*(#.*)?$/.test(line));
  if (models >= 0) return { line: models + 1, text: entry };
  return { line: 0, text: `models:\n${entry}` };
}

/** The origin of a web address; undefined for anything else. Plain http only on this machine. */
export function originOf(address: string): string | undefined {
  if (!URL.canParse(address.trim())) return undefined;
  const { protocol, hostname, origin } = new URL(address.trim());
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && loopback) ? origin : undefined;
}
