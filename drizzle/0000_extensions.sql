-- Search by any two characters of a slip: trigram index over slips.words.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
