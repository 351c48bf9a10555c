-- Locks the call against other changes of its room only. Somebody who applies refers to the call; who applies and gets a seat at once waited for
-- whoever resized its bucket, who waited for them at the end.
create or replace function check_bucket_sum() returns trigger language plpgsql as $$
declare
    room integer;
    total integer;
begin
    select capacity into room from call_for_participation where id = new.call_id for no key update;
    select sum(seat_limit) into total from seat_bucket where call_id = new.call_id;
    if total > room then
        raise exception 'the buckets of call % hold % seats, the room %', new.call_id, total, room
            using errcode = 'check_violation', constraint = 'ck_seat_bucket_sum';
    end if;
    return null;
end $$;
