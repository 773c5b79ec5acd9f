/**
 * The screens on invented data, in a browser: `npm run dev`, then /design.html#entries, #en,dark,standings, or with
 * what is to be clicked, #panel,click:judge-add.
 */
import { mount } from 'svelte';
import App from './App.svelte';
import { provide } from './backend';
import { fake } from './backend/fake';
import { language, type Language } from './state/language.svelte';
import { session, type Screen } from './state/session.svelte';
import { theme, type Theme } from './state/theme.svelte';
import './design/tokens.css';
import './design/base.css';

provide(fake());
const words = location.hash.slice(1).split(',').filter(Boolean);
const among = <Word extends string>(known: Word[]) => known.find((word) => words.includes(word));
language.choose(among<Language>(['en']) ?? 'id');
theme.choose(among<Theme>(['dark', 'light']) ?? 'light');
const screen = among<Screen>([
  'desk',
  'rules',
  'entries',
  'import',
  'panel',
  'handover',
  'standings',
  'decisions',
  'documents',
  'journal',
]);
if (screen) {
  if (screen === 'desk') await session.openPacket({ packet: 'J2.paket', passphrase: '', out: 'J2.timbang' });
  else await session.openDemo();
  session.go(screen);
  if (words.includes('workbook')) session.workbook = '/home/sekretariat/kukar-2023-pendaftaran.xlsx';
  if (words.includes('files')) session.delivered = ['/media/usb/eva-3.nilai'];
}
const target = document.getElementById('app');
if (target) mount(App, { target });
for (const word of words.filter((word) => word.startsWith('click:'))) {
  await new Promise((go) => setTimeout(go, 100));
  document.querySelector<HTMLElement>(`[data-testid="${word.slice('click:'.length)}"]`)?.click();
}
