/** How large the whole page is, in percent. Ctrl and +, −, 0 change it, on every screen; it is kept on this machine. */
import { backend } from '../backend';

export const SIZES = [80, 90, 100, 110, 125, 150, 175] as const;

const KEPT_AS = 'timbang.text';
const USUAL = 100;
type Step = 1 | -1 | 0;

/** What a key does to the size: a step up or down, 0 for the usual size; null when it is not about it. */
export function stepOf(press: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): Step | null {
  if (!(press.ctrlKey || press.metaKey) || press.altKey) return null;
  if (press.key === '+' || press.key === '=') return 1;
  if (press.key === '-' || press.key === '_') return -1;
  return press.key === '0' ? 0 : null;
}

class TextSize {
  percent = $state<number>(kept());

  /** Has the window show the size that was kept. */
  apply(): void {
    void backend().zoom(this.percent / 100);
  }

  change(step: Step): void {
    const at = SIZES.findIndex((size) => size === this.percent);
    this.percent = step === 0 ? USUAL : (SIZES[at + step] ?? this.percent);
    localStorage.setItem(KEPT_AS, String(this.percent));
    this.apply();
  }
}

function kept(): number {
  const stored = Number(localStorage.getItem(KEPT_AS));
  return SIZES.find((size) => size === stored) ?? USUAL;
}

export const textSize = new TextSize();
