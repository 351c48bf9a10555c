-- What this service remembers of a workshop, from the event-service.
create table workshop_view (
    id           uuid        not null,
    slug         text        not null,
    title        text        not null,
    host_city_id text        not null,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    zone         text        not null,
    constraint pk_workshop_view primary key (id)
);
create index ix_workshop_view_slug on workshop_view (slug);

create table call_for_participation (
    id            uuid        not null,
    workshop_id   uuid        not null,
    workshop_slug text        not null,
    title         text        not null,
    state         text        not null,
    opens_at      timestamptz not null,
    closes_at     timestamptz not null,
    zone          text        not null,
    capacity      integer     not null,
    eligibility   text        not null,
    offered       text[]      not null,
    not_offered   text[]      not null,
    version       bigint      not null,
    created_at    timestamptz not null,
    constraint pk_call_for_participation primary key (id),
    constraint ck_call_for_participation_state check (state in ('DRAFT', 'OPEN', 'CLOSED', 'ARCHIVED')),
    constraint ck_call_for_participation_window check (opens_at < closes_at),
    constraint ck_call_for_participation_capacity check (capacity > 0)
);
create index ix_call_for_participation_workshop_slug on call_for_participation (workshop_slug);
create unique index uq_call_for_participation_live on call_for_participation (workshop_id) where state <> 'ARCHIVED';
create index ix_call_for_participation_due on call_for_participation (closes_at) where state = 'OPEN';

-- Seats: held counts applications that are ADMITTED or OFFERED in this bucket. Nothing but the Seats class writes here.
create table seat_bucket (
    call_id      uuid    not null,
    code         text    not null,
    label        text    not null,
    seat_limit   integer not null,
    held         integer not null default 0,
    hand_back_on date,
    constraint pk_seat_bucket primary key (call_id, code),
    constraint fk_seat_bucket_call_id foreign key (call_id) references call_for_participation (id),
    -- the last word on overbooking, whatever the code does
    constraint ck_seat_bucket_held check (held between 0 and seat_limit)
);

-- The sum of the buckets never exceeds the room. Checked at commit, so that two buckets can trade a seat.
create function check_bucket_sum() returns trigger language plpgsql as $$
declare
    room integer;
    total integer;
begin
    select capacity into room from call_for_participation where id = new.call_id for update;
    select sum(seat_limit) into total from seat_bucket where call_id = new.call_id;
    if total > room then
        raise exception 'the buckets of call % hold % seats, the room %', new.call_id, total, room
            using errcode = 'check_violation', constraint = 'ck_seat_bucket_sum';
    end if;
    return null;
end $$;
create constraint trigger ck_seat_bucket_sum after insert or update of seat_limit on seat_bucket
    deferrable initially deferred for each row execute function check_bucket_sum();

create table application (
    id              uuid        not null,
    call_id         uuid        not null,
    workshop_id     uuid        not null,
    state           text        not null,
    given_name      text        not null,
    family_name     text        not null,
    email           text        not null,
    email_key       text        not null,
    organisation    text        not null,
    position        text,
    city_id         text,
    country         text        not null,
    profile         text        not null,
    contributor     boolean     not null,
    motivation      text        not null,
    language        text        not null,
    bucket          text,
    reason_code     text,
    note            text,
    link_version    integer     not null,
    applied_at      timestamptz not null,
    decided_at      timestamptz,
    withdrawn_at    timestamptz,
    version         bigint      not null,
    constraint pk_application primary key (id),
    constraint fk_application_call_id foreign key (call_id) references call_for_participation (id),
    constraint fk_application_bucket foreign key (call_id, bucket) references seat_bucket (call_id, code),
    constraint ck_application_state
        check (state in ('SUBMITTED', 'ADMITTED', 'WAITLISTED', 'DECLINED', 'OFFERED', 'WITHDRAWN')),
    -- who holds a seat has a bucket, and nobody else
    constraint ck_application_bucket check ((bucket is not null) = (state in ('ADMITTED', 'OFFERED')))
);
-- one live application per person and call; a withdrawn or declined person may come back
create unique index uq_application_live on application (call_id, email_key)
    where state in ('SUBMITTED', 'ADMITTED', 'WAITLISTED', 'OFFERED');
create index ix_application_call_id_applied_at on application (call_id, applied_at, id);
create index ix_application_call_id_state on application (call_id, state, applied_at, id);
create index ix_application_city_id on application (city_id, applied_at, id);
create index ix_application_bucket on application (call_id, bucket) where bucket is not null;
