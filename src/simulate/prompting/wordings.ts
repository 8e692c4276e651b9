/** How one grammatical person says who answers and asks for the answer. */
export interface Voice {
  /** Above what is known of the respondent. */
  readonly heading: string;
  /** A paraphrase a frame: what the answerer is told first, and the line above the scale. */
  readonly frames: readonly { readonly system: string; readonly ask: string }[];
}

const first: Voice = {
  heading: 'About me, who answers:',
  frames: [
    {
      system: 'I take part in a survey. I answer as the person I am, not as an assistant.',
      ask: 'How do I answer?',
    },
    {
      system: 'I fill in a questionnaire. Each answer is my own, not that of an assistant.',
      ask: 'What is my answer?',
    },
    {
      system: 'I am a respondent of a survey, and I answer as in my own life, not as an assistant would.',
      ask: 'Which answer do I give?',
    },
    {
      system: 'An institute asks me some questions. I reply honestly as myself, never as an assistant.',
      ask: 'What do I reply?',
    },
    {
      system:
        'I am one of those whom a study questions. I say what I think myself, not what an assistant would say.',
      ask: 'What do I say?',
    },
  ],
};

const second: Voice = {
  heading: 'About you, who answer:',
  frames: [
    {
      system: 'You take part in a survey. Answer as the person you are, not as an assistant.',
      ask: 'How do you answer?',
    },
    {
      system: 'You fill in a questionnaire. Each answer is your own, not that of an assistant.',
      ask: 'What is your answer?',
    },
    {
      system:
        'You are a respondent of a survey, and you answer as in your own life, not as an assistant would.',
      ask: 'Which answer do you give?',
    },
    {
      system: 'An institute asks you some questions. Reply honestly as yourself, never as an assistant.',
      ask: 'What do you reply?',
    },
    {
      system:
        'You are one of those whom a study questions. Say what you think yourself, not what an assistant would say.',
      ask: 'What do you say?',
    },
  ],
};

const third: Voice = {
  heading: 'About the respondent who answers:',
  frames: [
    {
      system: 'A person takes part in a survey. Give the answer of this person, not that of an assistant.',
      ask: 'How does this respondent answer?',
    },
    {
      system:
        'Somebody fills in a questionnaire. Each answer is that of this person, not that of an assistant.',
      ask: 'What is the answer of this respondent?',
    },
    {
      system:
        'A respondent of a survey answers as in real life. Give that answer, not the one of an assistant.',
      ask: 'Which answer does this respondent give?',
    },
    {
      system:
        'An institute asks a person some questions. Give the honest reply of this person, never your own.',
      ask: 'What does this respondent reply?',
    },
    {
      system:
        'A study questions many people. Say what the one described thinks, not what an assistant would say.',
      ask: 'What does this respondent say?',
    },
  ],
};

export const voices: Readonly<Record<1 | 2 | 3, Voice>> = { 1: first, 2: second, 3: third };

/** That what varies was assigned by chance, true in the control condition too; in English for any other language. */
export const randomisedLine: Readonly<Record<string, string>> & { readonly en: string } = {
  en: 'Which version of this survey a respondent sees was decided at random.',
  de: 'Welche Fassung dieser Umfrage jemand sieht, wurde durch Zufall bestimmt.',
  es: 'La versión de esta encuesta que ve cada participante se decidió al azar.',
  fr: 'La version de cette enquête que voit chaque participant a été tirée au sort.',
  it: 'La versione di questo sondaggio che vede ogni partecipante è stata decisa a caso.',
  pt: 'A versão deste inquérito que cada participante vê foi decidida ao acaso.',
  nl: 'Welke versie van deze enquête iemand ziet, is door toeval bepaald.',
};
