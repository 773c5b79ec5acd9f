import { mount } from 'svelte';
import App from './App.svelte';
import { provide } from './backend';
import { tauri } from './backend/tauri';
import './design/tokens.css';
import './design/base.css';

provide(tauri);
const target = document.getElementById('app');
if (target) mount(App, { target });
