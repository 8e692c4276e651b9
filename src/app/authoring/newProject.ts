import type { Fix } from '../../util/diagnostic';

/** Makes `vignette.yaml` with a model of this name: an address of this machine, to be written over. */
export function newProject(model: string): Fix {
  return {
    title: `Create vignette.yaml with a model called ${model}`,
    edits: [],
    creates: { name: 'vignette.yaml', text: projectText(model) },
  };
}

function projectText(model: string): string {
  return [
    '# The models, budgets and folders of this workspace. It holds no keys: a model names an environment variable.',
    'models:',
    '  # A server of this machine that speaks the OpenAI protocol: llama-server, Ollama, vLLM, LM Studio …',
    `  ${JSON.stringify(model)}: { baseUrl: "http://127.0.0.1:8080/v1", model: ${JSON.stringify(model)} }`,
    '',
  ].join('\n');
}
