/** The words of one language for ways of asking other than for one answer. */
export interface AskingPhrases {
  /** Thoughts first; `answer` is the sentence that says how the last line is written. */
  readonly reason: (answer: string) => string;
  /** A probability for each answer of one respondent; `form` shows the JSON. */
  readonly probabilities: (form: string) => string;
  /** The share of the respondents that gives each answer. */
  readonly shares: (form: string) => string;
}

const english: AskingPhrases = {
  reason: (answer) =>
    `First think, in at most three short sentences. Then write the answer alone on the last line, with nothing beside it. For the last line: ${answer}`,
  probabilities: (form) =>
    `Do not choose one answer. Say how probable each answer is for this respondent. Reply with nothing but a JSON object of this form, in which the probabilities add up to 1: ${form}`,
  shares: (form) =>
    `Do not choose one answer. Say which share of the respondents gives each answer. Reply with nothing but a JSON object of this form, in which the shares add up to 1: ${form}`,
};

const german: AskingPhrases = {
  reason: (answer) =>
    `Denken Sie zuerst nach, in höchstens drei kurzen Sätzen. Schreiben Sie dann die Antwort allein in die letzte Zeile, ohne etwas daneben. Für die letzte Zeile: ${answer}`,
  probabilities: (form) =>
    `Wählen Sie nicht eine Antwort. Sagen Sie, wie wahrscheinlich jede Antwort bei dieser befragten Person ist. Antworten Sie nur mit einem JSON-Objekt dieser Form, in dem sich die Wahrscheinlichkeiten zu 1 summieren: ${form}`,
  shares: (form) =>
    `Wählen Sie nicht eine Antwort. Sagen Sie, welcher Anteil der Befragten welche Antwort gibt. Antworten Sie nur mit einem JSON-Objekt dieser Form, in dem sich die Anteile zu 1 summieren: ${form}`,
};

const spanish: AskingPhrases = {
  reason: (answer) =>
    `Piense primero, en tres frases cortas como máximo. Después escriba la respuesta sola en la última línea, sin nada más. Para la última línea: ${answer}`,
  probabilities: (form) =>
    `No elija una respuesta. Diga qué probabilidad tiene cada respuesta en esta persona encuestada. Responda únicamente con un objeto JSON de esta forma, en el que las probabilidades sumen 1: ${form}`,
  shares: (form) =>
    `No elija una respuesta. Diga qué proporción de las personas encuestadas da cada respuesta. Responda únicamente con un objeto JSON de esta forma, en el que las proporciones sumen 1: ${form}`,
};

const french: AskingPhrases = {
  reason: (answer) =>
    `Réfléchissez d’abord, en trois phrases courtes au plus. Écrivez ensuite la réponse seule sur la dernière ligne, sans rien d’autre. Pour la dernière ligne : ${answer}`,
  probabilities: (form) =>
    `Ne choisissez pas une réponse. Indiquez la probabilité de chaque réponse pour cette personne interrogée. Répondez uniquement par un objet JSON de cette forme, dont les probabilités ont pour somme 1 : ${form}`,
  shares: (form) =>
    `Ne choisissez pas une réponse. Indiquez la part des personnes interrogées qui donne chaque réponse. Répondez uniquement par un objet JSON de cette forme, dont les parts ont pour somme 1 : ${form}`,
};

const italian: AskingPhrases = {
  reason: (answer) =>
    `Prima rifletta, in non più di tre frasi brevi. Poi scriva la risposta da sola sull’ultima riga, senza altro. Per l’ultima riga: ${answer}`,
  probabilities: (form) =>
    `Non scelga una risposta. Indichi quanto è probabile ogni risposta per questa persona intervistata. Risponda soltanto con un oggetto JSON di questa forma, in cui le probabilità sommano a 1: ${form}`,
  shares: (form) =>
    `Non scelga una risposta. Indichi quale quota delle persone intervistate dà ogni risposta. Risponda soltanto con un oggetto JSON di questa forma, in cui le quote sommano a 1: ${form}`,
};

const portuguese: AskingPhrases = {
  reason: (answer) =>
    `Primeiro pense, em no máximo três frases curtas. Depois escreva a resposta sozinha na última linha, sem mais nada. Para a última linha: ${answer}`,
  probabilities: (form) =>
    `Não escolha uma resposta. Diga qual é a probabilidade de cada resposta para esta pessoa inquirida. Responda apenas com um objeto JSON desta forma, em que as probabilidades somam 1: ${form}`,
  shares: (form) =>
    `Não escolha uma resposta. Diga que proporção das pessoas inquiridas dá cada resposta. Responda apenas com um objeto JSON desta forma, em que as proporções somam 1: ${form}`,
};

const dutch: AskingPhrases = {
  reason: (answer) =>
    `Denk eerst na, in hoogstens drie korte zinnen. Schrijf daarna het antwoord alleen op de laatste regel, met niets ernaast. Voor de laatste regel: ${answer}`,
  probabilities: (form) =>
    `Kies niet één antwoord. Zeg hoe waarschijnlijk elk antwoord is bij deze ondervraagde. Antwoord alleen met een JSON-object van deze vorm, waarin de kansen samen 1 zijn: ${form}`,
  shares: (form) =>
    `Kies niet één antwoord. Zeg welk deel van de ondervraagden elk antwoord geeft. Antwoord alleen met een JSON-object van deze vorm, waarin de delen samen 1 zijn: ${form}`,
};

const byLanguage: Readonly<Record<string, AskingPhrases>> = {
  en: english,
  de: german,
  es: spanish,
  fr: french,
  it: italian,
  pt: portuguese,
  nl: dutch,
};

/** The words in a language; in English for one that is none of en, de, es, fr, it, pt, nl. */
export function askingPhrases(language: string): AskingPhrases {
  return (Object.hasOwn(byLanguage, language) ? byLanguage[language] : undefined) ?? english;
}
