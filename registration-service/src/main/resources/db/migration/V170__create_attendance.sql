create extension if not exists unaccent;

-- How the door searches names: "zdenka" finds "Zdeňka", "lodz" finds "Łódź".
create function attendance_folded(value text) returns text language sql immutable parallel safe
return lower(unaccent('unaccent'::regdictionary, normalize(value, nfkc)));

-- Who with a place was there on which day. Holds no name; what is left when a person is erased counts on without them.
create table attendance (
    id             uuid        not null,
    call_id        uuid        not null,
    workshop_id    uuid        not null,
    day            date        not null,
    application_id uuid,
    city_id        text,
    checked_in_at  timestamptz not null,
    checked_in_by  text        not null,
    version        bigint      not null default 0,
    constraint pk_attendance primary key (id),
    constraint fk_attendance_call_id foreign key (call_id) references call_for_participation (id),
    constraint fk_attendance_application_id foreign key (application_id) references application (id) on delete set null,
    -- a person is there once a day, however often and by however many desks they are checked in
    constraint uq_attendance_person_day unique (application_id, day)
);
create index ix_attendance_call_id_day on attendance (call_id, day);

-- People without a place who came all the same. Names and organisation are erased at erase_after; the row stays for the count.
create table walk_in (
    id             uuid        not null,
    call_id        uuid        not null,
    workshop_id    uuid        not null,
    day            date        not null,
    application_id uuid,
    given_name     text,
    family_name    text,
    organisation   text,
    city_id        text,
    country        text,
    arrived_at     timestamptz not null,
    recorded_by    text        not null,
    erase_after    timestamptz not null,
    erased_at      timestamptz,
    version        bigint      not null,
    constraint pk_walk_in primary key (id),
    constraint fk_walk_in_call_id foreign key (call_id) references call_for_participation (id),
    constraint fk_walk_in_application_id foreign key (application_id) references application (id) on delete set null,
    constraint uq_walk_in_person_day unique (application_id, day),
    constraint ck_walk_in_erased check ((erased_at is null) = (family_name is not null))
);
create index ix_walk_in_call_id_day on walk_in (call_id, day, arrived_at, id);
create index ix_walk_in_erase_after on walk_in (erase_after) where erased_at is null;
comment on column walk_in.given_name is 'personal; for the attendance list of the day; erased at erase_after';
comment on column walk_in.family_name is 'personal; for the attendance list of the day; erased at erase_after';
comment on column walk_in.organisation is 'personal; for the attendance list of the day; erased at erase_after';

-- What organisers have laid down for the door of a workshop; without a row nobody is sent away.
create table door_setting (
    call_id               uuid    not null,
    refuse_walk_ins_full  boolean not null,
    version               bigint  not null,
    constraint pk_door_setting primary key (call_id),
    constraint fk_door_setting_call_id foreign key (call_id) references call_for_participation (id)
);
