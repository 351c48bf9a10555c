-- What of a cluster's name counts when two are compared: its letters and digits, folded. "tice pt" is "TICE.PT"; a name of nothing but
-- marks is what it is. City people and organisers may not give two clusters of one city the same name.
create function directory_name_key(name text) returns text
    language sql immutable strict parallel safe
return coalesce(
    nullif(regexp_replace(directory_fold(name), '[[:space:][:punct:]]+', '', 'g'), ''),
    directory_fold(name));
