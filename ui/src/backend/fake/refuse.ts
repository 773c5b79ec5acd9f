import type { Refusal } from '../backend';

/** What a command answers when it refuses. */
export function refuse(code: string, message: string, params: Record<string, string> = {}): never {
  const refusal: Refusal = { code, params, message, hint: null };
  throw refusal;
}
