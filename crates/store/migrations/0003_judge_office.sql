-- Version 3: what a member of the panel is outside it, for lists and signatures. It stays in the chair's file: no packet and no
-- result pack has it.
ALTER TABLE judge ADD COLUMN post TEXT NOT NULL DEFAULT '';
ALTER TABLE judge ADD COLUMN institution TEXT NOT NULL DEFAULT '';
ALTER TABLE judge ADD COLUMN nip TEXT NOT NULL DEFAULT '';
