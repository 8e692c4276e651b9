// Runs beside the benchmark `language`, on Node 24: what yaml-language-server says of each of some texts, and how
// long that takes it, without the messages and the waiting of its server. The work comes on stdin as JSON.
import { getLanguageService } from 'yaml-language-server';
import { TextDocument } from 'vscode-languageserver-textdocument';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { schema, texts } = JSON.parse(Buffer.concat(chunks).toString('utf8'));

const uri = 'file:///study.yaml';
const service = getLanguageService({
  schemaRequestService: () => Promise.resolve(JSON.stringify(schema)),
  workspaceContext: { resolveRelativePath: (path) => path },
  telemetry: { send: () => {}, sendError: () => {}, sendTrack: () => {} },
});
service.configure({
  validate: true,
  schemas: [{ uri: 'https://schema.invalid/study', fileMatch: ['*'], schema }],
});

const times = [];
let found = 0;
for (const [version, text] of texts.entries()) {
  const begun = performance.now();
  const diagnostics = await service.doValidation(TextDocument.create(uri, 'yaml', version, text), false);
  times.push(performance.now() - begun);
  found += diagnostics.length;
}
process.stdout.write(JSON.stringify({ times, found }));
