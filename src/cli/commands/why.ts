import { why } from '../../app/explain/why';
import type { Command } from '../command';
import { yesFlag } from '../flags';
import { whyText } from '../output/why';
import { usage } from '../parse';

export const whyCommand: Command = {
  name: 'why',
  usage: 'RUN --condition ID --outcome ID --respondent ID [--item ID] [--draw N]',
  about: 'why an answer was or was not taken from the cache; its prompt, order, draw and raw reply',
  details: 'An answer that is not there yet is explained too. Nothing is sent. See docs/runs.md.',
  flags: [
    { name: 'condition', value: 'ID', about: 'the condition' },
    { name: 'outcome', value: 'ID', about: 'the outcome' },
    { name: 'item', value: 'ID', about: 'the item, where the study has items; without it the first' },
    { name: 'respondent', value: 'ID', about: 'the respondent, by the id of the data' },
    { name: 'draw', value: 'N', about: 'which answer of this person in this cell, from 0' },
    yesFlag,
  ],
  takes: { least: 1, most: 1, what: 'a run' },
  examples: [
    {
      line: 'vignette why framing.gpt.direct.3f2a --condition loss --outcome choice --respondent p17',
      about: 'one answer with its prompt, and what changed since the run before',
    },
  ],
  run: async ({ services, signals, paint }, args) => {
    const [condition, outcome] = [args.text('condition'), args.text('outcome')];
    const respondent = args.text('respondent');
    if (condition === undefined || outcome === undefined || respondent === undefined)
      throw usage(
        'missing-flag',
        'why needs --condition, --outcome and --respondent.',
        'Write: vignette why RUN --condition ID --outcome ID --respondent ID',
      );
    const item = args.text('item');
    const draw = args.number('draw', { min: 0, max: Infinity, integer: true });
    const result = await why(
      services,
      {
        run: args.positionals[0] ?? '',
        condition,
        outcome,
        respondent,
        ...(item === undefined ? {} : { item }),
        ...(draw === undefined ? {} : { draw }),
        yes: args.switch('yes'),
      },
      signals.stop,
    );
    return { json: result, text: () => whyText(result, paint), status: 0 };
  },
};
