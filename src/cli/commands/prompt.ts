import { prompt } from '../../app/prompt';
import type { PromptResult } from '../../app/types';
import type { Command } from '../command';
import { settingFlags, yesFlag } from '../flags';
import { usage } from '../parse';
import { simulateOptions } from '../simulateOptions';

export const promptCommand: Command = {
  name: 'prompt',
  usage: 'STUDY --condition ID --outcome ID [--item ID] [--respondent ID]',
  about: 'the exact text of one call',
  details: 'Without --respondent it is the first who is asked this. Nothing is sent.',
  flags: [
    { name: 'condition', value: 'ID', about: 'the condition' },
    { name: 'outcome', value: 'ID', about: 'the outcome' },
    { name: 'item', value: 'ID', about: 'the item, where the study has items; without it the first' },
    { name: 'respondent', value: 'ID', about: 'the respondent, by the id of the data' },
    ...settingFlags,
    yesFlag,
  ],
  takes: { least: 1, most: 1, what: 'a study' },
  examples: [
    {
      line: 'vignette prompt framing.study.yaml --condition loss --outcome choice',
      about: 'what the first respondent of that condition is asked',
    },
  ],
  run: async ({ services, signals, paint }, args) => {
    const condition = args.text('condition');
    const outcome = args.text('outcome');
    if (condition === undefined || outcome === undefined)
      throw usage(
        'missing-flag',
        'prompt needs --condition and --outcome.',
        'Write: vignette prompt STUDY --condition ID --outcome ID',
      );
    const [item, respondent] = [args.text('item'), args.text('respondent')];
    const options = {
      ...simulateOptions(args),
      condition,
      outcome,
      ...(item === undefined ? {} : { item }),
      ...(respondent === undefined ? {} : { respondent }),
    };
    const result = await prompt(services, options, signals.stop);
    const messages = result.messages.map(({ role, content }) => `${paint('dim', `— ${role}`)}\n${content}`);
    const first = result.item !== null && item === undefined ? [firstItem(result.item)] : [];
    const notes = [...first, ...variationLines(result)];
    return {
      json: result,
      text: () => [...notes.map((line) => paint('dim', line)), ...messages].join('\n\n'),
      status: 0,
    };
  },
};

/** What of the text is otherwise for other people. */
function variationLines({ respondent, order, frame, shown }: PromptResult): readonly string[] {
  return [
    ...(order === null ? [] : [`${respondent} reads the options in the order ${order.join(', ')}.`]),
    ...(frame === 0 ? [] : [`${respondent} is asked in wording ${frame + 1}.`]),
    ...(shown.length === 0 ? [] : [`Examples: ${shown.join('; ')}.`]),
  ];
}

function firstItem(item: string): string {
  return `Item ${item}, the first of the study; --item names another.`;
}
