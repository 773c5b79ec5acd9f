//! Photos as phones write them: a house below a blue sky, so that whoever looks sees what is up and what is left.

use crate::Seeded;
use jpeg_encoder::{ColorType, Encoder};

/// A photo to make.
#[derive(Debug, Clone, Copy)]
pub struct Photo {
    /// Pixels as stored, before it is turned upright.
    pub size: (u16, u16),
    /// As EXIF has it, from 1 to 8; None leaves all EXIF out.
    pub orientation: Option<u16>,
    /// `2023:11:21 09:31:00`.
    pub taken: &'static str,
    /// Latitude and longitude in millionths of a degree.
    pub position: Option<(i32, i32)>,
    /// Makes its noise its own.
    pub seed: u64,
    /// How strong the noise is: with 26 a photo of 12 megapixels has about 3.7 MB.
    pub noise: u64,
}

impl Photo {
    /// An upright photo taken at the place and time of the visits that tests make.
    #[must_use]
    pub const fn on_the_spot(seed: u64) -> Self {
        Self {
            size: (1200, 900),
            orientation: Some(1),
            taken: "2023:11:21 09:31:00",
            position: Some((-430_000, 117_010_000)),
            seed,
            noise: 12,
        }
    }

    /// Its file.
    #[must_use]
    pub fn jpeg(&self) -> Vec<u8> {
        let (width, height) = self.size;
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, 90);
        if let Some(orientation) = self.orientation {
            let exif = exif(orientation, self.taken, self.position);
            encoder.add_app_segment(1, exif).unwrap();
        }
        encoder
            .encode(&self.pixels(), width, height, ColorType::Rgb)
            .unwrap();
        bytes
    }

    /// Stored so that turning it as its orientation says shows the house upright.
    fn pixels(&self) -> Vec<u8> {
        let (width, height) = (usize::from(self.size.0), usize::from(self.size.1));
        let mut chance = Seeded::new(self.seed);
        let mut pixels = Vec::with_capacity(width * height * 3);
        for row in 0..height {
            for column in 0..width {
                // In thousandths of the upright picture.
                let (x, y) = (column * 1000 / width, row * 1000 / height);
                let (x, y) = match self.orientation.unwrap_or(1) {
                    2 => (999 - x, y),
                    3 => (999 - x, 999 - y),
                    4 => (x, 999 - y),
                    5 => (y, x),
                    6 => (999 - y, x),
                    7 => (999 - y, 999 - x),
                    8 => (y, 999 - x),
                    _ => (x, y),
                };
                let noise = chance.below(self.noise + 1);
                for colour in scene(x, y) {
                    pixels.push(u8::try_from(colour + noise).unwrap_or(u8::MAX));
                }
            }
        }
        pixels
    }
}

/// Red, green and blue of the scene at thousandths from the left and from the top.
fn scene(x: usize, y: usize) -> [u64; 3] {
    let shade = (y / 8) as u64;
    match (x, y) {
        // The roof, the door, the wall of a house on the left.
        (150..=450, 350..500) if x.abs_diff(300) <= y - 350 => [170, 60, 40],
        (270..=330, 620..=750) => [70, 50, 40],
        (180..=420, 500..=750) => [215, 200, 170],
        // The sun on the right.
        _ if x.abs_diff(820).pow(2) + y.abs_diff(160).pow(2) < 4_000 => [225, 215, 120],
        (_, 0..600) => [90 + shade, 140 + shade, 220],
        _ => [60, 200 - shade, 60],
    }
}

/// EXIF in big-endian order: camera, orientation, time with its distance from UTC, position.
fn exif(orientation: u16, taken: &str, position: Option<(i32, i32)>) -> Vec<u8> {
    let ascii = |text: &str| (2, [text.as_bytes(), &[0]].concat());
    let short = |value: u16| (3, value.to_be_bytes().to_vec());
    let degrees = |micro: i32| {
        let micro = u64::from(micro.unsigned_abs());
        let parts = [
            (micro / 1_000_000, 1),
            (micro % 1_000_000 * 60, 1_000_000),
            (0, 1),
        ];
        let numbers = parts.into_iter().flat_map(|(number, of)| [number, of]);
        let bytes = numbers.flat_map(|number| u32::try_from(number).unwrap().to_be_bytes());
        (5, bytes.collect::<Vec<u8>>())
    };
    let half = |micro: i32, [positive, negative]: [&str; 2]| {
        ascii(if micro < 0 { negative } else { positive })
    };
    let camera = vec![(0x9003, ascii(taken)), (0x9011, ascii("+08:00"))];
    let place = position.map_or_else(Vec::new, |(latitude, longitude)| {
        vec![
            (1, half(latitude, ["N", "S"])),
            (2, degrees(latitude)),
            (3, half(longitude, ["E", "W"])),
            (4, degrees(longitude)),
        ]
    });
    let root = |camera_at: u32, place_at: u32| {
        let mut fields = vec![
            (0x010F, ascii("Contoh")),
            (0x0110, ascii("HP 12")),
            (0x0112, short(orientation)),
            (0x8769, (4, camera_at.to_be_bytes().to_vec())),
        ];
        if position.is_some() {
            fields.push((0x8825, (4, place_at.to_be_bytes().to_vec())));
        }
        fields
    };
    let mut bytes = b"MM\0\x2A\0\0\0\x08".to_vec();
    let camera_at = 8 + directory(8, &root(0, 0)).len() as u32;
    let camera = directory(camera_at, &camera);
    let place_at = camera_at + camera.len() as u32;
    bytes.extend(directory(8, &root(camera_at, place_at)));
    bytes.extend(camera);
    if position.is_some() {
        bytes.extend(directory(place_at, &place));
    }
    [b"Exif\0\0".as_slice(), &bytes].concat()
}

/// One directory of TIFF that begins at this byte, with what does not fit into its fields behind it. A field is its tag, its type
/// and its bytes.
fn directory(at: u32, fields: &[(u16, (u16, Vec<u8>))]) -> Vec<u8> {
    let behind_at = at + 2 + 12 * fields.len() as u32 + 4;
    let (mut head, mut behind) = (
        (fields.len() as u16).to_be_bytes().to_vec(),
        Vec::<u8>::new(),
    );
    for (tag, (kind, bytes)) in fields {
        let size = match kind {
            2 => 1,
            3 => 2,
            4 => 4,
            _ => 8,
        };
        head.extend(tag.to_be_bytes());
        head.extend(kind.to_be_bytes());
        head.extend(((bytes.len() / size) as u32).to_be_bytes());
        if bytes.len() <= 4 {
            head.extend(bytes);
            head.extend(vec![0; 4 - bytes.len()]);
        } else {
            head.extend((behind_at + behind.len() as u32).to_be_bytes());
            behind.extend(bytes);
        }
    }
    head.extend([0; 4]);
    head.extend(behind);
    head
}
