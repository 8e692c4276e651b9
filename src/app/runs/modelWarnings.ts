import type { ModelIdentity } from '../../simulate/types';

/** What has to be known of answers because of the kind of model that gave them. */
export function modelWarnings(engine: ModelIdentity['engine'] | undefined): readonly string[] {
  if (engine !== 'editor') return [];
  return [
    'The model of the editor samples by its own rules: temperature and seed do not reach it, it gives no probabilities of tokens, and its usage is estimated.',
  ];
}
