/** What VS Code knows of the network and a child process does not. */
export interface NetworkSettings {
  readonly proxy: string | undefined;
  readonly noProxy: readonly string[];
  /** False only where the user turned certificate checks off. */
  readonly strictSsl: boolean;
  readonly systemCertificates: boolean;
}

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The environment of the run process: the editor's own, without what would change how Node starts, with the
 * editor's proxy and certificate settings. A setting wins over an inherited variable, since it is the nearer one.
 */
export function processEnvironment(
  inherited: Variables,
  network: NetworkSettings,
  electron: boolean,
): Variables {
  const kept = Object.entries(inherited)
    .filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|NODE_CHANNEL)/.test(name))
    .filter(([name]) => !network.proxy || !/^https?_proxy$/i.test(name));
  return {
    ...Object.fromEntries(kept),
    ...(electron ? { ELECTRON_RUN_AS_NODE: '1' } : {}),
    ...(network.proxy ? { HTTPS_PROXY: network.proxy, HTTP_PROXY: network.proxy } : {}),
    ...(network.noProxy.length > 0 ? { NO_PROXY: network.noProxy.join(',') } : {}),
    ...(network.strictSsl ? {} : { NODE_TLS_REJECT_UNAUTHORIZED: '0' }),
    ...(network.systemCertificates ? { NODE_USE_SYSTEM_CA: '1' } : {}),
  };
}
