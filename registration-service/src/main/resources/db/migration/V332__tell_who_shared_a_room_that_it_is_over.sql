-- When whoever was to share a double room went away, or the room did, until the person says something else.
alter table hotel_request add column sharing_ended_at timestamptz;

-- People whose double room is to be looked at again, because somebody has left it (left_by). Written by whoever leaves, and worked off directly
-- afterwards, person by person. Without foreign keys, which would lock people out of the order in which everybody locks them.
create table hotel_sharing_end (
    id             uuid not null default gen_random_uuid(),
    application_id uuid not null,
    left_by        uuid not null,
    constraint pk_hotel_sharing_end primary key (id)
);
