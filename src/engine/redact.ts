const MAX_CHARACTERS = 300;

/** Text of an endpoint as it may be shown: without the secrets, control characters or endless length. */
export function shown(text: string, secrets: readonly string[]): string {
  // Control characters could drive a terminal.
  const plain = redact(text, secrets).replace(/[\u0000-\u001f\u007f-\u009f\s]+/g, ' ');
  return plain.length > MAX_CHARACTERS ? `${plain.slice(0, MAX_CHARACTERS)}…` : plain.trim();
}

/** Text with every secret replaced, so that an endpoint that echoes a key puts it into no file. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => (secret === '' ? rest : rest.replaceAll(secret, '[key]')), text);
}
