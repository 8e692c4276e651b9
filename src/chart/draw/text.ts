/** Text in charts: escaped for XML, measured by rule of thumb, cut and broken to width. */

// XML 1.0 has no place for these, escaped or not.

const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Any text, made safe as content or as a quoted attribute of XML and HTML. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** Estimated width in pixels, a little generous, in the editor's sans-serif fonts. */
export function textWidth(text: string, fontSize = 11): number {
  let em = 0;
  for (const sign of text) em += signWidth(sign);
  return em * fontSize;
}

function signWidth(sign: string): number {
  if (/[ijlt.,:;'|!()[\] ]/.test(sign)) return 0.29;
  if (/[cfkrsvxyz-]/.test(sign)) return 0.49;
  if (/[mwMW%@]/.test(sign)) return 0.88;
  if (/[A-Z]/.test(sign)) return 0.7;
  return sign > '\u2e7f' ? 1.05 : 0.57;
}

/** `text` cut with an ellipsis to `width` pixels. */
export function fitText(text: string, width: number, fontSize = 11): string {
  if (textWidth(text, fontSize) <= width) return text;
  const signs = [...text];
  while (signs.length > 1 && textWidth(`${signs.join('')}…`, fontSize) > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}

/** `text` in at most `lines` lines of `width` pixels; the last one is cut. */
export function wrapText(text: string, width: number, lines: number, fontSize = 11): readonly string[] {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const out: string[] = [];
  let line = '';
  while (words.length > 0) {
    const next = line === '' ? (words[0] ?? '') : `${line} ${words[0] ?? ''}`;
    const last = out.length === lines - 1;
    if (last) return [...out, fitText([line, ...words].join(' ').trim(), width, fontSize)];
    if (line !== '' && textWidth(next, fontSize) > width) {
      out.push(line);
      line = '';
    } else {
      line = next;
      words.shift();
    }
  }
  return [...out, ...(line === '' ? [] : [fitText(line, width, fontSize)])];
}
