/** The language of the page. Indonesian unless the reader chose otherwise. */
import { en } from '../messages/en/index';
import { id, type Messages } from '../messages/id/index';

export type Language = 'id' | 'en';

const KEPT_AS = 'timbang.language';

/** The language chosen last on this machine. */
export const kept = (): Language => (localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'id');

class LanguageState {
  code = $state<Language>(kept());

  choose(code: Language): void {
    this.code = code;
    localStorage.setItem(KEPT_AS, code);
    document.documentElement.lang = code;
  }
}

export const language = new LanguageState();

/** The words of the chosen language; read it where it is shown, so that it follows the switch. */
export function words(): Messages {
  return language.code === 'id' ? id : en;
}
