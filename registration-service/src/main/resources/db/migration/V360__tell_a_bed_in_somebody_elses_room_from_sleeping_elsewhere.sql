-- Whoever sleeps in the double room that somebody else has asked for says so. Only they are asked again when that room goes: what others say must not
-- change the answer of somebody who sleeps elsewhere.
alter table hotel_request add column in_others_room boolean not null default false;
comment on column hotel_request.in_others_room is
    'personal; to ask the person again when the room is given up in which they sleep too; emptied with the words';

-- as it was understood until now
update hotel_request r set in_others_room = true
from application a
where r.state = 'NOT_NEEDED' and a.id = r.application_id
  and exists (select 1 from hotel_request o
              where o.call_id = r.call_id and o.id <> r.id
                and (names_person(o.shares_with, a.given_name, a.family_name, a.email_key)
                     or names_person(o.change_shares_with, a.given_name, a.family_name, a.email_key)));
