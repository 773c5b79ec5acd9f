use std::collections::BTreeMap;

/// The named fields of an entry besides title, agency and category, with their values in canonical text.
pub type Fields = BTreeMap<Field, String>;

crate::words! {
    /// A named field of an entry (headings for each in `facts`: registration sheets as they come).
    pub enum Field {
        /// Number in the register of the secretariat (*No Registrasi*).
        Number = "number",
        /// When the form was sent in.
        Timestamp = "timestamp",
        /// Person or team behind the innovation.
        Innovator = "innovator",
        /// Civil servant's number, 18 digits.
        Nip = "nip",
        /// Resident's number, 16 digits.
        Nik = "nik",
        /// *Jabatan*.
        Position = "position",
        /// E-mail address.
        Email = "email",
        /// Telephone, `0812…`.
        Phone = "phone",
        /// *Jenis*: Digital, Non Digital.
        Kind = "kind",
        /// *Bentuk*: Tata Kelola Pemerintahan Daerah, Pelayanan Publik, Inovasi Daerah Lainnya.
        Form = "form",
        /// *Tahapan*: Inisiatif, Uji Coba, Penerapan.
        Phase = "phase",
        /// *Urusan utama*.
        MainAffair = "main_affair",
        /// *Urusan beririsan*.
        RelatedAffairs = "related_affairs",
        /// *Urusan wajib pelayanan dasar*.
        BasicService = "basic_service",
        /// When trials began.
        TrialDate = "trial_date",
        /// When it was put to use.
        StartDate = "start_date",
        /// *Ringkasan*.
        Summary = "summary",
        /// *Rancang bangun*.
        Design = "design",
        /// *Latar belakang*.
        Background = "background",
        /// *Tujuan*.
        Purpose = "purpose",
        /// *Manfaat*.
        Benefit = "benefit",
        /// *Hasil inovasi*.
        Outcome = "outcome",
        /// *Deskripsi*.
        Description = "description",
        /// Link to a video.
        Video = "video",
        /// Link to evidence.
        Evidence = "evidence",
        /// The innovator's own score (*skor kematangan, skor mandiri*).
        OwnScore = "own_score",
        /// *Kecamatan* in which it is carried out.
        District = "district",
        /// Degrees north, a decimal; south is below zero.
        Latitude = "latitude",
        /// Degrees east, a decimal; west is below zero.
        Longitude = "longitude",
        /// Remarks (*keterangan*).
        Remarks = "remarks",
    }
}
