// A chat model of the editor for the tests: it answers 5, in two pieces, and keeps what it was asked.
const { LanguageModelTextPart, lm } = require('vscode');

const model = {
  id: 'test-five',
  name: 'Five',
  family: 'five',
  version: '1',
  maxInputTokens: 4096,
  maxOutputTokens: 256,
  capabilities: {},
};

function activate(context) {
  const asked = [];
  context.subscriptions.push(
    lm.registerLanguageModelChatProvider('test', {
      provideLanguageModelChatInformation: () => [model],
      provideLanguageModelChatResponse: async (_model, messages, _options, progress) => {
        asked.push(messages.flatMap(({ content }) => content.map(({ value }) => value)).join('\n'));
        progress.report(new LanguageModelTextPart('5'));
        progress.report(new LanguageModelTextPart('\n'));
      },
      provideTokenCount: async (_model, text) => String(text).length,
    }),
  );
  return { asked: () => asked };
}

module.exports = { activate };
