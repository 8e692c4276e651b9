import type { RunSettings } from '../../simulate/types';
import { plainFewShot, plainGroup, plainModifiers } from '../../study/strategies';
import type { FewShot, GroupAsking, Modifiers, PersonaSelection } from '../../study/types';

/** Modifiers that are not those of the study, as parts of a run's name. */
export function modifierNames(settings: Modifiers, own: Modifiers): readonly string[] {
  const { draws, orders, frames, person, persona, randomised, calibrate } = settings;
  const names: Readonly<Record<keyof Modifiers, string>> = {
    draws: `draws${draws}`,
    orders: orders === 'both' ? 'both-orders' : orders,
    frames: `frames${frames}`,
    person: `person${person}`,
    persona: `persona-${personaText(persona).replace(':', '-').replaceAll(',', '+')}`,
    randomised: randomised ? 'randomised' : 'randomised-unsaid',
    calibrate: calibrate === 'none' ? 'uncalibrated' : `calibrated-${calibrate}`,
  };
  return Object.entries(names).flatMap(([key, name]) =>
    isSame(settings[key as keyof Modifiers], own[key as keyof Modifiers]) ? [] : [name],
  );
}

/** What a run does besides its strategy, for its results file, calibration left out, which has its own place there. */
export function modifierTexts(
  settings: RunSettings,
): readonly { readonly id: string; readonly text: string }[] {
  const { draws, orders, frames, person, persona, randomised } = settings;
  const texts: Readonly<Record<Exclude<keyof Modifiers, 'calibrate'>, string>> = {
    draws: String(draws),
    orders,
    frames: String(frames),
    person: String(person),
    persona: personaText(persona),
    randomised: String(randomised),
  };
  const said = Object.entries(texts).flatMap(([id, text]) =>
    isSame(settings[id as keyof Modifiers], plainModifiers[id as keyof Modifiers]) ? [] : [{ id, text }],
  );
  return [...said, ...strategyTexts(settings)];
}

/** What only some strategies look at, where it is not what they do by themselves. */
function strategyTexts({
  strategy,
  fewShot,
  group,
}: RunSettings): readonly { readonly id: string; readonly text: string }[] {
  if (strategy === 'few-shot' && !isSame(fewShot, plainFewShot))
    return [{ id: 'fewShot', text: fewShotText(fewShot) }];
  if ((strategy === 'group' || strategy === 'marginal') && !isSame(group, plainGroup))
    return [{ id: 'group', text: groupText(group) }];
  return [];
}

/** As the command line and the study have it: `full`, `only:age,gender`. */
export function personaText(persona: PersonaSelection): string {
  return 'fields' in persona ? `${persona.kind}:${persona.fields.join(',')}` : persona.kind;
}

function fewShotText({ k, similarity, by }: FewShot): string {
  return `${k} examples by ${similarity}, ${by.length === 0 ? 'of the person' : `of people of equal ${by.join(', ')}`}`;
}

function groupText({ by, strategy }: GroupAsking): string {
  return `by ${by.length === 0 ? 'nothing' : by.join(', ')}, ${strategy}`;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
