-- As before, but of a name only letters and digits count, so that no invisible letter makes it another: neither marks and joiners nor the
-- two letters that show as spaces (fillers of Hangul, which are letters to Unicode).
create or replace function directory_name_key(name text) returns text
    language sql immutable strict parallel safe
return coalesce(
    nullif(regexp_replace(directory_fold(name), '[^[:alnum:]]+|[\u115F\u1160]+', '', 'g'), ''),
    directory_fold(name));
