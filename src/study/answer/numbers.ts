/** The words of one language for answers of one number. */
export interface NumberPhrases {
  /** One of several codes. */
  readonly codes: (list: string) => string;
  readonly range: (low: string, high: string) => string;
  readonly number: (whole: boolean, unit: string) => string;
  readonly bounds: (whole: boolean, unit: string, low: string, high: string) => string;
  readonly atLeast: (whole: boolean, unit: string, low: string) => string;
  readonly atMost: (whole: boolean, unit: string, high: string) => string;
  readonly or: string;
  readonly dontKnow: (code: string, label: string) => string;
}

const english: NumberPhrases = {
  codes: (list) => `Answer with one number only: ${list}.`,
  range: (low, high) => `Answer with one whole number from ${low} to ${high} only.`,
  number: (whole, unit) => `Answer with one ${whole ? 'whole ' : ''}number${unit} only.`,
  bounds: (whole, unit, low, high) =>
    `Answer with one ${whole ? 'whole ' : ''}number${unit} from ${low} to ${high} only.`,
  atLeast: (whole, unit, low) =>
    `Answer with one ${whole ? 'whole ' : ''}number${unit}, at least ${low}, only.`,
  atMost: (whole, unit, high) =>
    `Answer with one ${whole ? 'whole ' : ''}number${unit}, at most ${high}, only.`,
  or: 'or',
  dontKnow: (code, label) => `For "${label}", answer ${code}.`,
};

const german: NumberPhrases = {
  codes: (list) => `Antworten Sie nur mit einer Zahl: ${list}.`,
  range: (low, high) => `Antworten Sie nur mit einer ganzen Zahl von ${low} bis ${high}.`,
  number: (whole, unit) => `Antworten Sie nur mit einer ${whole ? 'ganzen ' : ''}Zahl${unit}.`,
  bounds: (whole, unit, low, high) =>
    `Antworten Sie nur mit einer ${whole ? 'ganzen ' : ''}Zahl${unit} von ${low} bis ${high}.`,
  atLeast: (whole, unit, low) =>
    `Antworten Sie nur mit einer ${whole ? 'ganzen ' : ''}Zahl${unit} von mindestens ${low}.`,
  atMost: (whole, unit, high) =>
    `Antworten Sie nur mit einer ${whole ? 'ganzen ' : ''}Zahl${unit} von höchstens ${high}.`,
  or: 'oder',
  dontKnow: (code, label) => `Für „${label}“ antworten Sie mit ${code}.`,
};

const spanish: NumberPhrases = {
  codes: (list) => `Responda solo con un número: ${list}.`,
  range: (low, high) => `Responda solo con un número entero de ${low} a ${high}.`,
  number: (whole, unit) => `Responda solo con un número${whole ? ' entero' : ''}${unit}.`,
  bounds: (whole, unit, low, high) =>
    `Responda solo con un número${whole ? ' entero' : ''}${unit} de ${low} a ${high}.`,
  atLeast: (whole, unit, low) =>
    `Responda solo con un número${whole ? ' entero' : ''}${unit}, como mínimo ${low}.`,
  atMost: (whole, unit, high) =>
    `Responda solo con un número${whole ? ' entero' : ''}${unit}, como máximo ${high}.`,
  or: 'o',
  dontKnow: (code, label) => `Para «${label}», responda ${code}.`,
};

const french: NumberPhrases = {
  codes: (list) => `Répondez uniquement par un nombre : ${list}.`,
  range: (low, high) => `Répondez uniquement par un nombre entier de ${low} à ${high}.`,
  number: (whole, unit) => `Répondez uniquement par un nombre${whole ? ' entier' : ''}${unit}.`,
  bounds: (whole, unit, low, high) =>
    `Répondez uniquement par un nombre${whole ? ' entier' : ''}${unit} de ${low} à ${high}.`,
  atLeast: (whole, unit, low) =>
    `Répondez uniquement par un nombre${whole ? ' entier' : ''}${unit}, au minimum ${low}.`,
  atMost: (whole, unit, high) =>
    `Répondez uniquement par un nombre${whole ? ' entier' : ''}${unit}, au maximum ${high}.`,
  or: 'ou',
  dontKnow: (code, label) => `Pour « ${label} », répondez ${code}.`,
};

const italian: NumberPhrases = {
  codes: (list) => `Risponda solo con un numero: ${list}.`,
  range: (low, high) => `Risponda solo con un numero intero da ${low} a ${high}.`,
  number: (whole, unit) => `Risponda solo con un numero${whole ? ' intero' : ''}${unit}.`,
  bounds: (whole, unit, low, high) =>
    `Risponda solo con un numero${whole ? ' intero' : ''}${unit} da ${low} a ${high}.`,
  atLeast: (whole, unit, low) =>
    `Risponda solo con un numero${whole ? ' intero' : ''}${unit}, almeno ${low}.`,
  atMost: (whole, unit, high) =>
    `Risponda solo con un numero${whole ? ' intero' : ''}${unit}, al massimo ${high}.`,
  or: 'o',
  dontKnow: (code, label) => `Per «${label}», risponda ${code}.`,
};

const portuguese: NumberPhrases = {
  codes: (list) => `Responda apenas com um número: ${list}.`,
  range: (low, high) => `Responda apenas com um número inteiro de ${low} a ${high}.`,
  number: (whole, unit) => `Responda apenas com um número${whole ? ' inteiro' : ''}${unit}.`,
  bounds: (whole, unit, low, high) =>
    `Responda apenas com um número${whole ? ' inteiro' : ''}${unit} de ${low} a ${high}.`,
  atLeast: (whole, unit, low) =>
    `Responda apenas com um número${whole ? ' inteiro' : ''}${unit}, no mínimo ${low}.`,
  atMost: (whole, unit, high) =>
    `Responda apenas com um número${whole ? ' inteiro' : ''}${unit}, no máximo ${high}.`,
  or: 'ou',
  dontKnow: (code, label) => `Para «${label}», responda ${code}.`,
};

const dutch: NumberPhrases = {
  codes: (list) => `Antwoord alleen met één getal: ${list}.`,
  range: (low, high) => `Antwoord alleen met één geheel getal van ${low} tot en met ${high}.`,
  number: (whole, unit) => `Antwoord alleen met één ${whole ? 'geheel ' : ''}getal${unit}.`,
  bounds: (whole, unit, low, high) =>
    `Antwoord alleen met één ${whole ? 'geheel ' : ''}getal${unit} van ${low} tot en met ${high}.`,
  atLeast: (whole, unit, low) =>
    `Antwoord alleen met één ${whole ? 'geheel ' : ''}getal${unit} van minstens ${low}.`,
  atMost: (whole, unit, high) =>
    `Antwoord alleen met één ${whole ? 'geheel ' : ''}getal${unit} van hoogstens ${high}.`,
  or: 'of',
  dontKnow: (code, label) => `Antwoord ${code} voor „${label}”.`,
};

/** By language. */
export const numberPhrases: Readonly<Record<string, NumberPhrases>> & { readonly en: NumberPhrases } = {
  en: english,
  de: german,
  es: spanish,
  fr: french,
  it: italian,
  pt: portuguese,
  nl: dutch,
};
