-- By what the door knows a name again: "Li  Ai", "Li-Ai" and "Li Ai" are one, "D'Angelo" and "d’ angelo" too. Not for searching, which
-- finds parts of what was written.
create function name_key(value text) returns text language sql immutable parallel safe
return btrim(regexp_replace(folded(value), '[[:space:]''`´‘’ʼ‐‑‒–—―-]+', ' ', 'g'));

create index ix_application_call_id_name_key on application (call_id, name_key(given_name || ' ' || family_name))
    where erased_at is null;
