-- Whoever has a room may ask for another one; the old one is theirs until the new one is.
alter table hotel_request
    add column change_room_type          text,
    add column change_check_in           date,
    add column change_check_out          date,
    add column change_preferred_hotel_id uuid,
    add column change_others_welcome     boolean,
    add column change_requested_at       timestamptz,
    add constraint fk_hotel_request_change_preferred_hotel_id foreign key (change_preferred_hotel_id) references hotel (id),
    -- only who has a room asks for another, and then for a whole stay
    add constraint ck_hotel_request_change check (
        change_requested_at is null
        or (state = 'CONFIRMED' and change_check_in < change_check_out and change_room_type in ('SINGLE', 'DOUBLE')
            and change_others_welcome is not null));
create index ix_hotel_request_change on hotel_request (call_id, change_requested_at) where change_requested_at is not null;
create index ix_hotel_request_change_preferred_hotel_id on hotel_request (change_preferred_hotel_id)
    where change_preferred_hotel_id is not null;
comment on column hotel_request.change_check_in is 'personal; as check_in; emptied when the change is answered, or when the room is cancelled';
comment on column hotel_request.change_check_out is 'personal; as check_out; emptied with change_check_in';
