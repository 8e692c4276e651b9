import { window } from 'vscode';
import type { PlanResult } from '../../app/types';
import { counted, formatCount, formatUsdRange } from '../../chart/numbers';
import { config } from '../config';
import type { Question } from './runProcess';

/** A question of the run process, asked as a modal: consent, trust in a key, fetching a model. */
export async function confirmQuestion({ message, detail, yes }: Question): Promise<boolean> {
  return (await window.showInformationMessage(message, { modal: true, detail }, yes)) === yes;
}

/** Whether a run may start at this price: asks above the user's limit and where no price is known. */
export async function confirmCost(plan: PlanResult, local: boolean): Promise<boolean> {
  if (plan.calls === 0 || (local && plan.usd === null)) return true;
  const limit = config.confirmAboveUsd();
  if (plan.usd !== null && plan.usd[1] <= limit) return true;
  const yes = 'Simulate';
  const message = `Simulate ${plan.study} with ${plan.model}?`;
  return (await window.showWarningMessage(message, { modal: true, detail: arithmetic(plan) }, yes)) === yes;
}

function arithmetic(plan: PlanResult): string {
  const cost =
    plan.usd === null
      ? 'No price is given for this model in vignette.yaml, so the cost is not known.'
      : `It will cost ${formatUsdRange(plan.usd)}.`;
  return `${counted(plan.answers, 'answer')}: ${counted(plan.calls, 'call')}, ${formatCount(plan.cached)} from the cache. ${cost}`;
}
