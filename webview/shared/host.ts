import { isToView } from '../../src/protocol/guards';
import type { FromView, ViewState } from '../../src/protocol/views';

/** What the user toggled; it survives the view being hidden. */
export interface Kept {
  readonly tab: string;
  readonly order: 'movement' | 'file';
  /** Ids of the details that are open. */
  readonly open: readonly string[];
}

const host = acquireVsCodeApi();

export function post(message: FromView): void {
  host.postMessage(message);
}

/** Hears of every state, and asks for the first one. */
export function onState(draw: (state: ViewState) => void): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (isToView(event.data)) draw(event.data.state);
  });
  post({ type: 'ready' });
}

export function kept(): Kept {
  const value: unknown = host.getState();
  const state =
    typeof value === 'object' && value !== null ? (value as Partial<Record<keyof Kept, unknown>>) : {};
  return {
    tab: typeof state.tab === 'string' ? state.tab : '',
    order: state.order === 'file' ? 'file' : 'movement',
    open: Array.isArray(state.open) ? state.open.filter((id) => typeof id === 'string') : [],
  };
}

export function keep(change: Partial<Kept>): void {
  host.setState({ ...kept(), ...change });
}
