-- With whom somebody shares a double room: another participant, by name or mail address, or whoever comes along with them.
alter table hotel_request
    add column shares_with        text,
    add column change_shares_with text,
    -- nobody is named any more once no room is asked for or held
    add constraint ck_hotel_request_shares_with check (
        shares_with is null or (state in ('REQUESTED', 'CONFIRMED') and room_type = 'DOUBLE')),
    add constraint ck_hotel_request_change_shares_with check (
        change_shares_with is null or (change_requested_at is not null and change_room_type = 'DOUBLE'));
comment on column hotel_request.shares_with is
    'personal; of the person and of somebody else; emptied with the logistics, when no room is wanted any more, and when whoever is named is erased';
comment on column hotel_request.change_shares_with is 'personal; as shares_with; emptied with change_check_in too';

-- Whether these words name this person: by mail address, or by given and family name in either order and in any spelling.
create function names_person(said text, given_name text, family_name text, email_key text) returns boolean
    language sql immutable parallel safe
return said is not null and (
    position(' ' || folded(email_key) || ' ' in regexp_replace(' ' || folded(said) || ' ', '[\s,;:<>()]+', ' ', 'g')) > 0
    or exists (
        select 1
        from (select regexp_replace(' ' || folded(said) || ' ', '[^[:alnum:]]+', ' ', 'g') as words,
                     btrim(regexp_replace(folded(given_name), '[^[:alnum:]]+', ' ', 'g')) as given,
                     btrim(regexp_replace(folded(family_name), '[^[:alnum:]]+', ' ', 'g')) as family) as spelt
        where given <> '' and family <> ''
          and (position(' ' || given || ' ' || family || ' ' in words) > 0
               or position(' ' || family || ' ' || given || ' ' in words) > 0)));
