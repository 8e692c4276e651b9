import { expect } from 'chai';
import { hover } from '../../../../src/language/hover';
import type { Environment } from '../../../../src/language/types';
import { readProjectFile } from '../../../../src/study/project';
import { CROSSED, WRITTEN } from '../full';
import { aColumn, aDataProfile, anEnvironment, atCursor, cursorIn, textAt } from '../places';

/** `what it is about: Markdown` over the mark. */
function over(marked: string, text = WRITTEN, environment: Partial<Environment> = {}): string {
  const { document, position } = atCursor(text.replace(marked.replace('│', ''), () => marked));
  const found = hover(document, position, anEnvironment(environment));
  return found ? `${textAt(document, found.range)}: ${found.markdown}` : '';
}

describe('the card of a name', () => {
  it('shows what a condition renders to, a crossed one whole', () => {
    expect(over('ask: [none.absent, gain.pre│sent,', CROSSED)).to.equal(
      'gain.present: **gain.present**\n\n    200 saved An expert says so.',
    );
    expect(over("treatment: 'label: r│ed', control: plain}\n  - {id")).to.contain('    A LOUD text, red');
  });

  it('shows the question of an outcome and how it is answered, of a matrix its items', () => {
    expect(over('{outcome: ga│te,')).to.equal(
      'gate: **gate** · Do you agree?\n\nordinal: Answer with one whole number from 1 to 7 only.\n\n    1: Disagree\n    7: Agree',
    );
    expect(over('reverse: [trust.co│urts]')).to.contain('**trust.courts**');
    expect(over('{outcome: tr│ust, w1')).to.contain(
      '- `trust.police` The police\n- `trust.courts` The courts',
    );
  });

  it('shows the levels of a factor and the text of a level', () => {
    expect(over('And {{ to│ne }}')).to.equal('tone: **tone** · factor\n\n- `calm` calm\n- `loud` LOUD');
    expect(over('{tone: calm, colour: no│ne}')).to.equal(
      'none: **none** · level of colour\n\n*Shows nothing.*',
    );
  });

  it('shows items, their fields, attributes, scores and contrasts', () => {
    expect(over('1: fir│st')).to.equal(
      'first: **first** · item\n\n    Rain\n\n- check: yes it rains\n- true news: true',
    );
    expect(over('{{ item.ch│eck }})')).to.equal(
      'check: **check** · field of items\n\n- `first` yes it rains\n- `second` maybe',
    );
    expect(over('{{ it│em }} (')).to.contain('- `first`\n- `second`');
    expect(over('attribute: ra│te')).to.equal(
      'rate: **rate** · attribute\n\nRate\n\n- `low` 5%\n- `high` 50%',
    );
    expect(over('outcome: insti│tutions')).to.equal(
      'institutions: **institutions** · score\n\nThe mean of\n\n- `trust.police`\n- `trust.courts` (reversed)',
    );
    expect(over('contrast: fa│ke')).to.equal(
      'fake: **fake** · contrast\n\n`label: red` compared with `plain` on `share`',
    );
  });

  it('shows of a column its type, n and most frequent values', () => {
    const column = { ...aColumn('arm', ['0', '1']), empty: 13 };
    expect(over('{column: ar│m,', WRITTEN, { data: aDataProfile([column]) })).to.equal(
      'arm: **arm** · column\n\nd.csv: numbers, 2 values, n 1,800, 13 empty\n\n- `0` × 10\n- `1` × 9',
    );
    const panel = `${WRITTEN}panel: {size: 9, sample: s.csv, weight: wt}\n`;
    expect(over('weight: w│t', panel, { panelData: aDataProfile([aColumn('wt', ['1'])], 10) })).to.contain(
      'n 10',
    );
  });

  it('shows where a part of the profile comes from', () => {
    expect(over('{{ profile.a│ge }}')).to.equal(
      'age: **age** · part of the profile\n\nColumn `a` of the data.',
    );
  });

  it('lets no text of study or data become Markdown', () => {
    expect(over('{tone: cal│m,', WRITTEN.replace('{calm: "calm"', '{calm: "![x](y)"'))).to.contain(
      '    ![x](y)',
    );
    expect(over('And {{ to│ne }}', WRITTEN.replace('{calm: "calm"', '{calm: "![x](y)"'))).to.contain(
      '\\!\\[x\\]\\(y\\)',
    );
    const column = aColumn('arm', ['a`![x](y)']);
    expect(over('{column: ar│m,', WRITTEN, { data: aDataProfile([column]) })).to.contain(
      '- `` a`![x](y) `` × 10',
    );
  });
});

describe('the help of a key', () => {
  it('is there for every key of the format', () => {
    expect(over('    rest│rict:')).to.match(
      /^restrict: \*\*restrict\*\*\n\nCombinations that no alternative has/,
    );
    expect(over('ex│pect:')).to.contain('What should hold of a run');
  });

  it('is there in vignette.yaml', () => {
    const { plain, position } = cursorIn('models:\n  gpt: {base│Url: "https://x.org", model: m}\n');
    expect(hover(readProjectFile(plain), position, anEnvironment())?.markdown).to.contain(
      'OpenAI-compatible endpoint',
    );
  });
});
