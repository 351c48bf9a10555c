-- How rooms are confirmed for the people of one call; without a row organisers confirm.
create table hotel_setting (
    call_id      uuid   not null,
    confirmation text   not null,
    version      bigint not null,
    constraint pk_hotel_setting primary key (call_id),
    constraint fk_hotel_setting_call_id foreign key (call_id) references call_for_participation (id),
    constraint ck_hotel_setting_confirmation check (confirmation in ('BY_ORGANISERS', 'AUTOMATIC'))
);

-- A hotel that keeps rooms for the workshop until its release time.
create table hotel (
    id          uuid        not null,
    call_id     uuid        not null,
    name        text        not null,
    address     text        not null,
    category    text        not null,
    release_at  timestamptz not null,
    released_at timestamptz,
    version     bigint      not null,
    constraint pk_hotel primary key (id),
    constraint fk_hotel_call_id foreign key (call_id) references call_for_participation (id)
);
create index ix_hotel_call_id on hotel (call_id, name, id);
create index ix_hotel_release_at on hotel (release_at) where released_at is null;

-- The rooms of one kind in one night. held counts confirmed people, given_back the rooms that the hotel has again. Nothing but the
-- class RoomNights writes here.
create table hotel_night (
    hotel_id    uuid    not null,
    room_type   text    not null,
    night       date    not null,
    rooms       integer not null,
    held        integer not null default 0,
    given_back  integer not null default 0,
    price_cents integer not null,
    constraint pk_hotel_night primary key (hotel_id, room_type, night),
    constraint fk_hotel_night_hotel_id foreign key (hotel_id) references hotel (id) on delete cascade,
    constraint ck_hotel_night_room_type check (room_type in ('SINGLE', 'DOUBLE')),
    constraint ck_hotel_night_price check (price_cents >= 0),
    -- the last word on one room twice, whatever the code does
    constraint ck_hotel_night_held check (held >= 0 and given_back >= 0 and held + given_back <= rooms)
);

-- What a person with a place says about a room; one row per person, so that an answer replaces the one before.
create table hotel_request (
    id                  uuid        not null,
    call_id             uuid        not null,
    application_id      uuid        not null,
    state               text        not null,
    room_type           text,
    check_in            date,
    check_out           date,
    preferred_hotel_id  uuid,
    others_welcome      boolean     not null,
    hotel_id            uuid,
    answer              text,
    requested_at        timestamptz not null,
    decided_at          timestamptz,
    version             bigint      not null,
    constraint pk_hotel_request primary key (id),
    constraint uq_hotel_request_application_id unique (application_id),
    constraint fk_hotel_request_application_id foreign key (application_id) references application (id) on delete cascade,
    constraint fk_hotel_request_preferred_hotel_id foreign key (preferred_hotel_id) references hotel (id),
    constraint fk_hotel_request_hotel_id foreign key (hotel_id) references hotel (id),
    constraint ck_hotel_request_state check (state in ('REQUESTED', 'CONFIRMED', 'REFUSED', 'CANCELLED', 'NOT_NEEDED')),
    -- who has a room is in a hotel, and nobody else
    constraint ck_hotel_request_hotel_id check ((hotel_id is not null) = (state = 'CONFIRMED')),
    constraint ck_hotel_request_stay check (state = 'NOT_NEEDED' or (check_in < check_out and room_type in ('SINGLE', 'DOUBLE')))
);
create index ix_hotel_request_call_id on hotel_request (call_id, state, requested_at, id);
create index ix_hotel_request_hotel_id on hotel_request (hotel_id) where hotel_id is not null;
create index ix_hotel_request_preferred_hotel_id on hotel_request (preferred_hotel_id) where preferred_hotel_id is not null;
comment on column hotel_request.check_in is 'personal; for the hotel''s rooming list; nobody''s once the application is erased';
comment on column hotel_request.check_out is 'personal; for the hotel''s rooming list; nobody''s once the application is erased';
comment on column hotel_request.answer is 'personal; what the organisers say with their decision; emptied with the logistics';

-- Who has been reminded to say whether they need a room; once is enough.
create table hotel_reminder (
    application_id uuid        not null,
    reminded_at    timestamptz not null,
    constraint pk_hotel_reminder primary key (application_id),
    constraint fk_hotel_reminder_application_id foreign key (application_id) references application (id) on delete cascade
);
