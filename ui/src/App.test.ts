import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import App from './App.svelte';
import { provide, type Backend, type Dropping } from './backend';
import { fake, refuse } from './backend/fake';
import { conflicts } from './backend/fake/chair';
import { entries } from './backend/fake/entries';
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
  session.steps = null;
  localStorage.setItem('timbang.steps', 'seen');
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

test('a decision begins with nothing chosen, shows what follows, and without a reason is not made', async () => {
  const call = open();
  await click('start-demo');
  await click('nav-decisions');
  await click('decision-add');
  await screen.findByTestId('new-decision');
  expect(screen.queryByTestId('decision-entry')).toBeNull();
  await click('decision-disqualify');
  await fireEvent.input(await screen.findByTestId('decision-entry'), { target: { value: 'opd-003' } });
  const form = screen.getByTestId('decision-entry').closest('form') as HTMLFormElement;
  await screen.findByTestId('moves');
  await fireEvent.submit(form);
  expect(screen.getByText('Alasan wajib diisi.')).toBeTruthy();
  await fireEvent.input(screen.getByTestId('decision-reason'), { target: { value: 'Salinan.' } });
  await fireEvent.submit(form);
  await screen.findByTestId('decision-twice');
  expect(call).not.toHaveBeenCalledWith('decide', expect.anything());
  await fireEvent.submit(form);
  await waitFor(() =>
    expect(call).toHaveBeenCalledWith('decide', { act: { kind: 'disqualify', entry: 'OPD-003' }, reason: 'Salinan.' }),
  );
});

test('a decision finds its entry by letters of the title, and says which it is', async () => {
  open();
  await click('start-demo');
  await click('nav-decisions');
  await click('decision-add');
  await click('decision-disqualify');
  const box = await screen.findByTestId<HTMLInputElement>('decision-entry');
  await fireEvent.input(box, { target: { value: 'klikmi' } });
  await screen.findByTestId('decision-entry-OPD-002');
  await fireEvent.keyDown(box, { key: 'ArrowDown' });
  await fireEvent.keyDown(box, { key: 'Enter' });
  await waitFor(() => expect(box.value).toMatch(/^OPD-\d+$/));
  expect((await screen.findByTestId('decision-about')).textContent).toContain('KLIKMI');
});

test('a decision taken in place is about the entry that is looked at', async () => {
  open();
  await click('start-demo');
  const detail = await screen.findByTestId('standing-detail');
  await click('act-disqualify');
  expect((await screen.findByTestId<HTMLInputElement>('decision-entry')).value).toBe(/[A-Z]+-\d+/.exec(detail.textContent ?? '')?.[0]);
  expect(screen.queryByTestId('decision-deduct')).toBeNull();
});

test('what is refused in a dialog is said in the dialog, in its language, and goes with success', async () => {
  let refuses = true;
  open({ decide: () => (refuses ? refuse('disk-full', 'no space left on device') : { rows: [] }) });
  await click('start-demo');
  await click('act-withdraw');
  await screen.findByTestId('moves');
  await fireEvent.input(screen.getByTestId('decision-reason'), { target: { value: 'Surat instansi.' } });
  await click('decision-save');
  await click('decision-save');
  expect((await screen.findByTestId('dialog-refused')).textContent).toContain('Tempat penyimpanan penuh');
  expect(screen.queryByTestId('notice-bad')).toBeNull();
  refuses = false;
  await click('decision-save');
  await waitFor(() => expect(screen.queryByTestId('new-decision')).toBeNull());
  expect(screen.queryByTestId('notice-bad')).toBeNull();
});

test('a bad code of a judge is said at its field, and the name has the focus first', async () => {
  open({ add_judge: () => refuse('bad-code', 'judge: “J 1/!” has a character that a code cannot have') });
  await click('start-demo');
  await click('nav-panel');
  await click('judge-add');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('judge-name')));
  await fireEvent.input(screen.getByTestId('judge-name'), { target: { value: 'Dr. Sri' } });
  await fireEvent.input(screen.getByTestId('judge-code'), { target: { value: 'J 1/!' } });
  await fireEvent.submit(screen.getByTestId('judge-code').closest('form') as HTMLFormElement);
  const field = screen.getByTestId('judge-code').closest('label') as HTMLElement;
  await waitFor(() => expect(field.textContent).toContain('Kode hanya boleh berisi huruf, angka, dan tanda hubung.'));
});

test('a refusal goes when the screen is left', async () => {
  open({ back_up: () => refuse('disk-full', 'no space left on device') });
  await click('start-demo');
  await click('nav-documents');
  await click('back-up');
  await screen.findByTestId('notice-bad');
  await click('nav-entries');
  expect(screen.queryByTestId('notice-bad')).toBeNull();
});

test('every screen of the chair says first how things stand, and leads to what waits', async () => {
  open();
  await click('start-demo');
  const line = await screen.findByTestId('situation');
  expect(line.textContent).toContain('SEMENTARA');
  await fireEvent.click(within(line).getByText('Presentasi belum dinilai'));
  await screen.findByTestId('screen-handover');
});

test('an incomplete result is published only when that is meant, from a screen with its check-list', async () => {
  const call = open({ situation: () => ({ phase: 'provisional', has_keys: true, waits: [{ kind: 'stage', stage: 'presentasi', name: 'Presentasi', provisional: true }] }) });
  await click('start-demo');
  session.go('publish');
  const list = await screen.findByTestId('publish-list');
  expect(list.textContent).toContain('Presentasi belum dinilai');
  await fireEvent.input(screen.getByTestId('publish-reason'), { target: { value: 'rapat pleno' } });
  expect(screen.getByTestId<HTMLButtonElement>('publish-now').disabled).toBe(true);
  await click('publish-meant');
  await waitFor(() => expect(screen.getByTestId<HTMLButtonElement>('publish-now').disabled).toBe(false));
  await fireEvent.submit(screen.getByTestId('publish-reason').closest('form') as HTMLFormElement);
  await waitFor(() => expect(call).toHaveBeenCalledWith('decide', { act: { kind: 'publish' }, reason: 'rapat pleno' }));
  await screen.findByTestId('screen-documents');
});

test('without the chair’s keys it is said before anything is tried', async () => {
  open({ situation: () => ({ phase: 'preparing', has_keys: false, waits: [] }) });
  await click('start-demo');
  expect((await screen.findByTestId('no-keys')).textContent).toContain('tidak memegang kunci ketua');
  await click('no-keys-take');
  await screen.findByTestId('take-keys');
});

test('one answer settles all conflicts of a device, and a counter says how many there are', async () => {
  const [one] = conflicts.rows;
  if (!one) throw new Error('no conflict');
  const rows = ['OPD-007', 'OPD-008', 'OPD-009'].map((entry) => ({
    ...one,
    entry,
    sides: one.sides.map((side, at) => ({ ...side, hand_over: `${entry}-${at}`, device: at === 0 ? 'rusa' : 'padi' })),
  }));
  let left = rows;
  const call = open({
    conflicts: () => ({ rows: left }),
    decide: ({ act }) => {
      if (act.kind === 'settle-conflict') left = left.filter(({ entry }) => entry !== act.entry);
      return { rows: [] };
    },
  });
  await click('start-demo');
  await click('nav-handover');
  await click('conflicts');
  expect((await screen.findByTestId('settle-count')).textContent).toBe('konflik 1 dari 3');
  await fireEvent.input(screen.getByTestId('settle-reason'), { target: { value: 'Laptop kedua yang benar.' } });
  await fireEvent.click(screen.getAllByTestId('settle-device-2')[1] as HTMLElement);
  await waitFor(() => expect(screen.queryByTestId('settle')).toBeNull());
  const settled = call.mock.calls.filter(([name]) => name === 'decide').map(([, asked]) => asked);
  expect(settled).toHaveLength(3);
  expect(settled[2]).toMatchObject({ act: { kind: 'settle-conflict', entry: 'OPD-009', chosen: 'OPD-009-1' }, reason: 'Laptop kedua yang benar.' });
});

test('the question mark has a button, and opens keys and words', async () => {
  open();
  await click('start-demo');
  await click('help');
  await screen.findByTestId('keys');
  await fireEvent.click(within(screen.getByTestId('help-shown-words')).getByRole('radio'));
  await fireEvent.input(await screen.findByTestId('glossary-search'), { target: { value: 'draf' } });
  await waitFor(() => expect(screen.getByTestId('glossary').textContent).toContain('draf tidak pernah dihitung'));
});

test('the browser’s menu stays away, but not from a text that is being written', async () => {
  open();
  await click('start-demo');
  const menu = (on: Element) => fireEvent.contextMenu(on);
  expect(await menu(await screen.findByTestId('standings-table'))).toBe(false);
  await click('nav-entries');
  expect(await menu(await screen.findByTestId('entries-search'))).toBe(true);
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

test('Ctrl with plus, minus and zero changes the size of the text, which is remembered, and settles nothing', async () => {
  const shown = vi.fn(async () => {});
  open({ open_demo: () => refuse('disk-full', 'no space left on device') }, { zoom: shown });
  await click('start-demo');
  await screen.findByTestId('notice-bad');
  const press = (key: string) => fireEvent.keyDown(window, { key, ctrlKey: true });
  await press('+');
  await press('+');
  await screen.findByText('Ukuran teks 125 %');
  expect(screen.queryByText('Ukuran teks 110 %')).toBeNull();
  expect(localStorage.getItem('timbang.text')).toBe('125');
  await press('-');
  expect(shown).toHaveBeenLastCalledWith(1.1);
  await press('0');
  expect(shown).toHaveBeenLastCalledWith(1);
  expect(screen.getByTestId('notice-bad')).toBeTruthy();
});

test('an entry is added by hand, after one like it was named', async () => {
  const call = open({
    add_entry: ({ anyway }) => {
      if (!anyway) refuse('like-entry', 'it is there', { entry: 'OPD-003' });
      return Object.assign({}, entries[0], { entry: 'OPD-099' });
    },
  });
  await click('start-demo');
  await click('nav-entries');
  await click('entries-add');
  await click('entry-save');
  expect((await screen.findByTestId('entry-form')).textContent).toContain('Judul belum diisi');
  expect(call).not.toHaveBeenCalledWith('add_entry', expect.anything());
  await fireEvent.input(screen.getByTestId('entry-title'), { target: { value: 'Lumbung Desa' } });
  await click('entry-save');
  expect((await screen.findByTestId('entry-like')).textContent).toContain('OPD-003');
  await click('entry-save');
  await waitFor(() => expect(screen.getByTestId('notices').textContent).toContain('OPD-099 ditambahkan'));
  expect(call).toHaveBeenCalledWith('add_entry', expect.objectContaining({ title: 'Lumbung Desa', category: 'OPD', anyway: true }));
});

test('what judges have is amended by decision with a reason, other fields without', async () => {
  const call = open();
  await click('start-demo');
  session.show('OPD-002');
  await click('entry-edit');
  await fireEvent.input(await screen.findByTestId('entry-phone'), { target: { value: '081200000000' } });
  expect(screen.queryByTestId('entry-reason')).toBeNull();
  await fireEvent.input(screen.getByTestId('entry-title'), { target: { value: 'KLIKMI Baru' } });
  await fireEvent.input(await screen.findByTestId('entry-reason'), { target: { value: 'Surat instansi.' } });
  await screen.findByTestId('consequences');
  await waitFor(async () => {
    await click('entry-save');
    expect(call).toHaveBeenCalledWith('decide', { act: { kind: 'amend-entry', entry: 'OPD-002', title: 'KLIKMI Baru' }, reason: 'Surat instansi.' });
  });
  expect(call).toHaveBeenCalledWith('edit_entry', { entry: 'OPD-002', fields: { phone: '081200000000' } });
});

test('packets for all go into one folder, and their words stand on one sheet that is put away only on purpose', async () => {
  const call = open();
  await click('start-demo');
  await click('nav-panel');
  await click('packets-all');
  const sheet = await screen.findByTestId('word-sheet');
  expect(call).toHaveBeenCalledWith('make_packets', { folder: '/home/sekretariat/Nextcloud/Nilai', judges: ['J9'] });
  expect(sheet.textContent).toContain('terpisah dari paketnya');
  expect(within(sheet).getAllByRole('listitem')).toHaveLength(6);
  await click('word-sheet-close');
  expect(screen.getByTestId('word-sheet').textContent).toContain('tidak bisa ditampilkan lagi');
  await click('word-sheet-close');
  await waitFor(() => expect(screen.queryByTestId('word-sheet')).toBeNull());
});
