//! EXIF as phones write it, and as nobody should.

use super::*;
use exif::experimental::Writer;
use exif::{Rational, SRational, Value};

fn field(tag: Tag, value: Value) -> Field {
    Field {
        tag,
        ifd_num: In::PRIMARY,
        value,
    }
}

fn ascii(tag: Tag, text: &str) -> Field {
    field(tag, Value::Ascii(vec![text.as_bytes().to_vec()]))
}

/// EXIF with these fields.
fn exif(fields: &[Field], little_endian: bool) -> Vec<u8> {
    let mut writer = Writer::new();
    fields.iter().for_each(|field| writer.push_field(field));
    let mut bytes = std::io::Cursor::new(Vec::new());
    writer.write(&mut bytes, little_endian).unwrap();
    bytes.into_inner()
}

/// What is read of these fields, in either order of bytes.
#[track_caller]
fn read(fields: &[Field]) -> Metadata {
    let read = Metadata::read(&exif(fields, true));
    assert_eq!(read, Metadata::read(&exif(fields, false)));
    read
}

fn rational(fractions: &[(u32, u32)]) -> Value {
    let fraction = |&(num, denom): &(u32, u32)| Rational { num, denom };
    Value::Rational(fractions.iter().map(fraction).collect())
}

fn place(latitude: Value, north: &str, longitude: Value, east: &str) -> [Field; 4] {
    [
        field(Tag::GPSLatitude, latitude),
        ascii(Tag::GPSLatitudeRef, north),
        field(Tag::GPSLongitude, longitude),
        ascii(Tag::GPSLongitudeRef, east),
    ]
}

#[track_caller]
fn check_position(fields: &[Field], expected: Option<(i32, i32)>) {
    let found = read(fields).position;
    let found = found.map(|position| (position.latitude(), position.longitude()));
    assert_eq!(found, expected);
}

#[test]
fn positions_have_the_sign_of_their_half() {
    let place = |north, east| {
        place(
            rational(&[(0, 1), (25, 1), (4800, 100)]),
            north,
            rational(&[(117, 1), (0, 1), (36_0000, 10_000)]),
            east,
        )
    };
    check_position(&place("N", "E"), Some((430_000, 117_010_000)));
    check_position(&place("S", "E"), Some((-430_000, 117_010_000)));
    check_position(&place("N", "W"), Some((430_000, -117_010_000)));
    check_position(&place("S", "W"), Some((-430_000, -117_010_000)));
    check_position(&place("s ", "e"), Some((-430_000, 117_010_000)));
    // Which half it is, nobody knows.
    check_position(&place("", "E"), None);
    check_position(&place("X", "E"), None);
    check_position(&place("E", "N"), None);
}

#[test]
fn a_position_without_one_of_its_parts_is_none() {
    let whole = place(rational(&[(1, 2)]), "S", rational(&[(117, 1)]), "E");
    check_position(&whole, Some((-500_000, 117_000_000)));
    for left_out in 0..4 {
        let mut fields = whole.to_vec();
        fields.remove(left_out);
        check_position(&fields, None);
    }
}

#[test]
fn odd_fractions_of_phones_are_understood_or_left_out() {
    let check = |latitude: Value, expected: Option<i32>| {
        let fields = place(latitude, "S", rational(&[(117, 1)]), "E");
        check_position(&fields, expected.map(|latitude| (latitude, 117_000_000)));
    };
    // Degrees alone, degrees with minutes in fractions, seconds left out as 0/0.
    check(rational(&[(43, 100)]), Some(-430_000));
    check(rational(&[(0, 1), (258, 10)]), Some(-430_000));
    check(rational(&[(0, 1), (258, 10), (0, 0)]), Some(-430_000));
    // The largest numbers there are.
    check(rational(&[(u32::MAX, u32::MAX)]), Some(-1_000_000));
    check(rational(&[(u32::MAX, 1); 3]), None);
    // Rounded to a millionth, the half upwards.
    check(rational(&[(4_300_005, 10_000_000)]), Some(-430_001));
    check(rational(&[(4_300_004, 10_000_000)]), Some(-430_000));
    check(rational(&[(0, 0), (0, 0), (0, 0)]), None);
    check(rational(&[(1, 0)]), None);
    check(rational(&[(1, 1), (1, 0)]), None);
    check(rational(&[(91, 1)]), None);
    check(rational(&[]), None);
    let signed = |num| Value::SRational(vec![SRational { num, denom: 100 }]);
    check(signed(43), Some(-430_000));
    check(signed(-43), None);
    check(Value::Double(vec![0.43]), None);
}

#[test]
fn zeros_of_a_phone_without_reception_are_no_position() {
    let zero = || rational(&[(0, 1), (0, 1), (0, 1)]);
    check_position(&place(zero(), "N", zero(), "E"), None);
    // Pontianak lies on the equator.
    check_position(
        &place(zero(), "N", rational(&[(109, 1)]), "E"),
        Some((0, 109_000_000)),
    );
}

#[track_caller]
fn check_time(fields: &[Field], expected: &str) {
    let taken = read(fields).taken.map(|taken| taken.to_string());
    assert_eq!(taken.as_deref().unwrap_or("none"), expected);
}

#[test]
fn the_time_is_as_written_with_its_offset_where_there_is_one() {
    let taken = |text| ascii(Tag::DateTimeOriginal, text);
    let offset = |text| ascii(exif_tag(0x9011), text);
    check_time(&[taken("2023:11:21 09:10:07")], "2023-11-21T09:10:07");
    check_time(
        &[taken("2023:11:21 09:10:07"), offset("+08:00")],
        "2023-11-21T09:10:07+08:00",
    );
    check_time(
        &[taken("2023:11:21 09:10:07"), offset("-03:30 ")],
        "2023-11-21T09:10:07-03:30",
    );
    check_time(
        &[taken("2023:11:21 09:10:07"), offset("   :  ")],
        "2023-11-21T09:10:07",
    );
    check_time(&[taken("2023-11-21T09:10:07Z")], "2023-11-21T09:10:07");
    check_time(&[taken("    :  :     :  :  ")], "none");
    check_time(&[taken("0000:00:00 00:00:00")], "none");
    check_time(&[taken("2023:02:30 09:10:07")], "none");
    check_time(&[taken("2023:11:21 24:00:00")], "none");
    check_time(&[taken("2023:11:21")], "none");
    check_time(&[taken("")], "none");
    check_time(&[ascii(Tag::DateTime, "2023:11:21 09:10:07")], "none");
    check_time(
        &[
            taken("0000:00:00 00:00:00"),
            ascii(Tag::DateTimeDigitized, "2023:11:21 09:10:08"),
            ascii(exif_tag(0x9012), "+07:00"),
        ],
        "2023-11-21T09:10:08+07:00",
    );
}

#[track_caller]
fn check_device(make: &[u8], model: &[u8], expected: &str) {
    let value = |text: &[u8]| Value::Ascii(vec![text.to_vec()]);
    let fields = [
        field(Tag::Make, value(make)),
        field(Tag::Model, value(model)),
    ];
    let device = read(&fields).device;
    assert_eq!(device.as_deref().unwrap_or("none"), expected);
}

#[test]
fn the_device_is_a_text_that_can_be_shown() {
    check_device(b"samsung", b"SM-A515F", "samsung SM-A515F");
    check_device(b"HUAWEI", b"HUAWEI P20", "HUAWEI P20");
    check_device(b"Apple", b"iPhone 13\0\0\0", "Apple iPhone 13");
    check_device(b"  NIKON CORPORATION  ", b"  ", "NIKON CORPORATION");
    check_device(b"", b"", "none");
    check_device(b"OPPO", b"\xFF\xFE\x1B[31mA5\x07s", "OPPO [31mA5 s");
    let turned = "A\u{202E}71\u{200B}".as_bytes();
    check_device("vivo é".as_bytes(), turned, "vivo é A 71");
    check_device(b"x", &[b'y'; 500], &format!("x {}", "y".repeat(78)));
}

#[test]
fn orientation_is_that_of_the_picture_and_not_of_its_thumbnail() {
    let orientation = |number| field(Tag::Orientation, Value::Short(vec![number]));
    for number in 1..=8 {
        assert_eq!(u16::from(read(&[orientation(number)]).orientation), number);
    }
    assert_eq!(read(&[orientation(0)]).orientation, 1);
    assert_eq!(read(&[orientation(9)]).orientation, 1);
    assert_eq!(
        read(&[field(Tag::Orientation, Value::Long(vec![6]))]).orientation,
        6
    );
    let thumbnail = Field {
        ifd_num: In::THUMBNAIL,
        ..orientation(6)
    };
    let picture = ascii(Tag::Make, "x");
    assert_eq!(read(&[picture, thumbnail]).orientation, 1);
}

#[test]
fn the_name_before_exif_and_bytes_behind_it_do_no_harm() {
    let mut bytes = b"Exif\0\0".to_vec();
    bytes.extend(exif(&[ascii(Tag::Make, "vivo")], false));
    bytes.extend([0xFF; 300_000]);
    assert_eq!(Metadata::read(&bytes).device.as_deref(), Some("vivo"));
}

#[test]
fn exif_that_is_cut_gives_what_is_there() {
    let fields = [
        ascii(Tag::Make, "vivo"),
        field(Tag::Orientation, Value::Short(vec![6])),
        ascii(Tag::DateTimeOriginal, "2023:11:21 09:10:07"),
    ];
    let whole = exif(&fields, true);
    assert!(Metadata::read(&whole).taken.is_some());
    for length in 0..whole.len() {
        Metadata::read(&whole[..length]);
    }
    // The time lies last.
    let cut = Metadata::read(&whole[..whole.len() - 4]);
    assert_eq!((cut.taken, cut.orientation), (None, 6));
}

#[test]
fn an_endless_chain_of_directories_ends() {
    // A directory that names itself as the next, one that is its own EXIF part, and two that name each other.
    let own_next = b"II\x2A\0\x08\0\0\0\0\0\x08\0\0\0";
    assert_eq!(Metadata::read(own_next), Metadata::none());
    let own_part = b"II\x2A\0\x08\0\0\0\x01\0\x69\x87\x04\0\x01\0\0\0\x08\0\0\0\0\0\0\0";
    assert_eq!(Metadata::read(own_part), Metadata::none());
    let each_other = b"II\x2A\0\x08\0\0\0\0\0\x0E\0\0\0\0\0\x08\0\0\0";
    assert_eq!(Metadata::read(each_other), Metadata::none());
}
