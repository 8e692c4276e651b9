/** A field of a persona that models fine-tuned on SocSci210 know. */
export interface ProfileFieldSpec {
  readonly id: string;
  /** What a persona says before the value. */
  readonly label: string;
  /** Usual values, as US panels word them; empty where any number or place is possible. */
  readonly values: readonly string[];
}

/** The sixteen fields in the order of the prompts. Values follow the profile questions of the AmeriSpeak panel. */
export const profileFields: readonly ProfileFieldSpec[] = [
  { id: 'age', label: 'Age', values: [] },
  { id: 'gender', label: 'Gender', values: ['Male', 'Female'] },
  {
    id: 'education',
    label: 'Education',
    values: [
      'Less than HS',
      'HS graduate or equivalent',
      'Vocational/tech school/some college/associates',
      "Bachelor's degree",
      'Post grad study/professional degree',
    ],
  },
  {
    id: 'employment',
    label: 'Employment',
    values: [
      'Working - as a paid employee',
      'Working - self-employed',
      'Not working - on temporary layoff from a job',
      'Not working - looking for work',
      'Not working - retired',
      'Not working - disabled',
      'Not working - other',
    ],
  },
  {
    id: 'ethnicity',
    label: 'Ethnicity',
    values: [
      'White, non-Hispanic',
      'Black, non-Hispanic',
      'Hispanic',
      'Asian, non-Hispanic',
      '2+, non-Hispanic',
      'Other, non-Hispanic',
    ],
  },
  {
    id: 'marital_status',
    label: 'Marital status',
    values: ['Married', 'Widowed', 'Divorced', 'Separated', 'Never married', 'Living with partner'],
  },
  {
    id: 'housing_ownership',
    label: 'Housing ownership',
    values: [
      'Owned or being bought by you or someone in your household',
      'Rented for cash',
      'Occupied without payment of cash rent',
    ],
  },
  {
    id: 'housing_type',
    label: 'Housing type',
    values: [
      'A one-family house detached from any other house',
      'A one-family house attached to one or more houses',
      'A building with 2 or more apartments',
      'A mobile home or trailer',
      'Boat, RV, van, etc',
    ],
  },
  { id: 'location', label: 'Location', values: [] },
  { id: 'metro_status', label: 'Metro status', values: ['Metro Area', 'Non-Metro Area'] },
  { id: 'income', label: 'Income', values: [] },
  {
    id: 'internet_access',
    label: 'Internet access',
    values: ['Internet Household', 'Non-internet household'],
  },
  { id: 'household_size', label: 'Household size', values: [] },
  {
    id: 'party_id',
    label: 'Party identification',
    values: [
      'Strong Democrat',
      'Moderate Democrat',
      'Lean Democrat',
      "Don't Lean/Independent/None",
      'Lean Republican',
      'Moderate Republican',
      'Strong Republican',
    ],
  },
  {
    id: 'ideology',
    label: 'Ideology',
    values: ['Very liberal', 'Somewhat liberal', 'Moderate', 'Somewhat conservative', 'Very conservative'],
  },
  {
    id: 'phone_service',
    label: 'Phone service',
    values: [
      'Landline telephone only',
      'Have a landline, but mostly use cellphone',
      'Have cellphone, but mostly use landline',
      'Cellphone only',
      'No telephone service',
    ],
  },
];
