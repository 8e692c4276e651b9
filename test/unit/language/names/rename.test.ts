import { expect } from 'chai';
import { namesIn } from '../../../../src/language/names/occurrences';
import { prepareRename, rename } from '../../../../src/language/names/rename';
import type { SourceDocument } from '../../../../src/study/document';
import { readProjectFile } from '../../../../src/study/project';
import { readStudy } from '../../../../src/study/read';
import type { Position } from '../../../../src/util/range';
import { edited } from '../edits';
import { CROSSED, WRITTEN } from '../full';
import { atCursor, textAt } from '../places';

/** The lines that differ after what is at the mark got another name; a refusal's reason. */
function changes(text: string, marked: string, to: string): readonly string[] | string {
  const { document, position } = atCursor(text.replace(marked.replace('│', ''), () => marked));
  const found = rename(document, position, to);
  if (found.kind === 'refused') return found.reason;
  const [before, after] = [document.text, edited(document.text, found.edits)].map((one) => one.split('\n'));
  return (after ?? []).filter((line, i) => line !== before?.[i]).map((line) => line.trim());
}

describe('renaming', () => {
  it('changes a condition where it is referred to, and the contrasts that are called after it', () => {
    expect(changes(WRITTEN, '  pl│ain: {', 'neutral')).to.deep.equal([
      "assignment: {probabilities: {neutral: 0.5, 'label: red': 0.5}}",
      'neutral: {control: true, factors: {tone: calm, colour: none}, text: "A {{ tone }} text.{{ colour }}"}',
      "ask: [neutral, 'label: red']",
      "condition: {column: arm, values: {0: neutral, 1: 'label: red'}}",
      "- {outcome: share, treatment: 'label: red', control: neutral}",
      "- {id: fake, outcome: share, treatment: 'label: red', control: neutral, items: {plus: {true news: [false]}}, adjust: [age, hobby]}",
      "- {outcome: institutions, treatment: 'label: red', control: neutral, id: inst}",
      "- {contrast: 'label: red-neutral', sign: negative}",
    ]);
  });

  it('keeps quotes, and adds them where the new name needs them', () => {
    expect(changes(WRITTEN, "ask: [plain, 'label│: red']", "it's")).to.include("ask: [plain, 'it''s']");
    expect(changes(WRITTEN, 'ask: [pl│ain', 'a: b')).to.include.members([
      '"a: b": {control: true, factors: {tone: calm, colour: none}, text: "A {{ tone }} text.{{ colour }}"}',
      'ask: ["a: b", \'label: red\']',
    ]);
    expect(changes(WRITTEN, 'g│ate: q3', 'null')).to.include('"null":');
  });

  it('changes a factor in quoted, plain and block texts', () => {
    expect(changes(WRITTEN, '  to│ne: {calm', 'voice')).to.deep.equal([
      'voice: {calm: "calm", loud: "LOUD"}',
      'plain: {control: true, factors: {voice: calm, colour: none}, text: "A {{ voice }} text.{{ colour }}"}',
      'voice: "loud"',
      '- A {{voice}} text, {{ colour }}.',
      'And {{ voice }} again.',
      'question: "Would you share \\"{{ item.check }}\\", {{ voice }}?"',
      '\'label: red\': {question: "Would you share it, {{ voice }}?"}',
      '- {outcome: gate, factor: voice, treatment: loud, control: calm}',
      '- {contrast: voice:loud-calm, sign: negative}',
    ]);
  });

  it('changes a level in the ids of crossed conditions', () => {
    expect(changes(CROSSED, '{no│ne: ""', 'zero')).to.deep.equal([
      'frame: {zero: "", gain: "200 saved", v1.2: "400 die"}',
      'control: {frame: zero, expert: absent}',
      'ask: [zero.absent, gain.present, v1.2.present]',
      '- {contrast: gain.present-zero.absent, sign: positive}',
    ]);
    expect(changes(CROSSED, 'omit: [{frame: v1│.2', 'loss')).to.include.members([
      'omit: [{frame: loss, expert: absent}]',
      'ask: [none.absent, gain.present, loss.present]',
    ]);
    expect(changes(CROSSED, 'v1.2.pre│sent]', 'there')).to.include.members([
      'ask: [none.absent, gain.there, v1.2.there]',
      'gain.there: {question: Which of these?}',
      '- {contrast: gain.there-none.absent, sign: positive}',
    ]);
  });

  it('changes a matrix and its items wherever they are joined by a dot', () => {
    expect(changes(WRITTEN, '  tr│ust:\n', 'faith')).to.deep.equal([
      'faith:',
      'outcomes: {share: q1, faith.police: q2_1, "faith.courts": q2_2, gate: q3}',
      'institutions: {of: [faith.police, faith.courts], reverse: [faith.courts]}',
      '- {outcome: faith, w1: {below: 0.2}}',
      '- {outcome: faith.police, w1: {below: 0.2}}',
    ]);
    expect(changes(WRITTEN, '"trust.cou│rts"', 'judges')).to.deep.equal([
      'scale: {type: matrix, of: agree7, items: {police: The police, judges: The courts}}',
      'outcomes: {share: q1, trust.police: q2_1, "trust.judges": q2_2, gate: q3}',
      'institutions: {of: [trust.police, trust.judges], reverse: [trust.judges]}',
    ]);
  });

  it('changes items, their fields, attributes, their levels, scores and contrasts', () => {
    expect(changes(WRITTEN, 'fields: {ch│eck: maybe', 'note')).to.deep.equal([
      '{{ item }} ({{ item.note }})',
      'first: {text: "Rain", fields: {note: "yes it rains", true news: true}}',
      'fields: {note: maybe, true news: false}',
      "'label: red': {text: Red snow, fields: {note: no}}",
      'question: "Would you share \\"{{ item.note }}\\", {{ tone }}?"',
    ]);
    expect(changes(WRITTEN, '1: fi│rst', 'rain')).to.have.length(2);
    expect(changes(WRITTEN, 'attribute: ra│te', 'tax')).to.deep.equal([
      'tax: {label: Rate, levels: {low: "5%", high: "50%"}}',
      '- {tax: high, plan: [a]}',
      'conjoint: {task: t, chosen: c, attributes: {tax: col_rate, plan: col_plan}}',
      '- {outcome: tax, attribute: tax, treatment: high, control: low}',
    ]);
    expect(changes(WRITTEN, 'treatment: hi│gh', 'top')).to.deep.equal([
      'rate: {label: Rate, levels: {low: "5%", top: "50%"}}',
      '- {rate: top, plan: [a]}',
      '- {outcome: tax, attribute: rate, treatment: top, control: low}',
    ]);
    expect(changes(WRITTEN, 'outcome: insti│tutions', 'belief')).to.deep.equal([
      "- {outcome: belief, treatment: 'label: red', control: plain, id: inst}",
      'belief: {of: [trust.police, trust.courts], reverse: [trust.courts]}',
    ]);
    expect(changes(WRITTEN, 'contrast: fa│ke', 'false news')).to.include(
      '- {contrast: false news, sign: positive}',
    );
  });

  it('changes a model inside of the project file', () => {
    const text = 'models:\n  gpt: {baseUrl: "https://x.org", model: gpt-4o}\n';
    const found = rename(readProjectFile(text), { line: 1, character: 3 }, 'big');
    expect(found.kind === 'edits' && edited(text, found.edits)).to.equal(text.replace('gpt:', 'big:'));
  });

  it('says why not', () => {
    expect(changes(WRITTEN, '  pl│ain: {', 'label: red')).to.equal(
      'There is a condition `label: red` already.',
    );
    expect(changes(WRITTEN, '  ga│te:', 'institutions')).to.equal('There is a score `institutions` already.');
    expect(changes(WRITTEN, '  ga│te:', 'trust.police')).to.equal(
      'There is an outcome `trust.police` already.',
    );
    expect(changes(WRITTEN, '  ga│te:', '')).to.equal(
      'A name must not be empty, or begin or end with a space.',
    );
    expect(changes(WRITTEN, '  ga│te:', 'a\nb')).to.equal('A name stands on one line.');
    expect(changes(WRITTEN, '  to│ne: {calm', 'a}')).to.equal(
      'A name that stands in templates has letters, digits, `_`, `-` and `.` only.',
    );
    expect(changes(WRITTEN, '  to│ne: {calm', 'item')).to.equal(
      '`item` and `profile` mean something else in templates.',
    );
    expect(
      changes(CROSSED.replace('absent: ""', 'absent: "", 2.absent: ""'), ', v│1.2: "', 'gain.2'),
    ).to.equal('Two crossed conditions would have one id: it joins their levels by dots.');
  });
});

describe('what can be renamed', () => {
  const prepared = (marked: string, text = WRITTEN): string => {
    const { document, position } = atCursor(text.replace(marked.replace('│', ''), () => marked));
    const found = prepareRename(document, position);
    return found.kind === 'refused'
      ? found.reason
      : `${textAt(document, found.range)} as ${found.placeholder}`;
  };

  it('is the name under the cursor alone, without quotes and neighbours', () => {
    expect(prepared("ask: [plain, 'label│: red'")).to.equal('label: red as label: red');
    expect(prepared('reverse: [trust.c│ourts]')).to.equal('courts as courts');
    expect(prepared('reverse: [tr│ust.courts]')).to.equal('trust as trust');
    expect(prepared('{{ item.ch│eck }})')).to.equal('check as check');
    expect(prepared('tone:lo│ud-calm')).to.equal('loud as loud');
  });

  it('is no word of the format, no column, no field of the profile and no model', () => {
    expect(prepared('    ques│tion: Which plan?')).to.equal('`question` is a key of the format.');
    expect(prepared('Which pl│an?')).to.equal('There is no name here that could be changed.');
    expect(prepared('weight: │w')).to.match(/^`w` is a column of the data/);
    expect(prepared('field: a│ge')).to.match(/^`age` is one of the fields that every study shares/);
    expect(prepared('{{ profile.a│ge }}')).to.match(/^`age` comes from the profile/);
    expect(prepared('model: lo│cal')).to.match(/rename it there/);
    expect(prepared('ask: [a│ll]', WRITTEN.replace("ask: [plain, 'label: red']", 'ask: [all]'))).to.equal(
      'The study has no condition `all` to rename.',
    );
  });
});

describe('renaming to a fresh name and back', () => {
  const said = (document: SourceDocument): readonly string[] =>
    document.diagnostics.map(({ code, path, range }) => `${code} ${path.length} ${range.start.line}`);

  for (const [title, text] of [
    ['written conditions', WRITTEN],
    ['crossed conditions', CROSSED],
    ['anchors and aliases', WRITTEN.replace('[plain, ', '[&p plain, ').replace('0: plain', '0: *p')],
  ] as const) {
    it(`gives the same text with ${title}, and the same diagnostics on the way`, () => {
      const document = readStudy(text);
      const { lines } = document.yaml;
      const names = namesIn(document).occurrences.filter(
        ({ definition, kind }) => definition && kind !== 'profileName',
      );
      expect(names.length).to.be.greaterThan(5);
      for (const { kind, name, span } of names) {
        const place: Position = lines.position(span.start);
        const there = rename(document, place, 'fresh name');
        if (there.kind === 'refused') throw new Error(`${kind} ${name}: ${there.reason}`);
        const renamed = readStudy(edited(text, there.edits));
        expect(said(renamed), `${kind} ${name}`).to.deep.equal(said(document));
        const at = renamed.yaml.lines.offset(place);
        const found = namesIn(renamed).occurrences.find(
          (one) => one.name === 'fresh name' && one.definition && Math.abs(one.span.start - at) < 400,
        );
        const back = rename(renamed, renamed.yaml.lines.position(found?.span.start ?? 0), name);
        expect(back.kind === 'edits' && edited(renamed.text, back.edits), `${kind} ${name}`).to.equal(text);
      }
    });
  }
});
