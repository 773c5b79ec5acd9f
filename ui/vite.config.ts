import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), ...(mode === 'test' ? [svelteTesting()] : [])],
  // The page lives inside the program: no inlined assets, so that the content policy stays strict.
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, rolldownOptions: { input: ['index.html', 'plenary.html'] } },
  // Tests read the core's lists of codes, so that no word is missing.
  server: { port: 5173, strictPort: true, fs: { allow: ['..'] } },
  // As wide as the laptops of the users: narrower windows have drawers.
  test: { environment: 'happy-dom', environmentOptions: { happyDOM: { width: 1366, height: 768 } }, include: ['src/**/*.test.ts'], css: true },
}));
