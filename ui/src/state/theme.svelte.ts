/** Light, dark, or as the machine has it. */

export type Theme = 'light' | 'dark' | 'system';

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

  private apply(): void {
    const dark = this.chosen === 'dark' || (this.chosen === 'system' && machine.matches);
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  }
}

function kept(): Theme {
  const theme = localStorage.getItem(KEPT_AS);
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

export const theme = new ThemeState();
