import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import App from './App.svelte';
import { provide, type Backend, type Dropping } from './backend';
import { fake, refuse } from './backend/fake';
import { preview } from './backend/fake/preview';
import { language } from './state/language.svelte';
import { notices } from './state/notices.svelte';
import { session } from './state/session.svelte';

function open(instead: Parameters<typeof fake>[0] = {}, rest: Partial<Backend> = {}) {
  const backend = { ...fake(instead), ...rest };
  const call = vi.spyOn(backend, 'call');
  provide(backend);
  render(App);
  return call;
}
const click = async (id: string) => fireEvent.click(await screen.findByTestId(id));

beforeEach(async () => {
  provide(fake());
  await session.close();
  session.go('entries');
  notices.all = [];
  language.choose('id');
});

test('a competition is made from the template chosen, in the place chosen', async () => {
  const call = open();
  await click('start-new');
  await fireEvent.click(within(await screen.findByTestId('template-metro-penilaian-judul')).getByRole('radio'));
  await fireEvent.input(screen.getByTestId('new-name'), { target: { value: 'Lomba Uji' } });
  await fireEvent.submit(screen.getByTestId('new-name').closest('form') as HTMLFormElement);
  await screen.findByTestId('entries-empty');
  expect(call).toHaveBeenCalledWith('create_competition', {
    file: '/home/sekretariat/Dokumen/lomba-uji.timbang',
    rules: 'metro-penilaian-judul',
    name: 'Lomba Uji',
  });
});

test('what is refused is said in the chosen language, and nothing changes', async () => {
  open({ open_demo: () => refuse('disk-full', 'no space left on device') });
  await click('start-demo');
  expect((await screen.findByTestId('notice-bad')).textContent).toContain('Tempat penyimpanan penuh');
  language.choose('en');
  await click('start-demo');
  await waitFor(() => expect(screen.getByTestId('notices').textContent).toContain('The disk is full'));
  expect(screen.getByTestId('start-new')).toBeTruthy();
});

test('a workbook is previewed, corrected and imported as decided', async () => {
  const call = open();
  await click('start-demo');
  await click('nav-entries');
  await click('entries-import');
  await click('import-choose');
  await click('import-tab-columns');
  const target = await screen.findByTestId('column-F');
  await fireEvent.change(target, { target: { value: 'kind' } });
  await click('import-tab-duplicates');
  await fireEvent.click(within(await screen.findByTestId('duplicate-254-drop')).getByRole('radio'));
  await click('import-tab-categories');
  await fireEvent.change(await screen.findByTestId('category-none'), { target: { value: 'OPD' } });
  await click('import-tab-changes');
  await click('change-OPD-003-phone');
  await waitFor(() => expect(screen.getByTestId<HTMLButtonElement>('import-run').disabled).toBe(false));
  await fireEvent.keyDown(screen.getByRole('tab', { selected: true }), { key: 'Enter', ctrlKey: true });
  const summary = await screen.findByTestId('import-confirm');
  expect(summary.textContent).toContain('menunggu keputusan: ganda atau bukan');
  await click('import-confirm-run');
  await waitFor(() =>
    expect(call).toHaveBeenCalledWith('import', {
      file: '/home/sekretariat/Unduhan/pilihan.xlsx',
      columns: { F: 'kind' },
      categories: { '': 'OPD' },
      rows: { 'Form Responses 1!254': 'drop' },
      changes: ['OPD-003/phone'],
    }),
  );
  await screen.findByTestId('entries-table');
  expect(screen.getByTestId('notice-ok').textContent).toContain('240 inovasi masuk');
});

test('a stage that is not for all categories says whose it is', async () => {
  open();
  await click('start-demo');
  await click('nav-rules');
  const stage = await screen.findByTestId('stage-verifikasi');
  expect(within(stage).getByTestId('stage-categories').textContent).toBe('Organisasi Perangkat Daerah · Kecamatan');
  expect(within(screen.getByTestId('stage-presentasi')).queryByTestId('stage-categories')).toBeNull();
});

test('changed rules show what they do, wait for every choice and for a reason, and are then decided', async () => {
  const call = open();
  await click('start-demo');
  await click('nav-rules');
  await click('rules-change');
  const text = await screen.findByTestId('rules-text');
  expect(screen.getByTestId<HTMLButtonElement>('rules-look').disabled).toBe(true);
  await fireEvent.input(text, { target: { value: 'name = "Lain"' } });
  await click('rules-look');
  expect((await screen.findByTestId('rules-differences')).textContent).toContain('Dampak nyata');
  await fireEvent.input(screen.getByTestId('rules-reason'), { target: { value: 'rapat pleno' } });
  await click('rules-decide');
  expect(screen.getByTestId('rules-effects').textContent).toContain('1 kriteria menunggu pilihan');
  expect(call).not.toHaveBeenCalledWith('change_rules', expect.anything());
  await fireEvent.click(within(await screen.findByTestId('carry-dampak-rescale')).getByRole('radio'));
  await waitFor(() => expect(screen.getByTestId('rules-marks').textContent).toContain('92 → 9'));
  await click('rules-decide');
  await waitFor(() =>
    expect(call).toHaveBeenCalledWith('change_rules', {
      rules: { toml: 'name = "Lain"', marks: [{ stage: 'penilaian', criterion: 'dampak', carry: 'rescale' }] },
      reason: 'rapat pleno',
    }),
  );
  await screen.findByTestId('rules-change');
});

test('what is wrong with changed rules is said with its line, and the text stays', async () => {
  open({ preview_rules: () => refuse('bad-rules', 'line 3, wieght: is not known; weight is') });
  await click('start-demo');
  await click('nav-rules');
  await click('rules-change');
  await fireEvent.input(await screen.findByTestId('rules-text'), { target: { value: 'wieght = 1' } });
  await click('rules-look');
  expect((await screen.findByTestId('rules-wrong')).textContent).toContain('line 3');
  expect(screen.getByTestId<HTMLTextAreaElement>('rules-text').value).toBe('wieght = 1');
});

async function reading(instead: Parameters<typeof fake>[0] = {}) {
  const call = open(instead);
  await click('start-demo');
  await click('nav-entries');
  await click('entries-import');
  await click('import-choose');
  return call;
}

test('a sheet without a known heading is shown as it stands, to point at the heading', async () => {
  const known: Parameters<typeof fake>[0] = {
    import_preview: (asked) => {
      if (!asked.heading) refuse('no-heading', 'no heading was recognised');
      if (!asked.columns?.['B']) refuse('no-title-column', 'no column gives the title');
      return preview;
    },
  };
  const call = await reading(known);
  await click('row-6');
  await fireEvent.change(await screen.findByTestId('column-B'), { target: { value: 'title' } });
  await screen.findByTestId('import-summary');
  expect(call).toHaveBeenLastCalledWith('import_preview', expect.objectContaining({ heading: [6, 6], columns: { B: 'title' } }));
  expect(screen.queryByTestId('notice-bad')).toBeNull();
});

test('all rows of one doubt are left out at once, and escape asks before answers are lost', async () => {
  const call = await reading();
  await click('finding-damaged-nip');
  await click('drop-damaged-nip');
  await waitFor(() => {
    const asked = call.mock.lastCall?.[1] as { rows: Record<string, string> };
    expect(Object.values(asked.rows)).toEqual(new Array(27).fill('drop'));
  });
  await fireEvent.keyDown(window, { key: 'Escape' });
  await click('import-leave-yes');
  await screen.findByTestId('entries-table');
});

test('a mapping is kept in a file, and the user is told where', async () => {
  const call = await reading();
  await screen.findByTestId('import-summary');
  await click('mapping-save');
  await waitFor(() => expect(screen.getByTestId('notice-ok').textContent).toContain('pola-kolom.toml'));
  expect(call).toHaveBeenCalledWith('save_mapping', expect.objectContaining({ out: '/home/sekretariat/Dokumen/pola-kolom.toml' }));
  await click('mapping-load');
  await waitFor(() => expect(call).toHaveBeenLastCalledWith('import_preview', expect.objectContaining({ map: '/home/sekretariat/Unduhan/pilihan.toml' })));
});

test('files dropped on the window go where they belong, and strangers are named', async () => {
  let drop: (dropping: Dropping) => void = () => {};
  const call = open({}, { onDrop: (hear) => (drop = hear) });
  drop({ state: 'dropped', files: ['/usb/a.nilai'] });
  await screen.findByText(/Buka dahulu berkas lomba/);
  await click('start-demo');
  await screen.findByTestId('standings-table');
  drop({ state: 'dropped', files: ['/usb/a.nilai', '/usb/b.nilai'] });
  await screen.findByTestId('merge-table');
  expect(call).toHaveBeenCalledWith('inspect', { files: ['/usb/a.nilai', '/usb/b.nilai'] });
  drop({ state: 'dropped', files: ['/usb/foto.jpg'] });
  await screen.findByText('Jenis berkas ini tidak dikenal.');
});

test('a decision without a reason is not made', async () => {
  const call = open();
  await click('start-demo');
  await click('nav-decisions');
  await click('decision-add');
  await fireEvent.input(await screen.findByTestId('decision-entry'), { target: { value: 'opd-003' } });
  const form = screen.getByTestId('decision-entry').closest('form') as HTMLFormElement;
  await fireEvent.submit(form);
  expect(screen.getByText('Alasan wajib diisi.')).toBeTruthy();
  expect(call).not.toHaveBeenCalledWith('decide', expect.anything());
  await fireEvent.input(screen.getByTestId('decision-reason'), { target: { value: 'Salinan.' } });
  await fireEvent.submit(form);
  await waitFor(() =>
    expect(call).toHaveBeenCalledWith('decide', { act: { kind: 'disqualify', entry: 'OPD-003' }, reason: 'Salinan.' }),
  );
});

test('a decision finds its entry by letters of the title', async () => {
  open();
  await click('start-demo');
  await click('nav-decisions');
  await click('decision-add');
  const box = await screen.findByTestId<HTMLInputElement>('decision-entry');
  await fireEvent.input(box, { target: { value: 'klikmi' } });
  await screen.findByTestId('decision-entry-OPD-002');
  await fireEvent.keyDown(box, { key: 'ArrowDown' });
  await fireEvent.keyDown(box, { key: 'Enter' });
  await waitFor(() => expect(box.value).toMatch(/^OPD-\d+$/));
  expect(screen.getByTestId('new-decision')).toBeTruthy();
});

test('escape closes the dialog alone, and the screen under it stays', async () => {
  await reading();
  await click('finding-damaged-nip');
  await click('drop-damaged-nip');
  await fireEvent.keyDown(window, { key: 'Escape' });
  const dialog = (await screen.findByTestId('import-leave-yes')).closest('[role=dialog]') as HTMLElement;
  await fireEvent.keyDown(dialog, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByTestId('screen-import')).toBeTruthy();
});

test('the palette finds an entry and shows it', async () => {
  open();
  await click('start-demo');
  await screen.findByTestId('standings-table');
  await fireEvent.keyDown(window, { key: 'k', ctrlKey: true });
  const box = await screen.findByTestId('palette-input');
  await fireEvent.input(box, { target: { value: 'klikmi' } });
  await waitFor(() => expect(screen.getAllByRole('option')[0]?.textContent).toContain('KLIKMI'));
  await fireEvent.keyDown(box, { key: 'Enter' });
  expect((await screen.findByTestId('entry-detail')).textContent).toContain('OPD-002');
});

test('a passphrase is shown word by word and can only be put away on purpose', async () => {
  open();
  await click('start-demo');
  await click('nav-panel');
  await click('make-packet');
  const shown = await screen.findByTestId('passphrase-words');
  expect(within(shown).getAllByRole('listitem')).toHaveLength(6);
  expect(within(screen.getByTestId('passphrase')).queryByLabelText('Tutup')).toBeNull();
  await click('passphrase-noted');
  await waitFor(() => expect(screen.queryByTestId('passphrase')).toBeNull());
});
