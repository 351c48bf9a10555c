-- Whether people whom a partner city nominates for its own seats need no decision of the organisers.
alter table call_for_participation add column skip_moderation_for_delegations boolean not null default false;

-- The other side of ck_seat_bucket_sum: a room does not become smaller than its buckets. Checked at commit, so that one
-- change can lower both.
create function check_room() returns trigger language plpgsql as $$
declare
    room integer;
    total integer;
begin
    select capacity into room from call_for_participation where id = new.id;
    select coalesce(sum(seat_limit), 0) into total from seat_bucket where call_id = new.id;
    if total > room then
        raise exception 'the buckets of call % hold % seats, the room %', new.id, total, room
            using errcode = 'check_violation', constraint = 'ck_call_for_participation_room';
    end if;
    return null;
end $$;
create constraint trigger ck_call_for_participation_room after update of capacity on call_for_participation
    deferrable initially deferred for each row when (old.capacity is distinct from new.capacity)
    execute function check_room();
