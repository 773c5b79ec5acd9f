/** Light, dark, or as the machine has it. */

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEPT_AS = 'timbang.theme';
const machine = window.matchMedia('(prefers-color-scheme: dark)');

class ThemeState {
  chosen = $state<Theme>(kept());

  constructor() {
    machine.addEventListener('change', () => this.apply());
    this.apply();
  }

  choose(theme: Theme): void {
    this.chosen = theme;
    localStorage.setItem(KEPT_AS, theme);
    this.apply();
  }

  /** Takes what another window of this program chose. */
  follow(): void {
    this.chosen = kept();
    this.apply();
  }

  private apply(): void {
    const dark = this.chosen === 'dark' || (this.chosen === 'system' && machine.matches);
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  }
}

function kept(): Theme {
  const stored = localStorage.getItem(KEPT_AS);
  return THEMES.find((theme) => theme === stored) ?? 'system';
}

export const theme = new ThemeState();
