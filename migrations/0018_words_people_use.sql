-- What newcomers typed and did not find: in everyday speech interpreting is translating, and who applies for asylum has fled.
INSERT INTO synonym_group (id, words, created_at, updated_at, version) VALUES
    ('01936a00-0000-7000-8000-000000000168', '["Dolmetschen", "Dolmetscherinnen", "Dolmetscher", "Sprachmittlung", "Übersetzen", "Interpreting"]', 0, 0, 1),
    ('01936a00-0000-7000-8000-000000000169', '["Asyl", "Asylsuchende", "Asylbewerber", "Geflüchtete", "Flüchtlinge", "Asylum"]', 0, 0, 1);
