import { isFields, type Fields } from '../util/fields';
import type { FromView, ToView } from './views';

/** Long enough for any figure, short enough to refuse a flood. */
const MOST_TEXT = 20_000_000;
const MOST_ID = 1000;

/** Whether a message that claims to come from a view is one. The view is hostile: nothing else is let through. */
export function isFromView(value: unknown): value is FromView {
  if (!isFields(value)) return false;
  switch (value['type']) {
    case 'ready':
    case 'simulateMissing':
    case 'stop':
    case 'compare':
      return hasOnly(value, ['type']);
    case 'openStudy':
      return (
        hasOnly(value, ['type', 'condition', 'outcome']) &&
        isOptionalText(value['condition'], MOST_ID) &&
        isOptionalText(value['outcome'], MOST_ID)
      );
    case 'copy':
      return (
        hasOnly(value, ['type', 'format', 'text']) &&
        (value['format'] === 'svg' || value['format'] === 'csv') &&
        isText(value['text'], MOST_TEXT)
      );
    case 'savePng':
      return (
        hasOnly(value, ['type', 'name', 'base64']) && isFileName(value['name']) && isBase64(value['base64'])
      );
    default:
      return false;
  }
}

/** Whether a message to a view is a state that it can draw. Results were checked when their file was read. */
export function isToView(value: unknown): value is ToView {
  if (!isFields(value) || value['type'] !== 'state' || !isFields(value['state'])) return false;
  const state = value['state'];
  if (state['kind'] === 'results') return isResultsState(state);
  return state['kind'] === 'compare' && isCompareState(state);
}

function isResultsState(state: Fields): boolean {
  const { live, problem, reveal, stale } = state;
  return (
    isText(state['study'], MOST_TEXT) &&
    isText(state['runName'], MOST_TEXT) &&
    isOptional(state['results'], isResults) &&
    Array.isArray(stale) &&
    stale.every((condition) => isText(condition, MOST_ID)) &&
    isOptionalText(state['staleOffer'], MOST_TEXT) &&
    isOptional(live, isLive) &&
    isOptional(problem, (each) => hasTexts(each, ['message', 'help'])) &&
    isOptional(reveal, (each) => hasTexts(each, ['condition', 'outcome']))
  );
}

function isCompareState(state: Fields): boolean {
  return (
    hasTexts(state, ['study', 'diff']) &&
    [state['a'], state['b']].every((run) => hasTexts(run, ['name']) && isResults(run['results'])) &&
    isFields(state['comparison']) &&
    Array.isArray(state['comparison']['cells']) &&
    Array.isArray(state['comparison']['effects'])
  );
}

function isResults(value: unknown): boolean {
  if (!isFields(value)) return false;
  const { setup, counts, evaluation } = value;
  return isFields(setup) && isFields(counts) && isFields(evaluation) && Array.isArray(evaluation['cells']);
}

function isLive(value: unknown): boolean {
  return hasTexts(value, ['text']) && isCount(value['answered']) && isCount(value['total']);
}

function hasOnly(value: Fields, keys: readonly string[]): boolean {
  return Object.keys(value).every((key) => keys.includes(key));
}

function hasTexts(value: unknown, keys: readonly string[]): value is Fields {
  return isFields(value) && keys.every((key) => isText(value[key], MOST_TEXT));
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most;
}

function isOptionalText(value: unknown, most: number): boolean {
  return value === undefined || isText(value, most);
}

function isOptional(value: unknown, is: (value: unknown) => boolean): boolean {
  return value === undefined || is(value);
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/** A plain name without a folder, which the host offers in its save dialogue. */
function isFileName(value: unknown): boolean {
  return typeof value === 'string' && /^[\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,119}$/u.test(value);
}

function isBase64(value: unknown): boolean {
  return typeof value === 'string' && value.length <= MOST_TEXT && /^[A-Za-z0-9+/]+={0,2}$/.test(value);
}
