use judging::entry::Field;

/// What the column of a field is called in registration sheets.
pub const fn heading(field: Field) -> &'static str {
    match field {
        Field::Number => "Nomor Registrasi",
        Field::Timestamp => "Timestamp",
        Field::Innovator => "Nama Inovator",
        Field::Nip => "NIP",
        Field::Nik => "NIK",
        Field::Position => "Jabatan",
        Field::Email => "Email",
        Field::Phone => "No HP",
        Field::Kind => "Jenis Inovasi",
        Field::Form => "Bentuk Inovasi",
        Field::Phase => "Tahapan Inovasi",
        Field::MainAffair => "Urusan Utama",
        Field::RelatedAffairs => "Urusan Beririsan",
        Field::BasicService => "Urusan Wajib Pelayanan Dasar",
        Field::TrialDate => "Waktu Uji Coba",
        Field::StartDate => "Waktu Penerapan",
        Field::Summary => "Ringkasan",
        Field::Design => "Rancang Bangun",
        Field::Background => "Latar Belakang",
        Field::Purpose => "Tujuan",
        Field::Benefit => "Manfaat",
        Field::Outcome => "Hasil Inovasi",
        Field::Description => "Deskripsi",
        Field::Video => "Link Video",
        Field::Evidence => "Link Bukti Dukung",
        Field::OwnScore => "Skor Kematangan",
        Field::District => "Kecamatan Lokasi",
        Field::Latitude => "Lintang",
        Field::Longitude => "Bujur",
        Field::Remarks => "Keterangan",
    }
}
