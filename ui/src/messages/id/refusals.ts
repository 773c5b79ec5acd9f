/** Penolakan, menurut kodenya. Yang tidak ada di sini ditunjukkan seperti dikatakan inti program. */

export const refusals = {
  'unreadable-file': 'Berkas tidak bisa dibaca.',
  'empty-workbook': 'Lembar kerjanya kosong.',
  'encrypted-workbook': 'Lembar kerjanya bersandi. Buka di Excel, hapus sandinya, simpan, lalu coba lagi.',
  'charts-only': 'Berkas ini hanya berisi grafik, tidak ada tabel.',
  'not-a-workbook': 'Ini bukan lembar kerja Excel, LibreOffice, atau CSV.',
  'damaged-workbook': 'Lembar kerjanya rusak dan tidak bisa dibaca.',
  'too-large': 'Berkas ini terlalu besar atau isinya mengembang tidak wajar, maka ditolak.',
  'timed-out': 'Membaca berkas ini terlalu lama, maka dihentikan.',
  'reader-died': 'Pembaca lembar kerja berhenti sendiri. Berkas lomba tidak berubah.',
  'no-heading': 'Judul kolom tidak dikenali. Satu baris harus memuat “Judul Inovasi” atau sebutan serupa, dan satu kolom lain.',
  'no-such-sheet': 'Lembar itu tidak ada di berkas ini.',
  'no-title-column': 'Belum ada kolom yang menjadi judul inovasi.',
  'no-such-category': 'Kategori itu tidak ada di aturan.',
};
