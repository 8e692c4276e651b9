/** The words of one language for answers of several numbers, and of words. */
export interface SeveralPhrases {
  /** All that apply. */
  readonly all: string;
  readonly exactly: (count: number) => string;
  readonly between: (low: number, high: number) => string;
  readonly atLeast: (count: number) => string;
  readonly atMost: (count: number) => string;
  /** What stands for no option at all. */
  readonly none: string;
  readonly rankAll: string;
  readonly rankTop: (top: number) => string;
  readonly allocate: (total: string) => string;
  readonly text: string;
  readonly maxWords: (words: number) => string;
}

const english: SeveralPhrases = {
  all: 'Answer with the numbers of all that apply, separated by commas.',
  exactly: (count) => `Choose exactly ${count}.`,
  between: (low, high) => `Choose from ${low} to ${high}.`,
  atLeast: (count) => `Choose at least ${count}.`,
  atMost: (count) => `Choose at most ${count}.`,
  none: 'If none applies, answer with a hyphen (-).',
  rankAll: 'Answer with all of the numbers in order, from first to last, separated by commas.',
  rankTop: (top) => `Answer with the first ${top} of the numbers in order, separated by commas.`,
  allocate: (total) =>
    `Answer with one amount for each option, in the order shown, separated by commas. They must add up to ${total}.`,
  text: 'Answer in your own words.',
  maxWords: (words) => `Write at most ${words} words.`,
};

const german: SeveralPhrases = {
  all: 'Antworten Sie mit den Zahlen von allem, was zutrifft, durch Kommas getrennt.',
  exactly: (count) => `Wählen Sie genau ${count}.`,
  between: (low, high) => `Wählen Sie ${low} bis ${high}.`,
  atLeast: (count) => `Wählen Sie mindestens ${count}.`,
  atMost: (count) => `Wählen Sie höchstens ${count}.`,
  none: 'Wenn nichts zutrifft, antworten Sie mit einem Bindestrich (-).',
  rankAll:
    'Antworten Sie mit allen Zahlen der Reihe nach, von der ersten bis zur letzten, durch Kommas getrennt.',
  rankTop: (top) => `Antworten Sie mit den ersten ${top} der Zahlen der Reihe nach, durch Kommas getrennt.`,
  allocate: (total) =>
    `Antworten Sie mit einem Betrag für jede Option, in der gezeigten Reihenfolge, durch Kommas getrennt. Zusammen müssen sie ${total} ergeben.`,
  text: 'Antworten Sie in eigenen Worten.',
  maxWords: (words) => `Schreiben Sie höchstens ${words} Wörter.`,
};

const spanish: SeveralPhrases = {
  all: 'Responda con los números de todo lo que corresponda, separados por comas.',
  exactly: (count) => `Elija exactamente ${count}.`,
  between: (low, high) => `Elija de ${low} a ${high}.`,
  atLeast: (count) => `Elija al menos ${count}.`,
  atMost: (count) => `Elija como máximo ${count}.`,
  none: 'Si nada corresponde, responda con un guion (-).',
  rankAll: 'Responda con todos los números en orden, del primero al último, separados por comas.',
  rankTop: (top) => `Responda con los ${top} primeros números en orden, separados por comas.`,
  allocate: (total) =>
    `Responda con una cantidad para cada opción, en el orden mostrado, separadas por comas. Deben sumar ${total}.`,
  text: 'Responda con sus propias palabras.',
  maxWords: (words) => `Escriba como máximo ${words} palabras.`,
};

const french: SeveralPhrases = {
  all: "Répondez par les numéros de tout ce qui s'applique, séparés par des virgules.",
  exactly: (count) => `Choisissez-en exactement ${count}.`,
  between: (low, high) => `Choisissez-en de ${low} à ${high}.`,
  atLeast: (count) => `Choisissez-en au moins ${count}.`,
  atMost: (count) => `Choisissez-en au plus ${count}.`,
  none: "Si rien ne s'applique, répondez par un tiret (-).",
  rankAll: 'Répondez par tous les numéros dans l’ordre, du premier au dernier, séparés par des virgules.',
  rankTop: (top) => `Répondez par les ${top} premiers numéros dans l’ordre, séparés par des virgules.`,
  allocate: (total) =>
    `Répondez par un montant pour chaque option, dans l’ordre affiché, séparés par des virgules. Leur somme doit être ${total}.`,
  text: 'Répondez avec vos propres mots.',
  maxWords: (words) => `Écrivez au plus ${words} mots.`,
};

const italian: SeveralPhrases = {
  all: 'Risponda con i numeri di tutto ciò che si applica, separati da virgole.',
  exactly: (count) => `Ne scelga esattamente ${count}.`,
  between: (low, high) => `Ne scelga da ${low} a ${high}.`,
  atLeast: (count) => `Ne scelga almeno ${count}.`,
  atMost: (count) => `Ne scelga al massimo ${count}.`,
  none: 'Se nulla si applica, risponda con un trattino (-).',
  rankAll: 'Risponda con tutti i numeri in ordine, dal primo all’ultimo, separati da virgole.',
  rankTop: (top) => `Risponda con i primi ${top} numeri in ordine, separati da virgole.`,
  allocate: (total) =>
    `Risponda con un importo per ogni opzione, nell’ordine mostrato, separati da virgole. La loro somma deve essere ${total}.`,
  text: 'Risponda con parole sue.',
  maxWords: (words) => `Scriva al massimo ${words} parole.`,
};

const portuguese: SeveralPhrases = {
  all: 'Responda com os números de tudo o que se aplica, separados por vírgulas.',
  exactly: (count) => `Escolha exatamente ${count}.`,
  between: (low, high) => `Escolha de ${low} a ${high}.`,
  atLeast: (count) => `Escolha no mínimo ${count}.`,
  atMost: (count) => `Escolha no máximo ${count}.`,
  none: 'Se nada se aplica, responda com um hífen (-).',
  rankAll: 'Responda com todos os números por ordem, do primeiro ao último, separados por vírgulas.',
  rankTop: (top) => `Responda com os primeiros ${top} números por ordem, separados por vírgulas.`,
  allocate: (total) =>
    `Responda com um valor para cada opção, na ordem mostrada, separados por vírgulas. A soma deve ser ${total}.`,
  text: 'Responda com as suas próprias palavras.',
  maxWords: (words) => `Escreva no máximo ${words} palavras.`,
};

const dutch: SeveralPhrases = {
  all: 'Antwoord met de getallen van alles wat van toepassing is, gescheiden door komma’s.',
  exactly: (count) => `Kies er precies ${count}.`,
  between: (low, high) => `Kies er ${low} tot en met ${high}.`,
  atLeast: (count) => `Kies er minstens ${count}.`,
  atMost: (count) => `Kies er hoogstens ${count}.`,
  none: 'Antwoord met een streepje (-) als niets van toepassing is.',
  rankAll: 'Antwoord met alle getallen op volgorde, van de eerste tot de laatste, gescheiden door komma’s.',
  rankTop: (top) => `Antwoord met de eerste ${top} van de getallen op volgorde, gescheiden door komma’s.`,
  allocate: (total) =>
    `Antwoord met een bedrag voor elke optie, in de getoonde volgorde, gescheiden door komma’s. Samen moeten ze ${total} zijn.`,
  text: 'Antwoord in uw eigen woorden.',
  maxWords: (words) => `Schrijf hoogstens ${words} woorden.`,
};

/** By language. */
export const severalPhrases: Readonly<Record<string, SeveralPhrases>> & { readonly en: SeveralPhrases } = {
  en: english,
  de: german,
  es: spanish,
  fr: french,
  it: italian,
  pt: portuguese,
  nl: dutch,
};
