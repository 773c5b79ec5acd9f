/** The window on the projector: a page of its own, so that nothing of the other one is in it. */
import { mount } from 'svelte';
import { projector } from './backend/projector';
import Plenary from './screens/plenary/Plenary.svelte';
import { kept, language } from './state/language.svelte';
import { theme } from './state/theme.svelte';
import './design/tokens.css';
import './design/base.css';

/** Language and theme are chosen in the chair's window. */
function follow() {
  if (language.code !== kept()) language.choose(kept());
  theme.follow();
}
addEventListener('storage', follow);
const target = document.getElementById('app');
if (target) mount(Plenary, { target, props: { backend: projector } });
