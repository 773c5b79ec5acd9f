//! The Judgment of Paris of 24 May 1976, the red wines: marks as published by O. Ashenfelter and R. Quandt, *Analyzing a wine
//! tasting statistically*, Chance 12(3), 1999. A result that is still argued about, decided by half a point of one judge.

/// The rules: one criterion, the mean of all judges, two digits.
pub(super) const RULES: &str = include_str!("paris.toml");

/// The wines in the order of the columns below, as a registration sheet.
pub(super) const WINES: &str = "No;Judul Inovasi;Instansi;Kategori
1;Stag's Leap Wine Cellars 1973;Napa;Anggur merah
2;Château Mouton-Rothschild 1970;Pauillac;Anggur merah
3;Château Montrose 1970;Saint-Estèphe;Anggur merah
4;Château Haut-Brion 1970;Pessac;Anggur merah
5;Ridge Vineyards Monte Bello 1971;Santa Cruz;Anggur merah
6;Château Léoville Las Cases 1971;Saint-Julien;Anggur merah
7;Heitz Wine Cellars Martha's Vineyard 1970;Oakville;Anggur merah
8;Clos Du Val Winery 1972;Stags Leap District;Anggur merah
9;Mayacamas Vineyards 1971;Mount Veeder;Anggur merah
10;Freemark Abbey Winery 1969;Rutherford;Anggur merah
";

/// The judges, each with the marks of the ten wines.
pub(super) const JUDGES: [(&str, &str); 11] = [
    ("Pierre Brejoux", "14 16 12 17 13 10 12 14 5 7"),
    ("Aubert de Villaine", "15 14 16 15 9 10 7 5 12 7"),
    ("Michel Dovaz", "10 15 11 12 12 10 11.5 11 8 15"),
    ("Patricia Gallagher", "14 15 14 12 16 14 17 13 9 14"),
    ("Odette Kahn", "15 12 12 12 7 12 2 2 13 5"),
    ("Christian Dubois-Millot", "16 16 17 13.5 7 11 8 9 9.5 9"),
    ("Raymond Oliver", "14 12 14 10 12 12 10 10 14 8"),
    ("Steven Spurrier", "14 14 14 8 14 12 13 11 9 13"),
    ("Pierre Tari", "13 11 14 14 17 12 15 13 12 14"),
    ("Christian Vanneque", "16.5 16 11 17 15.5 8 10 16.5 3 6"),
    ("Jean-Claude Vrinat", "14 14 15 15 11 12 9 7 13 7"),
];
