/** The machine, through Tauri. Nothing else in the page knows Tauri. */
import { invoke } from '@tauri-apps/api/core';
import { listen, TauriEvent } from '@tauri-apps/api/event';
import type { Progress } from '../generated/api';
import type { Backend } from './backend';

export const tauri: Backend = {
  call: (name, request) => invoke('call', { name, request }),
  askOpen: (ask) => invoke('ask_open', { ask }),
  askFolder: async (title) => (await invoke<string[]>('ask_folder', { title }))[0] ?? null,
  askSave: async (ask) => (await invoke<string[]>('ask_save', { ask }))[0] ?? null,
  show: (file, how) => invoke('show', { file, how }),
  zoom: (factor) => invoke('zoom', { factor }),
  openedFiles: () => invoke('opened_files'),
  openPlenary: () => invoke('open_plenary'),
  closePlenary: () => invoke('close_plenary'),
  onPlenary: (hear) => void listen<boolean>('plenary', (event) => hear(event.payload)),
  onOpened: (hear) => void listen('opened', hear),
  onProgress(hear) {
    const stop = listen<Progress>('progress', (event) => hear(event.payload));
    return () => void stop.then((unlisten) => unlisten());
  },
  onDrop(hear) {
    void listen(TauriEvent.DRAG_ENTER, () => hear({ state: 'over' }));
    void listen(TauriEvent.DRAG_LEAVE, () => hear({ state: 'away' }));
    void listen<{ paths: string[] }>(TauriEvent.DRAG_DROP, (event) =>
      hear({ state: 'dropped', files: event.payload.paths }),
    );
  },
};
