//! Visits.

use crate::Refusal;
use crate::record::{Record, bytes, bytes32, list, map, optional, text};
use ciborium::Value;
use judging::visit::{CheckedClaim, Original, Place, Position, Visit, VisitPhoto};
use judging::{Hash, VisitId};

pub(super) fn write(visits: &[Visit]) -> Value {
    list(visits, |visit| {
        map([
            ("id", bytes(visit.id.0)),
            ("stage", text(&visit.stage)),
            ("entry", text(&visit.entry)),
            ("state", text(visit.state)),
            ("mode", text(visit.mode)),
            ("began", optional(visit.began)),
            ("ended", optional(visit.ended)),
            ("place", text(&visit.place)),
            ("position", visit.position.map_or(Value::Null, write_place)),
            ("office", text(&visit.office)),
            ("claims", list(&visit.claims, write_claim)),
            ("photos", list(&visit.photos, write_photo)),
            ("notes", text(&visit.notes)),
            ("objection", text(&visit.objection)),
            ("dissent", text(&visit.dissent)),
            ("recommendation", optional(visit.recommendation)),
            ("reason", text(&visit.reason)),
        ])
    })
}

/// Whole microdegrees.
fn write_position(position: Position) -> Value {
    list([position.latitude(), position.longitude()], Value::from)
}

fn write_place(place: Place) -> Value {
    map([
        ("at", write_position(place.position)),
        ("accuracy", place.accuracy.map_or(Value::Null, Value::from)),
    ])
}

fn write_claim(claim: &CheckedClaim) -> Value {
    map([
        ("text", text(&claim.text)),
        ("criterion", optional(claim.criterion.as_ref())),
        ("claimed", text(&claim.claimed)),
        ("found", text(&claim.found)),
        ("unit", optional(claim.unit.as_ref())),
        ("method", optional(claim.method)),
        ("verdict", optional(claim.verdict)),
        ("note", text(&claim.note)),
        ("photos", list(&claim.photos, |photo| bytes(photo.0))),
    ])
}

fn write_photo(photo: &VisitPhoto) -> Value {
    map([
        ("name", bytes(photo.name.0)),
        ("width", photo.width.into()),
        ("height", photo.height.into()),
        ("bytes", photo.bytes.into()),
        ("original", bytes(photo.original.hash.0)),
        ("original_bytes", photo.original.bytes.into()),
        ("taken", optional(photo.taken)),
        ("device", optional(photo.device.as_ref())),
        (
            "position",
            photo.position.map_or(Value::Null, write_position),
        ),
        ("kind", optional(photo.kind)),
        ("caption", text(&photo.caption)),
    ])
}

pub(super) fn read(record: &mut Record, unknown: &mut Vec<String>) -> Result<Vec<Visit>, Refusal> {
    let visits = record.records("visits")?.into_iter();
    visits.map(|record| read_visit(record, unknown)).collect()
}

fn read_visit(mut record: Record, unknown: &mut Vec<String>) -> Result<Visit, Refusal> {
    let claims = record.records("claims")?.into_iter();
    let claims = claims.map(|claim| read_claim(claim, unknown));
    let claims = claims.collect::<Result<_, _>>()?;
    let photos = record.records("photos")?.into_iter();
    let photos = photos.map(|photo| read_photo(photo, unknown));
    let photos = photos.collect::<Result<_, _>>()?;
    let visit = Visit {
        id: VisitId(record.bytes16("id")?),
        stage: record.parsed("stage")?,
        entry: record.parsed("entry")?,
        state: record.word("state")?,
        mode: record.word("mode")?,
        began: record.optional_parsed("began")?,
        ended: record.optional_parsed("ended")?,
        place: record.text("place")?,
        position: read_place(&mut record, unknown)?,
        office: record.text("office")?,
        claims,
        photos,
        notes: record.text("notes")?,
        objection: record.text("objection")?,
        dissent: record.text("dissent")?,
        recommendation: record.optional_word("recommendation")?,
        reason: record.text("reason")?,
    };
    record.finish(unknown);
    Ok(visit)
}

fn read_claim(mut record: Record, unknown: &mut Vec<String>) -> Result<CheckedClaim, Refusal> {
    let claim = CheckedClaim {
        text: record.text("text")?,
        criterion: record.optional_parsed("criterion")?,
        claimed: record.text("claimed")?,
        found: record.text("found")?,
        unit: record.optional_text("unit")?,
        method: record.optional_word("method")?,
        verdict: record.optional_word("verdict")?,
        note: record.text("note")?,
        photos: record.list_of("photos", |photo| bytes32(photo).map(Hash))?,
    };
    record.finish(unknown);
    Ok(claim)
}

fn read_photo(mut record: Record, unknown: &mut Vec<String>) -> Result<VisitPhoto, Refusal> {
    let photo = VisitPhoto {
        name: Hash(record.bytes32("name")?),
        width: record.whole("width")?,
        height: record.whole("height")?,
        bytes: record.whole("bytes")?,
        original: Original {
            hash: Hash(record.bytes32("original")?),
            bytes: record.whole("original_bytes")?,
        },
        taken: record.optional_parsed("taken")?,
        device: record.optional_text("device")?,
        position: read_position(&mut record, "position")?,
        kind: record.optional_word("kind")?,
        caption: record.text("caption")?,
    };
    record.finish(unknown);
    Ok(photo)
}

fn read_place(record: &mut Record, unknown: &mut Vec<String>) -> Result<Option<Place>, Refusal> {
    if !record.has("position") {
        record.optional("position");
        return Ok(None);
    }
    let mut place = record.record("position")?;
    let position = read_position(&mut place, "at")?;
    let found = Place {
        position: position.ok_or_else(|| place.wrong("at", "is missing"))?,
        accuracy: if place.has("accuracy") {
            Some(place.whole("accuracy")?)
        } else {
            place.optional("accuracy");
            None
        },
    };
    place.finish(unknown);
    Ok(Some(found))
}

fn read_position(record: &mut Record, key: &str) -> Result<Option<Position>, Refusal> {
    if !record.has(key) {
        record.optional(key);
        return Ok(None);
    }
    let micro = |value: Value| i32::try_from(i128::from(value.into_integer().ok()?)).ok();
    let wrong = "must be two numbers of microdegrees on earth";
    let axes = record.list_of(key, micro)?;
    let [latitude, longitude] = axes[..] else {
        return Err(record.wrong(key, wrong));
    };
    let position = Position::new(latitude, longitude);
    Ok(Some(position.ok_or_else(|| record.wrong(key, wrong))?))
}
